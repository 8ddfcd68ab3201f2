"""``[1]``, ``[iv]``, ``[1, 3]``, ``[1–3]``, ``［1］``: a label in square brackets.

Words put into a quotation look alike: ``[sic]`` is no label, ``[T]he`` is followed by a letter, ``[2019]`` is a year.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from citations.drafts import Draft
from citations.styles.base import LABEL, LOCATOR, SIGNAL, Candidate, Head, Strength, in_text, labels_in

_WORD = rf"(?:(?:{SIGNAL}|[Rr]efs?(?:erences?)?|[Ss]ources?|[Qq]uelle)\.?\s|#)"
_AND = r"\s(?:and|&|und|et|y|e|og|och|и)\s"
_ONE = rf"(?:{_WORD})?{LABEL}(?:{LOCATOR.pattern})?"
_MARKER = re.compile(rf"\^?[\[［〔【]\s?(?P<labels>{_ONE}(?:(?:\s?[,;–—-]\s?|{_AND}){_ONE}){{0,30}}+)\s?[\]］〕】]")
"""A browser for terminals writes a raised label so: "^[1]". What has been read as a label or as its page stays that."""
_SAID = re.compile(_WORD)
_HEAD = re.compile(
    rf"[\s⬑↑^]{{0,4}}[\[(（［〔【]\s?#?(?P<label>{LABEL})\s?[\])）］〕】](?!\()(?:\s?[:：]|\.)?(?:\s?[-–—](?=\s))?\s*"
)
_LONGEST_NAME = 40
_LAST_WORD = re.compile(r"[^\W\d]\w*\Z")
_FIRST_OF_ALL = re.compile(r"([^\W\d]\w{0,40})\[0\]")
"""A name with the index that no note bears: its other indices are no markers either, as in "Edge[0]", "Edge[1]"."""
_TEXTILE = re.compile(r"fn(?P<label>\d{1,4})\.\s+(?=\S)")
"""What opens a note in Textile, whose markers stand in brackets: "fn4. See above"."""
_INDEXED = re.compile(r"(?:(?<![^\W_])[b-df-hj-np-xz]|\w\(\w{1,40}|\w\([\w.]{3,40}\))$")
"""What stands before an index of a formula or program: "x[1]", "print(rows[2])", "split(path)[1]".

A vowel alone is a word somewhere, and the brackets of "author(s)" are no program's.
"""
_FROM_ZERO = re.compile(r"\[0,\s?\d")
"""An interval from zero: beside it other pairs are intervals, too."""
_NAME_GOES_ON = re.compile(r"[a-z0-9_]")
_BITS = re.compile(r"(?P<high>\d{1,5}):(?P<low>\d{1,5})$")
"""The bits of a register, the higher one first: "[12:11]". A page behind a label may look alike."""
_RANGED = re.compile(r"(?:[∈=≤<]|\b(?:range[sd]?|intervals?|domain)(?: of| in| from)?)\s?$", re.IGNORECASE)
"""What stands before an interval: "x in the range [1, 31]"."""
_ENDED = frozenset('.!?…)”"’»')
_ASSIGNED = re.compile(r"\s?=|\{")
_FIRST_YEAR = 1000


class _Bracket:
    name = "bracket"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        intervals = "[0" in draft.text and _FROM_ZERO.search(draft.text) is not None
        names = frozenset(_FIRST_OF_ALL.findall(draft.text) if "[0]" in draft.text else ())
        for found in _MARKER.finditer(draft.text):
            said = LOCATOR.sub("", found["labels"])
            if intervals and "," in said:
                continue
            if names and _word_before(draft.text, found.start()) in names:
                continue
            labels = labels_in(re.sub(_AND, ", ", _SAID.sub("", said)))
            if not labels or ("0" in labels and len(labels) > 1):
                continue
            following = draft.text[found.end() : found.end() + 1]
            if (labels[0].isalpha() and _has_case(following)) or _is_index(draft.text, found.start(), found.end()):
                continue
            bits = _are_bits(found["labels"])
            dubious = bits or labels == ("0",) or any(_is_dubious(label) for label in labels)
            strength, weight = (Strength.WEAK, 2) if bits else (Strength.LIKELY, 4)
            candidate = in_text(
                draft, found.span(), labels, style=self.name, strength=strength, weight=weight, dubious=dubious
            )
            ended = draft.text[max(found.start() - 1, 0) : found.start()] in _ENDED
            yield replace(candidate, ends_sentence=True) if ended else candidate

    def find_head(self, draft: Draft) -> Head | None:
        found = _HEAD.match(draft.text) or _TEXTILE.match(draft.text)
        if found is None or not labels_in(found["label"]) or _is_counted(draft, found["label"]):
            return None
        strength = Strength.WEAK if found[0].lstrip(" ⬑↑^")[0] in "(（" else Strength.LIKELY
        return Head(label=found["label"], end=found.end(), style=self.name, strength=strength)


def _has_case(letter: str) -> bool:
    """Whether a letter goes on with a word that brackets begin, "[T]he": one of Chinese does not."""
    return letter.lower() != letter.upper()


def _is_counted(draft: Draft, label: str) -> bool:
    """Whether a list counts the block itself: a letter in brackets then opens a title, "4. [R] A question"."""
    return label.isalpha() and draft.label is not None and draft.label.isdigit()


def _word_before(text: str, end: int) -> str:
    found = _LAST_WORD.search(text, max(end - _LONGEST_NAME, 0), end)
    return found[0] if found else ""


def _is_index(text: str, start: int, end: int) -> bool:
    """Whether the brackets are those of an index in a formula or program, or of an interval."""
    before = text[max(start - 50, 0) : start]
    if _INDEXED.search(before) or _ASSIGNED.match(text, end) or _is_prompt(before, text[end : end + 1]):
        return True
    if before[-1:].isascii() and before[-1:].isalnum() and _NAME_GOES_ON.match(text, end):
        return True  # one name for several: "temp[1-4]_max"
    return "," in text[start:end] and _RANGED.search(before) is not None


def _is_prompt(before: str, after: str) -> bool:
    """Whether the brackets are those of a notebook's cell: "In [3]:"."""
    return after == ":" and before.rstrip().endswith(("In", "Out"))


def _are_bits(labels: str) -> bool:
    """Whether a label with a bare number behind a colon may be bits: no page stands before the label's own number."""
    found = _BITS.fullmatch(labels.strip())
    return found is not None and int(found["low"]) < int(found["high"])


def _is_dubious(label: str) -> bool:
    return (label.isalpha() and len(label) == 1 and label not in "iv") or (
        label.isdigit() and int(label) >= _FIRST_YEAR
    )


STYLE = _Bracket()
