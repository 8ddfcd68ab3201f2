"""Pages as sites make them, and what is made of them: shared by the tests of access."""

from verifier.extraction import read_source
from verifier.fetching.access import judge
from verifier.fetching.clients import Answer
from verifier.fetching.seen import Seen
from verifier.fetching.statuses import Decision

URL = "https://www.example.org/news/2024/pier-repair"
PROSE = "The harbour council met on Tuesday and agreed on the repair of the old northern pier. "


def judged(
    body: str, *, status: int = 200, final: str = URL, asked: str = URL, content_type: str = "text/html", **headers: str
) -> Decision:
    """Judge a page."""
    fields = {"content-type": content_type} | {name.replace("_", "-"): value for name, value in headers.items()}
    answer = Answer(url=final, status=status, headers=fields, body=body.encode())
    text = read_source(answer.body, url=final, content_type=content_type)
    return judge(Seen(asked=asked, answer=answer, text=text))


def page(title: str, body: str, head: str = "") -> str:
    """Give a page with the usual furniture."""
    navigation = '<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/about">About</a></nav>'
    footer = "<footer>© The Daily Example <a href='/privacy'>Privacy</a> <a href='/contact'>Contact</a></footer>"
    return f"<html><head><title>{title}</title>{head}</head><body>{navigation}<main>{body}</main>{footer}</body></html>"
