"""What the layout engine logged, as diagnostics about the publication."""

import re
import signal
from collections.abc import Callable, Iterable, Iterator

from octavo.diagnostics import Diagnostic
from octavo.model import Document, Publication
from octavo.source import Span
from octavo.templating import TemplateFault
from octavo.write.messages import EngineDied, LayoutFailed, Printed
from octavo.write.own_templates import find_line, template_diagnostic

_HARMLESS = (
    # The older of two ways to cut fonts down to the characters used; both give correct fonts.
    re.compile(r"Using fontTools instead of HarfBuzz-Subset"),
    # The stage verify looks for links that lead nowhere, and says more about them.
    re.compile(r"No anchor #"),
    # The stage verify looks for pictures without words, and knows which are mere decoration.
    re.compile(r'Image ".*" has no required alt description'),
    # The same fault is already reported as a refused address.
    re.compile(r".*not a file of the publication"),
)
_GLYPH = re.compile(r'\.notdef glyph rendered .* "(?P<char>.)" \(U\+(?P<code>[0-9A-F]+)\)', re.DOTALL)
_PICTURE = re.compile(
    r"Failed to (?:load image at|render SVG image) '?(?:https://octavo\.invalid/)?(?P<name>[^':]*)'?(?P<why>.*)"
)
_CSS = re.compile(r"(?P<what>.*) at (?P<line>\d+):(?P<column>\d+)(?P<why>.*)", re.DOTALL)
_FONT = re.compile(r"Font-face '(?P<family>.*)' cannot be loaded")
_LIBRARY = re.compile(r"cannot load library '(?P<name>[^']+)'")
_GET_PANGO = (
    "install Pango and HarfBuzz: `apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` (Debian, "
    "Ubuntu), `dnf install pango harfbuzz` (Fedora), `brew install pango` (macOS)"
)
_FIX_FONTS = (
    "install Pango (Debian: `apt-get install libpango-1.0-0 libpangoft2-1.0-0`) and check the brand's fonts"
)


def complaint_diagnostics(printed: Printed, document: Document) -> tuple[Diagnostic, ...]:
    """Turn what was logged and what was refused into diagnostics."""
    refused = (_refused(address) for address in dict.fromkeys(printed.refused))
    logged = (_logged(text, document) for text in printed.complaints)
    return (*refused, *(diagnostic for diagnostic in logged if diagnostic))


def failure_diagnostic(
    error: LayoutFailed | EngineDied | TemplateFault, publication: Publication
) -> Diagnostic:
    """Turn a failure of the engine or of a template into a diagnostic."""
    if isinstance(error, TemplateFault):
        return template_diagnostic(error, publication)
    if _is_costly(error):
        hint = "take back the last change of your templates, or build without the newest chapter to find it"
        return Diagnostic("W015", "laying the pages out takes more than so many pages may take", hint=hint)
    if isinstance(error, LayoutFailed):
        return Diagnostic("W006", f"the layout engine gave up: {error.message}")
    if error.silent_seconds is not None:
        hint = "take back the last change of your templates, or build without the newest chapter to find it"
        message = f"the layout engine did nothing for {error.silent_seconds:g} seconds and was ended"
        return Diagnostic("W025", message, hint=hint)
    library = missing_library(error)
    if library:
        return Diagnostic("W023", f"the system's library `{library}` is missing", hint=_GET_PANGO)
    notes = (f"its last words: {error.last_words}",) if error.last_words else ()
    return Diagnostic(
        "W002", f"the layout engine died ({_cause(error.exit_code)})", hint=_FIX_FONTS, notes=notes
    )


def _is_costly(error: LayoutFailed | EngineDied) -> bool:
    """Tell whether the engine came to the limit of its time or of its memory."""
    if isinstance(error, LayoutFailed):
        return error.message.startswith("MemoryError")
    return error.exit_code == -signal.SIGXCPU


def missing_library(error: EngineDied) -> str | None:
    """Return the system's library without which the engine could not start, if that is why it died."""
    found = _LIBRARY.search(error.last_words)
    return found["name"] if found else None


def no_cover(error: EngineDied) -> Diagnostic:
    """Say that the EPUB was written without a cover."""
    library = missing_library(error)
    return Diagnostic("W024", f"the EPUB has no cover: the library `{library}` is missing", hint=_GET_PANGO)


def _cause(exit_code: int | None) -> str:
    if exit_code is None:
        return "no exit status"
    return f"signal {-exit_code}" if exit_code < 0 else f"exit status {exit_code}"


def _refused(address: str) -> Diagnostic:
    return Diagnostic(
        "W001",
        f"`{address}` is not a file of the publication and was not fetched",
        hint="put the file into the publication's folder and name it from there",
    )


def _logged(text: str, document: Document) -> Diagnostic | None:
    if any(pattern.match(text) for pattern in _HARMLESS):
        return None
    for pattern, make in _KINDS:
        found = pattern.match(text)
        if found:
            return make(found, document)
    return Diagnostic("W009", f"the layout engine complains: {_one_line(text)}")


def _glyph(found: re.Match[str], document: Document) -> Diagnostic:
    char, code = found["char"], found["code"]
    return Diagnostic(
        "W004",
        f"no typeface of the brand has the character `{char}` (U+{code})",
        span=next(_places(char, document), None),
        hint="write it with other characters, or choose a typeface that has it in the brand",
    )


def _places(text: str, document: Document) -> Iterator[Span]:
    """Yield the first place of a text in each chapter and entry that has it."""
    for chapter in document.publication.chapters:
        at = chapter.source.text.find(text, chapter.body_start)
        if at >= 0:
            yield chapter.source.span(at, at + len(text))
    for entry in document.publication.bibliography.entries.values():
        at = entry.span.text.find(text)
        if at >= 0:
            yield entry.span.source.span(entry.span.start + at, entry.span.start + at + len(text))


def undrawn_formulas(texts: Iterable[str], document: Document) -> tuple[Diagnostic, ...]:
    """Report the formulas that stand in the PDF as they were typed."""
    return tuple(
        Diagnostic(
            "W011",
            f"the formula `{_one_line(tex)}` stands in the PDF as it was typed",
            span=next(_places(tex, document), None),
            hint="write it with simpler commands",
        )
        for tex in texts
    )


def _picture(found: re.Match[str], document: Document) -> Diagnostic:
    name = found["name"].rpartition("/")[2]
    path = next((item.path for item in document.pictures.values() if item.file_name == name), name)
    why = _one_line(found["why"].lstrip(": "))
    return Diagnostic("W005", f"image `{path}` cannot be drawn" + (f": {why}" if why else ""), file=path)


def _css(found: re.Match[str], document: Document) -> Diagnostic:
    what = _one_line(found["what"] + found["why"]).rstrip(".")
    place = f"build/work/pdf/book.css, line {found['line']}"
    return Diagnostic(
        "W007",
        f"the stylesheet has a rule that is not understood: {what}",
        span=find_line(document.publication, int(found["line"])),
        notes=(f"in {place}",),
    )


def _font(found: re.Match[str], _: Document) -> Diagnostic:
    return Diagnostic("W008", f"a font file of `{found['family']}` cannot be loaded")


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Document], Diagnostic]], ...] = (
    (_GLYPH, _glyph),
    (_PICTURE, _picture),
    (_FONT, _font),
    (_CSS, _css),
)


def _one_line(text: str) -> str:
    return " ".join(text.split())
