"""The records as reference managers read them: CSL-JSON and BibTeX."""

import json
from pathlib import Path

import jsonschema
import pytest
from example_audit import report_of
from hostile_audit import HOSTILE, hostile_audit

from reports.formats import render

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "csl-data.json"


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the CSL-JSON schema is not beside the project")
@pytest.mark.parametrize("text", ["plain", *HOSTILE], ids=lambda text: ascii(text)[:20])
def test_follows_the_schema(text: str) -> None:
    """Whatever a note says, the list stays valid."""
    items = json.loads(render(report_of(hostile_audit(text)), "csl-json"))

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(items)] == []
