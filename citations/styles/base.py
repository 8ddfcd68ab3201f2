"""What a note style is: it finds markers in a block, and the label that opens a note. With parts that styles share."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from citations.document import Position
from citations.drafts import Draft, Inline, InlineKind
from citations.labels import split_labels, try_number

LABEL = (
    r"(?:\d{1,5}|[ivxlcIVXLC]{1,8}|(?![ivxlcIVXLC])[a-zA-Z]|[*†‡§‖¶]{1,3}|"
    r"(?:[Nn]b?|[Nn]ote|[Ff]n|FN|注|註|※)\.? ?\d{1,3})"
)
"""A label as people print it: number, roman numeral, letter, symbol, "n 1", "注1".

The alternatives exclude each other; otherwise a long list of labels could be matched in exponentially many ways.
"""


_PLACE = r"(?:\d[\d.–-]{0,12}[a-z]?|[ivxlc]{1,8}\b)(?:\s?ff?\b\.?)?"
_PLACES = rf"{_PLACE}(?:\s(?:and|&|und|et|y)\s{_PLACE})?"
_AT = (
    r"(?i:p|S|ff?|c|Bl|fol|sec|sect|section|fig|figure|tab|table|ch|chap|chapter|cap|art|app|appendix|eq|thm|theorem|"
    r"lemma|par|para|n|nos?|vols?|lines?|ll?|с|стр|гл|л)\.?"
)
LOCATOR = re.compile(
    rf"(?:(?:[,:]\s?|\s)(?:{_AT}\s?{_PLACES}|[Pp]p\.?\s?{_PLACES}(?:,\s?{_PLACES}){{0,4}}|§{{1,2}}\s?{_PLACES})"
    rf"|,\s[A-Z]?[a-z]{{2,11}}\.?\s(?:(?=\d){_PLACES}|(?:[A-Z]|[IVXLC]{{1,6}})\b))"
    rf"(?:,\s{_AT}\s?{_PLACES})?|:\s?\d[\d.–-]{{0,12}}|†(?:source|L\d{{1,6}}(?:-L\d{{1,6}})?)"
)
"""The page, chapter or lines behind a label: "[2, p. 45]", "[2, с. 45]", "[2: 45]", "【2†L3-L9】"."""
_LOWER = "a-zß-ÿ" + "".join(letter for letter in map(chr, range(0x100, 0x530)) if letter.islower())
CAPITAL = rf"[^\W\d_{_LOWER}]"
"""A letter that may open a name: any but a small one of the Latin, Greek or Cyrillic script."""
FAMILY = rf"(?<!\w){CAPITAL}[\w'’-]{{1,40}}+"
"""The family name of an author, without particles. It is matched possessively, so that no part of it is tried."""
PARTICLE = r"(?:de|van|von|vom|der|den|del|della|la|le|di|du|da|dos|ter|ten|af|al|el)\s"
"""A small word before a family name, with the blank after it."""
UNDATED = (
    r"(?:(?:[ns]\.\s?d|z\.\s?d|s\.\s?f|o\.\s?[JD]|u\.\s?å)\.|"
    r"(?i:in press|forthcoming|im druck|im erscheinen|sous presse|à paraître|en prensa|in stampa)\b)"
)
"""What replaces a year: "no date" and "in press" in European languages."""
SIGNAL = r"(?:see(?: also)?|cf|compare|e\.g|vgl|siehe(?: auch)?|s|voir(?: aussi)?|ver|véase|zie|se|vedi|por|zob|см|ср)"
"""A word that refers the reader to a source."""
KEY = r"(?=[^\]\s]{0,40}?(?:\d|[A-Z][^\]\s]{0,10}?[A-Z]))[A-Za-zÀ-ž][\w.+&'’/-]{2,40}"
"""The key of a source. A figure or a second capital letter tells it from a word ("Knu97", "FIPS")."""


EXPONENT_BASE = re.compile(
    r"(?:(?<![^\d](?:1[5-9]|20)\d\d)(?<=\d)|(?:\d|\W[a-z])\)|[=⁻]|"
    r"(?<![^\W_])(?:[kcmdn]?m|ft|in|mi|yd|sq|sin|cos|tan|cot|log|ln|[a-zA-Z]))$"
)
"""What precedes an exponent: a figure that is no year, a unit, a function, a single letter, a bracket."""


class Strength(IntEnum):
    """How sure it is, before the rest of the file is known, that something is a marker or the label of a note."""

    WEAK = 1
    """Counts only as part of a series of labels (a bare digit)."""
    LIKELY = 2
    """Counts if a note has the label, or if other markers of the style have notes ("[1]")."""
    CERTAIN = 3
    """Nothing else is written like this ("[^1]", a link to a note)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A possible marker; if it is one, ``start`` to ``end`` of the draft's text are cut out.

    ``target`` is the id that it links to, ``""`` for none. ``weight`` ranks candidates of weak strength.
    """

    labels: tuple[str, ...]
    start: int
    end: int
    position: Position
    raw: str
    style: str
    strength: Strength
    target: str = ""
    weight: int = 1
    dubious: bool = False
    """It may also be an exponent, a unit or an inserted letter: it needs a note with its label."""
    guesses: frozenset[str] = frozenset()
    """Labels that are left out unless a note has them."""
    ends_sentence: bool = False
    """It stands right behind a sentence; a bare figure, right behind a clause. An index in code never does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A label that may open a note; the note's text begins at ``end`` of the draft's text."""

    label: str
    end: int
    style: str
    strength: Strength


class NoteStyle(Protocol):
    """One way to write notes. A style only reads; it never decides which note is right."""

    @property
    def name(self) -> str:
        """The name shown to people."""
        ...

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        """Yield what may be markers of this style, in reading order."""
        ...

    def find_head(self, draft: Draft) -> Head | None:
        """Give the label that opens the note, if the draft begins like a note of this style."""
        ...


class WithoutHeads:
    """A style whose notes begin with no label of their own, or with one that another style reads."""

    def find_head(self, draft: Draft) -> Head | None:
        """Give nothing."""
        del draft
        return None


def in_text(
    draft: Draft,
    span: tuple[int, int],
    labels: tuple[str, ...],
    *,
    style: str,
    strength: Strength = Strength.LIKELY,
    weight: int = 4,
    dubious: bool = False,
) -> Candidate:
    """Give a candidate for the plain text at ``span`` (start, end) of the draft."""
    start, end = span
    return Candidate(
        labels=labels,
        start=start,
        end=end,
        position=draft.position_at(start),
        raw=draft.text[start:end],
        style=style,
        strength=strength,
        weight=weight,
        dubious=dubious,
    )


def overlaps_any(candidate: Candidate, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a candidate overlaps one of the spans, which are in order and apart."""
    index = bisect_left(spans, (candidate.end, -1)) - 1
    return index >= 0 and spans[index][1] > candidate.start


_TRIM = re.compile(r"^[\s\[(]*(?:(?:[Ff]oot|[Ee]nd)note\s(?=\w))?(?P<core>.*?)[\s\])]*$", re.DOTALL)
_AFTER_HEAD = re.compile(r"\s?[\])]?[.:)\]]?(?:\s*[-–—](?=\s))?\s*")


def bare_label(text: str) -> str:
    """Give ``text`` without surrounding brackets and blanks and without a word for "note": "[iv]" gives "iv"."""
    found = _TRIM.match(text[:60])
    return found["core"] if found else text


def is_label(text: str) -> bool:
    """Whether ``text`` (without brackets) looks like a label; several letters do only as a roman numeral."""
    if re.fullmatch(LABEL, text) is None:
        return False
    return not text.isalpha() or try_number(text) is not None


def labels_in(text: str) -> tuple[str, ...]:
    """Give the labels in ``text`` ("[1, 3–5]"), ``()`` where it holds anything else."""
    labels = split_labels(bare_label(text))
    return labels if all(is_label(label) for label in labels) else ()


def inlines_of(draft: Draft, kind: InlineKind) -> Iterator[Inline]:
    """Yield the draft's inlines of one kind, in their order."""
    return (inline for inline in draft.inlines if inline.kind is kind)


def after_head(draft: Draft, end: int) -> int:
    """Give the offset of the note's text: after the stop, bracket, dash and blanks that follow a label."""
    found = _AFTER_HEAD.match(draft.text, end)
    return found.end() if found else end
