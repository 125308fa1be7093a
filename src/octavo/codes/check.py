"""Diagnostic codes of the stage check."""

from octavo.codes.table import Code

CHECK: dict[str, Code] = {}
