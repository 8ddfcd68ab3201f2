"""Comments in articles: ``provenote: ignore C501 -- reason`` beside a note or paragraph."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from citations.document import Ignore
from citations.drafts import Draft, LineTable

_IGNORE = re.compile(r"provenote:\s{0,5}ignore\b(?P<rest>[^\n]{0,500})")
_REASON = re.compile(r"--|—|–")
_APART = re.compile(r"[\s,;]+")
MOST_RULES = 20
"""Rules of one comment that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """An ignore comment, before it is known what it stands beside."""

    rules: tuple[str, ...]
    reason: str
    line: int
    alone: bool
    """Whether nothing else stands on its line."""


def blank_comments(text: str, lines: LineTable) -> tuple[str, tuple[Remark, ...]]:
    """Give the text with its HTML comments overwritten by blanks (so that every place stays), and the remarks."""
    pieces: list[str] = []
    remarks: list[Remark] = []
    last = 0
    while (start := text.find("<!--", last)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        end += 3
        comment = text[start:end]
        found = _IGNORE.search(comment)
        if found:
            line_start = text.rfind("\n", 0, start) + 1
            line_end = text.find("\n", end)
            around = text[line_start:start] + text[end : line_end if line_end >= 0 else len(text)]
            remarks.append(_remark(found, lines.line(start), alone=not around.strip()))
        pieces.append(text[last:start])
        pieces.append(re.sub(r"[^\r\n]", " ", comment))
        last = end
    pieces.append(text[last:])
    return "".join(pieces), tuple(remarks)


def remark_in(line: str, number: int) -> Remark | None:
    """Give the remark that a line of plain text is, ``None`` for any other line."""
    found = _IGNORE.match(line.strip(" \t#%/;*.-"))
    return _remark(found, number, alone=True) if found else None


def ignores_for(remarks: Sequence[Remark], drafts: Sequence[Draft]) -> tuple[Ignore, ...]:
    """Give for each remark an ``Ignore`` of the lines of its own block, else of the one right above or the next one."""
    if not remarks:
        return ()
    spans = sorted((draft.position.line, max(draft.last_line, draft.position.line)) for draft in drafts)
    ending = {end: (start, end) for start, end in reversed(spans)}
    return tuple(_placed(remark, spans, ending) for remark in remarks)


def _remark(found: re.Match[str], line: int, *, alone: bool) -> Remark:
    """Give the remark of a match. Words that are no rules are kept, for a check to report them."""
    rest = found["rest"].strip().removesuffix("-->")
    named, *reason = _REASON.split(rest, maxsplit=1)
    words = [word.upper() for word in _APART.split(named) if word]
    return Remark(rules=tuple(words[:MOST_RULES]), reason="".join(reason).strip(), line=line, alone=alone)


def _placed(remark: Remark, spans: Sequence[tuple[int, int]], ending: Mapping[int, tuple[int, int]]) -> Ignore:
    """Give the ``Ignore`` of a remark; ``spans`` are the lines of all blocks, ``ending`` these by their last line."""
    line = remark.line
    after = bisect_right(spans, line, key=itemgetter(0))
    own = spans[after - 1] if after and spans[after - 1][1] >= line else None
    above = ending.get(line - 1) if remark.alone else None
    below = spans[after] if after < len(spans) else (line, line)
    first, last = own or above or below
    return Ignore(rules=remark.rules, reason=remark.reason, first_line=first, last_line=last, line=line)
