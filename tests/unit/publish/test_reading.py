"""A manifest that somebody gives us."""

import copy
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.publish.comparison import as_recorded, compare, recorded_formats
from octavo.publish.manifest import as_json, make_manifest
from octavo.publish.reading import read_manifest
from tests.support.models import make_document, make_publication


def manifest_of(root: Path) -> dict[str, Any]:
    """Make a manifest as octavo writes it, with a made-up edition."""
    manifest = make_manifest(make_document(make_publication(root=root, csl=None)), (), {})
    return {**manifest, "editions": {"a.pdf": {"format": "pdf", "sha256": "a" * 64, "size": 3}}}


def test_what_octavo_writes_is_read(tmp_path: Path) -> None:
    """A manifest comes back as it was written."""
    path = tmp_path / "manifest.json"
    manifest = manifest_of(tmp_path)
    path.write_bytes(as_json(manifest))
    read = read_manifest(path, tmp_path)
    assert (read.value, read.diagnostics) == (manifest, ())


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("", "the manifest is broken: expecting value", (1, 1)),
        ('{\n  "manifest": 1,\n  "title": nobody\n}', "the manifest is broken: expecting value", (3, 12)),
        ("[" * 100_000, "the manifest is broken: it goes too deep", None),
        ("[]", "it is no manifest, or that of an octavo which recorded no inputs", None),
        ('{"editions": {}}', "it is no manifest, or that of an octavo which recorded no inputs", None),
        ('{\n  "manifest": 2}', "the manifest has the unknown form 2", (2, 3)),
        ('{"manifest": true}', "the manifest has the unknown form true", (1, 2)),
        ('{"manifest": "1"}', 'the manifest has the unknown form "1"', (1, 2)),
        ('{"manifest": 1}', "the manifest is broken: `date` is missing", (1, 2)),
    ],
)
def test_what_is_no_manifest_is_told(
    tmp_path: Path, text: str, message: str, place: tuple[int, int] | None
) -> None:
    """B005: what is broken, something else or of an unknown form is told with its place."""
    path = tmp_path / "manifest.json"
    path.write_text(text, encoding="utf-8")
    read = read_manifest(path, tmp_path)
    (found,) = read.diagnostics
    where = (found.span.first.line, found.span.first.column) if found.span else None
    assert (read.value, found.code, found.message, where) == (None, "B005", message, place)
    assert found.path == "manifest.json"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda it: it.update(date=3), "`date` is not a text"),
        (lambda it: it.update(date="yesterday"), "`date` is not a date"),
        (lambda it: it["editions"]["a.pdf"].pop("size"), "`a.pdf` has no `size`"),
        (lambda it: it.update(commit=3), "`commit` is not a text"),
        (lambda it: it.update(uncommitted={}), "`uncommitted` is not a list"),
        (lambda it: it.update(editions=[]), "`editions` is not an object"),
        (lambda it: it["editions"].update({"a.pdf": 3}), "`a.pdf` is not an object"),
        (
            lambda it: it["editions"]["a.pdf"].update(format="txt"),
            "`a.pdf` has no `format` that octavo knows",
        ),
        (lambda it: it["editions"]["a.pdf"].update(sha256="x"), "`a.pdf` is not 64 hexadecimal digits"),
        (lambda it: it.update(inputs={"b.md": {}}), "`b.md` is not 64 hexadecimal digits"),
        (lambda it: it.update(style=3), "`style` is not an object"),
        (lambda it: it.update(typefaces={"c.ttf": 3}), "`c.ttf` is not 64 hexadecimal digits"),
        (lambda it: it.update(tools={"pango": 3}), "`pango` is not a text"),
        (lambda it: it.update(packages=None), "`packages` is not an object"),
    ],
)
def test_what_a_manifest_may_not_say_is_told(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], message: str
) -> None:
    """B005: whatever somebody did to a manifest has its place and its name; nothing falls over it."""
    path = tmp_path / "manifest.json"
    manifest = manifest_of(tmp_path)
    change(manifest)
    path.write_text(json.dumps(manifest, indent=2), encoding="utf-8")
    read = read_manifest(path, tmp_path)
    (found,) = read.diagnostics
    assert (read.value, found.code, found.message) == (None, "B005", f"the manifest is broken: {message}")
    assert found.span is not None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@cache
def any_manifest() -> dict[str, Any]:
    """Make a manifest once."""
    return manifest_of(Path("nowhere"))


@given(st.data(), JSON)
def test_nothing_falls_over_a_manifest(draw: st.DataObject, value: object) -> None:
    """Whatever somebody puts in whatever place of a manifest: it is refused, or can be compared with."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        made = any_manifest()
        changed = copy.deepcopy(made)
        place = draw.draw(st.sampled_from(list(places(changed))))
        reach(changed, place[:-1])[place[-1]] = value
        (root / "m.json").write_text(json.dumps(changed), encoding="utf-8", errors="surrogatepass")
        read = read_manifest(root / "m.json", root)
        assert (read.value is None) == bool(read.diagnostics)
        if read.value is not None:
            compare(read.value, {**made, "date": "2001-01-01"})
            recorded_formats(read.value)
            bare = make_document(replace(make_publication(root=root), date_origin="nothing"))
            as_recorded(bare, read.value)


def places(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the way to each value in objects within objects."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*path, key))


def reach(value: Any, path: tuple[str, ...]) -> Any:
    """Go down a way."""
    for key in path:
        value = value[key]
    return value


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """B005: a folder, a file that is not there, one that is no text."""
    (tmp_path / "edition.pdf").write_bytes(b"%PDF-1.7\xff\xfe")
    messages = [
        read_manifest(tmp_path / name, tmp_path).diagnostics[0].message for name in ("no.json", "edition.pdf")
    ]
    assert messages == ["`no.json` cannot be read: no such file or directory", "`edition.pdf` is not UTF-8"]
