"""Which words mean the opposite of a word or the same, and how a sentence is read to find them."""

from collections.abc import Sequence
from functools import lru_cache

from verifier.matching.inflected import verb_forms
from verifier.matching.kinds import THINGS
from verifier.matching.numbers import SPELLED
from verifier.matching.opposites import FALLING, NEGATED_BASES, OPPOSITES, RISING
from verifier.matching.terms import Term, term_of
from verifier.matching.vocabulary import ALL, BEING, SOME, VOTING

IN_FAVOUR, UNCHANGED = "favour", "unchanged"
"""What the "for" of "voted for" or the "with" of "with the votes of" and the "not" of "did not change" are read as."""
DENIED_WITHIN = 3
"""Words before a word within which a denial belongs to it."""
SHORTEST_WORD = 4
"""Letters a word needs for a prefix to make its opposite."""
SHORTEST_BASE = 3
"""Letters of the shortest beginning of such a word ("own")."""
WORDS_KEPT = 50_000
"""Words whose opposites are kept, in about 10 MB at most."""

_BY_FIGURE = {"up": "rose", "down": "fell"}
"""Words that tell a direction if a figure follows ("down 6%", "up by a third")."""
_BOUNDS = {"over": "above", "under": "below"}
"""Words that are bounds if a figure follows ("over seventy")."""
_VERBS_OF_TWO = """
turned turns turn down|rejected; threw thrown throws out|rejected; ruled rules rule out|rejected; struck strike strikes
down|overturned; set sets setting aside|overturned; called calls call off|cancelled; put puts off|postponed; went goes
gone go up|rose; went goes gone go down|fell; gave given gives give up|abandoned; scaled cut scales back|reduced; shut
shuts down|closed; stepped steps stood stands step down|resigned; took takes taken on|hired; laid lays lay off|sacked;
brought brings bring in|introduced; pulled pulls torn tore down|demolished; carried carries carry on|continued; broke
broken breaks down|failed; passed passes over|rejected; went goes gone go going ahead|proceeded; took takes taken take
taking off|takeoff; plead pleads pleaded pleading guilty|admitted; plead pleads pleaded
pleading not|denied
"""
_PHRASES = {
    (verb, words.split()[-1]): read_as.strip()
    for words, read_as in (phrase.split("|") for phrase in _VERBS_OF_TWO.split(";"))
    for verb in words.split()[:-1]
}
"""Verbs of two words, and what they are read as."""
BETWEEN = 3
"""Words that may stand between the two ("set that decision aside")."""
_OPENING_PHRASES = frozenset(verb for verb, _ in _PHRASES)
_KEEPING = frozenset(("kept", "keeps", "keep", "keeping"))
_SAME = frozenset((("same", "rate"), ("same", "level"), ("same", "pace"), ("same", "as")))
_CHANGES = frozenset(("change", "changed", "alter", "altered"))
_UNMOVED = frozenset(("unchanged", "steady", "stable", "stagnated", "stagnant"))
_TIMES = frozenset(("night", "week", "month", "season", "summer", "winter", "spring", "autumn", "fall", "year"))
_NO_MORE = frozenset(("little", "once", "any", "no", "nothing"))
_BEING = BEING | {"stayed", "remained", "stays", "remains"}
"""Verbs after which "flat" tells a direction."""
_BASES_AT: dict[str, list[tuple[str, str]]] = {}
"""Beginnings of words with the prefixes that make their opposites, by their first letters."""
for _prefix, _bases in NEGATED_BASES.items():
    for _base in _bases:
        _BASES_AT.setdefault(_base[:SHORTEST_BASE], []).append((_prefix, _base))

_LEAVING = verb_forms("leave")
_OBJECTS = frozenset(("them", "it", "him", "her", "us", "me", "you"))
_BEFORE_LEAVING = _BEING | frozenset(("after", "before", "since", "of", "by", "for", "on", "about", "without"))
"""Words after which "leaving" means to go away. Elsewhere it tells a result ("drew, leaving Halm third")."""

_READ_BY_NEIGHBOURS = frozenset(
    (
        *(
            "for",
            "with",
            "flat",
            "more",
            "last",
            "all",
            "some",
            *_BY_FIGURE,
            *_BOUNDS,
            *_OPENING_PHRASES,
            *_KEEPING,
            *_UNMOVED,
            *_CHANGES,
        ),
        *_LEAVING,
    )
) | {word for word, _ in _SAME}
"""Words whose direction depends on their neighbours. Nearly no word is one."""

_BOTH_WAYS = [pair for one, other in OPPOSITES for pair in ((one, other), (other, one))]
_SIDES: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
for _side, _against in _BOTH_WAYS:
    for _word in _side - _against:
        _SIDES.setdefault(_word, []).append((_side, _against - _side))
for _side in (RISING, FALLING):
    for _word in _side:
        _SIDES[_word].append((_side, frozenset((UNCHANGED,))))
for _word in ALL:
    _SIDES.setdefault(_word, []).append((ALL, SOME))
_SIDES[UNCHANGED] = [(frozenset((UNCHANGED,)), RISING | FALLING)]

SAME_WAY: dict[str, frozenset[str]] = {}
"""Keys of words to all words that run the same way, or name the same thing."""
for _side in (*(side - against for side, against in _BOTH_WAYS), *THINGS):
    for _key in (term_of(word).key for word in _side):
        SAME_WAY[_key] = SAME_WAY.get(_key, frozenset()) | _side


@lru_cache(maxsize=WORDS_KEPT)
def sides_of(word: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Give, for each pair of opposites that has the word in lower case, its side and the other side."""
    by_affix = opposites_by_affix(word)
    return (*_SIDES.get(word, ()), (frozenset((word,)), by_affix)) if by_affix else (*_SIDES.get(word, ()),)


@lru_cache(maxsize=WORDS_KEPT)
def opposites_by_affix(word: str) -> frozenset[str]:
    """Give the words in lower case of which a word is the opposite by what stands before or behind it.

    "Legal" and "illegal", "harmful" and "harmless".
    """
    if len(word) < SHORTEST_WORD:
        return frozenset()
    out = {f"un{word}"}
    for one, other in (("ful", "less"), ("less", "ful"), ("fully", "lessly"), ("lessly", "fully")):
        if word.endswith(one):
            out.add(word.removesuffix(one) + other)
    if word.startswith("un") and len(word) >= SHORTEST_WORD + len("un"):
        out.add(word.removeprefix("un"))
    out.update(prefix + word for prefix, base in _BASES_AT.get(word[:SHORTEST_BASE], ()) if word.startswith(base))
    for prefix in NEGATED_BASES:
        rest = word.removeprefix(prefix)
        if rest != word and any(
            of == prefix and rest.startswith(base) for of, base in _BASES_AT.get(rest[:SHORTEST_BASE], ())
        ):
            out.add(rest)
    return frozenset(out)


def is_denied(terms: Sequence[Term], at: int) -> bool:
    """Whether a word that denies stands shortly before a term."""
    return any(t.denying for t in terms[max(0, at - DENIED_WITHIN) : at])


def read_directions(words: Sequence[str]) -> list[str]:
    """Give words in lower case with those for a direction that only their neighbours make one."""
    low = list(words)
    for at, word in enumerate(words):
        if word not in _READ_BY_NEIGHBOURS:
            continue
        before, after = low[at - 1] if at else "", low[at + 1] if at + 1 < len(low) else ""
        if (word == "for" and before in VOTING) or (word == "with" and "votes" in low[at + 1 : at + 3]):
            low[at] = IN_FAVOUR
        elif word in _BY_FIGURE and (after[:1].isdigit() or after == "by"):
            low[at] = _BY_FIGURE[word]
        elif word in _BOUNDS and (after[:1].isdigit() or after in SPELLED):
            low[at] = _BOUNDS[word]
        elif word in _OPENING_PHRASES and (second := _second(word, low[at + 1 : at + 2 + BETWEEN])):
            low[at] = _PHRASES[word, second]
        elif word in _KEEPING or word in _UNMOVED or (word, after) in _SAME or (word == "flat" and before in _BEING):
            low[at] = UNCHANGED
        elif (word in _LEAVING and _tells_outcome(word, low[max(0, at - 2) : at], after)) or _tells_none(
            word, before, after
        ):
            low[at] = ""
        elif word in _CHANGES and before == "not":
            low[at - 1] = UNCHANGED  # where the "not" stands, which then denies nothing before it
    return low


def _tells_none(word: str, before: str, after: str) -> bool:
    """Whether a word tells a number or a time: "some 300", "in all 300", "last year", "little more than two"."""
    if word == "last":
        return after in _TIMES
    if word == "more":
        return before in _NO_MORE
    return (word == "some" or (word == "all" and before == "in")) and after[:1].isdigit()


def _tells_outcome(leaving: str, before: Sequence[str], after: str) -> bool:
    """Whether "leaves them third" or ", leaving Halm third" tells what comes of something, and nobody who goes away.

    Nor does "with one tooth left".
    """
    counted = leaving == "left" and any(word.isdigit() or word in SPELLED for word in before)
    return counted or after in _OBJECTS or (leaving == "leaving" and _BEFORE_LEAVING.isdisjoint(before[-1:]))


def _second(verb: str, behind: Sequence[str]) -> str:
    """The second word of a verb of two words, if it stands behind the first; else nothing."""
    return next((word for word in behind if (verb, word) in _PHRASES), "")
