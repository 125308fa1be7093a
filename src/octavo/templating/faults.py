"""What can be wrong with a template, in our words and at its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError

_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_MISSING = re.compile(
    r"^'(?:dict|list|str|octavo\.[\w.]+) object' has no attribute '(.+)'$|^'(.+)' is undefined$"
)
ENDLESS = "macros or includes call themselves, or expressions hold each other, without end"


@dataclass(unsafe_hash=True)  # Python sets traces on exceptions: they cannot be frozen
class TemplateFault(Exception):
    """A template is wrong: the message, the template's name and the line (from 1) if known.

    `is_syntax` says that it is no Jinja2, `is_costly` that rendering it takes more than there is.
    """

    message: str
    template: str
    line: int | None
    is_syntax: bool = False
    is_costly: bool = False


class TooMuch(BaseException):
    """A template wants more than there is; no template's expression swallows this, as it does exceptions."""


def syntax_fault(error: "TemplateSyntaxError", name: str) -> TemplateFault:
    """Say in one line what Jinja2 says in sentences."""
    return TemplateFault(_syntax_message(error), error.name or name, error.lineno, is_syntax=True)


def value_fault(error: BaseException, names: list[str], name: str) -> TemplateFault:
    """Say what went wrong while a template was rendered; `names` are those that it may have included."""
    template, line = _place(error.__traceback__, names, name)
    costly = _costly_message(error)
    if costly is not None:
        return TemplateFault(costly, template, line, is_costly=True)
    return TemplateFault(_message(error), template, line)


def _costly_message(error: BaseException) -> str | None:
    if isinstance(error, RecursionError):
        return ENDLESS
    if isinstance(error, MemoryError):
        return "it needs too much memory"
    is_range = isinstance(error, OverflowError) and "MAX_RANGE" in str(error)
    return str(error) if isinstance(error, TooMuch) else "a range is too long" if is_range else None


def _syntax_message(error: "TemplateSyntaxError") -> str:
    text = error.message or "syntax error"
    if unclosed := _UNCLOSED.search(text):
        return f"`{{% {unclosed[1]} … %}}` is never closed"
    first = text.partition(". ")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def _message(error: BaseException) -> str:
    from jinja2 import TemplateError, UndefinedError

    if isinstance(error, UndefinedError) and (name := _MISSING.search(error.message or "")):
        return f"there is no value `{name[1] or name[2]}`"
    if isinstance(error, TemplateError):
        return (error.message or type(error).__name__).rstrip(".")
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _place(trace: TracebackType | None, names: list[str], name: str) -> tuple[str, int | None]:
    """Find the innermost template in the traceback, which `name` may have included, and the line in it."""
    place: tuple[str, int | None] = (name, None)
    for path, line in _iter_frames(trace):
        found = [candidate for candidate in names if path.endswith(f"/{candidate}")]
        if found:
            place = (max(found, key=len), line)
        elif path.endswith("<template>"):
            place = (name, line)
    return place


def _iter_frames(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    """Yield file and line of each frame; where Jinja2 did not rewrite it, the line of the template's text."""
    while trace is not None:
        frame: Any = trace.tb_frame
        template = frame.f_globals.get("__jinja_template__")
        line = template.get_corresponding_lineno(trace.tb_lineno) if template else trace.tb_lineno
        yield Path(frame.f_code.co_filename).as_posix(), line
        trace = trace.tb_next
