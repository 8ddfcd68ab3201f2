"""Parts of Markdown that are not text: code, and comments of Obsidian."""

import re
from bisect import bisect_right

_CLOSING_FENCE = re.compile(r"^[ \t>]{0,40}(?P<fence>`{3,500}|~{3,500})[ \t\r]*$", re.MULTILINE)
_USED = re.compile(r"(?<![\]\[])\[(\d{1,3})\](?![:(\[])")
_CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,9}|~{3,9}).*?^[ \t]*(?P=fence)|`(?!\[\d{1,3}\]`)[^`\n]{1,300}`", re.MULTILINE | re.DOTALL
)
"""Code, but not a label in brackets that is set as code."""
_LISTING = re.compile(r"^[ \t]{0,9}(?:\{%-? ?|\{\{< ?)highlight\b", re.MULTILINE)
_LISTING_END = re.compile(r"\{%-? ?endhighlight\b|\{\{< ?/ ?highlight\b")
"""Code as site generators mark it: "{% highlight ruby %}", "{{< highlight go >}}"."""


_HIDDEN = re.compile(
    r"^[ \t]{0,3}%%[ \t]*\n(?:(?![ \t]{0,3}%%[ \t]*$).*\n){0,200}[ \t]{0,3}%%[ \t]*$"
    r"|(?<![\w%`])%%[^%\n`]{1,500}%%(?![\w%`])",
    re.MULTILINE,
)
"""A comment of Obsidian, within a line or between two lines of "%%"; a single "%%" may be code."""


def numbers_in_brackets(text: str) -> frozenset[str]:
    """Give the numbers in brackets that are neither links nor code."""
    return frozenset(_USED.findall(_CODE.sub("", text)))


def blank_hidden(text: str) -> str:
    """Give a text with blanks in place of Obsidian's comments, so that all offsets stay."""
    return _HIDDEN.sub(lambda found: re.sub(r"[^\r\n]", " ", found[0]), text) if "%%" in text else text


def blank_listings(text: str) -> str:
    """Give a text with blanks in place of code between tags of a site generator, so that all offsets stay."""
    pieces, last = [], 0
    for opening in _LISTING.finditer(text):
        closing = _LISTING_END.search(text, opening.end()) if opening.start() >= last else None
        if closing:
            pieces += [text[last : opening.start()], re.sub(r"[^\r\n]", " ", text[opening.start() : closing.start()])]
            last = closing.start()
        elif opening.start() >= last:
            break
    return "".join((*pieces, text[last:]))


class Fences:
    """Knows which fences of code are closed: after one that is not, the whole rest would be lost as code."""

    def __init__(self, text: str) -> None:
        closing = list(_CLOSING_FENCE.finditer(text)) if "```" in text or "~~~" in text else []
        self._places = [found.start("fence") for found in closing]
        self._longest: list[dict[str, int]] = [{}]
        for found in reversed(closing):
            sign, length = found["fence"][0], len(found["fence"])
            later = self._longest[-1]
            self._longest.append({**later, sign: max(length, later.get(sign, 0))})
        self._longest.reverse()

    def is_closed(self, fence: str, end: int) -> bool:
        """Whether a line below the one that ends at ``end`` closes the fence."""
        below = bisect_right(self._places, end)
        return self._longest[below].get(fence[0], 0) >= len(fence)
