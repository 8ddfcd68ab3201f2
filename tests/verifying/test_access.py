"""Could the source be read? The answers are told apart, with what showed them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged_pages import PROSE, URL, judged, page

from verifier.extraction import read_source
from verifier.fetching.access import judge
from verifier.fetching.base import Access
from verifier.fetching.clients import Answer
from verifier.fetching.seen import Seen
from verifier.fetching.wordings import fold, wording


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("Page Not Found | Example", "<h1>Oops!</h1><p>We looked everywhere.</p>", id="title"),
        pytest.param("Example", "<h1>404</h1><p>This page doesn’t exist.</p>", id="heading"),
        pytest.param("The Daily Example", "<p>Sorry, this article is no longer available.</p>", id="withdrawn"),
        pytest.param("Error", "<p>The requested document could not be found on this server.</p>", id="server's words"),
        pytest.param("Example", "<p>The page may have been moved or deleted.</p>", id="link"),
        pytest.param("Nothing here", "<p>It looks like nothing was found at this location.</p>", id="blog"),
        pytest.param("Hoppla", "<p>Die gewünschte Seite wurde leider nicht gefunden.</p>", id="German"),
        pytest.param("Fehler", "<p>Dieser Artikel ist nicht mehr verfügbar.</p>", id="German, withdrawn"),
        pytest.param("Erreur", "<p>La page que vous cherchez est introuvable.</p>", id="French"),
        pytest.param("Vaya", "<p>La página que busca no existe.</p>", id="Spanish"),
        pytest.param("Ops", "<p>A página que procura não foi encontrada.</p>", id="Portuguese"),
        pytest.param("Errore", "<p>La pagina richiesta non è stata trovata.</p>", id="Italian"),
        pytest.param("Oeps", "<p>Deze pagina kan niet gevonden worden. De pagina bestaat niet.</p>", id="Dutch"),
        pytest.param("Błąd", "<p>Strona nie została znaleziona.</p>", id="Polish"),
        pytest.param("Ошибка", "<p>Страница не найдена</p>", id="Russian"),
        pytest.param("404", "<p>お探しのページは見つかりませんでした。</p>", id="Japanese"),
        pytest.param("提示", "<p>抱歉，您访问的页面不存在。</p>", id="Chinese"),
        pytest.param("Example", "<p>This domain is for sale. Make an offer today.</p>", id="the domain is for sale"),
        pytest.param(" - Clips", "<p>Video unavailable. This video isn't available anymore.</p>", id="a video"),
        pytest.param("Blog", "<h1>Our blog</h1><p>The authors have deleted this site.</p>", id="a blog given up"),
        pytest.param("Sorry", "<p>We could not find what you were looking for.</p>", id="no noun at all"),
        pytest.param("", "<p>Not Found</p>", id="nothing else"),
        pytest.param("Clerk", "<h1>Clerk</h1><p>This job is no longer available.</p>", id="an advertisement"),
        pytest.param("", "<p>Our new website is under construction.</p>", id="not there yet"),
    ],
)  # fmt: skip
def test_a_missing_page_with_status_200_is_a_soft_404(title: str, text: str) -> None:
    """In the words of many sites and languages."""
    decision = judged(page(title, text))

    assert decision.access is Access.SOFT_404, decision


@pytest.mark.parametrize(
    ("title", "text", "quoted"),
    [
        pytest.param("Oops!", "<p>Sorry. We can’t find the page you’re looking for. Go home?</p>",
                     "it says “We can’t find the page you’re looking for.”", id="a sentence"),
        pytest.param("Page Not\n Found | Example", "", "its title says “Page Not Found | Example”", id="a title"),
        pytest.param("", f"<p>This page is not available {'indefinitely ' * 12}</p>", "it says “page is not available”",
                     id="a long one is cut to the phrase"),
    ],
)  # fmt: skip
def test_a_reason_quotes_the_page_as_it_stands(title: str, text: str, quoted: str) -> None:
    """An editor compares it with what the browser shows."""
    assert judged(page(title, text)).reason == f"the site answers, but {quoted}"


@pytest.mark.parametrize(
    ("title", "text", "access"),
    [
        pytest.param("Maintenance", "<p>We are down for maintenance and will be back soon.</p>", Access.TEMPORARY,
                     id="English"),
        pytest.param("Example", "<p>This site is temporarily unavailable.</p>", Access.TEMPORARY, id="unavailable"),
        pytest.param("Wartung", "<p>Unsere Website ist wegen Wartungsarbeiten nicht erreichbar.</p>", Access.TEMPORARY,
                     id="German"),
        pytest.param("", "<p>Le site est en cours de maintenance. De retour bientôt !</p>", Access.TEMPORARY,
                     id="French"),
        pytest.param("", "<p>Estamos en mantenimiento. Volveremos pronto.</p>", Access.TEMPORARY, id="Spanish"),
        pytest.param("", "<p>メンテナンス中です。</p>", Access.TEMPORARY, id="Japanese"),
        pytest.param("Error", "<h1>500 Internal Server Error</h1>", Access.TEMPORARY, id="fault"),
        pytest.param("", "<p>Error establishing a database connection</p>", Access.TEMPORARY, id="database"),
        pytest.param("", "<b>Fatal error</b>: Uncaught Exception in /srv/www/index.php:7", Access.TEMPORARY,
                     id="a program's own words"),
        pytest.param("", "<p>エラーが発生しました</p>", Access.TEMPORARY, id="fault, Japanese"),
        pytest.param("", "<p>Ops! Algo deu errado. Tente novamente.</p>", Access.TEMPORARY, id="fault, Portuguese"),
        pytest.param("", "<p>Es ist ein unerwarteter Fehler aufgetreten.</p>", Access.TEMPORARY, id="fault, German"),
        pytest.param("Slow down", "<h1>Too many requests</h1><p>Wait a minute.</p>", Access.RATE_LIMITED,
                     id="too many requests"),
        pytest.param("What went wrong", f"<p>Something went wrong on the pier, he said.</p><p>{PROSE * 6}</p>",
                     Access.OK, id="a report on a mishap"),
        pytest.param("Bridge closed", f"<p>The bridge is under maintenance.</p><p>{PROSE * 6}</p>", Access.OK,
                     id="a report on a bridge"),
        pytest.param("Website down", f"<p>The bank's website was down for maintenance.</p><p>{PROSE * 6}</p>",
                     Access.OK, id="a report on a site"),
    ],
)  # fmt: skip
def test_a_site_in_trouble_is_a_passing_fault(title: str, text: str, access: Access) -> None:
    """It says so with status 200 as often as with 503."""
    assert judged(page(title, text)).access is access


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("Just a second...", "<p>Please verify you are a human to proceed.</p>", id="human"),
        pytest.param("Robot check", "<p>Type the characters you see in this image.</p>", id="robot"),
        pytest.param("Access denied", "<p>You don’t have permission to access this resource.</p>", id="denied"),
        pytest.param("example.org", "<p>We have detected unusual traffic from your network.</p>", id="traffic"),
        pytest.param("Attention", "<p>Please complete the security check to access the site.</p>", id="check"),
        pytest.param(
            "",
            "<p>Pardon our interruption. You might be a bot.</p>",
            id="pardon",
        ),
        pytest.param("Sicherheit", "<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>", id="German"),
        pytest.param("Vérification", "<p>Vérifiez que vous êtes humain.</p>", id="French"),
        pytest.param("Un momento", "<p>Verifica que eres humano. No soy un robot.</p>", id="Spanish"),
        pytest.param("", '<div class="g-recaptcha" data-sitekey="x"></div>', id="markup only"),
        pytest.param("Loading", '<script src="/cdn-cgi/challenge-platform/h/b"></script>', id="script"),
        pytest.param("Unavailable", "<p>Our website is unavailable in most European countries.</p>", id="region"),
        pytest.param("451", "<p>You are in the European Economic Area, so access cannot be granted.</p>", id="law"),
        pytest.param(
            "Request Rejected", "<p>The requested URL was rejected. Your support ID is: 7.</p>", id="firewall"
        ),
        pytest.param(
            "Docs", "<h1>You need permission</h1><p>Ask for access, or switch your account.</p>", id="permission"
        ),
        pytest.param(
            "Web Page Blocked", "<p>This is in violation of your internet usage policy.</p>", id="own network"
        ),
        pytest.param("", "<p>Please enable JS and disable any ad blocker</p><script>dd={}</script>", id="script first"),
    ],
)
def test_a_wall_against_programs_is_blocked(title: str, text: str) -> None:
    """Whatever status it comes with: these have 200."""
    assert judged(page(title, text)).access is Access.BLOCKED
    assert judged(page(title, text), status=503).access is Access.BLOCKED


@pytest.mark.parametrize(
    "text",
    [
        '<h1>Sign in</h1><form><input name="user"><input type="password" name="pw"><button>Go</button></form>',
        "<h2>Log in to continue</h2><p>You must be logged in to view this page.</p>",
        "<h1>Anmelden</h1><form><input type=password></form><p>Passwort vergessen?</p>",
        "<p>Connectez-vous pour accéder à cette page.</p><form><input type='password'></form>",
    ],
)
def test_a_login_is_blocked(text: str) -> None:
    """The page may be fine for those who have an account."""
    assert judged(page("Example", text)).access is Access.BLOCKED


@pytest.mark.parametrize(
    "text",
    [
        "<h1>We value your privacy</h1><p>We and our partners store information.</p><button>Accept all</button>",
        "<h1>Bevor Sie fortfahren</h1><button>Alle akzeptieren</button><button>Alle ablehnen</button>",
        "<p>Nous et nos partenaires utilisons des cookies.</p><button>Tout accepter</button>",
        "<h1>Confirm your age</h1><p>Are you over 18?</p><button>Yes</button><button>No</button>",
        "<h1>Ad blocker detected</h1><p>It looks as if you are using an ad blocker. Please turn it off to go on.</p>",
    ],
)
def test_a_question_in_place_of_the_page_is_blocked(text: str) -> None:
    """Consent, the reader's age, or leave to show advertisements."""
    assert judged(page("Example", text)).access is Access.BLOCKED


@pytest.mark.parametrize(
    ("head", "text"),
    [
        pytest.param(
            '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
            f"<p>{PROSE * 3}</p>",
            id="it says so in its data",
        ),
        pytest.param("", f"<p>{PROSE * 3}</p><div class='paywall'>Subscribe to read the full story</div>", id="markup"),
        pytest.param("", f"<p>{PROSE}</p><p>Already a subscriber? Log in</p>", id="words below a stub"),
        pytest.param("", f"<p>{PROSE}</p><p>This post is for paid subscribers</p>", id="a letter by mail"),
        pytest.param("", f"<p>{PROSE}</p><p>Create a free account to continue.</p>", id="an account"),
        pytest.param("", f"<p>{PROSE}</p><p>To read the rest of this story, get a day pass.</p>", id="a pass"),
        pytest.param("", f"<p>{PROSE}</p><p>Continue reading in our app</p>", id="an app"),
        pytest.param("", f"<p>{PROSE}</p><p>Jetzt kostenlos registrieren und weiterlesen.</p>", id="a German account"),
        pytest.param("", f"<p>{PROSE}</p><p>Jetzt abonnieren und weiterlesen.</p>", id="German"),
        pytest.param("", f"<p>{PROSE}</p><p>Cet article est réservé aux abonnés.</p>", id="French"),
        pytest.param("", f"<p>{PROSE}</p><p>Contenido exclusivo para suscriptores</p>", id="Spanish"),
    ],
)
def test_a_teaser_is_a_paywall(head: str, text: str) -> None:
    """Its few sentences prove nothing about the rest."""
    assert judged(page("Pier to be repaired", text, head)).access is Access.PAYWALL


@pytest.mark.parametrize(
    "body",
    [
        '<html><body><div id="root"></div><script src="/static/app.js"></script></body></html>',
        '<html><body><div id="__next"></div><script>window.__DATA__={"a":1}</script></body></html>',
        "<html><body><noscript>Enable JavaScript to run this app.</noscript><script></script></body></html>",
        "<html><head><title>Example</title></head><body><p>Loading...</p><script>start()</script></body></html>",
        "<script>window.location.href='/there'</script>",
        "<html><body><app-root></app-root><script src=main.js></script></body></html>",
        (
            "<div id=root></div><noscript><h1>JavaScript is not available.</h1><p>We see that JavaScript is disabled "
            "in this browser. Please turn it on, or take another browser, to go on with Example. Our help pages list "
            "those that we support.</p><p>Help, terms of use, privacy, cookies, imprint</p></noscript><script></script>"
        ),
        "<html><body>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.<script></script></body></html>",
    ],
)
def test_a_page_that_is_all_script_needs_one(body: str) -> None:
    """We run none."""
    assert judged(body).access is Access.JS_NEEDED


@pytest.mark.parametrize(
    ("head", "text", "access"),
    [
        pytest.param('<meta property="og:type" content="video.other">', PROSE, Access.PART_ONLY, id="a film"),
        pytest.param("<meta content=music.song property='og:type'>", PROSE, Access.PART_ONLY, id="the other way round"),
        pytest.param('<meta property="og:type" content="video.other">', PROSE * 12, Access.OK, id="with a transcript"),
        pytest.param('<meta property="og:type" content="article">', PROSE, Access.OK, id="a brief"),
        pytest.param('<meta property="og:video" content="/v.mp4">', PROSE, Access.OK, id="a brief with a film"),
    ],
)  # fmt: skip
def test_what_is_said_in_a_recording_does_not_stand_on_its_page(head: str, text: str, access: Access) -> None:
    """A claim that is not in the few words beside it is not missing from the source."""
    assert judged(page("The northern pier", f"<p>{text}</p>", head)).access is access


@pytest.mark.parametrize(
    ("embedded", "text", "access"),
    [
        pytest.param("<iframe src='/files/minutes.pdf#page=1'></iframe>", PROSE, Access.PART_ONLY, id="a file"),
        pytest.param('<object data="/minutes.PDF"></object>', PROSE, Access.PART_ONLY, id="object"),
        pytest.param('<iframe src="https://www.youtube.com/embed/x1"></iframe>', PROSE, Access.PART_ONLY, id="a film"),
        pytest.param("<audio controls><source src='talk.mp3'></audio>", PROSE, Access.PART_ONLY, id="a talk"),
        pytest.param('<iframe src="https://vimeo.com/x1"></iframe>', PROSE * 8, Access.OK, id="in an article"),
        pytest.param('<iframe src="https://tags.example/ns.html" width=0></iframe>', PROSE, Access.OK, id="a tracker"),
    ],
)  # fmt: skip
def test_what_is_embedded_in_a_short_page_is_not_read(embedded: str, text: str, access: Access) -> None:
    """Councils show their minutes so, and clubs their talks: around them stand a title and a line or two."""
    assert judged(page("The northern pier", f"<p>{text}</p>{embedded}")).access is access


SECTION = "https://www.example.org/news"


@pytest.mark.parametrize(
    ("asked", "final", "access"),
    [
        pytest.param(URL, "https://www.example.org/", Access.SOFT_404, id="the home page"),
        pytest.param(URL, "https://example.org/en/", Access.SOFT_404, id="the home page of a language"),
        pytest.param(URL, "https://www.example.org/index.html", Access.SOFT_404, id="the home page's other name"),
        pytest.param(URL, "https://parking.example.com/", Access.SOFT_404, id="the root of another site"),
        pytest.param(URL, "https://new.example.com/news/pier-repair", Access.OK, id="the page, moved"),
        pytest.param("https://example.org/", "https://www.example.org/en/", Access.OK, id="a home page was cited"),
        pytest.param(f"{SECTION}/old-crane-sold-abroad", SECTION, Access.SOFT_404, id="the section"),
        pytest.param(f"{SECTION}/2023/old-crane-sold-abroad.html", f"{SECTION}/", Access.SOFT_404, id="further up"),
        pytest.param(f"{SECTION}/harbour-council-met", SECTION, Access.OK, id="a page that has all of it"),
        pytest.param(f"{SECTION}/print-version", SECTION, Access.OK, id="a function of the page"),
        pytest.param(f"{SECTION}/a71/old-crane-sold-abroad", f"{SECTION}/a71", Access.OK, id="a page without headline"),
        pytest.param(
            f"{SECTION}/the-old-crane/its-last-day-at-work", f"{SECTION}/the-old-crane", Access.OK, id="whole"
        ),
        pytest.param(URL, "https://www.example.org/?p=1234", Access.OK, id="a page by number"),
        pytest.param(URL, "https://www.example.org/404", Access.SOFT_404, id="the page for missing pages"),
        pytest.param(URL, "https://www.example.org/errors/page-not-found.aspx", Access.SOFT_404, id="its other name"),
        pytest.param("https://example.org/route/404", "https://www.example.org/route/404", Access.OK, id="a number"),
    ],
)
def test_being_sent_away_is_a_soft_404(asked: str, final: str, access: Access) -> None:
    """A dead article that redirects to the home page, or to one that says so, is dead."""
    assert judged(page("Example", f"<p>{PROSE * 40}</p>"), asked=asked, final=final).access is access


@pytest.mark.parametrize(
    ("final", "words"),
    [
        ("https://www.example.org/", "to the home page:"),
        ("https://parking.example.com/", "to the home page of parking.example.com:"),
    ],
)
def test_whose_home_page_it_is_is_said(final: str, words: str) -> None:
    """Another owner's is a sign that the address was sold."""
    assert words in judged(page("Example", f"<p>{PROSE * 40}</p>"), final=final).reason


@pytest.mark.parametrize(
    ("status", "access"),
    [
        (204, Access.EMPTY), (205, Access.EMPTY), (300, Access.BAD_REDIRECT), (304, Access.PROTOCOL_ERROR),
        (400, Access.BLOCKED), (401, Access.BLOCKED), (402, Access.PAYWALL), (403, Access.BLOCKED), (404, Access.GONE),
        (405, Access.BLOCKED), (406, Access.BLOCKED), (408, Access.TEMPORARY), (410, Access.GONE),
        (429, Access.RATE_LIMITED), (451, Access.BLOCKED), (500, Access.TEMPORARY), (502, Access.TEMPORARY),
        (503, Access.TEMPORARY), (520, Access.TEMPORARY), (999, Access.BLOCKED),
    ],
)  # fmt: skip
def test_a_status_means_what_it_means(status: int, access: Access) -> None:
    """Only 404 and 410 are the article's fault."""
    decision = judged(page("Example", f"<p>{PROSE * 20}</p>"), status=status)

    assert decision.access is access
    assert str(status) in decision.reason


def test_a_challenge_header_outweighs_the_page() -> None:
    """The server itself says that it wants proof."""
    assert (
        judged(page("Example", f"<p>{PROSE * 40}</p>"), status=403, cf_mitigated="challenge").access is Access.BLOCKED
    )
    assert judged("x", status=202, x_amzn_waf_action="challenge").access is Access.BLOCKED


@pytest.mark.parametrize(
    "entities",
    [
        pytest.param('<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">', id="nested"),
        pytest.param('<!ENTITY c SYSTEM "file:///etc/passwd">', id="a file"),
    ],
)  # fmt: skip
def test_markup_with_entities_of_its_own_is_not_read(entities: str) -> None:
    """Entities that unfold or read files are an attack on the reader."""
    body = f'<?xml version="1.0"?><!DOCTYPE html [{entities}]><html><body>&c;</body></html>'

    assert judged(body, content_type="application/xhtml+xml").access is Access.PROTOCOL_ERROR


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff\xe0", b"PK\x03\x04", b"\x7fELF", b"RIFF"]
)
@pytest.mark.parametrize("content_type", ["text/html", "text/plain", "application/octet-stream", ""])
def test_bytes_that_are_no_text_are_not_text(start: bytes, content_type: str) -> None:
    """Whatever they call themselves."""
    body = start + bytes(range(256)) * 40
    answer = Answer(url=URL, status=200, headers={"content-type": content_type}, body=body)
    text = read_source(body, url=URL, content_type=content_type)

    assert judge(Seen(asked=URL, answer=answer, text=text)).access is Access.NOT_TEXT


@pytest.mark.parametrize(
    "body", ["", "   \n ", "<html><body></body></html>", "<html><head><title>x</title></head></html>"]
)
def test_nothing_is_empty(body: str) -> None:
    """There is nothing to judge by."""
    assert judged(body).access is Access.EMPTY


@given(st.text(max_size=300))
def test_folding_any_text_gives_words_between_blanks(text: str) -> None:
    """Foreign text."""
    folded = fold(text)

    assert folded.startswith(" ")
    assert folded.endswith(" ")
    assert fold(folded) == folded


@pytest.mark.parametrize("name", ["missing", "parked", "robot-wall", "consent", "login", "paywall", "script"])
def test_every_wording_can_be_looked_for_in_any_text(name: str) -> None:
    """Quickly, also in text made to be slow."""
    assert wording(name).found(fold("page " * 5000)) is None


@given(st.binary(max_size=400), st.integers(min_value=100, max_value=999))
def test_whatever_a_server_sends_there_is_an_access(body: bytes, status: int) -> None:
    """Never an exception on foreign bytes."""
    answer = Answer(url=URL, status=status, headers={"content-type": "text/html"}, body=body)
    text = read_source(body, url=URL, content_type="text/html")

    assert judge(Seen(asked=URL, answer=answer, text=text)).reason


@pytest.mark.parametrize(
    "comment",
    [
        pytest.param('"isAccessibleForFree":' + " " * 290_000, id="a value that never comes"),
        pytest.param("class=" + " " * 290_000, id="a class that never comes"),
        pytest.param("id" + " " * 290_000, id="a sign of equality that never comes"),
        pytest.param("id= " * 70_000, id="one empty id after another"),
        pytest.param("<iframe src" + " " * 290_000, id="a frame without an address"),
    ],
)
def test_hostile_markup_is_searched_in_bounded_time(comment: str) -> None:
    """The marks of walls are looked for in the bytes of a short page, comments included."""
    start = time.process_time()

    decision = judged(page("A pier", f"<p>The pier is open again.</p><!-- {comment} -->"))

    assert time.process_time() - start < SECONDS
    assert decision.access is Access.OK


SECONDS = 20
"""Processor time, far above what any of these needs (2 s), and far below what they need without limits."""
