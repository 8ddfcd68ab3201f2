"""Copies the fields of an audit's values into the report's values of the same field names."""

from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from reports.values import LONGEST_TEXT

T = TypeVar("T")


def mirrored(kind: type[T], value: Any, /, **others: object) -> T:
    """Give a ``kind`` with the fields that ``value`` has under the same names; ``others`` are set as given.

    Texts are cut to ``LONGEST_TEXT``, and members of an enumeration become their values, as in the JSON file.
    """
    classes: tuple[Any, Any] = (kind, type(value))
    same = {name: _held(getattr(value, name)) for name in _names(*classes) if name not in others}
    return kind(**same, **others)


@cache
def _names(kind: Any, of: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if hasattr(of, field.name))


def _held(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value[:LONGEST_TEXT] if isinstance(value, str) else value
