"""Diagnostic codes of the stage render."""

from octavo.codes.table import Code

RENDER: dict[str, Code] = {}
