"""Where inputs begin: pieces of the files that this repository has, of every grammar."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.fuzz.words import words_of
from tests.support.source_services import ARXIV, CROSSREF, GOOGLE, NEWS, OPEN_LIBRARY

FUZZ = Path(__file__).parent
REPOSITORY = FUZZ.parents[1]
FOUND = FUZZ / "found"
SAMPLES = FUZZ / "samples"
_FOLDERS = (
    "tests/diagnostics",
    "tests/golden",
    "tests/gallery/specimen",
    "manuscript",
    "bibliography",
    "templates",
)
_SUFFIXES = {
    "yaml": (".yaml", ".yml"),
    "bibtex": (".bib",),
    "markdown": (".md",),
    "svg": (".svg",),
    "csv": (".csv",),
    "toml": (".lock",),
    "template": (".html", ".css"),
    "json": (".json",),
}


def seeds_of(grammar: str, longest: int) -> list[bytes]:
    """Give pieces of texts of a grammar, each at most so long, in a steady order."""
    pieces = {piece: None for text in _texts(grammar) for piece in _pieces(text, longest)}
    return list(pieces)


def found_for(name: str) -> list[Path]:
    """Give the inputs that once broke the law for a target."""
    return sorted(path for path in (FOUND / name).glob("*") if path.is_file())


def _texts(grammar: str) -> Iterator[bytes]:
    for suffix in _SUFFIXES.get(grammar, ()):
        for folder in _FOLDERS:
            paths = sorted((REPOSITORY / folder).rglob(f"*{suffix}"))
            yield from (path.read_bytes() for path in paths if path.is_file())
    yield from (path.read_bytes() for path in sorted(SAMPLES.glob(f"*.{grammar}")))
    yield from _own(grammar)
    yield b" ".join(words_of(grammar)[:40])


def _own(grammar: str) -> Sequence[bytes]:
    own = {
        "xml": [ARXIV.encode()],
        "html": [NEWS.encode()],
        "csv": [b'year,price\n2020,"1,5"\n2021,2\n', b"a;b\n1;2\n", b"a\tb\n1\t2\n"],
        "json": [repr(item).replace("'", '"').encode() for item in ([CROSSREF], OPEN_LIBRARY, GOOGLE)],
        "words": list(words_of("words")),
        "template": [
            b"{% for row in data.prices %}| {{ row.year }} |\n{% endfor %}",
            b"{{ metadata.title | upper }}",
        ],
    }
    return own.get(grammar, [])


def _pieces(text: bytes, longest: int) -> Iterator[bytes]:
    """Cut a text at the ends of lines into pieces; of a long one, only some are taken."""
    if len(text) <= longest:
        yield text
        return
    starts = [0, *(at + 1 for at, byte in enumerate(text) if byte == 10)]
    step = max(1, len(starts) // 8)
    for start in starts[::step]:
        yield text[start : start + longest]
