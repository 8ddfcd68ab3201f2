"""Links in running text: where they stand, what they lead to, and what is wrong with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from citations.link_ends import joined_end, trimmed_end
from citations.schemes import START, next_start, with_scheme

TEXT_DIRECTIVE = ":~:text="
"""What opens a text directive in the fragment of a URL; the words after it are a quotation from the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link in a text. ``start`` and ``end`` take in its brackets, ``url`` has no fragment and no white space.

    A blank within a word of the host stays, for ``url_problem`` to name.
    ``fragment`` is the text directive as printed, raw spaces and all, without ``#:~:text=``.
    """

    url: str
    start: int
    end: int
    fragment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDirective:
    """A text directive in its parts, percent decoded: the page is searched for ``start`` or ``start … end``."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""


ADDRESS = re.compile(r"(?:https?|ftp)://|www\.|doi:", re.IGNORECASE)
"""The beginning of a link target that leads to another site, or is a DOI."""
MOST_CHARACTERS = 16_384
"""Characters of the longest URL that can be fetched; servers refuse request lines of half that length."""
_LONGEST = 4000
"""Characters of a link in brackets that are searched for its end; a real link is shorter."""
_LONGEST_RUN = 100_000
"""Characters without a blank that are taken for one link, so that a link that is far too long is reported whole."""

_BROKEN_HOST = re.compile(r"(?:https?|ftp)://[^\s/?#]*\w\s+\w[^\s/?#]*\.", re.IGNORECASE)
"""A blank within a word of the host, where no line is broken: it belongs to the address itself."""
_INVISIBLE = "[\u00ad\u200b-\u200d\u2060\ufeff]"
"""Invisible characters at which a word may be broken; programs insert them into addresses, too."""
_MOST_SPACES = 300
"""Characters between ``<`` and ``>`` for what is in them to be one link, spaces and all."""
_JOINED_WORDS = re.compile(r"\s[^\W\d_]+\s[^\W\d_]+\s")
"""Two words between blanks: a sentence in angle brackets has them, an address that is broken over lines has not."""

_STOP = re.compile(r"""[\s<>"“”«»|{}`，。；：、（）《》「」]|[;,](?=https?:)|(?<=\))[(\[]""")
_DIRECTIVE_END = re.compile(
    r"\n|;\s|\s[(\[<]|,?\s(?:accessed|retrieved|abgerufen|consulté|last visited)\b", re.IGNORECASE
)
"""What ends a bare text directive with raw spaces in it."""

_TRACKING = re.compile(
    r"(?:(?:utm|mtm|pk|at)_\w+|fbclid|[dg]clid|[gw]braid|gad_source|srsltid|msclkid|mc_[ce]id|igshid|yclid|mkt_tok|"
    r"_hs(?:enc|mi)|_g[al]|ref_src|xtor|wt_z?mc|maca|cmp(?:id)?|smid|ico)(?:=|\Z)"
    r"|(?:ref|source)=(?:rss|feed|newsletter)\Z"
)
"""Query parameters that tell a site where a reader comes from; "ref" and "source" only with certain values."""
_DEFAULT_PORT = {"http": 80, "https": 443}
_ARCHIVES = (
    re.compile(r"https?://web\.archive\.org/(?:web/)?\d{4,14}(?:[a-z]{2}_)?/(?P<original>\S+)", re.IGNORECASE),
    re.compile(r"https?://web\.archive\.org/web/(?:\*/)?(?P<original>https?:\S+)", re.IGNORECASE),
    re.compile(
        r"https?://archive\.(?:today|is|ph|li|vn|md|fo)/(?:o/\w+/|(?:\d[\d.-]*|newest|oldest)/)(?P<original>https?:\S+)",
        re.IGNORECASE,
    ),
    re.compile(r"https?://(?:www\.)?webcitation\.org/\S*?[?&]url=(?P<original>[^&\s]+)", re.IGNORECASE),
    re.compile(
        r"https?://(?:archive\.(?:today|is|ph|li|vn|md|fo)|perma\.cc|(?:www\.)?webcitation\.org)/\w{4,}(?P<original>)",
        re.IGNORECASE,
    ),
)
_WRAPPER = re.compile(
    r"https?://(?:(?:www\.)?google\.[a-z.]{2,6}/url|[a-z0-9]{1,20}\.safelinks\.protection\.outlook\.com/|"
    r"l\.(?:facebook|instagram)\.com/(?:l\.php)?|(?:www\.)?youtube\.com/redirect|vk\.com/away\.php|slack-redir\.net/link)"
    r"\?(?:[^#\s&]{0,2000}&){0,20}?(?:q|u|url|to)=(?P<inside>https?(?::|%3a)[^&\s#]{3,4000})",
    re.IGNORECASE,
)
"""Links of document editors, mail programs and networks that wrap the one that was typed."""
_DOI = re.compile(r"(?<![\w.])(?:(?:doi|DOI)\s?[:.]?\s{0,2})?(10\.\d{4,9}\s?/\s?[^\s<>\"“”|{}]{2,200})")
_ISBN = re.compile(r"\bISBN(?:-?1[03])?[:\s]{0,3}((?:\d[\s\u2010-]?-?){9,12}[\dXx])(?!\d)")
_HOST = re.compile(r"(?:[\w](?:[\w-]{0,61}\w)?\.)+(?:[^\W\d_]{2,63}|xn--[\w-]{2,59})\.?\Z")
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}\Z|\[[0-9a-f:.]+\]\Z", re.IGNORECASE)


def find_links(text: str) -> tuple[Link, ...]:
    """Give the links in ``text`` in order: bare, in ``<…>``, in brackets, broken over lines, without a scheme.

    What follows a link as punctuation of the sentence is no part of it. A Markdown link gives its target; the
    words in its square brackets are left to the text around, unless they are the same address.
    """
    return tuple(_links(text))


def _links(text: str) -> Iterator[Link]:
    position = 0
    bare = "://" not in text  # beside a whole address, a host with a path is a part of a title or of a post
    while match := next_start(text, position, bare=bare):
        start = match.start()
        link = _enclosed(text, start) or (_bare(text, start, match.end()) if match[0] else None)
        if link is None:
            position = max(match.end(), start + 1)
            continue
        yield link
        position = max(link.end, match.end())


def _enclosed(text: str, start: int) -> Link | None:
    """Read a link in ``<…>`` or ``](…)``, where spaces belong to it."""
    before = text[max(0, start - 2) : start]
    opener = before.rstrip()[-1:]
    if opener == "<":
        close = text.find(">", start, start + _LONGEST_RUN)
        inside = text[start:close]
        if close < 0 or "<" in inside or (" " in inside.strip() and not _spaces_belong(inside)):
            return None
        return _link(inside, text.rfind("<", 0, start), close + 1)
    if before[-1:] == "[":
        middle = text.find("](", start, start + _LONGEST)
        close = _closing(text, middle + 2) if middle > 0 else -1
        same = close > 0 and text[start:middle].split("#", maxsplit=1)[0].strip() in text[middle:close]
        return _link(text[middle + 2 : close], start - 1, close + 1) if same else None
    if before == "](":
        close = _closing(text, start)
        return _link(_without_title(text[start:close]), start - 1, close + 1) if close > 0 else None
    return None


def _without_title(target: str) -> str:
    """Give the target of a Markdown link without the title in quotation marks after it: ``address "title"``.

    A target with a text directive stays whole: its words may be in quotation marks themselves.
    """
    printed = target.rstrip()
    mark = printed[-1:]
    if mark not in {'"', "'"} or TEXT_DIRECTIVE in printed:
        return target
    address, blank, title = printed.partition(" ")
    title = title.lstrip()
    return address if blank and len(title) > 1 and title[0] == mark else target


def _spaces_belong(inside: str) -> bool:
    """Whether spaces within angle brackets can be part of a link: a text directive's, or a broken line's."""
    return TEXT_DIRECTIVE in inside or (len(inside) <= _MOST_SPACES and not _JOINED_WORDS.search(inside))


def _closing(text: str, start: int) -> int:
    """Give the place of the parenthesis that closes a Markdown target, -1 where none does."""
    depth = 1
    for match in re.compile(r"[()]").finditer(text, start, min(len(text), start + _LONGEST)):
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return match.start()
    return -1


def _bare(text: str, start: int, after_scheme: int) -> Link | None:
    """Read a link that only white space or punctuation ends."""
    stop = _STOP.search(text, after_scheme, start + _LONGEST_RUN)
    end = stop.start() if stop else min(len(text), start + _LONGEST_RUN)
    if TEXT_DIRECTIVE in text[start:end]:
        mark = text.index(TEXT_DIRECTIVE, start)
        stop = _DIRECTIVE_END.search(text, mark, start + _LONGEST)
        following = START.search(text, mark, stop.start() if stop else start + _LONGEST)
        end = following.start() if following else stop.start() if stop else min(len(text), start + _LONGEST)
        end = start + len(text[start:end].rstrip(" <(["))
        return _link(text[start:end], start, end)
    end = joined_end(text, start, end)
    end = trimmed_end(text, start, end)
    return _link(text[start:end], start, end) if end > after_scheme else None


def _link(printed: str, start: int, end: int) -> Link | None:
    page, mark, fragment = printed.partition("#")
    blanks = "" if _BROKEN_HOST.match(page) else r"\s+|"
    page = with_scheme(re.sub(rf"{blanks}{_INVISIBLE}|\\(?=[_&*~#\[\]()])", "", page))
    directive = fragment.partition(TEXT_DIRECTIVE)[2] if mark else ""
    if len(page) < len("http://a"):
        return None
    return Link(url=unwrapped(page), start=start, end=end, fragment=directive.strip("\n\r\t ") or None)


def split_directives(fragment: str) -> tuple[TextDirective, ...]:
    """Give the text directives of a fragment (with or without ``#:~:text=``) as the words to look for."""
    directives = []
    for part in re.split(r"&text=", fragment.rpartition(TEXT_DIRECTIVE)[2]):
        words = part.split(",")
        prefix = words.pop(0)[:-1] if len(words) > 1 and words[0].endswith("-") else ""
        suffix = words.pop()[1:] if len(words) > 1 and words[-1].startswith("-") else ""
        if not words[0].strip():
            continue
        start, end = words[0], ",".join(words[1:])
        directives.append(
            TextDirective(start=unquote(start), end=unquote(end), prefix=unquote(prefix), suffix=unquote(suffix))
        )
    return tuple(directives)


def canonical_url(url: str) -> str:
    """Give a form of the URL that is the same for links to one page: no fragment or tracking, host in lower case.

    What cannot be taken apart as a URL comes back as it is, without its fragment.
    """
    page = url.strip().partition("#")[0].encode("utf-8", "replace").decode("utf-8")
    try:
        parts = urlsplit(page)
        port = parts.port
    except ValueError:
        return page
    scheme, host = parts.scheme.lower(), (parts.hostname or "").rstrip(".")
    if not host:
        return page
    netloc = f"[{host}]" if ":" in host else host
    if port and port != _DEFAULT_PORT.get(scheme):
        netloc = f"{netloc}:{port}"
    path = re.sub(
        r"%[0-9a-fA-F]{2}",
        lambda match: _plain_percent(match[0]),
        quote(parts.path, safe="/%:@!$&'()*+,;=~-._"),
    )
    return urlunsplit((scheme, netloc, path or "/", _plain_query(parts.query), ""))


def host_of(url: str) -> str:
    """Give the host of a URL in lower case, ``""`` where it has none or cannot be taken apart."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _plain_percent(code: str) -> str:
    """Give a percent code in capitals, or as the unreserved character that it stands for."""
    character = chr(int(code[1:], 16))
    return character if character.isascii() and (character.isalnum() or character in "-._~") else code.upper()


def _plain_query(query: str) -> str:
    return "&".join(pair for pair in query.split("&") if not _TRACKING.match(pair.lower()))


def unwrapped(url: str) -> str:
    """Give the address that a link of a service leads on to (``google.com/url?q=…``), any other URL as it is."""
    match = _WRAPPER.match(url)
    return unquote(match["inside"]) if match else url


def split_archive(url: str) -> tuple[str, str | None] | None:
    """Give an archive's URL and the URL it keeps a copy of (``None`` where it does not say), or ``None``.

    Known: the Wayback Machine, archive.today and its sister hosts, WebCite, Perma.cc.
    """
    for pattern in _ARCHIVES:
        match = pattern.match(url)
        if match:
            original = unquote(match["original"]) if "url=" in url else match["original"]
            if original and "://" not in original:
                original = re.sub(r"^(https?):/*", r"\1://", original) if ":" in original[:6] else f"http://{original}"
            return url, original or None
    return None


def find_dois(text: str) -> tuple[tuple[str, int, int], ...]:
    """Give the DOIs in ``text``, each with the characters it takes with its "doi:" before it."""
    found = []
    for match in _DOI.finditer(text):
        end = trimmed_end(text, match.start(1), match.end(1))
        found.append((re.sub(r"\s", "", text[match.start(1) : end]), match.start(), end))
    return tuple(found)


def doi_in_url(url: str) -> str | None:
    """Give the DOI that a URL of a resolver or a publisher holds, ``None`` where there is none."""
    match = re.search(r"(?:doi\.org/|/doi/(?:abs/|full/|pdf/|epdf/)?)(10\.\d{4,9}/[^\s?#]{1,200})", url)
    return unquote(match[1]) if match else None


def doi_url(doi: str) -> str:
    """Give the address at which the DOI resolver leads to the work."""
    return f"https://doi.org/{quote(doi, safe='/:;()._-')}"


def find_isbn(text: str) -> tuple[str, int, int] | None:
    """Give the first ISBN in ``text`` as its digits, with the characters it takes; ``None`` where there is none."""
    match = _ISBN.search(text)
    if match is None:
        return None
    digits = re.sub(r"[^\dXx]", "", match[1]).upper()
    return (digits, match.start(), match.end()) if len(digits) in {10, 13} else None


def url_problem(url: str) -> str | None:
    """Say why no page can be fetched at ``url``, ``None`` where nothing is wrong with its form."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        return f"it cannot be taken apart: {error}"
    problems = (
        (not parts.scheme, "it has no scheme (https://)"),
        (parts.scheme.lower() not in _DEFAULT_PORT, f"its scheme is {parts.scheme!r}, not http or https"),
        (not host, "it names no host"),
        (bool(re.search(r"\s", url)), "it has a space in it"),
        (bool(re.search(r"\.{3}|…", url)), "it was shortened with an ellipsis"),
        (not _HOST.match(host) and not _ADDRESS.match(host), f"its host {host!r} cannot be a host name"),
        (port == 0, "its port is 0"),
        (len(url) > MOST_CHARACTERS, f"it has more than {MOST_CHARACTERS:,} characters"),
    )
    return next((problem for is_so, problem in problems if is_so), None)
