"""A user's own copy of a source may be a Word file, an OpenDocument file or a book."""

import io
import os
import zipfile

import pytest

from verifier.extraction import read_source

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = """<w:p><w:r><w:t>The weir was rebuilt in 1931.</w:t></w:r></w:p>
<w:p><w:r><w:t>It cost 4,000 crowns.</w:t></w:r></w:p>"""


def _word_file(body: str = BODY, *, pictures: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        package.writestr("word/media/a.png", pictures)
    return out.getvalue()


def test_the_text_of_a_word_file_that_the_user_laid_down_is_read() -> None:
    """Transcripts and translations are kept in Word files, and they were passed over in silence."""
    source = read_source(_word_file(), url="", own=True)

    assert source.text == "The weir was rebuilt in 1931.\nIt cost 4,000 crowns."
    assert (source.problem, source.parts[0].end) == (None, len(source.text))


def test_a_large_copy_is_read_to_its_end() -> None:
    """A book with pictures has more than a page on the web may have, and a package that is cut has no contents."""
    pictures = os.urandom(11 * 1024 * 1024)

    source = read_source(_word_file(pictures=pictures), url="", own=True)

    assert (source.problem, source.text) == (None, "The weir was rebuilt in 1931.\nIt cost 4,000 crowns.")


def test_a_word_file_from_the_web_is_not_opened() -> None:
    """The tree of a package takes many times its size, and sixty strangers are read at once."""
    source = read_source(_word_file(), url="https://a.example/x.docx")

    assert (source.text, source.problem) == ("", "unknown type a Word document")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_word_file()[:-60], id="cut off"),
        pytest.param(_word_file("<w:p>"), id="broken markup"),
        pytest.param(_word_file("").replace(b"word/document", b"word/nodocumen"), id="no document in it"),
    ],
)
def test_a_broken_file_is_a_problem_and_no_error(data: bytes) -> None:
    """The file is the user's, but what is in it came from anywhere."""
    source = read_source(data, url="", own=True)

    assert source.text == ""
    assert source.problem
