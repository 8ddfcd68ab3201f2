"""W3C Web Annotations: each passage selected by its words and by its place."""

import json

from example_audit import PASSAGES, example_audit, report_of

from reports.formats import render
from reports.values import Report


def test_every_annotation_has_both_selectors(example: Report) -> None:
    """The words find the passage on a changed page, the place in the stored text."""
    items = json.loads(render(example, "w3c"))["items"]

    assert len(items) == 4
    assert len({item["id"] for item in items}) == 4
    for item in items:
        quote, position = item["target"]["selector"]
        assert quote["type"] == "TextQuoteSelector"
        assert position["end"] - position["start"] == len(quote["exact"])


def test_a_passage_is_told_from_its_repetition_by_what_stands_around_it() -> None:
    """A page may say one sentence twice; tools that look it up by its words need those before and after it."""
    whole = (
        "Said the council on Tuesday, at last: ".rjust(120, ".") + PASSAGES[0] + " So it was agreed, and nobody spoke."
    )
    report = report_of(example_audit(), texts={"https://courier.example/2024/library": whole})

    first, second, *_ = json.loads(render(report, "w3c"))["items"]

    quote = first["target"]["selector"][0]
    assert quote["prefix"] == "the council on Tuesday, at last: "[-32:]
    assert quote["exact"] == PASSAGES[0]
    assert quote["suffix"] == " So it was agreed, and nobody spoke."[:32]
    assert set(second["target"]["selector"][0]) == {"type", "exact"}, "its source text is not at hand"
