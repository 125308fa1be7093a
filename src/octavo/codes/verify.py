"""Diagnostic codes of the stage verify."""

from octavo.codes.table import Code

VERIFY: dict[str, Code] = {}
