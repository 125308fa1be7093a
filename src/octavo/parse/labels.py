"""Cross-references that cannot be made, as diagnostics on what the author wrote."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from octavo.ast import Node, attributes_of, classes_of, iter_nodes
from octavo.diagnostics import Diagnostic
from octavo.elements import LABEL_KINDS, is_label
from octavo.model import Chapter, Rendering
from octavo.parse.first_place import finding_at
from octavo.source import Span

_IN_TEXT = re.compile(rf"\{{#((?:{'|'.join(LABEL_KINDS)}):[^\s{{}}]+)")
_PREFIX_OF: Mapping[str, str] = MappingProxyType({"Figure": "fig", "Table": "tbl", "Header": "sec"})


def label_findings(chapter: Chapter, blocks: list[Node]) -> list[Diagnostic]:
    """Report links without words, labels that stay in the text and labels on things of another kind."""
    return [
        *_empty_links(chapter, blocks),
        *_labels_in_text(chapter, blocks),
        *_labels_of_another_kind(chapter, blocks),
    ]


def _empty_links(chapter: Chapter, blocks: list[Node]) -> Iterator[Diagnostic]:
    """P016: a link that shows nothing."""
    links = (node["c"] for node in iter_nodes(blocks) if node["t"] == "Link")
    for target in dict.fromkeys(target for _, inlines, (target, _) in links if target and not inlines):
        label = target[1:] if target.startswith("#") and is_label(target[1:]) else ""
        hint = f"write `@{label}`" if label else "write words into its brackets"
        yield finding_at("P016", chapter, f"the link to `{target}` has no words", f"[]({target})", hint)


def _labels_in_text(chapter: Chapter, blocks: list[Node]) -> Iterator[Diagnostic]:
    """P017: a label in braces that Pandoc takes for text."""
    texts = (node["c"] for node in iter_nodes(blocks) if node["t"] == "Str")
    for label in dict.fromkeys(found[1] for text in texts for found in _IN_TEXT.finditer(text)):
        written = f"{{#{label}"
        if f"\\{written}" in chapter.source.text:
            continue
        hint = (
            "give the formula a paragraph of its own, `$$ … $$` and the label with nothing after it"
            if label.startswith("eq:")
            else "write it straight behind a figure, or at the end of a heading or of a table's caption"
        )
        yield finding_at("P017", chapter, f"the label `{label}` belongs to nothing", written, hint)


def _labels_of_another_kind(chapter: Chapter, blocks: list[Node]) -> Iterator[Diagnostic]:
    """P018: a figure with the label of a table, and the like."""
    for node in iter_nodes(blocks):
        is_formula = node["t"] == "Div" and "equation" in classes_of(node)
        wanted = "eq" if is_formula else _PREFIX_OF.get(node["t"])
        label = (attributes_of(node) or [""])[0]
        prefix, _, name = label.partition(":")
        if wanted and is_label(label) and prefix != wanted:
            kind, other = LABEL_KINDS[wanted], LABEL_KINDS[prefix]
            message = f"the {kind} has the label `{label}`, which is that of {_article(other)} {other}"
            hint = f"name it `{wanted}:{name}`, here and where you refer to it"
            yield finding_at("P018", chapter, message, f"#{label}", hint)


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def mixed_findings(rendering: Rendering, labels: Iterable[str]) -> list[Diagnostic]:
    """P014: a label and a source in one bracket."""
    return [
        _at(
            "P014",
            rendering,
            f"the bracket names the label `{label}` and a source at once",
            label,
            f"give the label a bracket of its own, `[@{label}]`, or write it in the text",
        )
        for label in dict.fromkeys(labels)
    ]


def unknown_label_findings(rendering: Rendering, labels: Iterable[str]) -> list[Diagnostic]:
    """P015: a cross-reference, perhaps printed by a template, to what is not there or has no number."""
    return [
        _at(
            "P015",
            rendering,
            f"nothing that is numbered has the label `{label}`",
            label,
            "give the label to a heading, to a figure or table with a caption, or to a formula of its own",
        )
        for label in labels
    ]


def _at(code: str, rendering: Rendering, message: str, label: str, hint: str) -> Diagnostic:
    """Make a diagnostic at the first place where a chapter refers to the label, else on that chapter."""
    for rendered in rendering.chapters:
        source = rendered.chapter.source
        place = source.text.find(f"@{label}", rendered.chapter.body_start)
        if place >= 0:
            return Diagnostic(code, message, Span(source, place, place + len(label) + 1), hint=hint)
    file = next((item.chapter.source.path for item in rendering.chapters if label in item.markdown), None)
    return Diagnostic(code, message, hint=hint, file=file or "manuscript")
