"""Bytes become text in the order that pages need: mark, header, meta, strict UTF-8, a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.extraction.charset import codec_of, decode

CURLY = "“Fjærøy – 30 °C”, sa hun."
JAPANESE = "橋は日曜日に開通し、最初の電車が港を渡った。市長は遅れを詫びた。" * 4


@pytest.mark.parametrize(
    ("body", "content_type", "text", "encoding"),
    [
        pytest.param(b"\xef\xbb\xbf" + CURLY.encode(), "text/html; charset=latin1", CURLY, "utf-8", id="a mark wins"),
        pytest.param(b"\xff\xfe" + CURLY.encode("utf-16-le"), "", CURLY, "utf-16-le", id="a mark of UTF-16"),
        pytest.param(
            CURLY.encode("utf-16-be"), "text/html; charset=utf-16be", CURLY, "utf-16-be", id="UTF-16 unmarked"
        ),
        pytest.param(
            CURLY.encode("cp1252"), "text/html; charset=iso-8859-1", CURLY, "cp1252", id="as browsers read it"
        ),
        pytest.param(CURLY.encode(), "text/html; charset='utf-8'", CURLY, "utf-8", id="a label in quotation marks"),
        pytest.param(
            b'<meta charset="Shift_JIS">' + JAPANESE.encode("cp932"),
            "text/html",
            '<meta charset="Shift_JIS">' + JAPANESE,
            "cp932",
            id="meta",
        ),
        pytest.param(
            b'<meta http-equiv="Content-Type" content="text/html; charset=euc-jp">' + JAPANESE.encode("euc_jp"),
            "",
            '<meta http-equiv="Content-Type" content="text/html; charset=euc-jp">' + JAPANESE,
            "euc_jp",
            id="meta of the old form",
        ),
        pytest.param(CURLY.encode(), "", CURLY, "utf-8", id="valid UTF-8 says so itself"),
        pytest.param(CURLY.encode(), "text/html; charset=utf-88", CURLY, "utf-8", id="a charset that is none"),
        pytest.param(CURLY.encode(), "text/html; charset=iso-8859-1", CURLY, "utf-8", id="UTF-8 called Latin-1"),
        pytest.param(JAPANESE.encode("cp932"), "text/html", JAPANESE, "cp932", id="nothing but the bytes"),
        pytest.param(CURLY.encode("cp1252") * 9, "text/html; charset=utf-8", CURLY * 9, "cp1252", id="no UTF-8 at all"),
    ],
)
def test_reads_pages_whatever_they_are_called(body: bytes, content_type: str, text: str, encoding: str) -> None:
    """A sentence in the wrong encoding would look like one that the page does not have."""
    decoded = decode(body, content_type)

    assert decoded.text == text
    assert decoded.encoding == encoding


def test_one_broken_byte_does_not_change_the_encoding() -> None:
    """Pages are pasted together: a stray byte is shown as a browser shows it."""
    body = ("Æblerne er modne på øen. " * 20).encode() + b"\xff"

    decoded = decode(body, "text/html; charset=utf-8")

    assert decoded.encoding == "utf-8"
    assert decoded.text.endswith("øen. \ufffd")


@pytest.mark.parametrize("label", ["utf-7", "utf-88", "iso-2022-kr", "", "rot13", "idna", "unicode_escape"])
def test_labels_that_browsers_refuse_are_refused(label: str) -> None:
    """Some codecs of Python are no encodings of text, and UTF-7 hides markup."""
    assert codec_of(label) is None


@given(body=st.binary(max_size=400), content_type=st.text(max_size=60))
def test_any_bytes_become_some_text(body: bytes, content_type: str) -> None:
    """Whatever the server sends, nothing is raised."""
    assert isinstance(decode(body, content_type).text, str)
