"""A label as a bare figure: right behind a word or full stop ("signed.4"), or behind a blank ("signed. 4 It").

Any figure in the text could be one. So each gets a weight by its place, and only the heaviest ascending series counts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from citations.document import BlockKind
from citations.drafts import Draft
from citations.labels import split_labels
from citations.styles.base import Candidate, Head, Strength, in_text

_FIGURE = re.compile(r"[0-9]+")
_NO_MARKER_AFTER = re.compile(r"[\d%‰°€$/A-Za-z]|-\d{3}|[.,:]\d|\s%")
_NO_MARKER_BEFORE = frozenset("0123456789$€£/–+×=~<>-")
_LONGEST = 5
"""Digits of the longest label: no list of notes is longer than that."""
_RUN_ON = re.compile(
    r"(?<!\d)(?:(?:1[5-9]|20)\d\d[.,:]?|\d{1,5}[.,])(?P<label>\d{1,3})(?=\s[“\"‘«„(]?[^\W\d_]|\s?$|[.,;)”\"’])"
    r"|(?<=\d\s)(?P<next>\d{1,3})(?=\s|$|[.,;)])"
    r"|(?<=[。！？”」』，、；])(?P<dated>\d{1,3})(?=(?:1[5-9]|20)\d\d\s?年)"
)
"""A label right behind a year, a number with its full stop, or another label: "in 20184", "1974.22 It", "so. 8 9";
or right before a year, in scripts without blanks between sentences.
"""
_LISTED = re.compile(r"(?<=[^\W\d_][.!?,;:”\"])(?P<labels>\d{1,3}(?:(?:,\s?|[–-])\d{1,3}){1,5})(?=\s|$)")
"""Several labels right behind the end of a clause: "so.5,6 It", "so.5–8 It"."""
_NONE, _IN_TEXT, _IN_PAUSE, _BEHIND_SENTENCE, _IN_NAME, _BETWEEN_SENTENCES, GLUED, CLOSING = 0, 1, 2, 3, 4, 5, 6, 8
"""How likely a figure is a label by its place, from ``_NONE`` (never) on: behind a blank within a sentence, behind a
comma, behind a sentence or clause, right behind a letter, between two sentences, right behind a word, right behind the
end of a clause. From ``GLUED`` on, no blank stands before it."""
_JOINTS = frozenset(",–-")
"""What separates the labels of a list."""
_HEAD = re.compile(r"\s{0,3}(?P<label>\d{1,5}|[ivxlcIVXLC]{1,8}(?=[.)]))(?P<stop>[.):、．](?!\d)\s?|\s)\s*(?=\S)")
_GLUED = re.compile(r"\s{0,3}(?P<label>\d{1,3}|[ivxl]{1,8})(?=[“\"‘«„(]?(?P<capital>[^\W\d_])(?P<next>[^\W\d_]|['’]))")
"""A label right before its text, where a converter kept no blank: "1Holm"."""
_ALONE = re.compile(r"\s{0,3}(?P<label>\d{1,3})[.)]?\s{0,3}")
"""A label on a line of its own, as copying from a page leaves it: the note stands below it."""
_DIGITS = 3
"""Digits of most labels; a figure of four may be a year, unless it stands right behind the end of a sentence."""
_LONGEST_BRACKET = 200
"""Characters before a closing bracket in which the one that opens is looked for."""
_CLOSERS = "”\"’'»)]」』）"
_STOPS = ".!?。！？…"
_PAUSES = ",;:，；：、"
_SHORTEST_WORD = 4
"""Letters of a word that a figure behind it does not belong to, as it does in "mp3" and "IPv6"."""
_IN_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST_WORD}}}")
_COUNTED = re.compile(
    r"\s?(?:[-–]\s?)?(?:(?:million|billion|thousand|hundred|percent|per cent|years?|days?|months?|weeks?|hours?|"
    r"minutes?|January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"[年月日号个種种章条項項%])"
)


class _BareDigit:
    name = "bare-digit"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        text = draft.text
        heads = draft.kind is BlockKind.HEADING
        last = -1
        for start, end, weight in sorted(_weighed(text), key=_longest_first):
            if heads and text[:start].endswith(" "):
                continue  # it counts the sections: "Part 2"
            if weight != _NONE and start >= last:
                last = end
                found = in_text(
                    draft,
                    (start, end),
                    split_labels(text[start:end].rstrip(")")),
                    style=self.name,
                    strength=Strength.WEAK,
                    weight=weight,
                    dubious=True,
                )
                yield replace(found, ends_sentence=weight >= GLUED and _ends_clause(text, start, end))

    def find_head(self, draft: Draft) -> Head | None:
        found = _HEAD.match(draft.text) or _ALONE.fullmatch(draft.text) or _glued(draft.text)
        if draft.label is not None and not draft.note:
            stopped = found is not None and draft.text[: found.end()].strip() != found["label"]
            if draft.label[:1].isalnum():
                end = found.end() if found and stopped and found["label"] == draft.label else 0
                return Head(label=draft.label, end=end, style=self.name, strength=Strength.WEAK)
            found = found if stopped else None  # behind a star, a mere figure counts things
        if found is None:
            return None
        return Head(label=found["label"], end=found.end(), style=self.name, strength=Strength.WEAK)


def _glued(text: str) -> re.Match[str] | None:
    found = _GLUED.match(text)
    return found if found and found["capital"].isupper() and not found["next"].isupper() else None


def _longest_first(weighed: tuple[int, int, int]) -> tuple[int, int, int]:
    start, end, weight = weighed
    return start, -end, weight


def _weighed(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and weight of all that may be labels: figures, lists of them, and parts of longer figures."""
    run_on = listed = 0
    for figure in _FIGURE.finditer(text):
        start = figure.start()
        if figure.end() - start <= _LONGEST:
            end = figure.end() + _is_closed(text, *figure.span())
            if _may_be_label(text, start, end):
                yield start, end, _weight(text, start, end)
        found = _RUN_ON.match(text, start) if start >= run_on else None
        if found:
            run_on = found.end()
            group = found.lastgroup or ""
            sentence_follows = group == "dated" or text[found.end() : found.end() + 3].lstrip(' “"‘«„(')[:1].isupper()
            yield found.start(group), found.end(group), _IN_PAUSE if sentence_follows else _IN_TEXT
        joined = text[figure.end() : figure.end() + 1] in _JOINTS
        found = _LISTED.match(text, start) if joined and start >= listed else None
        if found:
            listed = found.end()
            yield *found.span(), GLUED


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether an unpaired bracket closes behind a figure: some labels are printed as "1)"."""
    if text[end : end + 1] != ")" or (start and text[start - 1].isspace()):
        return False
    before = text[max(start - _LONGEST_BRACKET, 0) : start]
    return before.rfind("(") <= before.rfind(")")


def _may_be_label(text: str, start: int, end: int) -> bool:
    """Whether a figure stands alone, and is not part of an amount, a share, a range or a decimal."""
    if _NO_MARKER_AFTER.match(text, end):
        return False
    gap = start > 0 and text[start - 1].isspace()
    before = text[max(start - 2 - gap, 0) : start - gap]
    if before[-1:] in _NO_MARKER_BEFORE or (gap and before[-1:] == "#") or before == " #":
        return False
    return not (len(before) > 1 and before[0].isdigit() and before[1] in ".,:")


def _ends_clause(text: str, start: int, end: int) -> bool:
    """Whether a clause ends right before or behind a figure: "so.4 It", "stood4.", but not "Fig.4 shows" or "IPv4."."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before in _STOPS:
        return not after.strip() or (after[0].isspace() and not after[1:].islower())
    if before in _CLOSERS + _PAUSES:
        return True
    return _ends_word(text, start) and (not after.strip() or after[0] in _STOPS + _PAUSES + ")”")


def _ends_word(text: str, start: int) -> bool:
    """Whether a word ends at ``start``, or a percentage: "12.5%4"."""
    share = text[start - 1 : start] == "%" and text[max(start - 3, 0) : start - 1].strip()[-1:].isdigit()
    return share or _IN_WORD.match(text, max(start - _SHORTEST_WORD, 0), start) is not None


def _weight(text: str, label: int, end: int) -> int:
    """Give the weight of a figure as a label, ``_NONE`` if it counts something; ``label`` is its start."""
    start = label - (label > 0 and text[label - 1].isspace())
    before = text[start - 1 : start] if start else ""
    if _COUNTED.match(text, end):
        return _NONE
    if not before:
        return _at_the_start(text[end : end + 2])
    is_glued = start == label
    if len(text[label:end].rstrip(")")) > _DIGITS:
        return CLOSING if is_glued and before in _STOPS + _CLOSERS else _NONE
    return _glued_weight(text, label, before) if is_glued else _weight_behind_blank(text, end, before)


def _at_the_start(after: str) -> int:
    """Give the weight of a figure at the start of a block."""
    if not after.strip():
        return _IN_PAUSE
    return _IN_TEXT if after[0].isspace() else _NONE


def _glued_weight(text: str, label: int, before: str) -> int:
    """Give the weight of a figure right behind a character."""
    if before in _STOPS + _CLOSERS + _PAUSES:
        return CLOSING
    if _ends_word(text, label):
        return GLUED
    return _IN_NAME if before.isalpha() or before == "#" else _NONE


def _weight_behind_blank(text: str, end: int, before: str) -> int:
    """Give the weight of a figure with a blank between it and the character ``before``."""
    after = text[end : end + 2]
    if before in _STOPS + _CLOSERS:
        next_sentence = not after.strip() or after[1:].isupper() or after[1:] in "“\"‘'("
        return _BETWEEN_SENTENCES if next_sentence else _BEHIND_SENTENCE
    following = text[end : end + 3].lstrip()[:1]
    ends_clause = not following or following in _STOPS + _PAUSES + ")”"
    if ends_clause and (before.isalpha() or before == "%"):
        return _BEHIND_SENTENCE
    return _IN_PAUSE if before in _PAUSES else _IN_TEXT


STYLE = _BareDigit()
