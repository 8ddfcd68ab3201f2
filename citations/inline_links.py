"""Links in the text read as notes: the sentence around a link is the claim, the page it leads to is the source."""

import re
from collections.abc import Iterable
from dataclasses import replace

from citations.document import Document, InlineLink, Marker, RawNote

STYLE = "inline-link"
_SHARING = re.compile(
    r"https?://(?:www\.|m\.)?(?:facebook\.com/(?:sharer|share|dialog/)|(?:twitter|x)\.com/(?:intent/|share\b)|"
    r"linkedin\.com/(?:shareArticle|sharing/)|reddit\.com/submit|pinterest\.[a-z.]{2,6}/pin/create|t\.me/share|wa\.me/|"
    r"(?:api|web)\.whatsapp\.com/send|bsky\.app/intent/|news\.ycombinator\.com/submitlink|getpocket\.com/save)",
    re.IGNORECASE,
)
"""Addresses that share the article itself on a network: they lead to a form, and to no source."""


def with_inline_links(document: Document) -> Document:
    """Give the document with a marker and a note for each link in its body, labelled ``link-1`` and so on.

    Links to the same page share one note.
    """
    links = [link for link in document.links if not _SHARING.match(link.url)]
    labels: dict[str, str] = {}
    for link in links:
        labels.setdefault(link.url, f"link-{len(labels) + 1}")
    markers = sorted(
        (*document.markers, *(_marker(link, labels[link.url]) for link in links)),
        key=lambda marker: (marker.block, marker.offset),
    )
    return replace(document, markers=tuple(markers), notes=(*document.notes, *_notes(links, labels)))


def _marker(link: InlineLink, label: str) -> Marker:
    return Marker(label=label, raw=link.text, style=STYLE, block=link.block, offset=link.offset, position=link.position)


def _notes(links: Iterable[InlineLink], labels: dict[str, str]) -> Iterable[RawNote]:
    first: dict[str, InlineLink] = {}
    for link in links:
        first.setdefault(link.url, link)
    for link in first.values():
        shown = link.text if link.url in link.text else f"{link.text} <{link.url}>"
        yield RawNote(label=labels[link.url], raw=shown, position=link.position, style=STYLE)
