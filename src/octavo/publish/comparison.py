"""Compare a build with a manifest: are the editions the same bytes and, if not, what differs?

What differs is told in the order in which somebody would look for it: the editions first, then what they
were made from, then what they were made with.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from octavo.diagnostics import Diagnostic
from octavo.model import FORMATS, Document, Format

Manifest = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a comparison.

    `same` are the names of editions with the same bytes, `others` of those without; `differences` are
    the recorded causes, also when they changed nothing.
    """

    same: tuple[str, ...]
    others: tuple[str, ...]
    differences: tuple[Diagnostic, ...]
    diagnostics: tuple[Diagnostic, ...]


def recorded_formats(recorded: Manifest) -> tuple[Format, ...]:
    """Give the formats of the editions that a manifest describes, in the usual order."""
    described = {edition["format"] for edition in recorded["editions"].values()}
    return tuple(name for name in FORMATS if name in described)


def as_recorded(document: Document, recorded: Manifest) -> Document:
    """Take commit and day from a manifest where there is no Git, as in an archive of the source."""
    publication = document.publication
    if publication.revision is not None or recorded["commit"] is None:
        return document
    known = replace(publication, commit=printed_commit(recorded))
    if publication.date_origin == "nothing" and recorded["date_from"] == "commit":
        day = date.fromisoformat(recorded["date"])
        known = replace(known, edition_date=day, date_origin="commit")
    return replace(document, publication=known)


def printed_commit(manifest: Manifest) -> str | None:
    """Give the commit that the editions of a manifest print: none when not all was committed."""
    commit: str | None = None if manifest["uncommitted"] else manifest["commit"]
    return commit


def compare(recorded: Manifest, made: Manifest) -> Comparison:
    """Compare what was made with what a manifest records, edition by edition.

    Diagnostics are given only when the bytes of an edition differ.
    """
    same, others, found = [], [], []
    for name, edition in made["editions"].items():
        before = _edition(recorded, edition["format"])
        if before is not None and before["sha256"] == edition["sha256"]:
            same.append(name)
        else:
            others.append(name)
            found.append(_unlike(name, edition, before, recorded))
    differences = (*_differences(recorded, made), *_marks(recorded, made))
    known = {edition["format"] for edition in recorded["editions"].values()}
    is_unexplained = any(made["editions"][name]["format"] in known for name in others) and not differences
    if others:
        found += differences
    if is_unexplained:
        found.append(_unexplained())
    return Comparison(tuple(same), tuple(others), differences, tuple(found))


def _edition(recorded: Manifest, format_: str) -> Mapping[str, Any] | None:
    return next((it for it in recorded["editions"].values() if it["format"] == format_), None)


def _unlike(
    name: str, edition: Mapping[str, Any], before: Mapping[str, Any] | None, recorded: Manifest
) -> Diagnostic:
    """B006: an edition is not the recorded one."""
    if before is None:
        message = f"`{name}` has nothing to be compared with: the manifest has no {edition['format'].upper()}"
        return Diagnostic("B006", message, hint="choose the editions with `--format`")
    notes: tuple[str, ...] = ()
    if before.get("made_from") != recorded["made_from"]:
        notes = ("the manifest keeps it from an earlier build: what that was made from is not recorded",)
    message = f"`{name}` is not the same: {_sizes(edition, before)}"
    return Diagnostic("B006", message, hint="what differs is told below", notes=notes)


def _sizes(edition: Mapping[str, Any], before: Mapping[str, Any]) -> str:
    now, then = edition.get("size"), before.get("size")
    return "it has as many bytes, and others" if now == then else f"it has {now} bytes and had {then}"


def _differences(recorded: Manifest, made: Manifest) -> Iterator[Diagnostic]:
    yield from _dates(recorded, made)
    yield from _files(recorded["inputs"], made["inputs"])
    yield from _style(recorded["style"], made["style"])
    yield from _typefaces(recorded["typefaces"], made["typefaces"])
    yield from _tools(recorded, made)


def _marks(recorded: Manifest, made: Manifest) -> Iterator[Diagnostic]:
    """B007: an EPUB was made beside a PDF, whose pages it marks, and the other was not."""
    for name, edition in made["editions"].items():
        before = _edition(recorded, edition["format"]) or {}
        now, then = edition.get("has_page_marks"), before.get("has_page_marks", edition.get("has_page_marks"))
        if now and not then:
            hint = "build it alone: `--format epub`"
            yield Diagnostic("B007", f"`{name}` marks the PDF’s pages, and did not", hint=hint)
        elif then and not now:
            hint = "build the PDF too: `--format pdf --format epub`"
            yield Diagnostic("B007", f"`{name}` does not mark the PDF’s pages, and did", hint=hint)


def _dates(recorded: Manifest, made: Manifest) -> Iterator[Diagnostic]:
    then, now = recorded["date"], made["date"]
    if then != now:
        came = f"from {_origin(made)}, and was {then}, from {_origin(recorded)}"
        hint = "set `date` in the metadata, or build the same commit"
        yield Diagnostic("B007", f"the edition’s date is {now}, {came}", hint=hint)
    elif recorded["moment"] != made["moment"]:
        message = f"the files’ moment is {made['moment']} and was {recorded['moment']}"
        yield Diagnostic("B007", message, hint=_epoch_hint(recorded["moment"]))
    before, after = printed_commit(recorded), printed_commit(made)
    if before != after:
        message = f"the printed commit is {_named(after)} and was {_named(before)}"
        hint = "check out that commit, without changes to the publication’s files"
        yield Diagnostic("B007", message, hint=hint)


def _origin(manifest: Manifest) -> str:
    names = {
        "metadata": "the metadata",
        "commit": "the commit",
        "nothing": "nowhere: there are neither metadata nor a commit that give one",
    }
    return names.get(manifest["date_from"], f"`{manifest['date_from']}`")


def _named(commit: str | None) -> str:
    return f"`{commit}`" if commit else "none"


def _epoch_hint(moment: str) -> str:
    try:
        seconds = int(datetime.fromisoformat(moment).timestamp())
    except (ValueError, OverflowError, OSError):
        return "set `SOURCE_DATE_EPOCH` as it was set then"
    return f"set `SOURCE_DATE_EPOCH={seconds}`"


def _files(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """B007: a file of the publication is another, new or gone."""
    for name in sorted({*then, *now}):
        if name not in then:
            yield Diagnostic("B007", f"`{name}` is new: the manifest does not know it", file=name)
        elif name not in now:
            yield Diagnostic("B007", f"`{name}` is gone, or no longer used", file=name)
        elif then[name]["sha256"] != now[name]["sha256"]:
            yield Diagnostic("B007", f"`{name}` was changed", file=name)


def _style(then: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> Iterator[Diagnostic]:
    """B007: the citation style is another. One of the publication's own is among its files."""
    before, after = then or {}, now or {}
    if before.get("name") != after.get("name"):
        message = f"the citation style is `{after.get('name')}` and was `{before.get('name')}`"
        yield Diagnostic("B007", message)
    elif before.get("from") != after.get("from"):
        name = after.get("name")
        message = f"the citation style `{name}` is from {after.get('from')} and was from {before.get('from')}"
        yield Diagnostic("B007", message)
    elif before.get("sha256") != after.get("sha256") and after.get("from") != "publication":
        yield Diagnostic("B007", f"the citation style `{after.get('name')}` was changed by its authors")


def _typefaces(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Diagnostic]:
    """B007: an installed typeface is another, new or gone."""
    for name in sorted({*then, *now}):
        if name not in then:
            yield Diagnostic("B007", f"the typeface `{name}` is new: the manifest does not know it")
        elif name not in now:
            yield Diagnostic("B007", f"the typeface `{name}` is gone, or no longer used")
        elif then[name] != now[name]:
            yield Diagnostic("B007", f"the typeface `{name}` is another file")


def _tools(recorded: Manifest, made: Manifest) -> Iterator[Diagnostic]:
    """B008: a program, a library or a package has another version."""
    for kind in ("tools", "packages"):
        then, now = recorded[kind], made[kind]
        for name in sorted({*then, *now}):
            before, after = then.get(name), now.get(name)
            if before != after:
                message = f"{_title(name)} is {_version(after)} and was {_version(before)}"
                yield Diagnostic("B008", message, hint="install what the manifest names")
    if recorded["code"] != made["code"] and recorded["tools"].get("octavo") == made["tools"].get("octavo"):
        message = "octavo’s own code or house style is not the same, though its version is"
        yield Diagnostic("B008", message, hint="use the same release, or the same commit of octavo")


_TITLES = {
    "python": "Python",
    "pandoc": "Pandoc",
    "pango": "Pango",
    "harfbuzz": "HarfBuzz",
    "harfbuzz-subset": "HarfBuzz-Subset",
    "harfbuzz-vector": "HarfBuzz-Vector",
    "weasyprint": "WeasyPrint",
    "platform": "the kind of machine",
}


def _title(name: str) -> str:
    return _TITLES.get(name, name)


def _version(version: str | None) -> str:
    return "not there" if version is None else version


def _unexplained() -> Diagnostic:
    """B009: nothing that is recorded differs, and the bytes do."""
    return Diagnostic(
        "B009",
        "all that the manifest records is the same, and the bytes are not",
        hint="build once more; if it stays so, tell octavo’s authors, with both manifests",
    )
