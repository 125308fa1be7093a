"""The door to Jinja2: one environment for chapters, one for the templates of the house style.

Both are sandboxed, immutable and strict about undefined names (Jinja documentation, "Sandbox" and
"Undefined Types"). Comments are `{## … ##}`, since `{#id}` is an attribute of Pandoc's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from octavo.templating.faults import ENDLESS, TemplateFault, TooMuch, syntax_fault

if TYPE_CHECKING:
    from jinja2 import BaseLoader
    from jinja2.ext import Extension
    from jinja2.lexer import Token
    from jinja2.nodes import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_CELL = "octavo_cell"
_TO_CELL = (("rparen", ")"), ("pipe", "|"), ("name", _CELL))
_LARGEST_POWER_BITS = 20_000
_BY_CHANCE = ("lipsum", "random")
"""What gives another text each time, so that no two builds would be alike."""
_CLOCKS = frozenset({"today", "fromtimestamp", "now", "utcnow", "utcfromtimestamp"})
"""Methods of dates that ask the clock, or where on earth the machine stands."""

_BAR = re.compile(r"(?<!\\)\|")


def chapter_environment() -> "ImmutableSandboxedEnvironment":
    """Make the environment in which chapters are rendered: text, so nothing is escaped."""
    environment = _environment(None, autoescape=False)
    environment.finalize = _printable
    environment.filters[_CELL] = _cell
    environment.add_extension(_cells_extension())
    return environment


def house_environment(folders: tuple[Path, ...]) -> "ImmutableSandboxedEnvironment":
    """Make the environment of the house style; a file in an earlier folder replaces its namesake.

    Everything printed is escaped for HTML, whatever the template's file name.
    """
    from jinja2 import ChoiceLoader, FileSystemLoader

    environment = _environment(
        ChoiceLoader([FileSystemLoader(folder) for folder in folders]), autoescape=True
    )
    environment.folders = folders  # type: ignore[attr-defined]  # for the child, which makes its own
    return environment


def _environment(loader: "BaseLoader | None", *, autoescape: bool) -> "ImmutableSandboxedEnvironment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Environment(ImmutableSandboxedEnvironment):
        """Takes `row.items` for the value of that name, not for a method of the mapping `row`."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, Mapping) and attribute in obj:
                return obj[attribute]
            return super().getattr(obj, attribute)

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            is_clock = isinstance(obj, date) and attr in _CLOCKS
            return not is_clock and super().is_safe_attribute(obj, attr, value)

        intercepted_binops = frozenset({"**"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if isinstance(left, int) and isinstance(right, int):
                _check_power(left, right)
            return super().call_binop(context, operator, left, right)

    environment = Environment(
        loader=loader,
        autoescape=autoescape,
        undefined=StrictUndefined,
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in _BY_CHANCE:
        environment.globals.pop(name, None)
        environment.filters.pop(name, None)
    return environment


def _check_power(base: int, exponent: int) -> None:
    """Refuse a power that Python would reckon for hours, and not let itself be interrupted."""
    if exponent > 0 and base.bit_length() * exponent > _LARGEST_POWER_BITS:
        raise TooMuch(f"the power of {str(base)[:20]} and {str(exponent)[:20]} is too large a number")


def _cells_extension() -> "type[Extension]":
    """Make the extension by which a value that a row of a pipe table prints keeps to its cell.

    It passes the value through the filter `_CELL`. What a template computes is left alone, since
    `{{ names | join(' | ') }}` may be several cells on purpose.
    """
    from jinja2.ext import Extension
    from jinja2.lexer import Token

    class Cells(Extension):
        """Looks at the last line of the text before each `{{ … }}`."""

        def filter_stream(self, stream: "Iterable[Token]") -> "Iterator[Token]":
            start, expression = "", list[Token]()
            is_open = False
            for token in stream:
                if token.type == "data":
                    start = _line_start(start, token.value)
                if token.type == "variable_end":
                    is_cell = start == "|" and _is_one_cell(expression)
                    yield from _in_cell(expression) if is_cell else expression
                    expression, is_open = [], False
                if is_open:
                    expression.append(token)
                else:
                    yield token
                is_open = is_open or token.type == "variable_begin"
            yield from expression

    def _in_cell(expression: list[Token]) -> list[Token]:
        before, *after = (Token(expression[0].lineno, *kind) for kind in (("lparen", "("), *_TO_CELL))
        return [before, *expression, *after]

    return Cells


def _line_start(start: str, text: str) -> str:
    """Return the first sign of the line that a text ends in; `start` is that of the line it begins in."""
    _, newline, last = text.rpartition("\n")
    return last.lstrip()[:1] if newline else start or last.lstrip()[:1]


def _is_one_cell(expression: Sequence["Token"]) -> bool:
    """Tell whether an expression writes no bar and calls only filters: a macro may print several cells."""
    calls = (index for index, token in enumerate(expression) if token.type == "lparen")
    bars = (token for token in expression if token.type == "string" and "|" in token.value)
    is_plain = all(index > 1 and expression[index - 2].type == "pipe" for index in calls)
    return bool(expression) and is_plain and not any(bars)


def _cell(value: Any) -> Any:
    """Return a text so that it stays in the cell of a pipe table: its bars escaped, its lines one."""
    return _BAR.sub(r"\\|", " ".join(value.splitlines())) if isinstance(value, str) else value


def _printable(value: Any) -> Any:
    """Return the value of a `{{ … }}`; one that is empty, or a function, would be printed as Python names it.

    Raises TemplateRuntimeError of Jinja2.
    """
    from jinja2 import TemplateRuntimeError, Undefined

    if value is None:
        message = "a value is empty; `{{ … or '' }}` prints nothing in its place"
        raise TemplateRuntimeError(message)
    if callable(value) and not isinstance(value, Undefined):
        message = f"`{getattr(value, '__name__', 'it')}` is a function, not a value"
        raise TemplateRuntimeError(message)
    return value


def parse_text(environment: "ImmutableSandboxedEnvironment", text: str) -> "Template":
    """Parse a chapter's text into Jinja2's own tree, without rendering it.

    Raises TemplateFault.
    """
    from jinja2 import TemplateSyntaxError

    try:
        return environment.parse(text)
    except TemplateSyntaxError as error:
        raise syntax_fault(error, "<chapter>") from error
    except RecursionError as error:
        raise TemplateFault(ENDLESS, "<chapter>", None, is_costly=True) from error
