"""Faults of templates, shown in the publication's own files where it has such a file."""

import re
from collections.abc import Iterator

from octavo.diagnostics import Diagnostic, nearest
from octavo.house import house_templates_path
from octavo.model import Publication
from octavo.source import SourceFile, Span, read_source
from octavo.templating import TemplateFault

_REMARK = re.compile(r"\{#(?!#)[^{}]*(?<!#)#\}")
_MISSING = "there is no value"
_MISSING_HINT = "print a value that docs/templates.md lists; put `| default('')` behind what may be missing"
_HOUSE_HINT = "this is octavo's own template: the value that it prints comes from the brand or the metadata"


def template_diagnostic(fault: TemplateFault, publication: Publication) -> Diagnostic:
    """Say what is wrong with a template: at its line when the publication has it, else without a place."""
    if fault.is_costly:
        return _costly(fault, publication)
    where = f"line {fault.line}" if fault.line else "an unknown line"
    message = f"template `{fault.template}` fails at {where}: {fault.message}"
    source = _own_source(publication, fault.template)
    if source is None:
        return Diagnostic("W003", message, hint=_HOUSE_HINT)
    hint = _MISSING_HINT if fault.message.startswith(_MISSING) else None
    if not fault.line:
        return Diagnostic("W003", message, hint=hint, file=source.path)
    return Diagnostic("W003", message, span=source.line_span(fault.line), hint=hint)


def _costly(fault: TemplateFault, publication: Publication) -> Diagnostic:
    source = _own_source(publication, fault.template)
    return Diagnostic(
        "W014",
        f"template `{fault.template}` asks for too much: {fault.message}",
        span=source.line_span(fault.line) if source and fault.line else None,
        hint="take back the last change of this template, or of what it includes",
        file=source.path if source else None,
    )


def find_line(publication: Publication, line: int) -> Span | None:
    """Find a line (from 1) of the PDF's finished stylesheet in the publication's own templates.

    The line is found when exactly as it stands, but for its indentation, it is in one of them.
    """
    try:
        finished = read_source(publication.work_path / "pdf" / "book.css", publication.root)
    except (OSError, UnicodeDecodeError, ValueError):
        return None
    wanted = finished.line_text(line).strip()
    folder = publication.templates_path
    for path in sorted(folder.rglob("*.css.j2")) if folder and wanted else ():
        source = _own_source(publication, path.relative_to(folder or path).as_posix())
        for number, text in enumerate(source.text.splitlines() if source else (), start=1):
            if source and text.strip() == wanted:
                return source.line_span(number)
    return None


def stray_remarks(publication: Publication) -> Iterator[Diagnostic]:
    """W012: what is a remark elsewhere in Jinja2 and is printed here, in the publication's own templates."""
    folder = publication.templates_path
    for path in sorted(folder.rglob("*.j2")) if folder else ():
        source = _own_source(publication, path.relative_to(folder or path).as_posix())
        for found in _REMARK.finditer(source.text) if source else ():
            if source:
                span = source.span(*found.span())
                message = "what stands in `{# … #}` is printed, since a remark is `{## … ##}` here"
                yield Diagnostic("W012", message, span, hint="write a second `#` on both sides")


def unused_templates(publication: Publication) -> Iterator[Diagnostic]:
    """W013: a template of the publication's own that replaces none and that no other of its own names."""
    folder = publication.templates_path
    house = house_templates_path()
    if folder is None or folder.resolve() == house.resolve():
        return
    known = {path.relative_to(house).as_posix() for path in house.rglob("*.j2")}
    own = {path.relative_to(folder).as_posix() for path in folder.rglob("*.j2")}
    sources = {name: source for name in sorted(own) if (source := _own_source(publication, name))}
    for name, source in sources.items():
        if name in known or any(name in other.text for other in sources.values() if other is not source):
            continue
        near = nearest(name, known, cutoff=0.8)
        yield Diagnostic(
            "W013",
            f"`{name}` replaces no template of the house style, and nothing includes it",
            hint=f"did you mean `{near}`?" if near else "`octavo templates list` shows their names",
            file=source.path,
        )


def _own_source(publication: Publication, name: str) -> SourceFile | None:
    """Read a template of the publication's own; None when the house style's is in use."""
    if publication.templates_path is None:
        return None
    try:
        return read_source(publication.templates_path / name, publication.root)
    except (OSError, UnicodeDecodeError, ValueError):
        return None
