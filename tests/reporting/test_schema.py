"""The shipped schema: it is what the types say, and reports follow it."""

import json

import jsonschema

from reports.formats import render
from reports.schema import schema_of_report, shipped_schema
from reports.values import Report


def test_the_shipped_file_is_what_the_types_say() -> None:
    """A field that was added without its schema would surprise whoever validates."""
    assert json.loads(shipped_schema()) == schema_of_report(), "write it again: python -m reports.schema"


def test_the_example_follows_it(example: Report) -> None:
    """Every key and every value, checked by a validator of the JSON schema world."""
    schema = json.loads(shipped_schema())

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(render(example, "json")))


def test_the_interface_others_rely_on_is_in_it() -> None:
    """These names are fixed: scripts of users read them."""
    definitions = schema_of_report()["$defs"]

    assert {"version", "coverage", "articles"} <= set(definitions["Report"]["required"])
    assert {"id", "labels", "text", "line", "column", "verdict", "reason", "score", "sources"} <= set(
        definitions["ClaimReport"]["required"]
    )
    assert {"rule", "severity", "line", "column", "label", "message"} <= set(definitions["FindingReport"]["required"])
    assert {
        "label",
        "url",
        "access",
        "reason",
        "http_status",
        "final_url",
        "verdict",
        "score",
        "evidence",
        "missing",
        "fragment_found",
        "fetched_at",
        "sha256",
    } <= set(definitions["CitationReport"]["required"])
