"""What a stranger would paste: one reference of each hand, kind of source and language, and all its fields."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citations.records import read_reference

CASES = Path(__file__).parents[1] / "cases" / "references.toml"
REFERENCES: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8"))["reference"]


def _date(words: str) -> tuple[int, ...]:
    """Give the parts of a date written as "2019-3-4"."""
    return tuple(int(part) for part in words.split("-")) if words else ()


@pytest.mark.parametrize("reference", [pytest.param(one, id=one["name"]) for one in REFERENCES])
def test_reads_what_a_stranger_pastes(reference: dict[str, Any]) -> None:
    """Every field is right, and none is made up: what the hand does not say stays empty."""
    (record,) = read_reference(reference["raw"])

    assert record.title == reference.get("title")
    assert [author.literal for author in record.authors] == reference.get("authors", [])
    assert record.container_title == reference.get("container")
    assert record.publisher == reference.get("publisher")
    assert (record.issued.parts if record.issued else ()) == _date(reference.get("issued", ""))
    if "accessed" in reference:
        assert (record.accessed.parts if record.accessed else ()) == _date(reference["accessed"])
    if "page" in reference:
        assert record.page == (reference["page"] or None)
