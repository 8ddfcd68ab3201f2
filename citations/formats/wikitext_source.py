"""The source of a wiki page prepared for reading: hidden text masked, braces and brackets paired, notes found."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from citations.formats.html_tags import attributes_of
from citations.formats.masking import UNPRINTED, VERBATIM, mask

_HIDDEN = re.compile(
    r"<!--|<(nowiki|pre|math|syntaxhighlight|source|code|score|timeline)\b[^<>]{0,300}(?<!/)>", re.IGNORECASE
)
"""Where hidden text begins: comments (dropped) and verbatim text (kept as it stands)."""
_REF_END = re.compile(r"</ref\s{0,9}>", re.IGNORECASE)
REF = re.compile(r"<ref\b[^<>]{0,500}>", re.IGNORECASE)
LIST_END = re.compile(r"</references\s{0,9}>", re.IGNORECASE)
_LIST = re.compile(r"<references\b[^<>]{0,500}(?<!/)>", re.IGNORECASE)
_PAIR = re.compile(r"\{\{|\}\}|\[\[|\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A ``<ref>``: where it ends, and where its text stands (``start == end`` without text)."""

    name: str
    group: str
    start: int
    end: int
    after: int


class WikiSource:
    """A masked copy of the page's text, of the same length, in which markup can be looked up.

    ``ends`` has where each balanced ``{{`` and ``[[`` ends, by where it begins.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.markup = _masked(text)
        self.ends = _pair_ends(self.markup)
        self._ref_ends = [match.start() for match in _REF_END.finditer(self.markup)]
        self._paragraphs = [match.start() for match in re.finditer(r"\n\n", self.markup)]

    def lines(self) -> list[tuple[int, int]]:
        """Give the lines of the page; line ends within templates, links and notes do not count."""
        out = []
        start = 0
        at = self.markup.find("\n")
        covered = self._covered()
        starts = [begin for begin, _ in covered]
        while at >= 0:
            index = bisect_right(starts, at) - 1
            if index >= 0 and at < covered[index][1]:
                at = self.markup.find("\n", covered[index][1])
                continue
            out.append((start, at))
            start = at + 1
            at = self.markup.find("\n", start)
        out.append((start, len(self.markup)))
        return out

    def _covered(self) -> list[tuple[int, int]]:
        """Give the outermost stretches (templates, links, notes) that line ends do not break, in order."""
        spans = list(self.ends.items())
        spans.extend((token.start(), self.ref(token).after) for token in REF.finditer(self.markup))
        for token in _LIST.finditer(self.markup):
            close = LIST_END.search(self.markup, token.end())
            if close is None:
                break
            spans.append((token.start(), close.end()))
        out: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if not out or start >= out[-1][1]:
                out.append((start, end))
            elif end > out[-1][1]:
                out[-1] = (out[-1][0], end)
        return out

    def outside(self, start: int, end: int, *signs: str) -> list[int]:
        """Give where one of these signs, all of one length, stands outside links and templates."""
        width = len(signs[0])
        out = []
        at = start
        while at <= end - width:
            if at in self.ends and self.ends[at] <= end:
                at = self.ends[at]
            elif self.markup[at : at + width] in signs:
                out.append(at)
                at += width
            else:
                at += 1
        return out

    def ref(self, token: re.Match[str]) -> Ref:
        """Give the ``<ref>`` that a tag opens."""
        attributes = attributes_of(token[0].rstrip("/>"))
        name, group = attributes.get("name", "").strip(), attributes.get("group", "").strip()
        if token[0].rstrip(">").endswith("/"):
            return Ref(name=name, group=group, start=token.end(), end=token.end(), after=token.end())
        stop, after = self._ref_end(token.end())
        return Ref(name=name, group=group, start=token.end(), end=stop, after=after)

    def _ref_end(self, start: int) -> tuple[int, int]:
        """Give the end of a note's text and the place after the note; an unclosed note ends with its paragraph."""
        index = bisect_right(self._paragraphs, start)
        paragraph = self._paragraphs[index] if index < len(self._paragraphs) else len(self.markup)
        index = bisect_right(self._ref_ends, start - 1)
        if index == len(self._ref_ends):
            return paragraph, paragraph
        stop = self._ref_ends[index]
        again = REF.search(self.markup, start, stop)
        if again is not None and again.start() > paragraph:
            return paragraph, paragraph
        return stop, self.markup.index(">", stop) + 1


def _masked(text: str) -> str:
    """Give the text with comments and verbatim stretches masked, so that no markup is found in them."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    parts: list[str] = []
    done = 0
    endless: set[str] = set()
    for opening in _HIDDEN.finditer(text):
        name = (opening[1] or "").lower()
        if opening.start() < done or name in endless:
            continue
        close = lowered.find(f"</{name}" if name else "-->", opening.end())
        if close < 0:
            endless.add(name)
            continue
        stop = lowered.find(">", close) + 1 or len(text)
        parts.append(text[done : opening.start()])
        parts.append(mask(VERBATIM if name else UNPRINTED, stop - opening.start()))
        done = stop
    return "".join([*parts, text[done:]])


def _pair_ends(markup: str) -> dict[int, int]:
    """Give where each balanced ``{{`` and ``[[`` ends, by where it begins."""
    ends: dict[int, int] = {}
    open_at: dict[str, list[int]] = {"}}": [], "]]": []}
    for sign in _PAIR.finditer(markup):
        if sign[0] in {"{{", "[["}:
            open_at["}}" if sign[0] == "{{" else "]]"].append(sign.start())
        elif open_at[sign[0]]:
            ends[open_at[sign[0]].pop()] = sign.end()
    return ends
