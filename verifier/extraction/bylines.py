"""Finds the authors of a page: in data, in meta elements, in microdata, in bylines of several languages."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.extraction.base import Said, words
from verifier.extraction.head import Head
from verifier.extraction.json_ld import JsonObject, text_of
from verifier.extraction.page_dates import find_date_place
from verifier.extraction.page_walk import Walked, fold_space
from verifier.extraction.titles import letters

MOST_AUTHORS = 30
"""Authors kept of a page."""

LONGEST_NAME = 80
"""Characters of a name; a longer text is a biography."""

MOST_WORDS = 7
"""Words of a name: more are a sentence."""

LONGEST_BYLINE = 160
"""Characters of a line that may be a byline."""

_METAS = (
    "citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "byl", "og:article:author", "cxenseparse:author", "authors", "article:author_name", "article.author", "creator",
)  # fmt: skip
_BY = re.compile(
    r"(?:(?:written|authored|reported|reviewed|text|story|posted|analysis|opinion|review|commentary|words"
    r"|erstellt|geschrieben|verfasst)\s{1,3})?"
    r"(?:by|von|vom|par|por|di|da|door|av|af|autor(?:in|en|es)?|author|authors|auteur|przez|text|автор)\b\s{0,3}:?\s{1,3}",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s{0,3}(?:,|;|&|\||/| and | und | et | y | e | och | og | en | i | и |\bwith\b)\s{0,3}", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s{0,3}(?:\bfor\b|\bin\b|\bim\b|\baus\b|\bà\b|\bat\b|\bfrom\b|(?:\blast\s)?\bupdated\b|\bpublished\b|\bposted\b"
    r"|\breviewed\b|\bon\b|\bam\b|\bstand:|(?:\bvor\s)?\b\d|[|•·@(<>©\u2013\u2014]|\s-\s).{0,200}\Z",
    re.IGNORECASE | re.DOTALL,
)
_CREDIT = re.compile(
    r"(?:fotos?|photos?|bild(?:er)?|images?|pictures?|credits?|quelle)\s?(?:by|von)?\s?[:©]", re.IGNORECASE
)
"""The beginning of a picture credit."""
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|de|fr)\b|^/", re.IGNORECASE)
_INITIAL = re.compile(r"(?:\b[^\W\d_]|[JS]r)\.\Z")
_TURNED = re.compile(r"\s{0,9}[^\s,]{2,30},\s[^\s,]{1,30}(?:\s[^\s,]{1,30})?\s{0,9}\Z")
"""A name as catalogues have it: Marchbank, Odile J."""
_NO_NAMES = words(
    "admin administrator editor editors staff redaktion redaction rédaction redazione redacción webmaster guest "
    "anonymous none null undefined unknown author authors team newsroom newsdesk contributor contributors user root "
    "publisher by von par por"
)
_LOGIN = re.compile(r"[a-z][a-z\d]*(?:[._][a-z\d]+|(?<=[a-z\d][a-z\d]))\Z")
"""A login name, which some sites show in the place of the author's name."""
_SELECTOR = '[itemprop~="author"],[rel~="author"],[property="author"],[itemprop="creator"]'
_ANSWERS = ("/Comment", "/Answer")
_CLASSES = '[class*="byline" i],[class*="author" i],[class*="autor" i],[class*="auteur" i]'


def find_authors(
    tree: LexborHTMLParser, head: Head, page: Walked, things: tuple[JsonObject, ...], sites: Sequence[Said]
) -> tuple[Said, ...]:
    """Give the authors by the surest source that names any; those of two sources are never mixed.

    Where a source names only the site or a login, a later one with a name of several words is preferred. A single word
    is not enough there: buttons bear one too.
    """
    sources: tuple[Callable[[], Iterator[Said]], ...] = (
        lambda: _of_json(things, head.objects),
        lambda: _of_metas(head),
        lambda: _of_marks(tree, page),
        lambda: _of_bylines(tree, page),
    )
    own = {letters(site.value) for site in sites}
    only_site: tuple[Said, ...] = ()
    for source in sources:
        found = tuple(dict.fromkeys(source()))[:MOST_AUTHORS]
        names = [one.value for one in found if letters(one.value) not in own and not _LOGIN.match(one.value)]
        if any(" " in name or not only_site for name in names):
            return found
        only_site = only_site or found
    return only_site


def names_in(text: str) -> list[str]:
    """Give the names in a byline, without the words and dates around them; none of a picture credit."""
    text = fold_space(text)[:LONGEST_BYLINE]
    if _CREDIT.match(text):
        return []
    place = find_date_place(text)
    if place is not None:
        text = text[: place[0]] or text[place[1] :].lstrip(" ,.:|•·–—-")
    opening = _BY.match(text)
    if opening:
        text = text[opening.end() :]
    text = _AFTER.sub("", text)
    return [name for name in (_clean(piece) for piece in _AND.split(f"{text} ")) if name]


def _clean(name: str) -> str:
    name = name.partition(" (")[0].strip(" ,:;|-–—\"'()[]").lstrip(".")
    if name.endswith(".") and not _INITIAL.search(name):
        name = name[:-1]
    plain = name.lower()
    tokens = plain.split()
    if not tokens or len(name) > LONGEST_NAME or len(tokens) > MOST_WORDS:
        return ""
    if (
        _ADDRESS.search(name)
        or ": " in name
        or plain in _NO_NAMES
        or not any(character.isalpha() for character in name)
    ):
        return ""
    return name


def _of_json(things: Iterable[JsonObject], objects: Iterable[JsonObject]) -> Iterator[Said]:
    known = {thing["@id"]: thing for thing in objects if isinstance(thing.get("@id"), str) and thing.get("name")}
    for thing in things:
        names = list(_names_of(thing.get("author") or thing.get("creator"), known))
        if names:
            yield from (Said(value=name, source="JSON-LD author") for name in names)
            return


def _names_of(value: Any, known: dict[str, JsonObject]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            if not item.get("name") and isinstance(item.get("@id"), str):
                item = known.get(item["@id"], item)  # noqa: PLW2901 - the reference stands for the object
            inner = item.get("name")
            for name in inner if isinstance(inner, list) else [inner]:
                cleaned = _names_of_text(text_of(name))
                yield from cleaned
        elif isinstance(item, str):
            yield from _names_of_text(text_of(item))


def _names_of_text(text: str) -> list[str]:
    """Give the names of a value in data, where a lone comma may stand between family and given name."""
    if _ADDRESS.search(text):
        return []
    opening = _BY.match(text)
    if opening:
        text = text[opening.end() :]
    pieces = [text] if _TURNED.match(text) else _AND.split(f"{text} ")
    return [name for name in map(_clean, pieces) if name]


def _of_metas(head: Head) -> Iterator[Said]:
    for meta in _METAS:
        names = [name for content in head.metas.get(meta, ()) for name in _names_of_text(content)]
        if names:
            yield from (Said(value=name, source=f"meta {meta}") for name in names)
            return


def _of_marks(tree: LexborHTMLParser, page: Walked) -> Iterator[Said]:
    for node in tree.css(_SELECTOR)[:MOST_AUTHORS]:
        if page.is_elsewhere(node) or _is_of_an_answer(node):
            continue
        inner = node.css_first('[itemprop="name"]') or node
        content = inner.attributes.get("content")
        text = content or inner.text(deep=True, separator=" ")
        marked = "itemprop" in node.attributes
        for name in names_in(text or ""):
            if marked or _looks_like_name(name):
                yield Said(value=name, source="microdata author" if marked else "rel=author")


def _is_of_an_answer(node: LexborNode) -> bool:
    """Whether a mark stands in an answer or a comment: the author of a thread is whoever opened it."""
    above = node.parent
    while above is not None:
        if (above.attributes.get("itemtype") or "").endswith(_ANSWERS):
            return True
        above = above.parent
    return False


def _of_bylines(tree: LexborHTMLParser, page: Walked) -> Iterator[Said]:
    for node in tree.css(_CLASSES)[:MOST_AUTHORS]:
        text = fold_space(node.text(deep=True, separator=" ") or "")
        if not text or len(text) > LONGEST_BYLINE or page.is_elsewhere(node):
            continue
        names = [name for name in names_in(text) if _looks_like_name(name)]
        if names:
            yield from (Said(value=name, source="byline") for name in names)
            return
    for line in page.lines[:400]:
        opening = _BY.match(line.text)
        if opening and len(line.text) <= LONGEST_BYLINE and line.box.kind is None:
            names = [name for name in names_in(line.text) if _looks_like_name(name) and " " in name]
            if names:
                yield from (Said(value=name, source="byline") for name in names)
                return


def _looks_like_name(name: str) -> bool:
    """Say whether every word is written as in a name: a capital, or a particle such as "van"."""
    tokens = name.split()
    return (
        len(tokens) <= MOST_WORDS
        and tokens[0][:1].isupper()
        and sum(token[:1].isupper() for token in tokens) * 2 > len(tokens)
    )
