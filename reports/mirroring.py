"""Values of a report made from those that they mirror, field by field."""

from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from reports.values import LONGEST_TEXT

T = TypeVar("T")


def mirrored(kind: type[T], value: Any, /, **others: object) -> T:
    """Give the ``kind`` with the fields of the same names that ``value`` has, and the ``others`` as they are given.

    A text is cut to ``LONGEST_TEXT``, and the member of an enumeration becomes its value, as a file holds it.
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
