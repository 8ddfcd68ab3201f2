"""Links of a note made whole again: cut in two by a stray blank, or shown without the scheme of what they lead to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from citations.links import Link, host_of

_DOI_LINK = re.compile(r"doi\.org/(?:10\.\d{4,9}/\S*)?\Z", re.IGNORECASE)
"""The address of a DOI as far as it was read: nothing but the rest of it can follow a blank."""
_DOI_GAP = re.compile(r"[.:]?\s{1,2}((?=\S{0,80}\d)[\w.()/:;<>-]{3,100})")
_DOI_MORE = re.compile(r"\(?[a-z][a-z.]{0,30}\)?\d|10\.\d{4,9}/\S|\d{1,4}\(\d{1,5}\)", re.IGNORECASE)
"""What the rest of a DOI looks like: letters with figures at once, or figures in brackets; no year, page or volume."""
_ENDINGS = r"\.(?:s?html?|php|pdf|aspx?|jsp|cfm|docx?|txt|ppt|xls)"
_FILE_GAP = re.compile(rf"\s(?:-\s)?([a-z][\w-]{{0,60}}(?:/[\w./-]{{1,90}})?{_ENDINGS})(?!\w)")
"""The end of a file's name after a blank; capitals would begin a sentence or a title."""
_LONG_FILE_GAP = re.compile(
    rf"\s((?=[^.;()\[\]<>]{{0,90}}_)[\w’'_-]{{1,40}}(?:\s[\w’'_-]{{1,40}}){{0,9}}{_ENDINGS})(?!\w)"
)
"""The name of a file in several words; the underscore says that they are one name."""
_HOST_GAP = re.compile(r"\s?(\.\s?[a-z\d-]{1,40}(?:\s?\.\s?[a-z\d-]{1,40}){1,3}(?:/\S{0,300})?)")
"""The rest of a host that blanks part at its dots, as in copies of printed pages: "https://www . quay . example"."""
_ACCESS_WORD = re.compile(
    r"[(\[;](?:accessed|retrieved|visited|viewed|consulted|abgerufen|stand|zugriff|consulté|letzter)\Z", re.IGNORECASE
)
_END_MARKS = ".,;:"


def mend_links(raw: str, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Give the links of ``raw``, those that a blank cut with their rest, those glued to "(accessed" without it.

    This goes further than the reading of links in running text: in a note, little but a title follows a link.
    """
    links = tuple(one for link in links for one in _parted(raw, _untitled(raw, link)))
    links = tuple(link for number, link in enumerate(links) if not _names_site(raw, link, links[number + 1 :]))
    ends = [*(link.start for link in links), len(raw)]
    return tuple(_mended(raw, link, end) for link, end in zip(links, ends[1:], strict=True))


def _names_site(raw: str, link: Link, later: Sequence[Link]) -> bool:
    """Whether a bare host only names the site of a page that a later link leads to: "www.quay.example. <link>"."""
    bare = _BARE_HOST.match(raw, link.start)
    return bare is not None and bare.end(1) == link.end and any(host_of(one.url) == bare[1].lower() for one in later)


_BARE_HOST = re.compile(r"(www(?:\.[\w-]{1,60}){1,5})[.,;]\s")


def _untitled(raw: str, link: Link) -> Link:
    """Give a link of Markdown without the title after its address: "[Quay](https://quay.example 'The quay')"."""
    titled = _TITLED.fullmatch(raw, link.start, link.end)
    return replace(link, url=link.url.partition(titled[1] or titled[2])[0]) if titled else link


_TITLED = re.compile(r"\(\S{4,4000}\s{1,6}(?:(?=(\"))\"[^\"]{0,600}\"|(?=('))'[^']{0,600}')\s{0,2}\)")
_MOST_TARGETS = 20
"""Targets of one note that are looked for among its words."""


def lead_links(raw: str, links: tuple[Link, ...], targets: Sequence[str]) -> tuple[Link, ...]:
    """Give the links of ``raw`` with the addresses they lead to, where the words of one are its address cut short.

    "www.quay.example/a" and "quay.example/long…" are no addresses of their own when their target is known.
    """
    led = list(links)
    for target in targets[:_MOST_TARGETS]:
        page, _, fragment = target.partition("#:~:text=")
        shown = _SCHEME.sub("", page).rstrip("/")
        same = next((i for i, link in enumerate(led) if _is_shown(raw, link, shown)), None)
        place = _place(raw, shown, led) if same is None else None
        if same is not None:
            led[same] = replace(led[same], url=page, fragment=fragment or None, end=_shown_end(raw, led[same]))
        elif place is not None:
            led.append(Link(url=page, start=place, end=place + len(shown), fragment=fragment or None))
    return tuple(sorted(led, key=lambda link: link.start))


_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_CUT_SHORT = re.compile(r"\s?(?:…|\.{3})")


def _shown_end(raw: str, link: Link) -> int:
    """Give where the words of a link end, with the ellipsis that cuts its address short."""
    cut = _CUT_SHORT.match(raw, link.end)
    return cut.end() if cut else link.end


def _is_shown(raw: str, link: Link, shown: str) -> bool:
    """Whether a link is an address without its scheme, or the beginning of it before an ellipsis."""
    words = _SCHEME.sub("", link.url).rstrip("/")
    return words == shown or (_shown_end(raw, link) > link.end and shown.startswith(words))


_DIVIDED = r"(?:\A|[,.;:(<\[—–”\"»)\]]|\b(?:at|from|see|via|unter|sur|on))\s{0,2}"
"""What stands before an address that is not part of a sentence."""


def _place(raw: str, shown: str, links: Sequence[Link]) -> int | None:
    """Give where an address without its scheme stands by itself, ``None`` for nowhere."""
    found = re.compile(rf"{_DIVIDED}{re.escape(shown)}(?![\w/-]|\.\w)").search(raw) if shown else None
    if found is None or any(link.start < found.end() and found.start() < link.end for link in links):
        return None
    return found.end() - len(shown)


def _parted(raw: str, link: Link) -> tuple[Link, ...]:
    """Give two links for one whose words are an address themselves: mostly one of them is an archived copy."""
    parted = _WORDS_AND_TARGET.fullmatch(raw, link.start - 1, link.end) if "](" in link.url else None
    if parted is None:
        return (link,)
    return (
        Link(url=_ESCAPED.sub("", parted[1]), start=parted.start(), end=parted.end(1) + 1),
        Link(url=parted[2], start=parted.end(1) + 1, end=parted.end()),
    )


_ESCAPED = re.compile(r"\\(?=[~_*#&-])")
"""The stroke with which Markdown escapes a sign."""
_WORDS_AND_TARGET = re.compile(r"\[(https?://[^\s\[\]]{1,1000})\]\((https?://[^\s()]{1,1000})\)")
"""A link in Markdown whose words are an address themselves."""


def _mended(raw: str, link: Link, end: int) -> Link:
    """Give the link with what belongs to it up to ``end``, where the next one begins."""
    glued = _ACCESS_WORD.search(link.url)
    if glued:
        return replace(link, url=link.url[: glued.start()], end=link.end - len(glued[0]))
    if link.fragment is not None or raw[link.end - 1 : link.end] in ">)]" or "#" in raw[link.start : link.end]:
        return link
    gap = _gap(raw, link, end)
    if gap is None:
        return link
    piece = gap[1].rstrip(_END_MARKS)
    while piece.endswith(")") and piece.count(")") > piece.count("("):
        piece = piece[:-1]
    whole = raw[link.end : gap.start(1) + len(piece)]
    return replace(link, url=link.url + re.sub(r"\s", "", whole), end=link.end + len(whole))


def _gap(raw: str, link: Link, end: int) -> re.Match[str] | None:
    if _DOI_LINK.search(link.url):
        gap = _DOI_GAP.match(raw, link.end, end)
        return gap if gap and _DOI_MORE.match(gap[1]) else None
    if link.url.endswith("//www"):
        return _HOST_GAP.match(raw, link.end, end)
    return (
        (_FILE_GAP.match(raw, link.end, end) or _LONG_FILE_GAP.match(raw, link.end, end))
        if link.url[-1:].isalnum()
        else None
    )
