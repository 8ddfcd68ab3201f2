"""Markdown: blocks, inline markup and places."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.document import BlockKind, Document
from citations.formats.markdown import FORMAT


def read(text: str) -> Document:
    """Give the document in this text."""
    return FORMAT.read(text.encode(), name="a.md")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(
            "# A\n\nText *with* __marks__.\n", [("heading", "A"), ("paragraph", "Text with marks.")], id="marks"
        ),
        pytest.param(
            "Title\n=====\n\nText\nover lines.\n",
            [("heading", "Title"), ("paragraph", "Text over lines.")],
            id="setext",
        ),
        pytest.param("> Quoted\n> words.\n", [("quote", "Quoted words.")], id="quotation"),
        pytest.param("- one is\n- two are\n", [("item", "one is"), ("item", "two are")], id="list"),
        pytest.param("Text here.\n\n```\ncode [1]\n```\n", [("paragraph", "Text here.")], id="code"),
        pytest.param(
            "Text here.\n\n```\n\nMore text.\n",
            [("paragraph", "Text here."), ("paragraph", "```"), ("paragraph", "More text.")],
            id="code that never ends",
        ),
        pytest.param(
            "Here.\n\n~~~~ x\ncode\n~~~\nmore\n~~~~\n\nThere.\n",
            [("paragraph", "Here."), ("paragraph", "There.")],
            id="code in longer fences",
        ),
        pytest.param("A [link](https://a.example) here.\n", [("paragraph", "A link here.")], id="link"),
        pytest.param(
            "snake_case and 2 * 3 * 4 stay.\n", [("paragraph", "snake_case and 2 * 3 * 4 stay.")], id="no marks"
        ),
        pytest.param("AT&amp;T &mdash; so.\n", [("paragraph", "AT&T — so.")], id="entities"),
        pytest.param("An ![image](a.png) here.\n", [("paragraph", "An here.")], id="image"),
        pytest.param("Seen <!-- not\nseen --> here.\n", [("paragraph", "Seen here.")], id="comment"),
    ],
)
def test_gives_blocks_as_a_reader_sees_them(text: str, blocks: list[tuple[str, str]]) -> None:
    """Markup is gone, the words are all there."""
    assert [(block.kind.value, block.text) for block in read(text).blocks] == blocks


def test_every_character_knows_its_place() -> None:
    """Line and column in the file, also behind markup, entities and line ends."""
    text = "Some *words* &amp; more\nof them here."
    (block,) = read(text).blocks

    assert block.text == "Some words & more of them here."
    for word, line, column in (
        ("Some", 1, 1),
        ("words", 1, 7),
        ("&", 1, 14),
        ("more", 1, 20),
        ("of", 2, 1),
        ("here", 2, 9),
    ):
        position = block.position_at(block.text.index(word))
        assert (position.line, position.column) == (line, column)


def test_joins_a_paragraph_that_a_blank_line_broke() -> None:
    """Converters break sentences; the join is told as an oddity, and the second half keeps its place."""
    document = read("They went on to cut the boat without\n\nany discussion.[^1]\n\n[^1]: A\n")

    assert [block.text for block in document.blocks] == ["They went on to cut the boat without any discussion."]
    assert [(oddity.kind, oddity.line) for oddity in document.oddities] == [("broken-paragraph", 3)]
    assert document.blocks[0].position_at(37).line == 3
    assert document.markers[0].offset == len(document.blocks[0].text)


def test_hidden_link_targets_of_a_note_are_kept() -> None:
    """The words of the note do not show them, and yet they are what it cites."""
    (note,) = read("So.[^1]\n\n[^1]: Holt, [Oil](https://a.example/oil), <https://b.example>.\n").notes

    assert note.raw == "Holt, Oil, https://b.example."
    assert note.urls == ("https://a.example/oil",)


def test_tells_a_link_text_from_its_target() -> None:
    """A link that shows one address and leads to another misleads the reader."""
    document = read("So.[^1]\n\n[^1]: See [https://a.example/x](https://b.example/y).\n")

    assert [oddity.kind for oddity in document.oddities] == ["link-text"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 50_000, id="open brackets"),
        pytest.param("[a](" * 20_000, id="cut links"),
        pytest.param("*a_" * 30_000, id="emphasis"),
        pytest.param("".join("`" * size + " " for size in range(400)), id="backticks"),
        pytest.param("<!--" * 30_000, id="comments"),
        pytest.param("\n\n".join(["Word [^1] here."] * 3_000) + "\n\n[^1]: A\n", id="one label thousands of times"),
    ],
)
def test_hostile_markup_takes_bounded_time(text: str) -> None:
    """Each of these once made some reader of Markdown run for minutes."""
    started = time.process_time()

    read(text)

    assert time.process_time() - started < 10


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]) | st.sampled_from("\n\r\t\f"), max_size=400))
def test_any_text_gives_a_document(text: str) -> None:
    """No text raises; headings have levels, and no block is without a place."""
    for block in read(f"x\n{text}").blocks:
        assert block.position.line >= 1
        assert (block.kind is BlockKind.HEADING) == (block.level > 0)
