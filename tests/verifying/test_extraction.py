"""Every kind of source is recognised by its bytes, and what cannot be read says why."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.extraction import read_source
from verifier.extraction.readers import READERS

CASES = Path(__file__).parents[1] / "cases" / "pages"
PAGE = b"<!DOCTYPE html><html><body><p>The ferry leaves at noon.</p></body></html>"


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        pytest.param(PAGE, "text/html", "html", id="a page"),
        pytest.param(PAGE, "application/pdf", "html", id="a page called a PDF"),
        pytest.param(PAGE, "text/plain", "html", id="a page called plain text"),
        pytest.param(PAGE, "application/octet-stream", "html", id="a page called binary"),
        pytest.param(b"\n<!-- made by hand -->\n" + PAGE, "", "html", id="a comment first"),
        pytest.param(b"The ferry leaves at noon.", "text/plain", "text", id="plain text"),
        pytest.param(b"The ferry leaves at <b>noon</b>.", "text/html", "html", id="a page without a frame"),
        pytest.param(b"if a < b then the ferry leaves", "text/plain", "text", id="a sign is no markup"),
        pytest.param(b"BMX races were held.", "text/plain", "text", id="letters that open an image too"),
        pytest.param(b'{"text": "The ferry leaves at noon."}', "application/json", "text", id="JSON"),
        pytest.param("The ferry".encode("utf-16"), "text/plain", "text", id="UTF-16"),
    ],
)
def test_tells_the_kind_by_the_bytes(body: bytes, content_type: str, kind: str) -> None:
    """Content-Type is often wrong."""
    source = read_source(body, url="https://a.example/x", content_type=content_type)

    assert source.kind == kind
    assert "ferry" in source.text or "BMX" in source.text
    assert source.problem is None


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown type image/png", id="an image"),
        pytest.param(b"PK\x03\x04....word/document.xml", "unknown type a Word document", id="Word"),
        pytest.param(b"PK\x03\x04....mimetypeapplication/epub+zip", "unknown type an EPUB book", id="EPUB"),
        pytest.param(b"PK\x03\x04....", "unknown type application/zip", id="some archive"),
        pytest.param(b"\x00\x00\x00 ftypisom", "unknown type a video or an image", id="a video"),
        pytest.param(bytes(range(256)) * 4, "unknown type binary data", id="bytes"),
        pytest.param(b"%PDF-1.7 and then nothing of the kind", "a broken PDF", id="a broken PDF"),
    ],
)
def test_says_why_there_is_no_text(body: bytes, problem: str) -> None:
    """A file that we cannot read must never look like one that lacks the claim."""
    source = read_source(body, url="https://a.example/x", content_type="text/html")

    assert (source.text, source.problem) == ("", problem)


def test_entity_declarations_are_unsafe() -> None:
    """A billion laughs are not laughed at: nothing is expanded, and the reader is told."""
    body = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><html><body>&b;</body></html>'

    assert (read_source(body, url="").problem or "").startswith("unsafe markup")


def test_plain_text_is_joined_to_paragraphs() -> None:
    """Lines wrapped at a margin would cut every sentence in two."""
    source = read_source((CASES / "notice.txt").read_bytes(), url="", content_type="text/plain")

    assert source.text.split("\n") == [
        "NOTICE TO MARINERS No. 14",
        (
            "The light at Scarra Point shows from today two white flashes every ten seconds instead of one. Vessels "
            "keep a distance of half a mile from the well-known reef, and report to the well-known station by radio."
        ),
        "1. The buoy is withdrawn.",
        "2. The horn is silent.",
    ]


def test_naming_a_source_text_loads_no_reader() -> None:
    """Most commands read no page, and start faster without parsers."""
    script = "import sys, verifier.extraction.base, verifier.extraction; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()

    assert "verifier.extraction.base" in loaded
    assert not {"selectolax", "bs4", "lxml", "htmldate", "pypdfium2", "verifier.extraction.readers"} & set(loaded)


def test_reading_an_ordinary_page_loads_no_tolerant_parser() -> None:
    """It is slow to load, and seldom needed."""
    script = (
        "import sys, verifier.extraction as e; e.read_source(b'<html><p>words', url=''); print(*sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()

    assert "selectolax.lexbor" in loaded
    assert not {"verifier.extraction.tolerant", "bs4", "pypdfium2"} & set(loaded)


def test_every_reader_has_a_name_of_its_own() -> None:
    """The name is the kind that reports show."""
    assert len({reader.name for reader in READERS}) == len(READERS)


@settings(max_examples=60, deadline=None)
@given(body=st.one_of(st.binary(max_size=600), st.text(max_size=600).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_read_without_an_error(body: bytes) -> None:
    """Parts lie within the text, in order, and do not overlap."""
    source = read_source(body, url="https://a.example/")

    ends = [0]
    for part in source.parts:
        assert ends[-1] <= part.start <= part.end <= len(source.text)
        ends.append(part.end)
