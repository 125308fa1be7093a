"""Diagnostic codes of the stage load."""

from octavo.codes.table import Code

LOAD: dict[str, Code] = {}
