"""The tokens of a plain text: the few HTML tags and entities that such texts carry, and the tags of forums."""

import html
import re
from collections.abc import Iterator
from operator import attrgetter

from citations.formats.markdown_tokens import AUTOLINK, ENTITY, LABEL_PLACE, ROUND_LABEL, TAG, Token
from citations.formats.names import names

_TAGS = names("sup sub a i b em strong br span u small cite q p div font code")
"""The HTML tags that a plain text may carry; any other word in angle brackets is text."""
_PLAIN = re.compile(
    rf"{AUTOLINK}|{TAG}|(?P<entity>{ENTITY})"
    rf"|{LABEL_PLACE}\^{ROUND_LABEL}",
    re.MULTILINE,
)
"""``^([4])`` is a label that pandoc raises."""
_FORUM_TAG = re.compile(
    r"\[(?P<end>/)?(?P<name>sup|sub|url|i|b|u|s|size|color|font|quote|list)(?:=(?P<value>[^\[\]\n]{1,2000}))?\]",
    re.IGNORECASE,
)
_FORUM_MARKUP = frozenset({"sup", "i", "url"})
"""The tags of forums that matter for notes; the others only change how words look."""


def plain_tokens(text: str) -> list[Token]:
    """Give the HTML tags and entities in a plain text, and the tags in square brackets that forums use."""
    found = (_plain_token(match) for match in _PLAIN.finditer(text))
    tokens = [token for token in found if token is not None]
    return sorted([*tokens, *_forum_tags(text)], key=attrgetter("start")) if "[/" in text else tokens


def _forum_tags(text: str) -> Iterator[Token]:
    """Yield the tags in square brackets. One without a value must be closed in the text, since "[b]" may be a label."""
    closed = {found["name"].lower() for found in _FORUM_TAG.finditer(text) if found["end"]}
    for found in _FORUM_TAG.finditer(text):
        name = found["name"].lower()
        if name in closed or found["value"]:
            tag = f'<a href="{html.escape(found["value"])}">' if name == "url" and found["value"] else f"<{name}>"
            value = ("</a>" if name == "url" else f"</{name}>") if found["end"] else tag
            yield Token("tag" if name in _FORUM_MARKUP else "drop", *found.span(), value)


def _plain_token(found: re.Match[str]) -> Token | None:
    kind = found.lastgroup
    if kind == "auto":
        return None
    if found["round"]:
        return Token("raised", found.start(), found.end(), found["round"])
    if found["entity"]:
        return Token("as", found.start(), found.end(), html.unescape(found[0]))
    return Token("tag", found.start(), found.end(), found[0]) if found["tag"].lower() in _TAGS else None
