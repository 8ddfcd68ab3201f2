"""Links of a note that a stray blank has cut in two."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.links import find_links
from citations.records import read_reference
from citations.records.sheets.mending import mend_links

BEFORE = "Quill, A., 2012. Cold rivers. Journal of Ice, 40: 279."


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        pytest.param(
            "http://dx.doi.org/10.1234/ j.ice.2011.03.008.", "http://dx.doi.org/10.1234/j.ice.2011.03.008", id="DOI"
        ),
        pytest.param(
            "http://dx.doi.org/10.1234/j. icesci.2011.11.020.",
            "http://dx.doi.org/10.1234/j.icesci.2011.11.020",
            id="DOI behind a full stop",
        ),
        pytest.param(
            "https://ice.example.org/reports/spring melt.pdf . Published 2014.",
            "https://ice.example.org/reports/springmelt.pdf",
            id="name of a file",
        ),
        pytest.param(
            "http://ice.example.org/papers/zeit - schriften/heft_51.pdf (15.07.2009).",
            "http://ice.example.org/papers/zeit-schriften/heft_51.pdf",
            id="at a hyphen",
        ),
        pytest.param(
            "https://www . ice . example/reports/melt. Accessed 3 May 2014.",
            "https://www.ice.example/reports/melt",
            id="at the dots of its host",
        ),
        pytest.param(
            "https://ice.example.org/melt-28802646(accessed: August 2014).",
            "https://ice.example.org/melt-28802646",
            id="glued to its access date",
        ),
        pytest.param(
            "https://doi.org/10.1234/ice.77 (2012).", "https://doi.org/10.1234/ice.77", id="a year is no part of it"
        ),
        pytest.param(
            "https://ice.example.org/melt Accessed report.pdf", "https://ice.example.org/melt", id="another sentence"
        ),
        pytest.param("https://doi.org/10.1234/ice.77 12 pages.", "https://doi.org/10.1234/ice.77", id="pages"),
    ],
)
def test_joins_what_a_blank_cut(printed: str, url: str) -> None:
    """A link that goes on behind a blank is one link; what only stands behind it is not taken in."""
    (record,) = read_reference(f"{BEFORE} {printed}")

    assert record.url == url
    assert record.title == "Cold rivers"


def test_an_escaped_sign_in_the_words_of_a_link_is_no_part_of_its_address() -> None:
    """Converters escape a tilde in the words of a link, where the words are the address itself."""
    url = "https://ice.example.org/~finch/melt.html"
    (record,) = read_reference(f"{BEFORE} [{url.replace('~', chr(92) + '~')}]({url})")

    assert record.url == url


@given(st.text(alphabet="htps:/.w10-()ab (\nfdoirg,#", max_size=80))
def test_mended_links_keep_their_order(text: str) -> None:
    """Whatever the text, the links stay apart and within it."""
    links = mend_links(text, find_links(text))

    assert all(one.end <= two.start for one, two in pairwise(links))
    assert all(0 <= link.start < link.end <= len(text) for link in links)
