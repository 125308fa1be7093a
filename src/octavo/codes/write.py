"""Diagnostic codes of the stage write."""

from octavo.codes.table import Code

WRITE: dict[str, Code] = {}
