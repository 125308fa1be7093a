"""Characters that have no place in a text: no edition could show them, or they deceive its readers."""

import re
from collections.abc import Iterator

from octavo.diagnostics import Diagnostic
from octavo.model import Publication
from octavo.source import SourceFile

_CONTROL = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
_DIRECTION = "\\u202a-\\u202e\\u2066-\\u2069"
_PRIVATE = "\\ue000-\\uf8ff\\U000f0000-\\U0010ffff"
_NOTHING = "\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff"
_UNFIT = re.compile(f"(?P<control>[{_CONTROL}])|(?P<direction>[{_DIRECTION}])|[{_PRIVATE}{_NOTHING}]")


def check_characters(publication: Publication) -> Iterator[Diagnostic]:
    """C013: a control character, one that turns the direction of text, or one without meaning."""
    for source in _sources(publication):
        for found in _UNFIT.finditer(source.text):
            what = "control character" if found["control"] else "character that has no meaning of its own"
            if found["direction"]:
                what = "character that changes the order in which readers see the text"
            yield Diagnostic(
                "C013",
                f"U+{ord(found[0]):04X} is a {what}",
                source.span(*found.span()),
                hint="remove it: it cannot be seen, but your editor can search for it",
            )


def _sources(publication: Publication) -> list[SourceFile]:
    """List the files whose text can get into an edition, each once."""
    sources = [span.source for span in publication.metadata.spans.values()]
    sources += [chapter.source for chapter in publication.chapters]
    sources += [entry.span.source for entry in publication.bibliography.entries.values()]
    sources += [file.source for file in publication.data.values()]
    return list({source.path: source for source in sources}.values())
