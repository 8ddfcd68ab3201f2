"""Articles that are put together of several files: what they put in is named, since nothing of it is read."""

import pytest

from citations.article import read_article


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tex", r"\input{preamble}\begin{document}Intro.\input{chapters/one} \include{two.tex}\end{document}"),
        ("a.adoc", "Intro.\n\ninclude::chapters/one[]\n\ninclude::two.tex[leveloffset=+1]\n"),
        ("a.org", 'Intro.\n\n#+INCLUDE: "chapters/one"\n#+include: two.tex\n'),
        ("a.rst", "Intro.\n\n.. include:: chapters/one\n\n.. include:: two.tex\n"),
        ("a.md", "Intro.\n\n{{< include chapters/one >}}\n\n{{< include two.tex >}}\n"),
    ],
    ids=["LaTeX", "AsciiDoc", "Org", "reStructuredText", "Quarto"],
)
def test_parts_in_other_files_are_named(name: str, text: str) -> None:
    """Half of an article was passed over without a word."""
    odd = [oddity for oddity in read_article(text.encode(), name=name).oddities if oddity.kind == "missing-member"]

    assert [oddity.text for oddity in odd] == [
        "the text put in from other files was not read: chapters/one, two.tex",
    ]


def test_settings_tables_and_code_are_no_parts() -> None:
    """Hardly a sentence stands in them, and none that needs a note."""
    text = "\n".join(rf"\input{{{name}}}" for name in ("tables/t1", "macros.tex", "fig2.tikz", "out/data.csv"))

    assert not read_article(rf"\begin{{document}}It sank.\footnote{{Log.}} {text}".encode(), name="a.tex").oddities
