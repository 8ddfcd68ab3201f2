"""Bounds the tree that markup can make, before a parser sees it.

A parser needs quadratic time for deeply nested elements (15 s for 100,000 of them) and for thousands of attributes in
one tag, and quadratic memory for formatting elements that are never closed. From the place where a page breaks one of
the limits, its tags are taken out and its text is kept, line by line: no text is lost, only the labels of its parts.
"""

import re
from collections import Counter
from itertools import islice

from verifier.extraction.base import words

MOST_DEPTH = 2_500
"""Nested elements. Hand-written and generated pages stay under 100; a parser needs 10 ms for this depth."""

MOST_TAGS = 100_000
"""Tags of a page, which with all that is made of them take 60 MiB. The longest pages on the web have more."""

MOST_NODES = 250_000
"""Nodes that the tree may have at most, those included that a parser adds: 360 bytes each."""

MOST_ATTRIBUTES = 400
"""Attributes of one tag; the cost of a tag grows with their square (0.3 ms here). Real tags have under 60."""

SMALL = 200_000
"""Characters of a page up to which one tag cannot hold enough attributes to cost more than two seconds."""

MOST_ROOTS = 50
"""Tags ``html`` and ``body`` in one page: each is merged into the first, at the cost of all attributes so far."""

_LEAVING = "</script></style></title></textarea></noscript></template></select><div><plaintext>"
"""Leaves every element in which text would not be read as text."""

MOST_LINES = 50_000
"""Lines made of a page whose tags are taken out; what follows is one line."""

_CHUNK = 10_000
"""Pieces joined at a time, so that a page of millions of tags is not held in millions of pieces."""

_LINE_ENDS = re.compile(r"\n[ \n]{1,99999}")
_BLANKS = re.compile(r"[ \t\r\f]{2,99999}")
_NAME = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9:-]{0,40}|[!?])")
_OPENED = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_ATTRIBUTE = r"(?>[\s/]{1,20}+[^\s/>][^\s/>=]{0,200}+(?:\s{0,9}+=\s{0,9}+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]{0,2000}+))?+)"
_WHOLE_TAG = re.compile(rf"<[a-zA-Z][^\s/>]{{0,40}}+{_ATTRIBUTE}{{0,{MOST_ATTRIBUTES}}}+({_ATTRIBUTE})?")
_OPTIONAL_END = words("p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt rb rtc")
_VOID = words("area base br col embed hr img input link meta param source track wbr keygen frame ! ?")
_FORMATTING = words("a b big code em font i nobr s small strike strong tt u")
_REOPENED = _FORMATTING - {"a"}
_INLINE = _FORMATTING | words("span abbr cite q sub sup mark time label bdi bdo dfn kbd samp var ins del")
_SCOPES = words("table template object applet marquee caption svg math")
_ROOTS = frozenset({"html", "body"})
_UNCOUNTED = _VOID | _OPTIONAL_END


def limit_markup(markup: str) -> str:
    """Give markup that is safe to parse: the same, or with tags taken out of it."""
    ends = [place for place in (_crowded_tag(markup), _first_excess(markup)) if place is not None]
    if not ends:
        return markup
    before, after = markup[: min(ends)], markup[min(ends) :]
    in_comment = before.rfind("<!--") > before.rfind("-->")
    return before + ("-->" if in_comment else "") + _LEAVING + _flattened(after)


def _crowded_tag(markup: str) -> int | None:
    if len(markup) < SMALL or not any(_WHOLE_TAG.findall(markup)):
        return None
    return next((tag.start() for tag in _WHOLE_TAG.finditer(markup) if tag[1]), None)


def _first_excess(markup: str) -> int | None:
    """Give the place before which the tree cannot become too deep or too large; ``None`` when it never may.

    The count of nodes and of depth is never too low: what a parser might ignore does not lower it.
    """
    signs = markup.count("<")
    if signs <= MOST_TAGS and _is_surely_small(_OPENED.findall(markup), signs):
        return None
    names = [tag[1] for tag in islice(_NAME.finditer(markup), MOST_TAGS + 1)]
    tree = _Estimate()
    last = MOST_TAGS if len(names) > MOST_TAGS else None
    count = next((index for index, name in enumerate(names) if tree.is_too_much(name)), last)
    return None if count is None else next(islice(_NAME.finditer(markup), count, None)).start()


def _is_surely_small(opened: list[str], signs: int) -> bool:
    """Say whether even the worst order of these tags makes a small tree, so that they need not be followed.

    ``opened`` are the names of the elements that begin, ``signs`` counts whatever may be a tag.
    """
    counts = Counter(opened)
    folded = Counter[str]()
    for name, count in counts.items():
        folded[name.lower()] += count
    roots = sum(folded[name] for name in _ROOTS)
    opens = sum(count for name, count in counts.items() if name not in _UNCOUNTED)
    links = 1 + sum(folded[name] for name in _SCOPES)
    reopened = links + sum(folded[name] for name in _REOPENED)
    return roots <= MOST_ROOTS and opens <= MOST_DEPTH and signs * (1 + reopened) <= MOST_NODES


class _Estimate:
    """The size of the tree so far, at most."""

    __slots__ = ("formatting", "nodes", "reopened", "roots", "scopes", "stack")

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.scopes = 0
        self.formatting: dict[tuple[str, int], int] = {}
        self.reopened = 0
        """Formatting elements that a parser would open again in each new block."""
        self.nodes = 0
        self.roots = 0

    def is_too_much(self, name: str) -> bool:
        """Count one more tag, ``div`` or ``/div``, and say whether that breaks a limit."""
        self.nodes += 1 + self.reopened
        if name not in _UNCOUNTED:
            closes = name[0] == "/"
            plain = name[1:] if closes else name
            if not plain.islower():
                plain = plain.lower()
            if plain in _FORMATTING:
                self._count_formatting(plain, closes=closes)
            if plain not in _UNCOUNTED:
                self._count_depth(plain, closes=closes)
        return self.nodes > MOST_NODES or len(self.stack) > MOST_DEPTH or self.roots > MOST_ROOTS

    def _count_formatting(self, name: str, *, closes: bool) -> None:
        key = (name, self.scopes)
        before = self.formatting.get(key, 0)
        after = max(0, before - 1) if closes else before + 1
        if name in {"a", "nobr"}:  # a new one closes the one before
            after = min(after, 1)
        self.formatting[key] = after
        self.reopened += after - before

    def _count_depth(self, name: str, *, closes: bool) -> None:
        if name in _ROOTS:
            self.roots += not closes
        elif not closes:
            self.stack.append(name)
            self.scopes += name in _SCOPES
        elif self.stack and self.stack[-1] == name:
            self.stack.pop()
            self.scopes -= name in _SCOPES
        else:
            self._close_upward(name)

    def _close_upward(self, name: str) -> None:
        """Close an element that is not the innermost: an inline end tag closes no block, and nothing leaves a table."""
        for index in range(len(self.stack) - 1, -1, -1):
            other = self.stack[index]
            if other == name:
                del self.stack[index:]
                self.scopes -= name in _SCOPES
                return
            if other in _SCOPES or (name in _INLINE and other not in _INLINE):
                return


def _flattened(markup: str) -> str:
    """Give the text of markup as lines, scripts and styles left out; after many lines, as one."""
    chunks: list[str] = []
    pieces: list[str] = []
    at = lines = 0
    for tag in _NAME.finditer(markup):
        if tag.start() < at:
            continue
        if len(pieces) >= _CHUNK:
            chunks.append(_tidied(pieces))
            pieces.clear()
        name = tag[1].lower()
        pieces.append(markup[at : tag.start()])
        if name in {"script", "style"}:
            at = _after_raw(markup, name, tag.end())
        else:
            close = markup.find(">", tag.end())
            at = len(markup) if close < 0 else close + 1
            if name.lstrip("/") not in _INLINE:
                lines += 1
                pieces.append("\n" if lines <= MOST_LINES else " ")
    pieces.append(markup[at:])
    chunks.append(_tidied(pieces))
    return "".join(chunks)


def _tidied(pieces: list[str]) -> str:
    """Join pieces, with one line end or blank for a run of them."""
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", "".join(pieces)))


def _after_raw(markup: str, name: str, start: int) -> int:
    end = re.compile(f"</{name}[^>]{{0,200}}>", re.IGNORECASE).search(markup, start)
    return end.end() if end else len(markup)
