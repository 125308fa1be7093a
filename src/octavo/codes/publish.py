"""Diagnostic codes of the stage publish."""

from octavo.codes.table import Code

PUBLISH: dict[str, Code] = {}
