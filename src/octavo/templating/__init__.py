"""Jinja2: what may stand in templates (`environments`), and the process that renders them (`scribe`).

Templates come with a publication, so they are a stranger's programs: each runs in a sandbox of Jinja2
in a child process with limits of time, memory and output.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from octavo.templating.environments import chapter_environment, house_environment, parse_text
from octavo.templating.faults import TemplateFault
from octavo.templating.scribe import Scribe, Values, scribe

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = [
    "Scribe",
    "TemplateFault",
    "Values",
    "chapter_environment",
    "house_environment",
    "parse_text",
    "render_file",
    "render_text",
    "scribe",
]

_LINE_END = re.compile(r"\r\n?")


def render_text(text: str, values: Values) -> str:
    """Render a chapter's text.

    Raises TemplateFault, with the line where it happened.
    """
    if "{" not in text:
        return _LINE_END.sub("\n", text)  # as Jinja2 gives back what holds nothing of its own
    return scribe().render_text(text, values)


def render_file(environment: "ImmutableSandboxedEnvironment", name: str, values: Mapping[str, Any]) -> str:
    """Render a template of the house style by name.

    Raises TemplateFault, with the name and line of the template where it happened.
    """
    return scribe().render_file(environment.folders, name, values)  # type: ignore[attr-defined]  # our own class
