"""Blot out Jinja2: what it prints is not known yet, and its own text is no Markdown."""

import re

_OPENING = re.compile(r"\{[{%#]")

PRINTED = "\ue000"
"""Stands for a character of `{{ … }}`: some text will be here."""

SILENT = "\ue001"
"""Stands for a character of a statement or comment: nothing will be here."""

_TEMPLATE = re.compile(
    r"""(?P<comment>\{\#\#.*?\#\#\})
      | (?P<raw>\{%[-+]?\s*raw\s*[-+]?%\}(?P<verbatim>.*?)\{%[-+]?\s*endraw\s*[-+]?%\})
      | (?P<statement>\{%(?:"[^"]*"|'[^']*'|[^"'%{]|%(?!\})|\{(?!%))*%\})
      | (?P<printed>\{\{(?:"[^"]*"|'[^']*'|[^"'}{]|\}(?!\})|\{(?!\{))*\}\})""",
    re.DOTALL | re.VERBOSE,
)


def mask_templates(text: str, start: int) -> str:
    """Replace each character of Jinja2 in `text` from `start` on; lengths and places stay."""
    return _TEMPLATE.sub(_blot, text[start:]) if _OPENING.search(text) else text[start:]


def _blot(match: re.Match[str]) -> str:
    if match["printed"]:
        return PRINTED * len(match[0])
    if match["raw"]:
        before = match.start("verbatim") - match.start()
        after = match.end() - match.end("verbatim")
        return SILENT * before + match["verbatim"] + SILENT * after
    return SILENT * len(match[0])


def find_templates(text: str) -> list[str]:
    """Return the expressions and statements of a text, without comments and without what is raw."""
    found = _TEMPLATE.finditer(text) if _OPENING.search(text) else ()
    return [match[0] for match in found if match["printed"] or match["statement"]]


def only_templates(text: str, start: int) -> str:
    """Blot out all but expressions and statements in `text` from `start` on; lengths and places stay."""
    kept = [" "] * (len(text) - start)
    for match in _TEMPLATE.finditer(text[start:]):
        if match["printed"] or match["statement"]:
            kept[match.start() : match.end()] = match[0]
    return "".join(kept)
