"""Values for templates as plain ones, which another process can be sent and which can do nothing."""

from collections.abc import ItemsView, KeysView, Mapping, Sequence, ValuesView
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import PurePath
from types import SimpleNamespace
from typing import Any


class Record(SimpleNamespace):
    """What was an object of octavo's: its public values by name, and nothing else."""


class Row(Record):
    """What was a named tuple: its values by name, and in their order."""

    def __iter__(self) -> Any:
        return iter(self._ordered)


_AS_THEY_ARE = (bool, int, float, bytes, date, PurePath, type(None))
_COLLECTIONS = (Sequence, KeysView, ValuesView, ItemsView)
_LEFT_OUT = object()


def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as a template may see them.

    Objects become records of their fields and properties, without places in files and what is not shown
    of them (`repr=False`). What is neither value nor collection is left out.
    """
    given: dict[str, Any] = _plain_mapping(values)
    return given


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value if type(value) is str or hasattr(value, "__html__") else str(value)
    if isinstance(value, _AS_THEY_ARE):
        return value
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    is_object = is_dataclass(value) or hasattr(value, "_fields")
    return _plain_object(value) if is_object else _plain_collection(value)


def _plain_object(value: Any) -> Record:
    if is_dataclass(value):
        return Record(
            **_named(value, [field.name for field in fields(value) if field.repr and field.compare])
        )
    return Row(**_named(value, value._fields), _ordered=[_plain(item) for item in value])


def _plain_collection(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain_items(value))
    if isinstance(value, set | frozenset):
        return frozenset(_plain_items(value))
    return _plain_items(value) if isinstance(value, _COLLECTIONS) else _LEFT_OUT


def _plain_mapping(value: Mapping[Any, Any]) -> dict[Any, Any]:
    pairs = ((key, _plain(item)) for key, item in value.items())
    return {key: item for key, item in pairs if item is not _LEFT_OUT}


def _plain_items(items: Any) -> list[Any]:
    plain = (_plain(item) for item in items)
    return [item for item in plain if item is not _LEFT_OUT]


def _named(value: Any, names: Sequence[str]) -> dict[str, Any]:
    kind = type(value)
    properties = [name for name in dir(kind) if isinstance(getattr(kind, name, None), property)]
    public = [name for name in (*names, *properties) if not name.startswith("_")]
    return _plain_mapping({name: getattr(value, name) for name in public})
