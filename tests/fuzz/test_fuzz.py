"""The quick part of `make fuzz`: what was found stays mended, and some inputs of every kind are read."""

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from octavo.diagnostics import Diagnostic
from octavo.source import SourceFile
from tests.fuzz.law import Trial, judge, seconds_allowed
from tests.fuzz.mutation import Mutator, change_zip, grow
from tests.fuzz.seeds import FOUND, found_for, seeds_of
from tests.fuzz.targets import TARGETS
from tests.fuzz.words import HOSTILE, words_of

STEADY = [name for name, target in TARGETS.items() if target.steady]
QUICK = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Trial]:
    """Begin a target, once for all inputs."""

    @cache
    def begin(name: str) -> Trial:
        return TARGETS[name].begin(tmp_path_factory.mktemp(name))

    return begin


@pytest.mark.parametrize("name", sorted(path.name for path in FOUND.iterdir() if path.is_dir()))
def test_what_was_found_stays_mended(name: str, begun: Callable[[str], Trial]) -> None:
    """Each input that once broke the law is read, or told of, in time."""
    found = {path.name: judge(begun(name), path.read_bytes())[0] for path in found_for(name)}

    assert found
    assert {path: breach for path, breach in found.items() if breach} == {}


@pytest.mark.parametrize("name", STEADY)
def test_any_input_is_read_or_told_of(name: str, begun: Callable[[str], Trial]) -> None:
    """Words of a grammar in any order, and pieces of good files that were changed, keep the law."""
    target = TARGETS[name]
    seeds = [piece for piece in seeds_of(target.grammar, 300) if piece] or [b"\x00\x01\x00\x00"]
    mutator = Mutator(seeds, words_of(target.grammar), target.longest)
    joined = st.lists(st.sampled_from([*mutator.words, *HOSTILE]), max_size=12).map(b" ".join)
    changed = st.builds(mutator.change, st.sampled_from(seeds), st.integers(0, 2**32))

    @QUICK
    @given(joined | changed | st.binary(max_size=40))
    def keeps_the_law(content: bytes) -> None:
        assert judge(begun(name), content)[0] is None

    keeps_the_law()


@pytest.mark.parametrize(
    ("name", "beginning", "piece", "end"),
    [
        ("bibliography", b"@book{doe2020,\n", b"  = {A Book},\n", b"}\n"),
        ("markdown-prose", b"Text [", b"@doe2020; ", b"@roe2020].\n"),
        ("markdown-prose", b"Text ", b"[@doe2020] ", b".\n"),
        ("tables-csv", b"year,", b"price,", b"side\n"),
        ("export-bibtex", b"% ", b"\n", b"@book{doe2020, title = {A}}"),
    ],
)
def test_time_grows_with_the_length(
    name: str, beginning: bytes, piece: bytes, end: bytes, begun: Callable[[str], Trial]
) -> None:
    """What stands in a file thousands of times takes no longer for each than what stands there once."""
    content = beginning + piece * (50_000 // len(piece)) + end

    assert judge(begun(name), content)[0] is None
    assert judge(begun(name), content)[1] < 2


def test_the_law_sees_what_breaks_it() -> None:
    """An exception, a place beyond its source, an empty message and slowness are breaches of their kinds."""
    source = SourceFile("a.md", "abc")

    def raising(_: bytes) -> list[Diagnostic]:
        raise KeyError("x")

    def beyond(_: bytes) -> list[Diagnostic]:
        return [Diagnostic("L002", "it is wrong", source.span(2, 9))]

    def without_words(_: bytes) -> list[Diagnostic]:
        return [Diagnostic("L002", " ", source.span(0, 1))]

    def slow(_: bytes) -> list[Diagnostic]:
        end = time.process_time() + seconds_allowed(1) + 0.05
        while time.process_time() < end:
            pass
        return []

    breaches = [judge(trial, b"x")[0] for trial in (raising, beyond, without_words, slow)]

    assert [breach.kind if breach else "" for breach in breaches] == ["raise", "report", "report", "slow"]


def test_reports_of_hostile_words_steer_nothing() -> None:
    """A diagnostic that quotes whatever a file may hold, in its words or its path, is shown safely."""
    for word in HOSTILE:
        text = word.decode("utf-8", "replace")
        source = SourceFile(f"manuscript/{text}.md", f"a {text} b")
        shown = Diagnostic("L002", f"`{text}` is wrong", source.span(0, 3), hint=text, notes=(text,))
        assert judge(lambda _, shown=shown: [shown], b"")[0] is None  # type: ignore[misc]


def test_the_same_number_makes_the_same_input() -> None:
    """A finding can be made again: chance is drawn from the number alone."""
    mutator = Mutator([b"title: A\n", b"lang: uk\n"], words_of("yaml"), 300)
    made = [mutator.change(b"title: A\n", number) for number in range(200)]

    assert made == [mutator.change(b"title: A\n", number) for number in range(200)]
    assert len(set(made)) > 150
    assert max(map(len, made)) <= 300


def test_inputs_grow_as_asked() -> None:
    """A grown input has about the size that was asked for, and begins as it did."""
    sizes = [len(grow(content, 5000)) for content in (b"a", b"[x](y)", b"# Title\n\nText.\n")]

    assert [abs(size - 5000) < 100 for size in sizes] == [True] * 3
    assert grow(b"", 5000) == b""


def test_archives_stay_archives(tmp_path: Path) -> None:
    """Most changes of an archive change what is in it, not how it is packed."""
    import io
    import zipfile

    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", "<a/>")
    changed = [change_zip(path.read_bytes(), number, lambda text, _: text + b"!") for number in range(50)]

    good = [content for content in changed if zipfile.is_zipfile(io.BytesIO(content))]
    assert len(good) > 35
    assert len(set(good)) > 1
