"""JSON: the one source of every other format, written whole and read back strictly."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.errors import CitationError
from reports.documents import to_document
from reports.formats import FORMAT_NAMES, render, report_from_json
from reports.values import Report


def test_is_the_document_of_the_report(example: Report) -> None:
    """Written piece by piece or made at once, it is the same document."""
    assert json.loads(render(example, "json")) == to_document(example)


def test_comes_back_as_the_same_report(example: Report) -> None:
    """Every other format is made of what is read back, so nothing may be lost on the way."""
    assert report_from_json(render(example, "json")) == example


def test_equal_audits_differ_only_in_their_run(example: Report) -> None:
    """A stored report can be compared with a new one, the times and the command apart."""
    document = json.loads(render(example, "json"))

    del document["run"]

    assert "2026-03-04T09:14:58Z" not in json.dumps(document)
    assert "provenote check" not in json.dumps(document)


def _without(document: dict[str, Any], *path: str | int) -> str:
    part: Any = document
    for step in path[:-1]:
        part = part[step]
    del part[path[-1]]
    return json.dumps(document)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        pytest.param(("coverage",), "'coverage'", id="no coverage"),
        pytest.param(("articles", 0, "claims", 2, "verdict"), "articles[0].claims[2]", id="claim without verdict"),
        pytest.param(("articles", 0, "notes", 0, "records", 0, "start"), "records[0]", id="record without its place"),
    ],
)
def test_says_where_something_is_missing(example: Report, path: tuple[str | int, ...], place: str) -> None:
    """The message names the place in the file, since the file may be large."""
    text = _without(json.loads(render(example, "json")), *path)

    with pytest.raises(CitationError) as caught:
        report_from_json(text)

    assert place in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a list"),
        pytest.param("[" * 100_000, id="nested too deep"),
        pytest.param('{"version": "9.0"}', id="a later version"),
        pytest.param('{"version": 1}', id="version as number"),
        pytest.param('{"version": "1.0", "run": NaN}', id="NaN"),
        pytest.param('{"version": "1.0", "run": 1e999}', id="a number too large"),
        pytest.param('{"version": "1.0", "run": []}', id="list for object"),
        pytest.param('{"version": "1.0", "run": ' + "9" * 5000 + "}", id="a number too long to read"),
    ],
)
def test_refuses_what_is_no_report(text: str) -> None:
    """Whatever the file holds, the user gets one plain sentence."""
    with pytest.raises(CitationError, match="cannot read the report"):
        report_from_json(text)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=60)
@given(value=JSON_VALUES, data=st.data())
def test_a_changed_value_is_shown_or_refused(example: Report, value: Any, data: st.DataObject) -> None:
    """Wherever another value is put, every format shows the report, or a plain error is raised."""
    document = json.loads(render(example, "json"))
    part: Any = document
    for _ in range(data.draw(st.integers(min_value=0, max_value=6))):
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        step = data.draw(st.sampled_from(keys))
        if not isinstance(part[step], (dict, list)) or not part[step]:
            break
        part = part[step]
    keys = list(part) if isinstance(part, dict) else list(range(len(part)))
    part[data.draw(st.sampled_from(keys))] = value

    try:
        report = report_from_json(json.dumps(document))
    except CitationError:
        return
    for name in FORMAT_NAMES:
        render(report, name, verbose=True).encode("utf-8")
