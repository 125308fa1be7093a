"""Diagnostic codes of the stage parse."""

from octavo.codes.table import Code

PARSE: dict[str, Code] = {}
