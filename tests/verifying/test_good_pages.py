"""Good pages are left alone, whatever they are about and whatever stands around them."""

import pytest
from judged_pages import PROSE, URL, judged, page

from verifier.fetching.base import Access
from verifier.fetching.clients import Answer
from verifier.fetching.screening import plainly_fine
from verifier.fetching.statuses import Decision


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("Why “page not found” pages matter", PROSE * 45, id="an article on missing pages"),
        pytest.param("Are you a robot? The trouble with captchas", PROSE * 45, id="an article on captchas"),
        pytest.param("How paywalls changed the news", PROSE * 45 + "Subscribe to our newsletter.", id="on paywalls"),
        pytest.param("Pier", PROSE + "Access was denied to the crew for nine hours, he said.", id="short"),
        pytest.param("Pier", "The delegates found no agreement, and nothing was signed.", id="one sentence"),
        pytest.param("Cookie law in brief", PROSE * 12 + "Sites must ask before they set cookies.", id="on cookies"),
        pytest.param("Log in trade", PROSE * 8 + "Logs in the river were removed in May.", id="logs"),
        pytest.param("Pier", PROSE * 2 + "<noscript>Enable JavaScript to see the map.</noscript><script></script>",
                     id="a brief whose map needs a script"),
        pytest.param("Der Hafen", "Der Rat tagte am Dienstag und beschloss die Reparatur der alten Mole.", id="German"),
    ],
)  # fmt: skip
def test_good_pages_are_left_alone(title: str, text: str) -> None:
    """A false alarm costs more than a miss: the verdict on the claim still follows."""
    decision = judged(page(title, f"<h1>{title}</h1><p>{text}</p>"))

    assert decision.access is Access.OK, decision


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("How “page not found” became a joke of the trade | The Daily Example", id="on error pages"),
        pytest.param("Link between tides and herring not found, says the survey - Example", id="a link not found"),
        pytest.param("Secret document was removed from the archive, minister admits", id="a document removed"),
        pytest.param("Missing article of the harbour treaty turns up in a drawer", id="an article missing"),
        pytest.param("Flight 404 lands safely on the northern pier", id="a number"),
        pytest.param("Der Artikel wurde gelöscht: wie der Rat sein Protokoll ändert", id="German"),
    ],
)
@pytest.mark.parametrize("length", [6, 12], ids=["a brief", "a short article"])
def test_a_short_article_about_something_missing_is_not_missing_itself(title: str, length: int) -> None:
    """The phrase stands among the words of a headline, over a text that tells of something else."""
    body = f"<h1>{title.partition(' | ')[0]}</h1>" + f"<p>{PROSE * 2}</p>" * (length // 2)

    assert judged(page(title, body)).access is Access.OK


@pytest.mark.parametrize(
    "title",
    [
        "404 | The Daily Example",
        "Page not found | The Daily Example",
        "The Daily Example: the page you asked for could not be found",
        "Sorry, we could not find the page you asked for on our site",
        "404 - Page not found",
    ],
)
def test_a_missing_page_stays_missing_above_teasers_of_others(title: str) -> None:
    """Sites fill their error pages with what else there is to read."""
    teasers = f"<h2>Most read</h2><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>"

    assert judged(page(title, f"<h1>{title}</h1>{teasers}")).access is Access.SOFT_404


def test_a_good_page_with_all_the_furniture_is_left_alone() -> None:
    """Consent banner, login link, newsletter box and captcha script stand on nearly every page."""
    furniture = (
        "<div class='cookie-banner'>We value your privacy <button>Accept all</button></div>"
        "<a href='/login'>Log in</a> <a href='/subscribe'>Subscribe</a> <form><input type=password></form>"
        "<script src='https://www.google.com/recaptcha/api.js'></script><noscript>Enable JavaScript</noscript>"
    )

    assert (
        judged(page("Pier to be repaired", furniture + f"<article><p>{PROSE * 30}</p></article>")).access is Access.OK
    )


@pytest.mark.parametrize(
    "notice",
    [
        "We use cookies to make this site better. Accept all cookies",
        "Subscribe for unlimited access",
        "Log in or create an account",
        "Verfügbar nur mit Abo: jetzt abonnieren",
    ],
)
def test_a_short_piece_of_news_is_left_alone_beside_a_notice(notice: str) -> None:
    """Three sentences can be all that there is to tell."""
    head = f"<header><a href='/'>{notice}</a></header>"
    brief = f"<html><body>{head}<main><h1>Pier</h1><p>{PROSE * 3}</p></main></body></html>"

    assert judged(brief).access is Access.OK


def test_a_plain_article_need_not_be_read_to_be_fine() -> None:
    """The quick look errs on one side only: what is unusual is read."""
    paragraphs = f"<p>{PROSE * 10}</p>" * 4

    def quick(title: str, body: str) -> Decision | None:
        content = page(title, body).encode()
        return plainly_fine(URL, Answer(url=URL, status=200, headers={"content-type": "text/html"}, body=content))

    assert quick("Pier", paragraphs) is not None
    assert quick("Page not found", paragraphs) is None
    assert quick("Pier", paragraphs + '<link rel="next" href="/2">') is None
    assert quick("Pier", f"<p>{PROSE}</p>") is None
