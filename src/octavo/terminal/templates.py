"""The templates of the house style, as the command line lists, shows and copies them."""

import re
from dataclasses import dataclass
from pathlib import Path

from octavo.diagnostics import nearest
from octavo.house import house_templates_path
from octavo.report.cells import visible

FOLDER = "templates"
"""Where a publication keeps the templates that replace those of the house style."""

_COMMENT = re.compile(r"\{##(.*?)##\}|/\*(.*?)\*/|\A((?:#[^\n]*\n)+)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_PURPOSE_LENGTH = 90
_REPLACED = "*"
_ADDED = "+"


@dataclass(frozen=True, slots=True)
class Template:
    """A template by its name below `templates/`, with what it is for in a sentence or two.

    `mark` is `*` when the publication replaces it, `+` when it is the publication's alone, else "".
    """

    name: str
    purpose: str
    mark: str = ""


def template_names(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of the templates in a folder (the house style's, without one) in their order."""
    top = folder or house_templates_path()
    names = (path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())
    kept = (name for name in names if name.endswith(".j2") or name == "_brand.yml")
    return tuple(sorted(kept, key=lambda name: (name.count("/"), name)))


def list_templates(root: Path) -> tuple[Template, ...]:
    """Return the house style's templates and those that the publication at `root` adds to them."""
    known, own = template_names(), _own_names(root)
    house = [
        Template(name, purpose_of(template_text(name)), _REPLACED if name in own else "") for name in known
    ]
    added = [
        Template(name, "replaces no template of the house style", _ADDED) for name in own if name not in known
    ]
    return (*house, *added)


def _own_names(root: Path) -> tuple[str, ...]:
    """Return the names of a publication's own templates; none where it lies around the house style itself."""
    folder = root / FOLDER
    is_house = folder.resolve() == house_templates_path().resolve()
    return () if is_house else template_names(folder)


def template_lines(templates: tuple[Template, ...]) -> list[str]:
    """Write templates as a table of plain lines, with what its marks mean where it has some."""
    width = max(len(template.name) for template in templates)
    lines = [
        visible(f"{template.mark:1} {template.name:{width}}  {template.purpose}".rstrip())
        for template in templates
    ]
    marks = {template.mark for template in templates}
    legend = [
        f"{mark} {meaning}"
        for mark, meaning in (
            (_REPLACED, f"replaced by a file of the publication's {FOLDER}/"),
            (_ADDED, f"a file of the publication's {FOLDER}/ alone"),
        )
        if mark in marks
    ]
    return [*lines, "", *legend] if legend else lines


def nearest_template(name: str) -> str | None:
    """Return the template whose name, with or without its folder and endings, is most like this one."""
    known = template_names()
    by_stem = {_stem(full): full for full in reversed(known)}
    near = nearest(name, known)
    return near or by_stem.get(nearest(_stem(name), by_stem) or "")


def _stem(name: str) -> str:
    return name.rpartition("/")[2].partition(".")[0]


def template_text(name: str) -> str:
    """Return a template of the house style as it stands."""
    return (house_templates_path() / name).read_bytes().decode("utf-8")


def copy_template(name: str, root: Path) -> Path:
    """Copy a template of the house style into the publication at `root`; return where it lies now.

    Raises FileExistsError when the publication has it already.
    """
    path = root / FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write((house_templates_path() / name).read_bytes())
    return path


def purpose_of(text: str) -> str:
    """Return what a template says of itself: the sentences of its first comment that fit into one line."""
    comment = _COMMENT.search(text)
    if not comment:
        return ""
    words = " ".join(line.lstrip("# ") for line in (comment[1] or comment[2] or comment[3]).splitlines())
    first, *more = _SENTENCE_END.split(" ".join(words.split()))
    for sentence in more:
        if len(first) + 1 + len(sentence) > _PURPOSE_LENGTH:
            break
        first = f"{first} {sentence}"
    return first
