"""The order of the seven stages; the only place that knows it."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from octavo.check import check_publication
from octavo.diagnostics import Diagnostic, Outcome, has_errors, in_order
from octavo.load import load_publication
from octavo.model import FORMATS, Artifact, Document, Format, Publication
from octavo.parse import parse_rendering
from octavo.policy import NO_POLICY, Policy, policy_of
from octavo.progress import Progress
from octavo.publish import (
    REFUSALS,
    WORK,
    BuildFolder,
    Comparison,
    Manifest,
    as_recorded,
    build_gone,
    build_lock,
    compare_editions,
    no_scratch,
    publish_editions,
    read_manifest,
    recorded_formats,
    refusal,
    settle_build,
    states,
    unsettled,
)
from octavo.render import render_publication
from octavo.scratch import own_scratch, scratch_in
from octavo.source import Span
from octavo.templating import scribe
from octavo.vega import draughtsman
from octavo.verify import verify_editions, verify_fully
from octavo.write import write_editions
from octavo.write.engine import Engine

STAGES: tuple[str, ...] = ("load", "check", "render", "parse", "write", "verify", "publish")


@dataclass(frozen=True, slots=True)
class EditionSummary:
    """One finished edition; `seconds` is how long it took to write."""

    path: Path
    size_bytes: int
    pages: int | None
    notes: int
    seconds: float


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a run found and made, diagnostics in the order of files and places.

    `comparison` is there instead of `editions` when a manifest was to be compared with.
    """

    diagnostics: tuple[Diagnostic, ...]
    editions: tuple[EditionSummary, ...] = ()
    comparison: Comparison | None = None


@dataclass(frozen=True)
class _Reading:
    """The way from folder to document: `document` is None when an error ended it.

    `diagnostics` are all that was found, before the publication's `policy` judges them.
    """

    document: Document | None
    diagnostics: list[Diagnostic]
    policy: Policy = NO_POLICY


def check(root: Path, watch: Progress) -> BuildResult:
    """Run the stages up to parse and report what they find; nothing is written into the publication."""
    undone = unsettled() if settle_build(root) else ()
    try:
        with own_scratch() as scratch:
            reading = _read(root, scratch / WORK, watch)
    except REFUSALS as error:
        return BuildResult((*undone, refusal(error, root, no_scratch)))
    finally:
        watch.finish()
    return _result(reading.policy, [*undone, *reading.diagnostics])


@dataclass(frozen=True, slots=True)
class Wish:
    """How a build is wanted.

    `formats` None means those of the publication's metadata. With `against`, the path of a manifest, what
    was written is compared with what the manifest describes, and nothing is published. With
    `is_verified_fully`, all validators must find nothing before anything is published.
    """

    formats: tuple[Format, ...] | None = None
    against: Path | None = None
    is_verified_fully: bool = False


DEFAULTS = Wish()


def build(root: Path, watch: Progress, wish: Wish = DEFAULTS) -> BuildResult:
    """Run all seven stages; the run ends between two stages when the first has found an error.

    Either all wanted editions in `build/` are new or all are as they were.
    """
    recorded = read_manifest(wish.against, root) if wish.against else Outcome(None)
    if recorded.diagnostics:
        return BuildResult(recorded.diagnostics)
    try:
        with _place(root) as held:
            return _build_in(held, root, watch, wish, recorded.value)
    except REFUSALS as error:
        return BuildResult((refusal(error, root),))
    finally:
        watch.finish()


@contextlib.contextmanager
def _place(root: Path) -> Iterator[BuildFolder | None]:
    """Hold `build/`, and have all that is temporary lie there; a folder without a text gets no `build/`."""
    if not (root / "manuscript").is_dir():
        with own_scratch():
            yield None
        return
    with build_lock(root) as held, scratch_in(held.path / WORK / "tmp"):
        yield held


def _build_in(
    held: BuildFolder | None, root: Path, watch: Progress, wish: Wish, recorded: Manifest | None
) -> BuildResult:
    """Build, and tell of what was undone before, or that `build/` was taken away meanwhile."""
    try:
        result = _build(root, watch, wish, recorded, held)
    except OSError:
        if held is None or held.is_there:
            raise
        return BuildResult((build_gone(),))
    if held is not None and held.was_unsettled:
        return replace(result, diagnostics=(*unsettled(), *result.diagnostics))
    return result


def _build(
    root: Path, watch: Progress, wish: Wish, recorded: Manifest | None, held: BuildFolder | None
) -> BuildResult:
    before = states(root)
    # The engine comes first: its slow import then runs beside the stages that need no pages.
    with Engine() as engine:
        reading = _read(root, root / "build" / "work", watch)
        policy, found = reading.policy, reading.diagnostics
        if reading.document is None or has_errors(policy.judge(found)):
            return _result(policy, found)
        document = as_recorded(reading.document, recorded) if recorded else reading.document
        wanted = wish.formats or (recorded_formats(recorded) if recorded else ())
        wanted = wanted or document.publication.metadata.formats
        watch.stage("write")
        written = write_editions(document, wanted, engine, watch)
        found += written.diagnostics
        libraries = engine.libraries()
    if not has_errors(policy.judge(found)):
        watch.stage("verify")
        found += _verified(document, written.value, wish)
        found += _unused_by_editions(policy, found, wanted)
    if has_errors(policy.judge(found)):
        return _result(policy, found)
    watch.stage("publish")
    if recorded:
        compared = compare_editions(document, written.value, recorded, libraries, before)
        return replace(_result(policy, [*found, *compared.diagnostics]), comparison=compared.value)
    if held is not None and not held.is_there:
        return _result(policy, [*found, build_gone()])
    published = publish_editions(document, written.value, libraries, before)
    found += published.diagnostics
    return _result(policy, found, _summaries(document, written.value, published.value))


def _verified(document: Document, artifacts: Sequence[Artifact], wish: Wish) -> tuple[Diagnostic, ...]:
    """Read the editions back; ask the validators only about what is sound, since they take their time."""
    found = verify_editions(document, artifacts)
    if wish.is_verified_fully and not has_errors(found):
        found += verify_fully(document, artifacts)
    return found


def _result(
    policy: Policy, found: Sequence[Diagnostic], editions: tuple[EditionSummary, ...] = ()
) -> BuildResult:
    return BuildResult(tuple(in_order(policy.judge(found))), editions)


def _unused_by_editions(
    policy: Policy, found: Sequence[Diagnostic], wanted: Sequence[Format]
) -> list[Diagnostic]:
    """Judge the exceptions from what editions are found to be, once all of them have been made."""
    return list(policy.unused(found, "WV")) if set(wanted) == set(FORMATS) else []


def _read(root: Path, work_path: Path, watch: Progress) -> _Reading:
    """Go from load to parse. Check and render both speak before an error ends the run."""
    watch.stage("load")
    loaded = load_publication(root)
    found = list(loaded.diagnostics)
    if loaded.value is None:
        return _Reading(None, found)
    publication: Publication = replace(loaded.value, work_path=work_path)
    scribe().warm()
    if publication.charts:
        draughtsman().warm()
    watch.stage("check")
    found += check_publication(publication)
    watch.stage("render")
    rendered = render_publication(publication)
    found += _unsaid(rendered.diagnostics, found)
    policy = policy_of(publication)
    if has_errors(policy.judge(found)):
        return _Reading(None, found, policy)
    watch.stage("parse")
    parsed = parse_rendering(rendered.value)
    found += parsed.diagnostics
    found += policy.unused(found, "LCRP")
    return _Reading(parsed.value, found, policy)


def _unsaid(later: Sequence[Diagnostic], earlier: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Leave out what says of a whole line what check has said of an unknown name in it."""
    names = [known.span for known in earlier if known.code == "C010" and known.span]
    return [found for found in later if not (found.span and any(_covers(found.span, name) for name in names))]


def _covers(line: Span, word: Span) -> bool:
    return line.source is word.source and line.start <= word.start and word.end <= line.end


def _summaries(
    document: Document, artifacts: Sequence[Artifact], paths: Sequence[Path]
) -> tuple[EditionSummary, ...]:
    return tuple(
        EditionSummary(path, path.stat().st_size, artifact.pages, len(document.notes), artifact.seconds)
        for artifact, path in zip(artifacts, paths, strict=False)
    )
