"""Characters that have no place in a text: no edition could show them, or they deceive its readers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from octavo.characters import unfit_characters
from octavo.diagnostics import Diagnostic
from octavo.model import Publication
from octavo.source import SourceFile, Span

_HINT = "remove it: it cannot be seen, but your editor can search for it"
_CODE_HINT = "remove the code that stands for it, such as `\\u202e`"


def check_characters(publication: Publication) -> Iterator[Diagnostic]:
    """C013: a control character, one that turns the direction of text, an invisible or a meaningless one."""
    for source in _sources(publication):
        for found in unfit_characters(source.text):
            span = source.span(found.offset, found.offset + 1)
            yield Diagnostic("C013", found.message, span, hint=_HINT)
    yield from _in_values(publication)


def check_file_names(publication: Publication) -> Iterator[Diagnostic]:
    """C061: the name of a file has a character that nobody sees, or that shows another name than it has."""
    for name in sorted(publication.files | publication.outside):
        found = next(unfit_characters(name), None)
        if found or re.search(r"[\t\r\n]", name):
            message = found.message if found else "a tab or the end of a line stands in it"
            hint = "give the file another name: letters, digits, hyphens"
            yield Diagnostic("C061", f"the name of `{name}` deceives: {message}", hint=hint, file=name)


def _in_values(publication: Publication) -> Iterator[Diagnostic]:
    """Find what YAML and JSON write as a code, behind a backslash, so that the file does not have it."""
    metadata, brand = publication.metadata, publication.brand
    for name, span in metadata.spans.items():
        value = getattr(metadata, "authors" if name == "author" else name, None)
        yield from _in_value(value, span, span.source.path)
    place = next(iter(brand.spans.values()), None)
    yield from _in_value(brand, None, place.source.path if place else "templates/_brand.yml")
    for data in publication.data.values():
        yield from _in_value(data.value, None, data.source.path, data.source.text)


def _in_value(value: Any, span: Span | None, path: str, text: str = "") -> Iterator[Diagnostic]:
    written = span.text if span else text
    found = {unfit.char: unfit for unfit in unfit_characters("\n".join(_strings(value)))}
    for char, unfit in found.items():
        if char not in written:
            file = None if span else path
            yield Diagnostic("C013", unfit.message, span, hint=_CODE_HINT, file=file)


def _strings(value: Any) -> Iterator[str]:
    """Yield every text in a value, names included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _strings(key)
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value) and not isinstance(value, SourceFile | Span | type):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


def _sources(publication: Publication) -> list[SourceFile]:
    """List the files whose text can get into an edition, each once."""
    sources = [span.source for span in publication.metadata.spans.values()]
    sources += [span.source for span in publication.brand.spans.values()]
    sources += [chapter.source for chapter in publication.chapters]
    sources += [entry.span.source for entry in publication.bibliography.entries.values()]
    sources += [file.source for file in publication.data.values()]
    sources += [file.source for file in publication.charts.values()]
    return list({source.path: source for source in sources}.values())
