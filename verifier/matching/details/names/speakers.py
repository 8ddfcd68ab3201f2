"""Who said it: the source has the quotation word for word, but gives it to another speaker."""

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.matching.details.quotations import Found
from verifier.matching.details.rivals import Rival
from verifier.matching.locate import Located
from verifier.matching.terms import WORD, Term, term_of
from verifier.matching.vocabulary import REPORTING

REACH = 160
"""Characters before a quotation in which the name of its speaker stands."""
LONGEST_QUOTATION = 600
"""Characters at most from the quoted words to the quotation marks around them."""

_NO_VERBS = frozenset(("view", "opinion", "words", "account"))
_JUDGING = frozenset(("found", "finds", "ruled", "rules", "held", "praised", "spoke", "speaks"))
"""Verbs that name the speaker beside a quotation, and say nothing of that elsewhere."""
_VERBS = rf"(?:{'|'.join(sorted(REPORTING - _NO_VERBS | _JUDGING))})\b"
_NAME = r"[A-ZÀ-Þ][\w'-]{1,30}(?: [A-ZÀ-Þ][\w'-]{1,30}){0,4}"
_OFFICE = r"(?:(?:its|his|her|their|the|[A-ZÀ-Þ][\w'-]{1,30}'s) [a-z][\w -]{1,60}, )?"
"""What may stand before a name: "its leader, Oren Dahl, said"."""
_BEHIND = re.compile(
    rf"(?:{_VERBS} (?:[a-z-]{{1,20}} ){{0,4}}(?P<behind>{_NAME})|{_OFFICE}(?P<before>{_NAME}),? {_VERBS})"
)
_ASIDE = r"(?:, [^.;,\"']{1,80},)?"
_BEFORE = re.compile(
    rf"(?P<before>{_NAME}){_ASIDE},? {_VERBS}(?: [\w-]{{1,20}}){{0,5}}[:,]? ?$|{_VERBS} (?P<behind>{_NAME})[.,:] ?$"
)
_QUOTED = re.compile(
    rf"[\"'] (?:{_VERBS} (?P<behind>{_NAME})|(?P<before>{_NAME}) {_VERBS})"
    rf"|(?P<ahead>{_NAME}){_ASIDE} {_VERBS}[:,]? [\"']"
)
_PRONOUN = re.compile(rf"(?:he|she) {_VERBS}")
_RUN = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w'-]{1,30}(?: [A-ZÀ-Þ][\w'-]{1,30}){1,4}")
"""A name of two words at least: one word with a capital may open a sentence."""
_MARKS = re.compile(r"[\"',.?! ]{0,5}")
_CLOSING, _OPENING = re.compile(r"[\"'](?!\w)"), re.compile(r"(?<!\w)[\"'](?=\w)")


def other_speakers(located: Located, quotes: Sequence[Found]) -> tuple[Rival, ...]:
    """Give the names to which the claim gives a quotation that the source gives to another.

    Whom the source quotes too did surely not say this one. Of the rest a person has to tell: a spokeswoman says what
    the claim may give to her company; a name in the sentence itself may be hers in other words.
    """
    rivals = [rival for q in quotes if q.exact and (rival := _other_speaker(located, q)) is not None]
    if not rivals:
        return ()
    quoted = {t.key for match in _QUOTED.finditer(located.source.folded.text) for t in _terms(match)}
    judged = (replace(rival, sure=rival.word.term.key in quoted) for rival in rivals)
    return tuple(rival for rival in judged if rival.sure or not _is_beside(located, rival))


def _other_speaker(located: Located, found: Found) -> Rival | None:
    """Who says a quotation in the source, if that is not the claim's speaker."""
    text = located.source.folded.text
    ours = _speaker(located.claim.text, found.quote.start, found.quote.end)
    if found.span is None or not ours:
        return None
    start, end = _opening(text, found.span[0]), _closing(text, found.span[1])
    theirs = _speaker(text, start, end) or _named_before(text, start, end)
    names, known = {t.key for t in ours}, {t.key for t in theirs}
    if not theirs or names <= known or known <= names or ours[-1].key in known or theirs[-1].key in names:
        return None  # the last word of a name tells: "Judge" may stand before either
    word = next((w for w in reversed(located.claim.words) if w.term.key == ours[-1].key), None)
    return Rival(word=word, terms=theirs, sentence=located.source.sentence_at(found.span[1])) if word else None


def _is_beside(located: Located, rival: Rival) -> bool:
    """Whether the sentence with the source's speaker, or the one before it, has the claim's name too."""
    near = range(max(0, rival.sentence - 1), rival.sentence + 1)
    return any(rival.word.term.key in located.source.keys(i) for i in near)


def _speaker(text: str, start: int, end: int) -> tuple[Term, ...]:
    """The name of who says what stands between two offsets: behind it, else before it."""
    marks = _MARKS.match(text, end)
    match = _BEHIND.match(text, marks.end() if marks else end)
    if match is None:
        match = _BEFORE.search(text[max(0, start - REACH) : start].rstrip("\"'"))
    return _terms(match) if match else ()


def _named_before(text: str, start: int, end: int) -> tuple[Term, ...]:
    """The last name before a quotation that "he" or "she" says behind it."""
    marks = _MARKS.match(text, end)
    if _PRONOUN.match(text, marks.end() if marks else end) is None:
        return ()
    runs = [m[0] for m in _RUN.finditer(text, max(0, start - REACH), start)]
    return tuple(t for t in map(term_of, WORD.findall(runs[-1])) if t.kind == "word") if runs else ()


def _terms(match: re.Match[str]) -> tuple[Term, ...]:
    """The words of the name in a match, without "He" and "Mrs"."""
    terms = map(term_of, WORD.findall(match[match.lastgroup or 0]))
    return tuple(t for t in terms if t.kind == "word")


def _closing(text: str, end: int) -> int:
    """Where the quotation ends in which words up to ``end`` stand."""
    mark = _CLOSING.search(text, end, end + LONGEST_QUOTATION)
    return mark.end() if mark else end


def _opening(text: str, start: int) -> int:
    """Where the quotation begins in which words from ``start`` on stand."""
    marks = [m.start() for m in _OPENING.finditer(text, max(0, start - LONGEST_QUOTATION), start + 1)]
    return marks[-1] if marks else start
