"""Faults of a chart that Vega-Lite would draw as nothing, or refuse in words that help nobody."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from octavo.diagnostics import nearest

Records = Sequence[Mapping[str, Any]]

_MARK_NAMES = (
    "arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text "
    "tick trail"
)
_CHANNEL_NAMES = (
    "x y x2 y2 xOffset yOffset xError xError2 yError yError2 theta theta2 radius radius2 latitude latitude2 "
    "longitude longitude2 color fill stroke opacity fillOpacity strokeOpacity size shape angle strokeDash "
    "strokeWidth text tooltip href url description detail key order time facet row column"
)
_MARKS, _CHANNELS = _MARK_NAMES.split(), _CHANNEL_NAMES.split()
_MEASURES = ("quantitative", "ordinal", "nominal", "temporal", "geojson")
_MADE_UNNAMED = frozenset({"key", "value", "density", "prob", "count", "data"})
"""Fields that transforms make when nothing names them."""
_SHOWN_FIELDS = 8


@dataclass(unsafe_hash=True)  # Python sets traces on exceptions: they cannot be frozen
class ChartFault(Exception):
    """A chart cannot be drawn: the message, the word of the specification at fault, what mends it."""

    message: str
    word: str | None = None
    hint: str | None = None


def check_chart(specification: Any, tables: Mapping[str, Records]) -> None:
    """Refuse a specification that has no shape, reads from elsewhere, or names what is not there.

    Raises ChartFault.
    """
    _refuse_shapeless(specification)
    own = specification.get("datasets", {})
    _refuse_foreign(specification, {*own, *tables})
    _refuse_unknown(specification, {**tables, **own}, None, _made_fields(specification))


def iter_sources(node: Any) -> Iterator[Mapping[str, Any]]:
    """Yield each `data` of a specification, at whatever depth."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "data" and isinstance(value, Mapping):
                yield value
            else:
                yield from iter_sources(value)
    elif isinstance(node, list):
        for value in node:
            yield from iter_sources(value)


def _refuse_shapeless(specification: Any) -> None:
    if not isinstance(specification, Mapping):
        raise ChartFault("a chart is a mapping with `data`, `mark` and `encoding`")
    if not isinstance(specification.get("datasets", {}), Mapping):
        raise ChartFault("`datasets` must map names to lists of records", "datasets")


def _refuse_foreign(specification: Mapping[str, Any], known: set[str]) -> None:
    """Refuse what reads from elsewhere, and names that are no data file: Vega would draw nothing."""
    for data in iter_sources(specification):
        if "url" in data:
            message = "a chart cannot read from an address"
            raise ChartFault(message, str(data["url"]))
        name = data.get("name")
        if name is not None and "values" not in data and name not in known:
            message = f"there is no data file with records named `{name}`"
            raise ChartFault(message, str(name), _meant(str(name), sorted(known)))


def _refuse_unknown(
    view: Mapping[str, Any], tables: Mapping[str, Any], fields: frozenset[str] | None, made: frozenset[str]
) -> None:
    """Judge a view and those within it; `fields` are those of the records around it, None if unknown."""
    if "data" in view:
        fields = _fields_of(view["data"], tables)
    _judge_mark(view.get("mark"))
    for part in (view.get("encoding"), view.get("facet")):
        if isinstance(part, Mapping):
            _judge_encoding(part, fields, made)
    inner = [view.get("spec"), *(view.get(key) for key in ("layer", "concat", "hconcat", "vconcat"))]
    for item in inner:
        for nested in item if isinstance(item, list) else [item]:
            if isinstance(nested, Mapping):
                _refuse_unknown(nested, tables, fields, made)


def _judge_mark(mark: Any) -> None:
    name = mark.get("type") if isinstance(mark, Mapping) else mark
    if name is not None and name not in _MARKS:
        message = f"there is no mark `{name}`"
        raise ChartFault(message, str(name), _meant(str(name), _MARKS))
    if isinstance(mark, Mapping) and name is None:
        message = "`mark` has no `type`"
        raise ChartFault(message, "mark", "write the kind of mark, as in `mark: {type: bar}`")


def _judge_encoding(encoding: Mapping[str, Any], fields: frozenset[str] | None, made: frozenset[str]) -> None:
    channels = encoding if "field" not in encoding else {}
    for name in channels:
        if name not in _CHANNELS:
            message = f"there is no channel `{name}`"
            raise ChartFault(message, str(name), _meant(str(name), _CHANNELS))
    for definition in (encoding, *channels.values()):
        measure = definition.get("type") if isinstance(definition, Mapping) else None
        if isinstance(measure, str) and measure not in _MEASURES:
            message = f"there is no type of field `{measure}`"
            raise ChartFault(message, measure, _meant(measure, _MEASURES))
    for name in _named_fields(encoding):
        if fields is not None and not {name, *_roots(name)} & (fields | made):
            message = f"the records have no field `{name}`"
            raise ChartFault(message, name, _meant(name, sorted(fields)))


def _named_fields(node: Any) -> Iterator[str]:
    """Yield the value of each `field`, at whatever depth."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "field" and isinstance(value, str):
                yield value
            else:
                yield from _named_fields(value)
    elif isinstance(node, list):
        for value in node:
            yield from _named_fields(value)


def _roots(name: str) -> Iterator[str]:
    """Yield the field that `loans.sum` or `loans[0]` is a part of, and a name without its backslashes."""
    yield re.split(r"(?<!\\)[.\[]", name)[0]
    yield name.replace("\\", "")


def _fields_of(data: Any, tables: Mapping[str, Any]) -> frozenset[str] | None:
    """Give the fields of the records of a `data`; None when there are none to compare with."""
    if not isinstance(data, Mapping):
        return None
    rows = data.get("values", tables.get(str(data.get("name"))))
    if not isinstance(rows, Sequence) or not rows or not all(isinstance(row, Mapping) for row in rows):
        return None
    return frozenset(str(key) for row in rows for key in row)


def _made_fields(specification: Mapping[str, Any]) -> frozenset[str]:
    """Give the fields that transforms make anywhere in the specification."""
    made: set[str] = set()
    for transform in _iter_transforms(specification):
        made |= _MADE_UNNAMED
        made |= {name for key in ("as", "fields", "fold") for name in _names_under(transform, key)}
        if "pivot" in transform:
            made |= set(_named_fields(specification))  # it makes fields of values, whatever they are
    return frozenset(made)


def _iter_transforms(node: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(node, Mapping):
        transforms = node.get("transform")
        yield from (item for item in transforms or () if isinstance(item, Mapping))
        for value in node.values():
            yield from _iter_transforms(value)
    elif isinstance(node, list):
        for value in node:
            yield from _iter_transforms(value)


def _names_under(node: Any, wanted: str) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == wanted:
                yield from (str(name) for name in (value if isinstance(value, list) else [value]))
            else:
                yield from _names_under(value, wanted)
    elif isinstance(node, list):
        for value in node:
            yield from _names_under(value, wanted)


def _meant(word: str, known: Sequence[str]) -> str:
    like = nearest(word, known)
    if like:
        return f"did you mean `{like}`?"
    if not known:
        return "put a file with records into `manuscript/data/`"
    shown = ", ".join(f"`{name}`" for name in known[:_SHOWN_FIELDS])
    return f"there are {shown}" + (" and others" if len(known) > _SHOWN_FIELDS else "")
