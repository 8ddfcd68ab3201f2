"""Values to JSON objects and back, driven by the types of the values: one plan a class, made once.

Reading is strict, because the file may come from anywhere: every value is checked against its type, and the error
names the place. Keys that no field has are ignored, so that a newer report still opens.
"""

import dataclasses
import math
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from citations.dates import PartialDate
from citations.errors import CitationError
from citations.records import CitationRecord, Name

T = TypeVar("T")
Writer = Callable[[Any], Any]
Reader = Callable[[Any, str], Any]

CSL_KEYS: Final[Mapping[str, str]] = {
    "url": "URL",
    "archive_url": "archive-url",
    "authors": "author",
    "container_title": "container-title",
    "doi": "DOI",
    "isbn": "ISBN",
}
"""The fields of a record under the names that CSL-JSON has for them; the others are called the same."""

SPARSE: Final[frozenset[type]] = frozenset({CitationRecord, Name})
"""Classes whose fields are left out where they hold their default, as CSL-JSON does."""


class UnreadableReportError(CitationError):
    """A file that is no report of ours: the message says where and what was expected. ``name``: the file's."""

    def __init__(self, problem: str, name: str = "") -> None:
        self.problem = problem
        which = f"the report {name}" if name else "the report"
        super().__init__(f"cannot read {which}: {problem}", "write one with: provenote check ARTICLE --format json")


def to_document(value: Any) -> Any:
    """Give the JSON value (dicts, lists, strings, numbers) of a report or a part of it."""
    kind: Any = type(value)
    return _writer(kind)(value)


def from_document(kind: type[T], document: object) -> T:
    """Give the value of class ``kind`` that a JSON value describes.

    Raises:
        UnreadableReportError: a value is missing or of another type; the message names its place.
    """
    plan: Any = kind
    made = _reader(plan)(document, "report")
    assert isinstance(made, kind)  # noqa: S101 - the plan makes nothing else; this tells the type checker
    return made


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlan:
    """How one field is written and read. ``default`` is ``dataclasses.MISSING`` where the field must be given."""

    name: str
    key: str
    kind: Any
    default: Any


@cache
def fields_of(kind: type) -> tuple[FieldPlan, ...]:
    """Give the fields of a value class with their keys in the document, in order."""
    hints = get_type_hints(kind)
    names = CSL_KEYS if kind is CitationRecord else {}
    return tuple(
        FieldPlan(
            name=field.name, key=names.get(field.name, field.name), kind=hints[field.name], default=_default(field)
        )
        for field in dataclasses.fields(kind)
    )


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def split_optional(kind: Any) -> tuple[Any, bool]:
    """Give the type without ``None``, and whether ``None`` was among its choices."""
    if get_origin(kind) in (Union, types.UnionType):
        choices = [choice for choice in get_args(kind) if choice is not types.NoneType]
        return choices[0], len(choices) < len(get_args(kind))
    return kind, False


# Writing


def _same(value: Any) -> Any:
    return value


@cache
def _writer(kind: Any) -> Writer:
    plain, optional = split_optional(kind)
    if optional:
        inner = _writer(plain)
        return _same if inner is _same else lambda value: None if value is None else inner(value)
    if plain is PartialDate:
        return _write_date
    if dataclasses.is_dataclass(plain) and isinstance(plain, type):
        return _object_writer(plain)
    if get_origin(plain) is tuple:
        return _tuple_writer(get_args(plain))
    if get_origin(plain) is Mapping:
        return dict
    return _same


def _object_writer(kind: type) -> Writer:
    plans = [(plan.key, plan.name, _writer(plan.kind), plan.default) for plan in fields_of(kind)]
    if kind in SPARSE:
        return lambda value: {
            key: write(getattr(value, name)) for key, name, write, default in plans if getattr(value, name) != default
        }
    return lambda value: {key: write(getattr(value, name)) for key, name, write, _ in plans}


def _tuple_writer(members: tuple[Any, ...]) -> Writer:
    if members[-1:] == (Ellipsis,):
        inner = _writer(members[0])
        return list if inner is _same else lambda value: [inner(one) for one in value]
    return list


def _write_date(date: PartialDate) -> dict[str, Any]:
    written: dict[str, Any] = {"raw": date.raw, "date-parts": [list(date.parts)] if date.parts else []}
    if date.ambiguous:
        written["readings"] = [list(reading) for reading in date.readings]
    return written


# Reading


@cache
def _reader(kind: Any) -> Reader:
    plain, optional = split_optional(kind)
    if optional:
        inner = _reader(plain)
        return lambda value, place: None if value is None else inner(value, place)
    if plain is PartialDate:
        return _read_date
    if dataclasses.is_dataclass(plain) and isinstance(plain, type):
        return _object_reader(plain)
    if get_origin(plain) is tuple:
        return _tuple_reader(get_args(plain))
    if get_origin(plain) is Mapping:
        return _mapping_reader(get_args(plain)[1])
    return SCALARS[plain]


def _object_reader(kind: type) -> Reader:
    plans = [(plan.key, plan.name, _reader(plan.kind), plan.default) for plan in fields_of(kind)]

    def read(value: Any, place: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(place, "an object", value)
        made: dict[str, Any] = {}
        for key, name, inner, default in plans:
            if key in value:
                made[name] = inner(value[key], f"{place}.{key}")
            elif default is dataclasses.MISSING:
                problem = f"{place} has no {key!r}"
                raise UnreadableReportError(problem)
        return kind(**made)

    return read


def _tuple_reader(members: tuple[Any, ...]) -> Reader:
    if members[-1:] == (Ellipsis,):
        inner = _reader(members[0])

        def read(value: Any, place: str) -> Any:
            if not isinstance(value, list):
                raise _wrong(place, "a list", value)
            return tuple([inner(one, f"{place}[{number}]") for number, one in enumerate(value)])

        return read
    inners = [_reader(member) for member in members]

    def read_fixed(value: Any, place: str) -> Any:
        if not isinstance(value, list) or len(value) != len(inners):
            raise _wrong(place, f"a list of {len(inners)}", value)
        return tuple(one_reader(one, place) for one_reader, one in zip(inners, value, strict=True))

    return read_fixed


def _mapping_reader(member: Any) -> Reader:
    inner = _reader(member)

    def read(value: Any, place: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(place, "an object", value)
        return {key: inner(one, f"{place}.{key}") for key, one in value.items()}

    return read


def _read_date(value: Any, place: str) -> PartialDate:
    if not isinstance(value, dict) or not isinstance(value.get("raw"), str):
        raise _wrong(place, "a date with its raw text", value)
    readings = value.get("readings", value.get("date-parts", []))
    return PartialDate(raw=value["raw"], readings=_reader(tuple[tuple[int, ...], ...])(readings, place))


def _scalar(kind: type, expected: str) -> Reader:
    def read(value: Any, place: str) -> Any:
        if type(value) is not kind:
            raise _wrong(place, expected, value)
        return value

    return read


def _read_number(value: Any, place: str) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise _wrong(place, "a number", value)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise _wrong(place, "a number of common size", value)
    return number


SCALARS: Final[Mapping[Any, Reader]] = {
    str: _scalar(str, "a text"),
    bool: _scalar(bool, "true or false"),
    int: _scalar(int, "a whole number"),
    float: _read_number,
}


def _wrong(place: str, expected: str, value: object) -> UnreadableReportError:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "nothing"}
    return UnreadableReportError(f"{place} should be {expected}, but is {names.get(type(value), 'a number')}")
