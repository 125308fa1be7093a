"""The only door to Jinja2: one environment for chapters, one for the templates of the house style.

Both are sandboxed, immutable and strict about undefined names (Jinja documentation, "Sandbox" and
"Undefined Types"). Comments are `{## … ##}`, since `{#id}` is an attribute of Pandoc's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import BaseLoader, TemplateSyntaxError
    from jinja2.ext import Extension
    from jinja2.lexer import Token
    from jinja2.nodes import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_CELL = "octavo_cell"
_TO_CELL = (("rparen", ")"), ("pipe", "|"), ("name", _CELL))
_BAR = re.compile(r"(?<!\\)\|")
_MISSING = re.compile(
    r"^'(?:dict|list|str|octavo\.[\w.]+) object' has no attribute '(.+)'$|^'(.+)' is undefined$"
)


@dataclass(frozen=True, slots=True)
class TemplateFault(Exception):
    """A template is wrong: the message, the template's name and the line (from 1) if known."""

    message: str
    template: str
    line: int | None
    is_syntax: bool = False


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

    return _environment(ChoiceLoader([FileSystemLoader(folder) for folder in folders]), autoescape=True)


def _environment(loader: "BaseLoader | None", *, autoescape: bool) -> "ImmutableSandboxedEnvironment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Environment(ImmutableSandboxedEnvironment):
        """Takes `row.items` for the value of that name, not for a method of the mapping `row`."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, Mapping) and attribute in obj:
                return obj[attribute]
            return super().getattr(obj, attribute)

    return Environment(
        loader=loader,
        autoescape=autoescape,
        undefined=StrictUndefined,
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


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
            line, expression = "", list[Token]()
            is_open = False
            for token in stream:
                if token.type == "data":
                    line = (line + token.value).rpartition("\n")[2]
                if token.type == "variable_end":
                    is_cell = line.lstrip().startswith("|") and _is_one_cell(expression)
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


def render_text(environment: "ImmutableSandboxedEnvironment", text: str, values: Mapping[str, Any]) -> str:
    """Render a chapter's text.

    Raises TemplateFault, with the line where it happened.
    """
    from jinja2 import TemplateSyntaxError

    try:
        return environment.from_string(text).render(values)
    except TemplateSyntaxError as error:
        raise TemplateFault(_syntax_message(error), "<chapter>", error.lineno, is_syntax=True) from error
    except Exception as error:  # whatever a template's expression can raise is the template's fault
        raise TemplateFault(_message(error), "<chapter>", _line(error, "<template>")) from error


def parse_text(environment: "ImmutableSandboxedEnvironment", text: str) -> "Template":
    """Parse a chapter's text into Jinja2's own tree, without rendering it.

    Raises TemplateFault.
    """
    from jinja2 import TemplateSyntaxError

    try:
        return environment.parse(text)
    except TemplateSyntaxError as error:
        raise TemplateFault(_syntax_message(error), "<chapter>", error.lineno, is_syntax=True) from error
    except RecursionError as error:
        raise TemplateFault("expressions within expressions without end", "<chapter>", None) from error


def render_file(environment: "ImmutableSandboxedEnvironment", name: str, values: Mapping[str, Any]) -> str:
    """Render a template of the house style by name.

    Raises TemplateFault, with the name and line of the template where it happened.
    """
    from jinja2 import TemplateSyntaxError

    try:
        return environment.get_template(name).render(values)
    except TemplateSyntaxError as error:
        raise TemplateFault(
            _syntax_message(error), error.name or name, error.lineno, is_syntax=True
        ) from error
    except Exception as error:
        template, line = _place(error, environment.list_templates(), name)
        raise TemplateFault(_message(error), template, line) from error


def _syntax_message(error: "TemplateSyntaxError") -> str:
    """Say in one line what Jinja2 says in sentences."""
    text = error.message or "syntax error"
    if unclosed := _UNCLOSED.search(text):
        return f"`{{% {unclosed[1]} … %}}` is never closed"
    first = text.partition(". ")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def _message(error: Exception) -> str:
    from jinja2 import TemplateError, UndefinedError

    if isinstance(error, UndefinedError) and (name := _MISSING.search(error.message or "")):
        return f"there is no value `{name[1] or name[2]}`"
    if isinstance(error, TemplateError):
        return (error.message or type(error).__name__).rstrip(".")
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _line(error: Exception, name: str) -> int | None:
    """Find the last line of the template in the traceback: Jinja2 rewrites its frames to template lines."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(name):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _place(error: Exception, names: list[str], name: str) -> tuple[str, int | None]:
    """Find the innermost template in the traceback, which `name` may have included, and the line in it."""
    place: tuple[str, int | None] = (name, None)
    trace = error.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename).as_posix()
        found = [candidate for candidate in names if path.endswith(f"/{candidate}")]
        if found:
            place = (max(found, key=len), trace.tb_lineno)
        trace = trace.tb_next
    return place
