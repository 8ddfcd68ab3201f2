"""The records as reference managers read them: CSL-JSON and BibTeX."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from example_audit import report_of
from hostile_audit import HOSTILE, hostile_audit

from reports.formats import render
from reports.values import Report

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "csl-data.json"


@pytest.mark.parametrize(("name", "file"), [("csl-json", "references.json"), ("bibtex", "references.bib")])
def test_reads_as_the_snapshot(
    example: Report, same_as_snapshot: Callable[[str, str], None], name: str, file: str
) -> None:
    """Every note's record, in the order of the notes."""
    same_as_snapshot(file, render(example, name))


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the CSL-JSON schema is not beside the project")
@pytest.mark.parametrize("text", ["plain", *HOSTILE], ids=lambda text: ascii(text)[:20])
def test_follows_the_schema(text: str) -> None:
    """Whatever a note says, the list stays valid."""
    items = json.loads(render(report_of(hostile_audit(text)), "csl-json"))

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(items)] == []
