"""Ignore comments in the languages of markup: beside a note or paragraph, in the language's own comments."""

import pytest

from citations.formats import format_for


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.tex", "First.\n\nText\\footnote{Note.}\n% provenote: ignore C501 -- agreed\n", id="LaTeX"),
        pytest.param("a.rst", "First.\n\nText [1]_\n.. provenote: ignore C501 -- agreed\n\n.. [1] Note.\n", id="rst"),
        pytest.param("a.org", "First.\n\nText[fn:: Note.]\n# provenote: ignore C501 -- agreed\n", id="Org"),
        pytest.param("a.adoc", "First.\n\nTextfootnote:[Note.]\n// provenote: ignore C501 -- agreed\n", id="AsciiDoc"),
        pytest.param(
            "a.wiki", "First.\n\nText<ref>Note.</ref>\n<!-- provenote: ignore C501 -- agreed -->\n", id="wiki"
        ),
    ],
)
def test_finds_ignore_comments(name: str, text: str) -> None:
    """A writer says in the source that a finding is known, and why."""
    data = text.encode()
    (ignore,) = format_for(name, data).read(data, name=name).ignores

    assert (ignore.rules, ignore.reason, ignore.line) == (("C501",), "agreed", 4)
    assert ignore.first_line == 3
