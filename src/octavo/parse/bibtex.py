"""Entries written as BibTeX again, from fields that were read or changed."""

from collections.abc import Mapping


def written_entry(kind: str, citekey: str, fields: Mapping[str, str], *, is_aligned: bool = False) -> str:
    """Write an entry, one field a line, without a line end behind it; for people, the values are aligned."""
    width = max((len(name) for name in fields), default=0) if is_aligned else 0
    lines = "".join(f"  {name:<{width}} = {_value(name, value)},\n" for name, value in fields.items())
    return f"@{kind}{{{citekey},\n{lines}}}"


def _value(name: str, value: str) -> str:
    """Write a value in braces, but not the name of a month: BibTeX knows these as words of its own."""
    return value if name == "month" and value.isalpha() and len(value) == 3 else f"{{{value}}}"
