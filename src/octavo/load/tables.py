"""Load `manuscript/data/`, what chapters print as `{{ data.<name> }}`, and descriptions of charts."""

import csv
import io
import re
from collections import Counter
from pathlib import Path, PurePosixPath

from octavo.diagnostics import Diagnostic, Outcome, Related
from octavo.load.files import Listing, read_file
from octavo.load.yaml_tree import YamlFault, parse_yaml, plain
from octavo.model import DataFile
from octavo.pictures import is_chart
from octavo.source import SourceFile

FOLDER = "manuscript/data"
SUFFIXES = (".yaml", ".csv")
_MOST_CELLS = 1_000_000
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


def load_tables(root: Path, listing: Listing) -> Outcome[dict[str, DataFile]]:
    """Load all files of data by name; a name is a file name without its suffix."""
    tables: dict[str, DataFile] = {}
    diagnostics: list[Diagnostic] = []
    for name in table_names(listing):
        read = read_file(root / name, root)
        diagnostics += read.diagnostics
        if read.value is None:
            continue
        loaded = read_table(read.value)
        diagnostics += loaded.diagnostics
        table = loaded.value
        if table is None:
            continue
        if table.name in tables:
            diagnostics.append(_clash(table, tables[table.name]))
        else:
            tables[table.name] = table
    return Outcome(tables, tuple(diagnostics))


def load_charts(root: Path, listing: Listing) -> Outcome[dict[str, DataFile]]:
    """Load all descriptions of charts under `manuscript/`, by path; a broken one is left out."""
    charts: dict[str, DataFile] = {}
    diagnostics: list[Diagnostic] = []
    for name in sorted(name for name in listing.files if is_chart(name)):
        read = read_file(root / name, root)
        diagnostics += read.diagnostics
        if read.value is None:
            continue
        try:
            charts[name] = DataFile(name, plain(parse_yaml(read.value)), read.value)
        except YamlFault as fault:
            diagnostics.append(fault.diagnostic("L010", "the chart"))
    return Outcome(charts, tuple(diagnostics))


def table_names(listing: Listing) -> list[str]:
    """Give the paths of the files of data, in path order."""
    paths = (PurePosixPath(name) for name in listing.names)
    return sorted(
        path.as_posix()
        for path in paths
        if path.parent.as_posix() == FOLDER and path.suffix in SUFFIXES and not path.name.startswith(".")
    )


def read_table(source: SourceFile) -> Outcome[DataFile | None]:
    """Read one file: YAML gives what it says, CSV a list of rows by the names in its first row."""
    path = PurePosixPath(source.path)
    if not _NAME.fullmatch(path.stem):
        hint = f"rename it to `{re.sub('[^A-Za-z0-9_]+', '_', path.stem)}{path.suffix}`"
        message = f"`{path.stem}` cannot be a name in a template"
        return Outcome(None, (Diagnostic("L010", message, hint=hint, file=source.path),))
    if path.suffix == ".csv":
        return _read_csv(source, path.stem)
    try:
        return Outcome(DataFile(path.stem, plain(parse_yaml(source)), source))
    except YamlFault as fault:
        return Outcome(DataFile(path.stem, {}, source), (fault.diagnostic("L010", "the data"),))


def _read_csv(source: SourceFile, name: str) -> Outcome[DataFile | None]:
    reader = csv.reader(io.StringIO(source.text, newline=""), strict=True)
    rows: list[dict[str, str]] = []
    header: list[str] = []
    line = 1
    try:
        for cells in reader:
            if not header:
                header = [cell.strip() for cell in cells]
                _check_header(header)
            elif cells:
                _check_width(cells, header)
                _check_count(len(rows) * len(header))
                rows.append(dict(zip(header, cells, strict=True)))
            line = reader.line_num + 1
    except (csv.Error, ValueError) as error:
        fault = Diagnostic(
            "L010",
            f"the table cannot be read: {error}",
            source.line_span(line),
            hint="give each row a cell for each name in the first row; put cells with commas in quotes",
        )
        return Outcome(DataFile(name, [], source), (fault,))
    return Outcome(DataFile(name, rows, source))


def _check_header(header: list[str]) -> None:
    twice = sorted(cell for cell, count in Counter(header).items() if count > 1)
    if twice:
        message = f"the column `{twice[0]}` is there twice"
        raise ValueError(message)
    if "" in header:
        message = f"column {header.index('') + 1} has no name"
        raise ValueError(message)


def _check_count(cells: int) -> None:
    if cells > _MOST_CELLS:
        message = f"the table has more than {_MOST_CELLS:,} cells"
        raise ValueError(message)


def _check_width(cells: list[str], header: list[str]) -> None:
    if len(cells) != len(header):
        message = f"the row has {len(cells)} cells, the first row {len(header)}"
        raise ValueError(message)


def _clash(second: DataFile, first: DataFile) -> Diagnostic:
    return Diagnostic(
        "L010",
        f"two files of data are called `{first.name}`",
        second.source.line_span(1),
        hint="rename one of them",
        related=(Related("the other one", first.source.line_span(1)),),
    )
