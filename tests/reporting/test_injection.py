"""Whatever a page, a note or a path holds, every format stays whole, bounded and in its own voice."""

import tracemalloc

import pytest
from example_audit import report_of
from hostile_audit import HOSTILE, hostile_audit
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.formats import FORMAT_NAMES, render, report_from_json

MEGABYTE = 1_000_000
LONG = ("x" * MEGABYTE, " word" * (MEGABYTE // 5), "\n" * MEGABYTE, "<" * MEGABYTE, "[" * MEGABYTE, "\\" * MEGABYTE)


@pytest.mark.parametrize("name", FORMAT_NAMES)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_is_the_same_from_the_document(name: str, text: str) -> None:
    """A format made right after the check and one made from the JSON file are the same bytes, whatever is in it."""
    report = report_of(hostile_audit(text))

    again = report_from_json(render(report, "json"))

    assert render(again, name) == render(report, name)
    render(report, name).encode("utf-8")


@pytest.mark.parametrize("name", [name for name in FORMAT_NAMES if name not in ("json", "csl-json", "bibtex", "w3c")])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_no_control_character_reaches_a_reader(name: str, text: str) -> None:
    """A terminal, a log and a browser see no escape sequence, no NUL, and no turned writing."""
    shown = render(report_of(hostile_audit(text)), name, verbose=True)

    bad = [character for character in shown if ord(character) < 32 and character not in "\n\r"]
    assert not bad
    assert not set("\x7f\x9b\u202e\u2066\u2028") & set(shown)


@pytest.mark.parametrize("name", FORMAT_NAMES)
@pytest.mark.parametrize("text", LONG, ids=lambda text: ascii(text[:3]))
def test_a_line_of_a_megabyte_stays_bounded(name: str, text: str) -> None:
    """Texts for people are cut; the JSON document and the exports may hold the line, a few times over."""
    report = report_of(hostile_audit(text))

    tracemalloc.start()
    length = len(render(report, name))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    whole = name in ("json", "csl-json", "bibtex", "w3c", "gitlab")
    assert length < (120 * MEGABYTE if whole else 2 * MEGABYTE)
    assert peak < 300 * MEGABYTE


@settings(max_examples=25)
@given(text=st.text(max_size=60))
def test_any_text_can_be_shown(text: str) -> None:
    """There is no text that stops a report."""
    report = report_of(hostile_audit(text))

    for name in FORMAT_NAMES:
        render(report, name, verbose=True).encode("utf-8")
