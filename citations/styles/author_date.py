"""``(Smith 2019, p. 4)``, ``[Smith 2019]``, ``Jones (2020)``: names and years that point into a list of references.

The label of a reference is the family name of its first author with its year ("Smith 2019a"), as the text prints it.
A name and a year in brackets are a marker only if a reference has that label.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from citations.drafts import Draft
from citations.styles.base import CAPITAL, FAMILY, PARTICLE, SIGNAL, UNDATED, Candidate, Head, Strength, in_text

_YEAR = rf"(?:1[5-9]|20)\d\d[a-z]?|{UNDATED}"
_FIRST_PRINTED = r"(?:(?:1[5-9]|20)\d\d/)?"
"""The year of first publication, before that of the edition: "1930/2015"."""
_YEARS = rf"{_FIRST_PRINTED}(?P<years>(?:{_YEAR})(?:,\s(?:{_YEAR})|,\s?[a-z]\b(?!\.|\s?\d)){{0,6}})"
"""The years of one or several works of an author. A letter with a stop behind a year is not one: "p." gives pages."""
_BRACKETS = re.compile(rf"\s?(?:[(（](?P<inside>[^()（）]{{4,400}})[)）]|\[(?P<square>{CAPITAL}[^\[\]]{{3,400}})\])")
_CITED = re.compile(rf"(?<!\d\s)(?<!\d\.\s)(?!The\s)(?P<family>{FAMILY})(?P<others>.{{0,120}}?)\b{_YEARS}")
"""A name and its years; "3 May 2020" is a day."""
_SECOND_HAND = re.compile(
    r".{0,200}\b(?:[Cc]ited|[Qq]uoted|[Qq]td\.|[Zz]itiert|[Zz]it\.|[Cc]itado|[Cc]ité)\s(?:in|nach|n\.|bei|en|dans)\s"
)
"""What precedes the source that was seen; the one that it quotes is in no list."""
_YEAR_FIRST = re.compile(r"\s(?:1[5-9]|20)\d\d")
_SEVERAL = re.compile(r"\b(?:et al|u\. ?a|and|und|et|y|e)\b|[&/;]")
"""What tells that a work has several authors."""
_OTHER_WORDS = re.compile(rf"[\d…]|(?<![.\w])(?!(?:et|al|and|und|y|e|u|a|others|{PARTICLE[:-2]})\b)[a-zß-ÿ]{{2,}}")
"""Words between a name and a year that make it doubtful that a work is meant: "Letter to Holm, 3 May 1911"."""
_NO_NAME = (
    r"(?!(?:However|Moreover|Furthermore|Additionally|Similarly|Likewise|Conversely|Recently|Later|Subsequently|Thus|"
    r"Therefore|Consequently|Finally|Indeed|Instead|Nevertheless|Nonetheless|Meanwhile|First|Second|Third|Today),)"
)
"""Words before a comma that open a sentence and are no authors: "However, Berg and Holm (1911)"."""
_NARRATIVE = re.compile(
    rf"{_NO_NAME}(?P<family>{FAMILY})(?P<others>(?:/{FAMILY}){{0,3}}(?:(?:,\s(?:{PARTICLE}){{0,2}}{FAMILY}){{0,2}},?\s(?:and|&|und|et|y|e)\s"
    rf"(?:(?:[A-Z]\.\s)?(?:{PARTICLE}){{0,2}}{FAMILY}|(?:(?:his|her|their)\s)?colleagues|others|co-?workers|Kolleg(?:inn)?en))?(?:\set\sal\.?)?)(?:['’]s?)?"
    rf"(?:\s|(?=（))(?P<brackets>[(（\[]\s?{_YEARS}(?:[,:;，：]\s?[^()（）]{{1,40}})?\s?[)）\]])"
)
_OPENS = re.compile(r"[(\[（]")
_OWN_WORDS = re.compile(rf"(?!{SIGNAL}\b)(?:[^\s\d]{{1,40}}\s){{3,30}}[^\s\d]{{1,40}}(?=[,;]\s{SIGNAL}\b)")
"""A remark in a bracket, before the words that refer to a source: "(as it was in the north, see …)"."""
_ONE_YEAR = re.compile(rf"{_YEAR}|(?<=[a-z],)[a-z]\b|(?<=[a-z],\s)[a-z]\b")
"""A year, or the letter of another work of the year before it."""
_YEAR_CALLED = re.compile(rf"(?<!\d)(?:{_YEAR})(?!\w)")
_NAME = re.compile(FAMILY)
_ONLY_NAME = re.compile(rf"\s?(?:{PARTICLE}){{0,2}}{FAMILY}(?:\s{FAMILY}){{0,2}}\s?")
_LONGEST_CALL = 160
"""Characters of the longest note that only cites works: two of them with pages and a "see also"."""
_LONGEST_NAMES = 60
"""Characters before a year in which the names of its authors stand."""
_INITIALS = rf"(?:{CAPITAL}\.[\s-]?){{0,4}}"
_REFERENCE = re.compile(
    rf"[\s•*“\"„-]{{0,4}}(?:The\s)?{_INITIALS}(?P<family>(?:{PARTICLE}){{0,2}}{FAMILY})(?=[\s,.&”\"“])"
)
_FULL_NAME = re.compile(
    rf"[\s•*-]{{0,4}}(?:{CAPITAL}[\w.'’-]{{0,40}}\s){{1,3}}(?:{PARTICLE}){{0,2}}(?P<family>{FAMILY})"
    r"(?=[,.]|(?P<colon>:\s)|\s(?:and|&|und|et|y|e|en|och|og|i|и)\s|\s[(\d])"
)
"""The first author of a reference, given name first: "Nicola Berg and Tom Holm. 2009.", "Nicola Berg: Boats. 2009"."""
_YEAR_IN_REFERENCE = re.compile(rf"(?<![\w/.-]){_FIRST_PRINTED}(?P<year>{_YEAR})(?![\w/-])")
_POSSESSIVE = re.compile(r"['’]s?$")
"""The genitive of a name: "Berg's law", "Berg's (2001) book"."""
_SHORT_NAME = re.compile(r"\((?P<letters>[A-Z]{2,8})\)")
_LONG_NAME = re.compile(
    rf"[\s•*-]{{0,4}}(?P<words>(?:(?:{CAPITAL}[\w’'-]*+|(?:of|for|and|the|on|in|de|des|für|und)\b)\s?){{3,12}})[.,(]"
)
"""The name of an organisation, which the text may abbreviate: "World Health Organization. (2019)"."""
_COMMAS_OF_ONE = 2
"""Commas of a single author: "Berg, A., 2001"."""
_LONGEST_AUTHORS = 400
"""Characters of a reference within which its year follows its authors."""


class _AuthorDate:
    name = "author-date"

    def find_markers(self, draft: Draft) -> Iterator[Candidate]:
        bracketed = _OPENS.search(draft.text) is not None
        for found in _NARRATIVE.finditer(draft.text) if bracketed else ():
            yield self._candidate(draft, _labels(found), *found.span("brackets"))
        for found in _BRACKETS.finditer(draft.text) if bracketed else ():
            kind = "inside" if found["inside"] else "square"
            cited = list(_calls(found[kind]))
            labels = tuple(label for one in cited for label in _labels(one))
            if labels:
                guesses = frozenset(
                    label for one in cited if _OTHER_WORDS.search(one["others"]) for label in _labels(one)
                )
                own = _OWN_WORDS.match(found[kind])
                start = found.start(kind) + (own.end() if own else -1)
                end = found.end(kind) if own else found.end()
                yield replace(self._candidate(draft, labels, start, end), guesses=guesses)

    def _candidate(self, draft: Draft, labels: tuple[str, ...], start: int, end: int) -> Candidate:
        return in_text(draft, (start, end), labels, style=self.name, weight=1, dubious=True)

    def find_head(self, draft: Draft) -> Head | None:
        return next(self.find_heads(draft), None)

    def find_heads(self, draft: Draft) -> Iterator[Head]:
        """Yield the labels by which the text may cite a reference, the likeliest first."""
        year = _YEAR_IN_REFERENCE.search(draft.text, 0, _LONGEST_AUTHORS)
        if year is not None:
            for name in _names(draft.text):
                yield Head(label=f"{name} {year['year']}", end=0, style=self.name, strength=Strength.WEAK)


STYLE = _AuthorDate()


def _calls(text: str) -> Iterator[re.Match[str]]:
    """Yield the names with years in a bracket, whose parts are separated by semicolons.

    A part that opens with a year belongs to the author before ("Berg 1980; 1982"); one without a year holds the first
    author of the next part ("BERG; HOLM, 1911").
    """
    family = names = ""
    for part in re.split("[;；]", text):
        if _ONLY_NAME.fullmatch(part):
            names += f"{part};"
            continue
        seen = _SECOND_HAND.match(part)
        own = names + (part[seen.end() :] if seen else part)
        names = ""
        for one in _CITED.finditer(f"{family}…{own}" if _YEAR_FIRST.match(own) else own):
            family = one["family"]
            yield one


def works_called(text: str) -> tuple[str, ...]:
    """Give the labels by which a short note may cite works of a list: each year with each name before it.

    Only the list tells which of them it really cites. A long note, or one with a URL, describes its source itself.
    """
    if len(text) > _LONGEST_CALL or "://" in text:
        return ()
    labels: dict[str, None] = {}
    for year in _YEAR_CALLED.finditer(text):
        before = text[max(year.start() - _LONGEST_NAMES, 0) : year.start()].rpartition(";")[2]
        labels.update((f"{name[0]} {year[0]}", None) for name in _NAME.finditer(before))
    return tuple(labels)


def authors_in(text: str) -> str:
    """Give the text of a reference before its year, ``""`` without a year."""
    year = _YEAR_IN_REFERENCE.search(text, 0, _LONGEST_AUTHORS)
    return text[: year.start()] if year else ""


def has_several(text: str) -> bool:
    """Whether a reference names several authors before its year."""
    authors = authors_in(text)
    return _SEVERAL.search(authors) is not None or authors.count(",") > _COMMAS_OF_ONE


def with_others(label: str) -> str:
    """Give the label with "et al.", which tells a work of several authors from one by the first of them alone."""
    family, _, year = label.partition(" ")
    return f"{family} et al. {year}"


def _names(text: str) -> Iterator[str]:
    """Yield the names by which the text may cite the author of a reference: a family name, or an abbreviation."""
    full = _FULL_NAME.match(text)
    forms = (_REFERENCE.match(text), full)
    for found in reversed(forms) if full and full["colon"] else forms:  # of "Ruiz Marquez, A." the first is cited
        if found and not _POSSESSIVE.search(found["family"]):
            *particles, family = found["family"].split()
            yield family
            if particles:
                yield particles[0].capitalize()
    body = _LONG_NAME.match(text)
    if body:
        yield "".join(word[0] for word in body["words"].split() if word[0].isupper())
    short = _SHORT_NAME.search(text)
    if short:
        yield short["letters"]


def _labels(found: re.Match[str]) -> tuple[str, ...]:
    """Give the labels of an author's works of one or several years: "2016b, 2017", "2016b,a"."""
    years: list[str] = []
    for year in _ONE_YEAR.finditer(found["years"]):
        years.append(year[0] if len(year[0]) > 1 else years[-1][:-1] + year[0])
    family = _POSSESSIVE.sub("", found["family"])
    several = _SEVERAL.search(found["others"])
    return tuple(with_others(f"{family} {year}") if several else f"{family} {year}" for year in years)
