"""Where a source begins and ends in its part of a note: after "See also" and prose, before commentary."""

import re

from citations.records.names.lists import read_authors
from citations.records.sheets.sheet import LINK, Sheet
from citations.records.splitting.remarks import STRONG, YEAR, is_prose, leads_in, runs, tells
from citations.records.wording.clauses import sentences
from citations.records.wording.quoted import find_quoted
from citations.records.wording.words import CAPITAL, LOWER, PUBLISHER

_COMPARED_NAME = rf"\s(?:{CAPITAL}[\w.’'-]{{0,20}}\s){{0,3}}?{CAPITAL}[\w.’'-]{{0,20}}(?:,\s|\s(?:and|&)\s)"
"""A name or a title in marks after "Compare", without which the word may be the first of a title."""
_QUOTED_ONE = rf"(?:{CAPITAL}[\w.’'-]{{0,20}}\s){{0,2}}{CAPITAL}[\w’'-]{{1,20}},?\s"
"""Whose words are quoted out of the source: "Quill quoted in Ada Finch, *Cold Rivers*"."""
_SIGNAL_WORDS = (
    r"(?:[Ss]ee(?:\s(?:also|generally|further|especially|in particular))?(?:,?\s(?:e\.g\.|for example|"
    r"for instance))?[,:]?|"
    rf"[Bb]ut (?:see|cf\.)|[Cc]f\.?|[Cc]ompare(?={_COMPARED_NAME}|\s\W)|"
    rf"[Ee]\.g\.,?|(?:{_QUOTED_ONE})?(?:[Qq]uoted in:?|(?:[Aa]s\s)?[Cc]ited in:?|"
    r"[Cc]ité(?:e)? dans|[Zz]it(?:iert)? (?:nach|in)|[Cc]itad[oa] (?:en|em)|[Cc]itat[oa] in|[Gg]eciteerd in)|"
    r"(?:[Ss]ources?|Quellen?|Fuentes?|Font[ei]|Bron|Källa|Kilde|Источник)\s?:|"
    r"(?:[Oo]wn|[Aa]uthors?['’]s?)\s(?:calculations?|elaboration|compilation|illustration)\s(?:based\son|from|after):?|"
    r"[Ee]igene\s(?:Darstellung|Berechnung(?:en)?)\s(?:nach|auf\s(?:der\s)?(?:Basis|Grundlage)\svon)"
    r":?|[Aa]dapted\sfrom:?|"
    r"[Rr]eported (?:by|in):?|(?:[Cc]ontra|[Aa]ccord):|[Ff]or(?:\s[a-z][a-z-]{0,19}){1,6},?\ssee(?:\salso)?[,:]?|"
    r"[Vv]oir(?:\s(?:aussi|également))?|[Ss]iehe(?:\s(?:auch|dazu))?|[Vv]gl\.(?:\sauch)?|[Vv][ée]ase(?:\stambién)?|"
    r"[Vv]id\.|[Cc]fr\.|[Vv]edi(?:\sanche)?|[Zz]ie(?:\sook)?|[Jj]f\.|[Ss]e\s(?:även|også)|[Jj]\.?f(?:ør|r)\.|"
    r"[Сс]м\.(?:\sтакже)?:?)"
)
_QUALIFIED = (
    r"(?:,?\s(?:dazu|hierzu|auch|etwa|nur|z\.\s?B\.|u\.\s?a\.|ausführlich(?:er)?|insbesondere|statt vieler|grundlegend|"
    r"notamment|par exemple|à ce sujet|sur ce point|por ejemplo|entre otros|inter alia|ad esempio|bijvoorbeeld|bl\.a\.|"
    r"for example|for instance|e\.g\.|again|too),?){0,3}"
    r"(?:\s(?:the (?:article|paper|essay|report|post|piece|book) (?:by|of)|(?:l['’]|un )article de|den Beitrag von|"
    r"d(?:ie|en|as|er)\s(?:Meldung|Artikel|Beitrag|Bericht|Aufsatz|Interview)(?=\s[„“»\"]))|"
    r"\s(?:her|his|their|my|our)(?=\s[\"“‘«]))?"
)
"""What can stand between a signal and the source: "Siehe dazu ausführlich", "Voir notamment l'article de"."""
SIGNAL = re.compile(
    rf"\s*{_SIGNAL_WORDS}{_QUALIFIED}\s+(?=[\"“‘„«']|{CAPITAL}|\ue000|[a-z]+\.[a-z]|"
    rf"[a-z][\w.+-]{{0,40}}\(\d|[ivxl\d\[])"
)
"""A word that leads to a source; "open(2)" is one too."""
SIGNAL_INSIDE = re.compile(
    rf"(?:[.;:,—–(]|\band|\baccount|\boverview|\bmore)\s+({_SIGNAL_WORDS}{_QUALIFIED})\s+(?=[\"“‘„«']|{CAPITAL}|\ue000)"
)
_ANY_SIGNAL = re.compile(
    r"\b(?:see|cf\b|cfr\.|compare|contra:|accord:|e\.g\.|quoted|cited|cité|zit|cita|geciteerd|"
    r"(?:sources?|quellen?|fuentes?|font[ei]|bron|källa|kilde|источник)\s?:|reported|voir|siehe|vgl\.|"
    r"v[ée]ase|vid\.|vedi|zie|"
    r"jf\.|jfr\.|adapted\sfrom|(?:own|author['’]?s['’]?)\s|eigene\s|"
    r"se\s|см\.)",
    re.IGNORECASE,
)
"""One word of every signal: most notes have none, and then the long patterns are not tried."""
_STEMS = (
    "see cf compare contra: accord: e.g. quoted cite cité zit citad citat source reported voir siehe vgl. vease véase "
    "adapted author eigene own vid. vedi zie jf. jfr. см. quelle fuente font bron käll kilde источ"
)
_SIGNAL_STEMS = (*_STEMS.split(), "se ")
"""Letters, some of which are in every signal: checked first, for speed."""


def may_signal(text: str) -> bool:
    """Whether a signal such as "see" can stand in a text."""
    lowered = text.lower()
    return any(map(lowered.__contains__, _SIGNAL_STEMS)) and _ANY_SIGNAL.search(text) is not None


def is_source(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text names a source by itself: a link, a DOI, or a quoted title."""
    return bool(STRONG.search(text, start, end))


def lead_of(sheet: Sheet, start: int, end: int, *, signals: bool) -> int:
    """Give where the source begins in a part: after "See also" and after sentences that lead up to it."""
    text = sheet.text
    if signals:
        signal = SIGNAL.match(text, start, end) or _before_link(sheet, start, end)
        start = signal.end() if signal else start
        inside = None
        for match in SIGNAL_INSIDE.finditer(text, start, end):
            if is_source(text, match.end(), end) and not is_source(text, start, match.start()):
                inside = match
        if inside:
            return inside.end()
    return _after_prose(sheet, start, end)


def _before_link(sheet: Sheet, start: int, end: int) -> re.Match[str] | None:
    """Give a signal and what else leads to the words of a link: "Cf. [the entry](…)", "See for this part [Ice](…)"."""
    links = (one for one in sheet.emphasis if start < one.start and sheet.text.startswith(LINK, one.end))
    first = next(links, None)
    return _SIGNAL_ALONE.fullmatch(sheet.text, start, first.start) if first and first.end < end else None


_SIGNAL_ALONE = re.compile(
    rf"\s*{_SIGNAL_WORDS}\s+(?:[{LOWER}][^\s.,;:()“”\"]*\s(?:[^\s.,;:()“”\"]{{1,30}}\s){{0,4}})?"
)


def _after_prose(sheet: Sheet, start: int, end: int) -> int:
    """Give the start of the sentence that names the source, when running sentences stand before it."""
    text = sheet.text
    quoted = find_quoted(text, start, end)
    if quoted is not None and quoted.sure and leads_in(text, start, quoted.start):
        return quoted.start
    told = _behind_words(text, start, quoted.start if quoted and quoted.sure else None, end)
    if told is not None:
        return told
    italics = next((one for one in sheet.emphasis if start < one.start and one.end <= end), None)
    if italics is not None and quoted is None and leads_in(text, start, italics.start):
        return italics.start
    link = text.find(LINK, start, end)
    sign = quoted.start if quoted else link
    if sign < 0:
        return start
    lead = start
    for first, last in sentences(text, start, end):
        if last > sign or not is_prose(text[first:last]) or read_authors(text, first, last) is not None:
            break
        lead = last
    return lead if lead > start and quoted and _signed(text, lead, quoted.start) else start


def _behind_words(text: str, start: int, quote: int | None, end: int) -> int | None:
    """Give where names begin after the author's own words: "The point is made in Ada Quill, “Cold Rivers,” …".

    After the names stands the title in marks, or a title with its imprint; ``None`` for no names.
    """
    if read_authors(text, start, end) is not None:
        return None
    for leader in _LEADER.finditer(text, start, min(end if quote is None else quote, start + _LONGEST_LEAD)):
        authors = read_authors(text, leader.end(), end)
        own = text[start : leader.end()]
        if authors is None or not runs(own) or _MARKS.search(own):
            continue
        imprint = text.startswith(", ", authors.end) and _IMPRINT.search(text, authors.end, end) is not None
        titled = imprint and tells(own) if quote is None else not text[authors.end : quote].strip(" ,.:")
        if titled and authors.form not in {"et-al", "again", "handle"}:
            return leader.end()
    before = _BEFORE_MARKS.search(text, start, end) if quote is not None else None
    if before is None or before.end() != quote or not tells(text[start:quote]):
        return None
    return None if _SPEAKS.search(text, start, quote) or len(sentences(text, start, quote)) > 1 else quote


_MARKS = re.compile(r"[\"“„«{\[]")
_LONGEST_LEAD = 300
"""Characters of the author's own words before a source; longer remarks are sentences of their own."""
_LEADER = re.compile(rf"(?:\b[{LOWER}]{{2,}}|[:;])[,:]?\s(?={CAPITAL})")
"""What stands between a sentence of the author's own and the names after it: a small word, or a colon."""
_BEFORE_MARKS = re.compile(rf"(?:\b(?:in|from|is|nach)\s|:\s|\s\()(?=[“\"‘«„][^\W{LOWER}])")
"""What stands between such a sentence and a title in marks."""
_SPEAKS = re.compile(
    r"\b(?:sa(?:ys?|id)|wr[io]tes?|ask(?:s|ed)|replie[sd]|add(?:s|ed)|explain(?:s|ed)|note[sd]|state[sd]|reads?)\b"
    r"[^:]{0,30}:\s\Z"
)
"""What leads to the words of a person: they are no title."""
_IMPRINT = re.compile(
    rf"\s\([^():]{{2,60}}:\s[^()]{{2,80}},\s(?:1[5-9]|20)\d\d\)|"
    rf"[,(]\s?(?=[^,()]{{2,60}}\s\(?(?:1[5-9]|20)\d\d|[^,()]{{2,60}},[^,()]{{2,40}}\s\(?(?:1[5-9]|20)\d\d)"
    rf"[^,()]*?{PUBLISHER.pattern}"
)
"""City, house and year in a bracket, or a house by its own words before the year."""


def _signed(text: str, start: int, end: int) -> bool:
    """Whether nothing or a list of authors stands before a quoted title."""
    words = text[start:end].strip(" ,.:;")
    authors = read_authors(text, start + (len(text[start:end]) - len(text[start:end].lstrip())), end)
    return not words or (authors is not None and not text[authors.end : end].strip(" ,.:;("))


def stop_of(sheet: Sheet, start: int, end: int) -> int:
    """Give where the source ends in a part: before sentences of commentary after its last link or date."""
    text = sheet.text
    last_link = text.rfind(LINK, start, end)
    years = [match.end() for match in YEAR.finditer(text, start, end)]
    after = max(last_link + 1, years[-1] if years and last_link < 0 else 0)
    if after <= start:
        return end
    stop = end
    for first, last in reversed(sentences(text, after, end)):
        if first <= after or not is_prose(text[first:last]):
            if last_link >= 0:
                continue
            break  # a sentence with volume and pages after it is a title after its year
        stop = first
    return stop
