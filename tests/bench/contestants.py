"""The commands that are timed: octavo, and other ways from the same Markdown to a PDF.

The others get what octavo gives to Pandoc: the chapters after Jinja2, the vetted bibliography and the
same style, with charts as PNG. None of them makes an EPUB or a DOCX on the way; with WeasyPrint, Pandoc's
notes stand at the end of the text.
"""

import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from octavo.pandoc import pandoc_path

_CHART = re.compile(r"\((?:\.\./)?figures/([\w-]+)\.vl\.(?:yaml|json)\)")
_DRAWING = re.compile(r"\((?:\.\./)?figures/([\w-]+)\.svg\)")
Command = Sequence[str]


def octavo_commands(root: Path) -> Mapping[str, Sequence[Command]]:
    """Return octavo's own commands for a publication."""
    build = [sys.executable, "-m", "octavo", "build", str(root)]
    return {
        "octavo: PDF, EPUB and DOCX": [build],
        "octavo: PDF": [[*build, "--format", "pdf"]],
        "octavo: EPUB": [[*build, "--format", "epub"]],
        "octavo: DOCX": [[*build, "--format", "docx"]],
    }


def peer_commands(root: Path, folder: Path) -> Mapping[str, Sequence[Command]]:
    """Lay the peers' text out in `folder` and return their commands; `root` must have been built."""
    text = _lay_out(root, folder)
    pandoc = [
        str(pandoc_path()),
        text,
        "--citeproc",
        "--csl=style.csl",
        "--bibliography=bibliography.bib",
        "--toc",
    ]
    commands: dict[str, Sequence[Command]] = {
        "pandoc + WeasyPrint: PDF, endnotes": [
            [*pandoc, "--standalone", "--output=book.html"],
            [sys.executable, "-m", "weasyprint", "--quiet", "book.html", "weasyprint.pdf"],
        ],
        "pandoc + Typst: PDF": [
            [*pandoc, "--standalone", "--to=typst", "--output=book.typ"],
            [sys.executable, "-c", "import typst; typst.compile('book.typ', output='typst.pdf')"],
        ],
    }
    if shutil.which("xelatex"):
        fonts = ["--variable=mainfont:DejaVu Serif"]
        commands["pandoc + XeLaTeX: PDF"] = [[*pandoc, "--pdf-engine=xelatex", *fonts, "--output=latex.pdf"]]
    return commands


def _lay_out(root: Path, folder: Path) -> str:
    """Copy what the peers read and return the name of the text."""
    work = root / "build" / "work"
    (folder / "figures").mkdir()
    for picture in (work / "media").glob("*.png"):
        shutil.copy(picture, folder / "figures" / picture.name.removeprefix("figures-"))
    for name in ("style.csl", "bibliography.bib"):
        shutil.copy(work / "text" / name, folder)
    chapters = sorted((work / "text").glob("chapter-*.md"), key=lambda path: int(path.stem.split("-")[1]))
    texts = [_without_marker(path.read_text(encoding="utf-8")) for path in chapters]
    title = "---\ntitle: A book\nlang: en-GB\n---\n\n"
    (folder / "book.md").write_text(title + "\n\n".join(texts), encoding="utf-8")
    return "book.md"


def _without_marker(text: str) -> str:
    """Drop the marker of the chapter, and name pictures as PNG, which every engine reads."""
    text = text.split("\n", 1)[1]
    return _DRAWING.sub(r"(figures/\1.png)", _CHART.sub(r"(figures/\1.png)", text))
