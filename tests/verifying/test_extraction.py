"""Every kind of source is recognised by its bytes, and what cannot be read says why."""

import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.extraction import read_source

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
    assert not {"selectolax", "bs4", "lxml", "pypdfium2", "verifier.extraction.readers"} & set(loaded)


def test_reading_an_ordinary_page_loads_no_tolerant_parser() -> None:
    """It is slow to load, and seldom needed."""
    script = (
        "import sys, verifier.extraction as e; e.read_source(b'<html><p>words', url=''); print(*sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()

    assert "selectolax.lexbor" in loaded
    assert not {"verifier.extraction.tolerant", "bs4", "pypdfium2"} & set(loaded)


@settings(max_examples=60)
@given(body=st.one_of(st.binary(max_size=600), st.text(max_size=600).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_read_without_an_error(body: bytes) -> None:
    """Parts lie within the text, in order, and do not overlap."""
    source = read_source(body, url="https://a.example/")

    ends = [0]
    for part in source.parts:
        assert ends[-1] <= part.start <= part.end <= len(source.text)
        ends.append(part.end)


_RANDOM = random.Random(7)  # noqa: S311 - the same noise in each run
_NOISE = _RANDOM.randbytes(4_000)
_SPARSE = bytes(_RANDOM.choice((0, 0, 0, 1, 2, 60, 255)) for _ in range(3_000))
_TEXT = "Der Fährmann <b>wartet</b> — 渡轮中午离开。 "


@pytest.mark.parametrize("content_type", ["text/html", "application/xhtml+xml", "text/plain", "image/png", ""])
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + _NOISE + b"<html>", id="an image"),
        pytest.param(b"\x00\x00\x01\x00\x01\x00\x10\x10" + _SPARSE, id="an icon"),
        pytest.param(b"8BPS\x00\x01" + bytes(200) + _SPARSE, id="a drawing with empty bytes"),
        pytest.param(b"\x00asm\x01\x00\x00\x00<" + _SPARSE, id="a program"),
        pytest.param(b"\xff\xfe\x90\x00" + _NOISE + b"<p>", id="noise with the mark of UTF-16"),
        pytest.param(_SPARSE + b"<p>", id="half of it empty"),
        pytest.param(bytes(2_000) + b"<html>", id="all of it empty"),
        pytest.param(b"A Book".ljust(60, b"\x00") + b"BOOKMOBI" + _SPARSE, id="a name, then bytes"),
        pytest.param(b"A header in plain words.\n" * 60 + _NOISE, id="a header in words, then noise"),
        pytest.param(b"<html><body>" + b"A false head.\n" * 100 + _NOISE, id="markup, then noise"),
        pytest.param(zlib.compress(_NOISE) + b"<", id="compressed"),
        pytest.param(b"\x00\x01<", id="three bytes"),
    ],
)
def test_bytes_that_are_no_text_are_never_read_as_text(body: bytes, content_type: str) -> None:
    """Whatever they are called: noise would be a page that lacks the claim."""
    source = read_source(body, url="https://a.example/x", content_type=content_type)

    assert (source.text, source.kind) == ("", "unknown")
    assert (source.problem or "").startswith("unknown type")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_TEXT.encode("utf-16"), id="UTF-16 with its mark"),
        pytest.param("The ferry <b>waits</b>".encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(f"<html><body><p>{_TEXT}".encode("utf-16-be"), id="a page in UTF-16"),
        pytest.param("フェリー <b>は正午に".encode("iso2022_jp"), id="escapes between alphabets"),
        pytest.param("Паром <b>уходит".encode("koi8-r") * 200, id="eight bits, all of them high"),
        pytest.param(b"\x1b[31mThe ferry\x1b[0m waits <b>", id="colours of a terminal"),
        pytest.param(b"<html><body><p>The ferry" + bytes(3_000) + b"waits", id="a page with empty bytes"),
        pytest.param(b"<html><body><p>The ferry \x01 waits" + b" and waits" * 400, id="a page with a stray control"),
    ],
)
def test_odd_encodings_are_text(body: bytes) -> None:
    """Few zeros and controls are the marks of an encoding, or of an accident."""
    source = read_source(body, url="https://a.example/x", content_type="text/html")

    assert source.kind == "html"
    assert source.text
