"""W3C Web Annotations: each passage selected by its words and by its place."""

import json
from collections.abc import Callable

from reports.formats import render
from reports.report import Report


def test_reads_as_the_snapshot(example: Report, same_as_snapshot: Callable[[str, str], None]) -> None:
    """An annotation for each passage on the page it stands in."""
    same_as_snapshot("annotations.jsonld", render(example, "w3c"))


def test_every_annotation_has_both_selectors(example: Report) -> None:
    """The words find the passage on a changed page, the place in the stored text."""
    items = json.loads(render(example, "w3c"))["items"]

    assert len(items) == 4
    assert len({item["id"] for item in items}) == 4
    for item in items:
        quote, position = item["target"]["selector"]
        assert quote["type"] == "TextQuoteSelector"
        assert position["end"] - position["start"] == len(quote["exact"])
