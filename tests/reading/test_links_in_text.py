"""Links in running text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.links import (
    TextDirective,
    canonical_url,
    find_dois,
    find_isbn,
    find_links,
    split_archive,
    split_directives,
    url_problem,
)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        pytest.param("see https://example.org/a.", "https://example.org/a", id="full stop of the sentence"),
        pytest.param("(https://example.org/a_(b))", "https://example.org/a_(b)", id="brackets of its own"),
        pytest.param("<https://example.org/a>", "https://example.org/a", id="angle brackets"),
        pytest.param("< https://example.org/a >", "https://example.org/a", id="blanks in angle brackets"),
        pytest.param("[here](https://example.org/a)", "https://example.org/a", id="Markdown"),
        pytest.param(
            "[https://example.org/a](https://example.org/a)", "https://example.org/a", id="Markdown of itself"
        ),
        pytest.param("www.example.org/a", "http://www.example.org/a", id="no scheme"),
        pytest.param("ferry.example.org/a/b", "http://ferry.example.org/a/b", id="a host and a path, as MLA sets them"),
        pytest.param("fe.co/3xA", "http://fe.co/3xA", id="a short address"),
        pytest.param("http://www. example.org/a/b", "http://www.example.org/a/b", id="broken in the host"),
        pytest.param(
            "https://example.org/long- name.html.", "https://example.org/long-name.html", id="broken at a hyphen"
        ),
        pytest.param("https://example.org/a/ b_c.pdf", "https://example.org/a/b_c.pdf", id="broken at a stroke"),
        pytest.param("https://example.org/page. html?x=1", "https://example.org/page.html?x=1", id="broken at a dot"),
        pytest.param("https://example.org/a accessed 3 May", "https://example.org/a", id="words follow"),
        pytest.param("https://example.org/a. Then 4.5 more", "https://example.org/a", id="a sentence follows"),
        pytest.param("https://example.org/a_b\\_c", "https://example.org/a_b_c", id="Markdown escape"),
        pytest.param("|url=https://example.org/a|title=T", "https://example.org/a", id="wiki template"),
        pytest.param("https://example.org/a[Accessed 2012]", "https://example.org/a", id="glued bracket"),
        pytest.param("*https://example.org/a*", "https://example.org/a", id="emphasis"),
        pytest.param("https://example.org/a#section", "https://example.org/a", id="fragment"),
    ],
)
def test_finds_the_link_and_nothing_but_it(text: str, url: str) -> None:
    """Punctuation of the sentence is cut off, pieces of a broken link are joined."""
    assert [link.url for link in find_links(text)] == [url]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        pytest.param("h ttp://www.example.org/a.", "http://www.example.org/a", id="a blank in the scheme"),
        pytest.param("http s://example.org/a", "https://example.org/a", id="a blank before its last letter"),
        pytest.param("https: //example.org/a", "https://example.org/a", id="a blank behind its colon"),
        pytest.param("https:/ /example.org/a", "https://example.org/a", id="a blank between its strokes"),
        pytest.param("http:/www.example.org/a", "http://www.example.org/a", id="one stroke"),
        pytest.param("http:/www. example.org/a", "http://www.example.org/a", id="one stroke, and a blank in the host"),
        pytest.param("http:///example.org/a", "http://example.org/a", id="three strokes"),
        pytest.param("(http//www.example.org/a)", "http://www.example.org/a", id="no colon"),
        pytest.param("https//:example.org/a", "https://example.org/a", id="the colon behind the strokes"),
        pytest.param("http;//example.org/a", "http://example.org/a", id="a semicolon"),
        pytest.param("ttps://example.org/a", "https://example.org/a", id="without its first letter"),
        pytest.param("http://https://example.org/a", "https://example.org/a", id="two schemes"),
        pytest.param("www. example.org/a", "http://www.example.org/a", id="a blank behind www"),
        pytest.param("www .example.org/a", "http://www.example.org/a", id="a blank before the dot"),
        pytest.param("http://www.ferry .example/a", "http://www.ferry.example/a", id="a blank within the host"),
        pytest.param(
            "https://example.org/the-ferry-\nsold. Accessed 3 May",
            "https://example.org/the-ferry-sold",
            id="a line that ends at a hyphen",
        ),
        pytest.param(
            "https://example.org/the-\nferry-is-sold.",
            "https://example.org/the-ferry-is-sold",
            id="the rest of a title",
        ),
        pytest.param(
            "https://exam\u00adple.org/a\u200bb", "https://example.org/ab", id="signs that allow a line to break"
        ),
    ],
)
def test_mends_what_converters_and_typing_break(text: str, url: str) -> None:
    """The address is read as it was meant; what is printed stays as it is."""
    (link,) = find_links(text)

    assert link.url == url
    assert text[link.start : link.end] == text.strip("(). ").removesuffix(". Accessed 3 May")


@pytest.mark.parametrize(
    "text",
    [
        "HTTP/1.1 and http//2 are protocols.",
        "He found it on the www. Many people did.",
        "The U.S./Canada border, see p.12/13, and/or file.txt/line 3, ask me@ferry.org/desk.",
        "Write http: before the name, or https; it is the same.",
        "the https // sign",
        "An attp.//x of h t t p s.",
    ],
)
def test_finds_no_link_in_words_about_links(text: str) -> None:
    """A broken scheme counts only with a host behind it."""
    assert find_links(text) == ()


@pytest.mark.parametrize(
    ("text", "url"),
    [
        pytest.param("https://example.org/the-ferry- accessed 3 May", "https://example.org/the-ferry-", id="access"),
        pytest.param("https://example.org .Then it sank.", "https://example.org", id="a sentence"),
        pytest.param("https://example.org/2019- The ferry", "https://example.org/2019-", id="a title"),
    ],
)
def test_joins_no_words_to_a_link(text: str, url: str) -> None:
    """What follows a hyphen or begins with a stop is part of a link only where it looks like one."""
    assert [link.url for link in find_links(text)] == [url]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<https://example.org/p#:~:text=First words here,the last words.>", id="in angle brackets"),
        pytest.param("[p](https://example.org/p#:~:text=First words here,the last words.)", id="Markdown"),
        pytest.param("https://example.org/p#:~:text=First words here,the last words.", id="bare, at the end"),
    ],
)
def test_keeps_the_raw_spaces_of_a_text_fragment(text: str) -> None:
    """A text fragment is a quotation from the page: it is kept whole and apart from the address."""
    (link,) = find_links(text)

    assert link.url == "https://example.org/p"
    assert link.fragment == "First words here,the last words."


def test_takes_a_text_directive_apart() -> None:
    """Prefix, start, end and suffix are told apart and percent codes are decoded."""
    assert split_directives("#:~:text=come%20in-,One,two%20three,-and out&text=Four") == (
        TextDirective(start="One", end="two three", prefix="come in", suffix="and out"),
        TextDirective(start="Four"),
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("https://Example.org/a", "https://example.org/a#x", True, id="host and fragment"),
        pytest.param("https://example.org:443/a", "https://example.org/a", True, id="default port"),
        pytest.param("https://example.org/a?utm_source=m&b=1", "https://example.org/a?b=1", True, id="tracking"),
        pytest.param("https://example.org/a?srsltid=Af_3-x", "https://example.org/a", True, id="a shop's tracking"),
        pytest.param("https://example.org/a?ref=rss&b=1", "https://example.org/a?b=1", True, id="from a feed"),
        pytest.param("https://example.org/a?ref=3", "https://example.org/a?ref=4", False, id="a name that may choose"),
        pytest.param("https://example.org/%7ea", "https://example.org/~a", True, id="percent code of a letter"),
        pytest.param("https://example.org", "https://example.org/", True, id="empty path"),
        pytest.param("https://example.org/a?b=1", "https://example.org/a?b=2", False, id="another page"),
        pytest.param("https://example.org/A", "https://example.org/a", False, id="paths have capitals"),
    ],
)
def test_tells_whether_two_links_lead_to_one_page(one: str, other: str, *, same: bool) -> None:
    """The identity of a page leaves out what does not choose it."""
    assert (canonical_url(one) == canonical_url(other)) is same


@pytest.mark.parametrize(
    ("url", "original"),
    [
        pytest.param(
            "https://web.archive.org/web/20200102030405/https://example.org/a", "https://example.org/a", id="Wayback"
        ),
        pytest.param("https://web.archive.org/web/20200102/example.org/a", "http://example.org/a", id="no scheme"),
        pytest.param(
            "https://archive.ph/2020.01.02-030405/https://example.org/a", "https://example.org/a", id="archive.today"
        ),
        pytest.param("https://archive.is/AbCd1", None, id="short form says no address"),
        pytest.param("https://perma.cc/AB12-CD34", None, id="Perma.cc"),
    ],
)
def test_splits_the_address_of_an_archived_copy(url: str, original: str | None) -> None:
    """An archive's address tells what it keeps, where it says so."""
    assert split_archive(url) == (url, original)


@pytest.mark.parametrize(
    ("url", "inside"),
    [
        pytest.param(
            "https://www.google.com/url?q=https://a.example/b%3Fc%3D1&sa=D&ust=1",
            "https://a.example/b?c=1",
            id="documents",
        ),
        pytest.param(
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb&data=05",
            "https://a.example/b",
            id="mail",
        ),
        pytest.param(
            "https://a.example/url?q=https://b.example", "https://a.example/url?q=https://b.example", id="other"
        ),
    ],
)
def test_reads_the_address_that_a_service_wrapped(url: str, inside: str) -> None:
    """What was typed is cited, not the service that counts who follows the link."""
    assert [link.url for link in find_links(url)] == [inside]


def test_a_page_about_archives_is_no_archived_copy() -> None:
    """Only the archives' own forms count."""
    assert split_archive("https://example.org/web/20200102/archive") is None


def test_finds_identifiers_of_works() -> None:
    """DOIs and ISBNs are found with the words that announce them."""
    text = "doi:10.1234/ab.c(5)6. ISBN 978-3-16-148410-0."

    assert [doi for doi, _, _ in find_dois(text)] == ["10.1234/ab.c(5)6"]
    assert (find_isbn(text) or ("",))[0] == "9783161484100"


@pytest.mark.parametrize(
    ("url", "word"),
    [
        pytest.param("https://example/a", "host", id="no dot in the host"),
        pytest.param("ftp://example.org/a", "scheme", id="not http"),
        pytest.param("https://example.org/a b", "space", id="space"),
        pytest.param("https://example.org/lo...", "ellipsis", id="shortened"),
        pytest.param("http://[::1", "apart", id="broken brackets"),
    ],
)
def test_says_what_is_wrong_with_an_address(url: str, word: str) -> None:
    """The reason is named in words."""
    assert word in (url_problem(url) or "")


def test_finds_nothing_wrong_with_a_good_address() -> None:
    """Addresses of many kinds are good."""
    assert url_problem("https://münchen.example.org:8080/a?b=%20c") is None
    assert url_problem("http://192.0.2.7/") is None


@given(st.text(alphabet=st.sampled_from("htps:/w.#~text=<>()[] ab,*_\\%é\n"), max_size=120) | st.text(max_size=100))
def test_any_text_gives_links_within_it_that_do_not_overlap(text: str) -> None:
    """Whatever the text, no error, and places that rise and stay inside."""
    end = 0
    for link in find_links(text):
        assert end <= link.start < link.end <= len(text)
        canonical_url(link.url)
        url_problem(link.url)
        split_archive(link.url)
        end = link.end


@pytest.mark.parametrize(
    "piece", ["http://", "www.a ", "<http://a ", "http://a.b/- ", "](http://a", "http://a.b/((((", "10.1234/"]
)
def test_takes_linear_time_over_repeated_pieces(piece: str) -> None:
    """A hostile text of a hundred thousand characters is read in seconds at most."""
    text = piece * (100_000 // len(piece))
    began = time.process_time()

    find_links(text)
    find_dois(text)

    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "url", "problem"),
    [
        pytest.param("<http://exa mple.org/a>", "http://exa mple.org/a", "it has a space in it", id="blank in a host"),
        pytest.param("<http://www. example.org/a>", "http://www.example.org/a", None, id="a line broken at a dot"),
        pytest.param(r"<http:\\example.org\a>", r"http:\\example.org\a", "it names no host", id="backslashes"),
        pytest.param("<example.org:8080/a>", "http://example.org:8080/a", None, id="no scheme, in angle brackets"),
        pytest.param("http://example.org/100%/%zz", "http://example.org/100%/%zz", None, id="a percent sign alone"),
    ],
)
def test_reads_addresses_that_were_typed_by_hand(text: str, url: str, problem: str | None) -> None:
    """What a browser would open is an address; what none would is kept, so that it can be named."""
    (link,) = find_links(text)

    assert (link.url, url_problem(link.url)) == (url, problem)


def test_an_address_that_is_far_too_long_is_named_whole() -> None:
    """Cut at some limit it would be another address."""
    (link,) = find_links("http://example.org/" + "a" * 70_000)

    assert len(link.url) > 70_000
    assert "16,384" in (url_problem(link.url) or "")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        pytest.param('[Mill](https://mill.example/a "The mill at Orr")', "https://mill.example/a", id="double marks"),
        pytest.param("[Mill](https://mill.example/a  'The mill')", "https://mill.example/a", id="single marks"),
        pytest.param("[Mill](https://mill.example/a b)", "https://mill.example/ab", id="a broken address stays"),
        pytest.param('[Mill](https://mill.example/"a")', 'https://mill.example/"a"', id="marks in the address stay"),
    ],
)
def test_the_title_of_a_markdown_link_is_no_part_of_its_address(text: str, url: str) -> None:
    """Pelican and Jekyll authors write titles after addresses; glued to the address, they made it unreachable."""
    links = find_links(text)

    assert [link.url for link in links] == [url]
