"""The JSON schema of the report, shipped as a file; ``schema_of_report`` makes it from the types."""

import dataclasses
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final, get_args, get_origin

from citations.dates import PartialDate
from reports.documents import SPARSE, fields_of, split_optional
from reports.values import DOCUMENT_VERSION, Report
from reports.words import VERDICT_NAMES
from verifier.fetching.base import Access
from verifier.findings import Severity

FILE: Final = "report.schema.json"

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "verdict": tuple(str(verdict) for verdict in VERDICT_NAMES),
    "access": tuple(str(access) for access in Access),
    "severity": tuple(str(severity) for severity in Severity),
}
"""Fields that hold one of a few words."""

SCALARS: Final[Mapping[Any, str]] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def shipped_schema() -> str:
    """Give the schema as it is shipped, text that ends in a line end."""
    return files(__name__).joinpath(FILE).read_text(encoding="utf-8")


def schema_of_report() -> dict[str, Any]:
    """Give the schema that the types say; a test holds the shipped file to it."""
    definitions: dict[str, Any] = {}
    _object(Report, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:provenote:report:{DOCUMENT_VERSION}",
        "title": f"Report of provenote, version {DOCUMENT_VERSION}",
        "$ref": "#/$defs/Report",
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    plain, optional = split_optional(kind)
    if optional:
        return {"anyOf": [_schema(plain, definitions), {"type": "null"}]}
    if dataclasses.is_dataclass(plain) and isinstance(plain, type):
        if plain.__name__ not in definitions:
            _object(plain, definitions)
        return {"$ref": f"#/$defs/{plain.__name__}"}
    if get_origin(plain) is tuple:
        return _array(get_args(plain), definitions)
    if get_origin(plain) is Mapping:
        return {"type": "object", "additionalProperties": _schema(get_args(plain)[1], definitions)}
    return {"type": SCALARS[plain]}


def _array(members: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if members[-1] is Ellipsis:
        return {"type": "array", "items": _schema(members[0], definitions)}
    return {
        "type": "array",
        "prefixItems": [_schema(member, definitions) for member in members],
        "minItems": len(members),
        "maxItems": len(members),
    }


def _object(kind: type, definitions: dict[str, Any]) -> None:
    definitions[kind.__name__] = {}
    if kind is PartialDate:
        definitions[kind.__name__] = _date()
        return
    plans = fields_of(kind)
    properties: dict[str, Any] = {}
    for plan in plans:
        properties[plan.key] = _schema(plan.kind, definitions)
        if plan.name in CHOICES and properties[plan.key] == {"type": "string"}:
            properties[plan.key] = {"enum": list(CHOICES[plan.name])}
    required = [plan.key for plan in plans if kind not in SPARSE or plan.default is dataclasses.MISSING]
    definitions[kind.__name__] = {
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "properties": properties,
        "required": required,
    }


def _date() -> dict[str, Any]:
    parts = {"type": "array", "items": {"type": "array", "items": {"type": "integer"}, "maxItems": 3}}
    return {
        "description": "A date as written (raw) and as read; readings where it can be read as two different days.",
        "type": "object",
        "properties": {"raw": {"type": "string"}, "date-parts": {**parts, "maxItems": 1}, "readings": parts},
        "required": ["raw", "date-parts"],
    }
