"""Writing archived copies into an article: nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.edits import add_archived_copies

PAGE = "https://herald.example/a"
COPY = "https://archive.example/2026/https://herald.example/a"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(f"See <{PAGE}>.", f"See <{PAGE}>, archived at <{COPY}>.", id="in angle brackets"),
        pytest.param(f"See {PAGE}.", f"See {PAGE}, archived at {COPY}.", id="bare, before a full stop"),
        pytest.param(f"See [the news]({PAGE}).", f"See [the news]({PAGE}), archived at {COPY}.", id="Markdown link"),
        pytest.param(f"{PAGE} and {PAGE}", f"{PAGE}, archived at {COPY} and {PAGE}", id="only the first"),
        pytest.param("No link here.", "No link here.", id="nothing to do"),
    ],
)
def test_the_copy_stands_behind_the_link(before: str, after: str) -> None:
    """As a reader would write it."""
    assert add_archived_copies(before, {PAGE: COPY}).text == after


def test_a_second_edit_changes_nothing() -> None:
    """The command can be run again."""
    once = add_archived_copies(f"See <{PAGE}>.", {PAGE: COPY})

    again = add_archived_copies(once.text, {PAGE: COPY})

    assert once.changed == (PAGE,)
    assert again == again.__class__(text=once.text, changed=())


@given(st.text(max_size=300))
def test_text_without_the_page_stays_to_the_character(text: str) -> None:
    """An edit never touches what it is not about."""
    assert add_archived_copies(text, {PAGE: COPY}).text == text or PAGE in text
