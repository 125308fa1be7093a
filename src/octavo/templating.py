"""The only door to Jinja2: one environment for chapters, one for the templates of the house style.

Both are sandboxed, immutable and strict about undefined names (Jinja documentation, "Sandbox" and
"Undefined Types"). Comments are `{## … ##}`, since `{#id}` is an attribute of Pandoc's.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import BaseLoader, TemplateSyntaxError
    from jinja2.nodes import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
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
