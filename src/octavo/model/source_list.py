"""How a publication wants its sources listed and written: keys of the metadata."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from octavo.source import Span


@dataclass(frozen=True, slots=True)
class SourceSection:
    """A section of the list: sources with one of the `keywords`, in lower case, and of one of the `types`.

    An empty filter lets all through. A section without any, `is_rest`, has what belongs in no other.
    """

    title: str
    keywords: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)

    @property
    def is_rest(self) -> bool:
        """Whether the section takes what is left."""
        return not (self.keywords or self.types)


@dataclass(frozen=True, slots=True)
class SourceList:
    """The list of sources: its sections, () for one list, and whether the chapters' sources follow."""

    sections: tuple[SourceSection, ...] = ()
    by_chapter: bool = False


@dataclass(frozen=True, slots=True)
class Transliteration:
    """Cyrillic sources in Latin letters: the scheme for each language (`uk`, `ru`, `be`) that has one.

    With `keeps_original`, titles stand in brackets in their own letters as well.
    """

    schemes: Mapping[str, str] = field(default_factory=dict)
    keeps_original: bool = False
