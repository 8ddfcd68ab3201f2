"""Text that fits a pattern in many ways, and at its end does not, is given up at once."""

import time

import pytest

from citations.article import read_article

SOON = 2.0
"""Seconds of processor time. Each text takes milliseconds; tried in every way it could be read, minutes or years."""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.md", f"Said [C{' и C' * 30} of it.\n", id="letters that are roman numerals too"),
        pytest.param("a.md", f"Said [1{', s 1' * 30} of it.\n", id="pages that may be labels"),
        pytest.param("a.md", f"Said [1{', n 5' * 30} of it.\n", id="notes that may be lines"),
        pytest.param(
            "a.md",
            f"Said [Berg07{', p..a07' * 30} of it.\n" * 20 + "\n## References\n\n[Berg07] Berg, Iron.\n",
            id="pages that may be keys",
        ),
        pytest.param("a.md", f"Said.[^1]\n\n[^1]: Berg, Iron {'↩' * 60}x.\n", id="arrows back"),
        pytest.param("a.md", f"Said.[^1]\n\n[^1]: ZA{'ZMAM' * 40}], *Iron*, 1990.\n", id="capitals without a blank"),
        pytest.param("a.md", f"Said.[^1]\n\n[^1]: *{'Z. Quill & ' * 30}x.* Iron. 1990.\n", id="blanks behind initials"),
        pytest.param("a.rst", f"Said ``{'so it was ' * 300}'' then.\n" * 20, id="quotation marks of another format"),
    ],
)
def test_gives_up_at_once(name: str, text: str) -> None:
    """The time is the processor's, so that other work on the machine does not count."""
    begin = time.process_time()
    read_article(text.encode(), name=name)

    assert time.process_time() - begin < SOON
