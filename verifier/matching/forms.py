"""In which forms does a source have the words of a claim? The same stem, a related word, another spelling of a name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from verifier.matching.claim_words import ClaimWord, ClaimWords
from verifier.matching.numbers import SPELLED
from verifier.matching.source import BEGINNING, ROOT, SourceIndex
from verifier.matching.stems import IRREGULAR
from verifier.matching.terms import TermKind, term_of

SHORT_NAME, LONGEST_ENDING = 6, 4
"""Letters: a name up to this long needs only its root in common with a relative, other words one letter more; and
relatives differ by an ending of at most so many."""
NAME_LIKENESS = 84.0
"""Percent: rapidfuzz's ratio from which two names are spellings of one (Zelensky and Zelenskyy have 94)."""
RELATED_NAMES = 66.0
"""The same for names that begin alike: Libya and Libyan have 91, Ireland and Irish 50."""
BEGINNINGS_KEPT = 50_000
"""Words whose beginnings are remembered, about 10 MB at most."""
AFTER_DIGITS = ":"
"""The character after the digits: what sorts before it begins with a digit or a sign."""

_NUMBER_BEGINNINGS = frozenset(v[:BEGINNING] for w in SPELLED for v in (w, w.capitalize()))
_BASES: dict[str, tuple[str, ...]] = {}
for _form, _base in IRREGULAR.items():
    _BASES[_base] = (*_BASES.get(_base, ()), _form)


@dataclass(slots=True, kw_only=True)
class FormsOnPage:
    """The words of a source that begin like a word of a claim, by their keys.

    ``known`` has all of them where the source has no indexes, else those that were asked for; ``before``: what sorts
    before this is taken too.
    """

    source: SourceIndex
    beginnings: set[str]
    before: str
    known: dict[str, list[str]] = field(default_factory=dict)
    by_root: dict[str, list[str]] = field(default_factory=dict)

    def of(self, key: str) -> list[str]:
        """Give the forms of a key, none where the source has it in no form that begins like a word of the claim."""
        found = self.known.get(key)
        if found is not None:
            return found
        indexed = self.source.forms_by_key.get(key) if self.source.is_shared else None
        if indexed is None:
            return []
        found = self.known[key] = self._near(indexed)
        return found

    def keys_with_root(self, root: str) -> Sequence[str]:
        """Give the keys on the page that begin with ``root``, perhaps some of which no form is near."""
        if self.source.is_shared:
            return self.source.keys_by_root.get(root, ())
        if not self.by_root:
            for key in self.known:
                self.by_root.setdefault(key[:ROOT], []).append(key)
        return self.by_root.get(root, ())

    def read(self) -> None:
        """Look at all words of a source without indexes."""
        known = self.known
        for form in self._near(self.source.vocabulary):
            known.setdefault(term_of(form).key, []).append(form)

    def _near(self, forms: Collection[str]) -> list[str]:
        beginnings, before = self.beginnings, self.before
        if before:
            return [s for s in forms if s[:BEGINNING] in beginnings or s < before]
        return [s for s in forms if s[:BEGINNING] in beginnings]


def forms_on_page(claim: ClaimWords, source: SourceIndex) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Give the forms in which a source has each word of a claim, and the words that it has in a related form only."""
    page = FormsOnPage(source=source, beginnings=_all_beginnings(claim), before="")
    if any(w.term.value is not None for w in claim.content):
        page.beginnings |= _NUMBER_BEGINNINGS
        page.before = AFTER_DIGITS
    if not source.is_shared:
        page.read()
    found = {key: forms for key in claim.weights if (forms := page.of(key))}
    twins: dict[str, str] = {}
    lacking = {w.term.key: w for w in claim.content if w.term.key not in found and w.term.kind is TermKind.WORD}
    for key, word in lacking.items():
        related = _related(word, page)
        if related is not None:
            twins[key], found[key] = related
    return found, twins


def _all_beginnings(claim: ClaimWords) -> set[str]:
    beginnings: set[str] = set()
    for word in claim.content:
        beginnings.update(_beginnings(word.surface))
    for key in claim.weights:
        for form in _BASES.get(key, ()):
            beginnings.update(_beginnings(form))
    return beginnings


@lru_cache(maxsize=BEGINNINGS_KEPT)
def _beginnings(word: str) -> tuple[str, str, str]:
    """How a source may begin a word: in small letters, with a capital, in capitals."""
    return word.lower()[:BEGINNING], word.capitalize()[:BEGINNING], word.upper()[:BEGINNING]


def _related(word: ClaimWord, page: FormsOnPage) -> tuple[str, list[str]] | None:
    """The same beginning (Libya, Libyan); for a name, one that the source writes with a capital, or nearly the same."""
    key = word.term.key
    if len(key) < ROOT:
        return None
    some = key[: ROOT if word.name and len(key) <= SHORT_NAME else ROOT + 1]
    alike = page.keys_with_root(key[:ROOT])
    near = [k for k in alike if k.startswith(some) and abs(len(k) - len(key)) <= LONGEST_ENDING and page.of(k)]
    if word.name:
        near = [k for k in near if any(f[0].isupper() for f in page.of(k)) and fuzz.ratio(k, key) >= RELATED_NAMES]
    if near:
        nearest = min(near, key=lambda k: (abs(len(k) - len(key)), k))
        return nearest, page.of(nearest)
    return _other_spelling(word, page) if word.name and len(key) > ROOT else None


def _other_spelling(name: ClaimWord, page: FormsOnPage) -> tuple[str, list[str]] | None:
    """The name of the source that is nearly the same as a name of the claim."""
    names = page.source.names_on(name.surface[0])
    found = process.extractOne(name.term.key, list(names), scorer=fuzz.ratio, score_cutoff=NAME_LIKENESS)
    if found is None:
        return None
    key: str = found[0]
    return key, page.of(key) or [names[key]]
