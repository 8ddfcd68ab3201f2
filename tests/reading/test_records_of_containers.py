"""Containers and publishers: how far their names reach, and what is none of them."""

import pytest

from citations.records import CitationRecord, read_reference


def only(raw: str) -> CitationRecord:
    """Give the one record of a reference."""
    (record,) = read_reference(raw)
    return record


@pytest.mark.parametrize(
    ("raw", "container"),
    [
        pytest.param(
            "Quill, A. (1976). Odd ice. In B. Finch & C. Wren (Eds.), Frost, Snow and the Physics of Thaw (pp. 1-9). "
            "Oslo: Fjord.",
            "Frost, Snow and the Physics of Thaw",
            id="a list with and",
        ),
        pytest.param(
            "Quill, A. (1979) “Cold Rules.” The Claim of Ice: Frost, Snow, and Slush, pp. 3-36. Fjord Press.",
            "The Claim of Ice: Frost, Snow, and Slush",
            id="a list behind a colon",
        ),
        pytest.param(
            "Quill, A. (2004). Cold talk. In B. Finch (Ed.), The handbook of ice. Practice and theory. Oslo: Fjord.",
            "The handbook of ice. Practice and theory",
            id="a subtitle behind a full stop",
        ),
        pytest.param(
            "Ada Quill, Ideal Ice, 5 Frost Review X 011003 (2015), https://frost.example.org/5.",
            "Frost Review X",
            id="without the number of the article",
        ),
        pytest.param(
            "Quill, Ada. ‘The Thaw’. River Insider (The Northern Ledger), https://ledger.example.org/thaw.",
            "River Insider (The Northern Ledger)",
            id="with the paper it belongs to",
        ),
        pytest.param(
            "Ada Quill, ‘The Thaw’, The Ledger (Oslo), 14 July 2013, https://ledger.example.org/thaw.",
            "The Ledger",
            id="without its town",
        ),
        pytest.param(
            "A. Quill e B. Finch, Una storia del ghiaccio, “Rivista del Gelo”, 45/4 (1950), 710-720.",
            "Rivista del Gelo",
            id="in quotation marks",
        ),
        pytest.param(
            "Quill, Ada. 2004. “Beyond the Thaw.” The Northern Ledger July(11). URL: http://ledger.example.org/t.html",
            "The Northern Ledger",
            id="a day in a bracket behind it",
        ),
        pytest.param(
            "Fox R F 1986 Frost Review A 33 467-476 URL http://frost.example.org/33", "Frost Review A", id="a section"
        ),
        pytest.param(
            "A. Quill. Learning ice. In Proc. of the 12th Int. Conf. on Ice (ICI-91) Sydney, Australia.",
            "Proc. of the 12th Int. Conf. on Ice (ICI-91)",
            id="the letters it goes by",
        ),
        pytest.param(
            "A. Quill. Learning ice. In Proceedings of the 12th Frost Conference, FROST’06, pages 77–86, Oslo, 2006.",
            "Proceedings of the 12th Frost Conference, FROST’06",
            id="its letters and year behind a comma",
        ),
        pytest.param(
            'Quill, A. (2007). "Cold gestures". 2007 Ice Society Conference on Frost. p. 1.',
            "2007 Ice Society Conference on Frost",
            id="a year at its start",
        ),
        pytest.param(
            "Quill, Ada. “Bede and Ice.” In Famulus Frigoris, ed. Bo Finch. Oslo, 1976. Pp. 3–29.",
            "Famulus Frigoris",
            id="a name that looks like a person's, and its editor",
        ),
    ],
)
def test_reads_the_whole_name_of_a_container(raw: str, container: str) -> None:
    """Lists, subtitles and letters belong to a name; towns, days and numbers do not."""
    assert only(raw).container_title == container


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Quill, Ada. The Thaw of the Delta. Moscow, 1934.", id="a city"),
        pytest.param(
            "Ice Office. (n.d.). The thaw model 2014. Washington, DC. Retrieved from http://ice.example.org/t",
            id="a city with its state",
        ),
        pytest.param(
            "UN Ice Assembly, Protection of deltas, A/RES/75/123 (14 December 2020), https://un.example.org/75/123.",
            id="the number of a document",
        ),
        pytest.param("A. Quill. A new frost. In Finch et al. [4], pages 233-246.", id="another entry"),
        pytest.param("Quill, A. “On thaw,” in Finch and Wren (1970), pp. 43–96.", id="another entry by year"),
        pytest.param(
            "Quill, A. (2006). A thaw model. Retrieved from Northern Digital Theses Program. (WU2006.0058).",
            id="where a copy came from",
        ),
        pytest.param("Quill, Ada. Cold and cusp analysis. Unpublished lecture notes, 2014.", id="a kind of text"),
    ],
)
def test_takes_nothing_else_for_a_container(raw: str) -> None:
    """What only stands in the place of an outlet is left unread rather than called one."""
    assert only(raw).container_title is None


@pytest.mark.parametrize(
    ("raw", "publisher"),
    [
        pytest.param("Quill, G. 1982. The estimation of ice. Charles Finch, London, United Kingdom.", "Charles Finch"),
        pytest.param("[3] A. Quill, Cold dynamics (Frost House, Boston, 2005).", "Frost House"),
        pytest.param("Quill, A. (2012), Ice rules, in B. Finch (ed.), Frost. Oslo and New York: Fjord.", "Fjord"),
        pytest.param(
            "‘The Thaw’, Frost Knowledge Base (Oslo: Frost House, 15 May 2025), https://frost.example.org/t.",
            "Frost House",
        ),
        pytest.param("A. Quill. Learning ice. In Computer Frost (CF), pages 1939–1946. IEEE, 2013.", "IEEE"),
        pytest.param("Quill, Ada. The Thaw. Oslo: Quill, Finch, & Wren, 1913.", "Quill, Finch, & Wren"),
        pytest.param(
            "118. Quill, A.L. and B. Finch, Cold cytology and organization. 1974: Frost-Verlag Berlin.", "Frost-Verlag"
        ),
        pytest.param(
            "Quill, Damon B. 2010. Cold Frameworks and Change PhD thesis Frost University.", "Frost University"
        ),
        pytest.param(
            "Di Quill P and Finch P 1997 Cold Field Theory (Oslo: Fjord) (https://doi.org/10.1234/9)", "Fjord"
        ),
    ],
    ids=[
        "before its city",
        "in a bracket",
        "two cities",
        "behind the outlet",
        "letters",
        "partners",
        "year first",
        "a thesis",
        "no year",
    ],
)
def test_finds_the_publisher(raw: str, publisher: str) -> None:
    """A publisher is known by its city, its bracket, or its place behind the pages."""
    assert only(raw).publisher == publisher
