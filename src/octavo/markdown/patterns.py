"""What a stretch of Markdown may hold besides words (Pandoc manual, "Pandoc's Markdown")."""

import re

ANGLE = re.compile(
    r"""<(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>
      | <!--.*?-->
      | </?[A-Za-z][\w:-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*/?>
      | <\?.*?\?>""",
    re.DOTALL | re.VERBOSE,
)
MATH = re.compile(r"\$\$(?:\\.|[^$\\])+\$\$|\$(?![\s$])(?:\\.|[^$\\])*?(?<!\s)\$(?!\d)", re.DOTALL)
NOTE_CALL = re.compile(r"\[\^[^\]\s]+\]")
TARGET = re.compile(
    r"""\(\s*+
        (?:<(?P<angle>(?:\\.|[^<>\n\\])*)>
          |(?P<bare>(?:\\.|[^\s()\\"]|\((?:\\.|[^()\\])*\)|\s++(?!["'()]))*))
        (?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))?\s*\)""",
    re.VERBOSE,
)
