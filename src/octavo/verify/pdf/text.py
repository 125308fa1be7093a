"""From runs on pages back to text: lines are joined as they were before they were broken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from octavo.verify.pdf.runs import PageText, Run
from octavo.verify.pdf.tree import Element, Piece

HYPHEN = "\u2010"
"""What the stylesheet's hyphenation ends a line with; an author's own hyphen is another character."""

_NO_SPACE_AFTER = ("-", "/", "–", "—")  # these dashes are meant
_RAISED_POINTS = 5.0


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run, the page it is on, the link that it is part of, and whether a lone space stands before it."""

    run: Run
    page: int
    link: str | None
    is_apart: bool = False


def fragments_of(element: Element, pages: Sequence[PageText]) -> list[Fragment]:
    """Return the runs of an element in the order of reading; calls of notes are left out."""
    fragments: list[Fragment] = []
    is_apart = False
    for piece, link in _pieces(element, None):
        if isinstance(piece, str):
            fragments.append(_told(piece, fragments[-1] if fragments else None))
            continue
        runs = pages[piece.page].runs.get(piece.mark, ())
        for index, run in enumerate(runs):
            fragments.append(Fragment(run, piece.page, link, is_apart and index == 0))
        is_apart = not runs  # content without a character is a space, which PDFium does not show
    return fragments


def text_of(element: Element, pages: Sequence[PageText]) -> str:
    """Return the text of an element with white space folded, without the calls in it."""
    return join_fragments(fragments_of(element, pages))


def join_fragments(fragments: Sequence[Fragment]) -> str:
    """Put fragments together: words that were parted at a line's end become one again."""
    text = ""
    for index, fragment in enumerate(fragments):
        last = fragments[index - 1] if index else None
        if last is None:
            text = fragment.run.text
        elif _same_line(last, fragment):
            text += (" " if fragment.is_apart else "") + fragment.run.text
        else:
            text = _next_line(text, last, fragment)
    return " ".join(text.split())


def is_call(element: Element) -> bool:
    """Tell whether an element is the call of a note: a link to one."""
    name = element.link or ""
    return element.tag == "Link" and name.startswith("fn") and name.removeprefix("fn").isdigit()


def _told(text: str, before: Fragment | None) -> Fragment:
    """Make a fragment of what is told in place of a picture: it goes on where the text before it ended."""
    if before is None:
        return Fragment(Run(text, 0, 0, 0, 0, 0), 0, None)
    return Fragment(replace(before.run, text=text), before.page, None)


def _pieces(element: Element, link: str | None) -> Iterator[tuple[Piece | str, str | None]]:
    """Yield the content of an element, or what is told in its place, each with the link around it.

    The notes in it are texts of their own.
    """
    if is_call(element):
        return
    if element.alternative:
        yield element.alternative, link
        return
    link = element.link or link
    for child in element.children:
        if isinstance(child, Piece):
            yield child, link
        elif child.tag != "Note":
            yield from _pieces(child, link)


def _same_line(last: Fragment, following: Fragment) -> bool:
    is_level = abs(last.run.baseline - following.run.baseline) < _RAISED_POINTS
    return last.page == following.page and is_level and following.run.left >= last.run.left


def _next_line(text: str, last: Fragment, following: Fragment) -> str:
    stripped = text.rstrip()
    if stripped.endswith(HYPHEN):
        return stripped[:-1] + following.run.text
    is_one_address = last.link is not None and last.link == following.link and _ends_in_address(stripped)
    is_one_word = text.endswith(_NO_SPACE_AFTER) and not text[:-1].endswith(" ")
    return stripped + ("" if is_one_address or is_one_word else " ") + following.run.text


def _ends_in_address(text: str) -> bool:
    word = "".join(text.rsplit(None, 1)[-1:]).lstrip("(<[“‘")
    return word.startswith(("http://", "https://", "www."))
