"""What of Markdown is no text: code, comments of Obsidian; which numbers in brackets stand outside code."""

import re
from bisect import bisect_right

_CLOSING_FENCE = re.compile(r"^[ \t>]{0,40}(?P<fence>`{3,500}|~{3,500})[ \t\r]*$", re.MULTILINE)
_USED = re.compile(r"(?<![\]\[])\[(\d{1,3})\](?![:(\[])")
_CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,9}|~{3,9}).*?^[ \t]*(?P=fence)|`(?!\[\d{1,3}\]`)[^`\n]{1,300}`", re.MULTILINE | re.DOTALL
)
"""Code, but no label that is set as code: the index of a program is no marker."""
_LISTING = re.compile(r"^[ \t]{0,9}(?:\{%-? ?|\{\{< ?)highlight\b", re.MULTILINE)
_LISTING_END = re.compile(r"\{%-? ?endhighlight\b|\{\{< ?/ ?highlight\b")
"""Code as the builders of sites mark it: "{% highlight ruby %}", "{{< highlight go >}}"."""


_HIDDEN = re.compile(
    r"^[ \t]{0,3}%%[ \t]*\n(?:(?![ \t]{0,3}%%[ \t]*$).*\n){0,200}[ \t]{0,3}%%[ \t]*$"
    r"|(?<![\w%`])%%[^%\n`]{1,500}%%(?![\w%`])",
    re.MULTILINE,
)
"""A comment of Obsidian, in a line or between two lines of its signs; a program may have the same sign by itself."""


def numbers_in_brackets(text: str) -> frozenset[str]:
    """Give the numbers in brackets that are neither links nor in code."""
    return frozenset(_USED.findall(_CODE.sub("", text)))


def blank_hidden(text: str) -> str:
    """Give a text with blanks for the comments of Obsidian, so that every place stays."""
    return _HIDDEN.sub(lambda found: re.sub(r"[^\r\n]", " ", found[0]), text) if "%%" in text else text


def blank_listings(text: str) -> str:
    """Give a text with blanks for the code between tags of a site's builder, so that every place stays."""
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
    """Knows which fences of code are closed: what follows one that never is would all be lost as code."""

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
        """Whether a line that closes the fence stands below the line that ends at ``end``."""
        below = bisect_right(self._places, end)
        return self._longest[below].get(fence[0], 0) >= len(fence)
