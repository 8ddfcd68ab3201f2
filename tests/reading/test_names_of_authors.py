"""Lists of authors at the beginning of a reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.records.names.forms import to_name
from citations.records.names.lists import read_authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Quill, A. B., Finch, C., & Wren, D. (2020)",
            ["Quill, A. B.", "Finch, C.", "Wren, D."],
            id="family, initials",
        ),
        pytest.param("Quill AB, Finch C, Wren D. Title", ["Quill AB", "Finch C", "Wren D"], id="Vancouver"),
        pytest.param(
            "A. B. Quill, C. Finch, and D. Wren. Title", ["A. B. Quill", "C. Finch", "D. Wren"], id="initials first"
        ),
        pytest.param("Quill, Ada, and Bo Finch. Title", ["Quill, Ada", "Bo Finch"], id="first inverted"),
        pytest.param("Quill, Ada ; Finch, Bo: Title", ["Quill, Ada", "Finch, Bo"], id="semicolons"),
        pytest.param("QUILL, Ada and Bo FINCH. Title", ["QUILL, Ada", "Bo FINCH"], id="capitals"),
        pytest.param(
            "Ada M. Quill, Bo Finch & Cy Wren, Title", ["Ada M. Quill", "Bo Finch", "Cy Wren"], id="given names first"
        ),
        pytest.param(
            "Juan de la Quill and Els van den Finch, Title", ["Juan de la Quill", "Els van den Finch"], id="particles"
        ),
        pytest.param("Quill, Ada, et al. Title", ["Quill, Ada"], id="et al."),
        pytest.param("Quill, A. B., and Bo Finch. Title", ["Quill, A. B.", "Bo Finch"], id="initials, then given name"),
        pytest.param("Quill Jr., A. B., Finch, C. Title", ["Quill Jr., A. B.", "Finch, C."], id="generation"),
        pytest.param("Quill, A.B; & Finch, C., 2004. Title", ["Quill, A.B", "Finch, C."], id="a stop left out"),
        pytest.param("Quill AB, Chen S-Y. Title", ["Quill AB", "Chen S-Y"], id="hyphen in initials"),
        pytest.param("Quill (A. B.), Finch (C.), Title", ["Quill (A. B.)", "Finch (C.)"], id="French brackets"),
        pytest.param(
            "Ada Lee Quill, B. Finch, C. Wren, Title", ["Ada Lee Quill", "B. Finch", "C. Wren"], id="first in full"
        ),
        pytest.param(
            "Ada Quill, Bo Finch, and Minh N Do. Title", ["Ada Quill", "Bo Finch", "Minh N Do"], id="short family name"
        ),
        pytest.param(
            "Quill, Ada, Finch, Bo und Wren, Cy: Titel", ["Quill, Ada", "Finch, Bo", "Wren, Cy"], id="all inverted"
        ),
        pytest.param("Quill, Jean-Paul, Froidure, Paris, Éditions", ["Quill, Jean-Paul"], id="a title of one word"),
        pytest.param("王冬, 李雪梅. 河流的题目", ["王冬", "李雪梅"], id="Chinese"),
    ],
)
def test_tells_names_apart_in_the_forms_of_styles(text: str, names: list[str]) -> None:
    """Every form of a list gives its names, and nothing of the title."""
    found = read_authors(text, 0, len(text))

    assert found is not None
    assert [text[start:end] for start, end in found.names] == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The River Froze, The Ledger", id="a title with an article"),
        pytest.param("What the delta lost, The Ledger", id="a question"),
        pytest.param("Ministry denies report, The Ledger", id="a headline"),
        pytest.param("北方河流为何结冰. 河流学报", id="a Chinese title"),
        pytest.param("", id="nothing"),
    ],
)
def test_takes_no_title_for_a_name(text: str) -> None:
    """Words of running text are in no name."""
    assert read_authors(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("words", "family", "given"),
    [
        pytest.param("Quill, Ada M.", "Quill", "Ada M.", id="inverted"),
        pytest.param("Quill, A. M.", "Quill", "A. M.", id="initials"),
        pytest.param("Quill AM", "Quill", "AM", id="Vancouver"),
        pytest.param("A. M. van Quill", "van Quill", "A. M.", id="initials first"),
        pytest.param("Ada Quill", None, None, id="unsure: Choe Sang-Hun has the family name first"),
        pytest.param("Institute of Ice", None, None, id="organisation"),
    ],
)
def test_gives_the_parts_of_a_name_only_when_sure(words: str, family: str | None, given: str | None) -> None:
    """The order of names differs over the world; only initials and a comma show it."""
    name = to_name(words)

    assert (name.literal, name.family, name.given) == (words, family, given)


@given(st.text(alphabet=st.sampled_from("ABab .,&;-'’éÉ(1"), max_size=80) | st.text(max_size=60))
def test_any_text_gives_names_within_it(text: str) -> None:
    """Whatever the text, places that rise and stay inside."""
    found = read_authors(text, 0, len(text))
    end = 0
    for start, stop in found.names if found else ():
        assert end <= start < stop <= len(text)
        end = stop
        to_name(text[start:stop])
