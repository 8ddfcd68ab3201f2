"""Cases, statutes and treaties, whose title ends where the reporter or the gazette begins, and books of lawyers."""

import re

from citations.records.names.persons import names_group
from citations.records.regions.date_places import DatePlace
from citations.records.regions.issued import choose_issued
from citations.records.regions.region import Parts, Region
from citations.records.wording.clauses import Place

_REPORTER = (
    r"\d{1,4}\s(?:U\.?\s?S\.?(?:\s?C\.?(?:\s?A\.?)?)?|F\.\s?(?:2d|3d|4th|Supp\.)|S\.\s?Ct\.|L\.\s?Ed\.|Fed\.\sReg\.|"
    r"C\.?\s?F\.?\s?R\.?|Stat\.|N\.[EWY]\.|A\.[23]d|P\.[23]d|So\.\s?2d|Cal\.|I\.C\.J\.|Eur\.\sCt\.)"
    r"|\[(?:1[89]|20)\d\d\]\s(?:\d{1,2}\s)?[A-Z][A-Za-z]{1,6}\b|\((?:1[89]|20)\d\d\)\s\d{1,3}\s[A-Z]{2,6}\s\d"
    r"|(?:[Nn]o\.\s|Case\s|App(?:lication)?\.?\s[Nn]o\.?\s|Nos?\.\s)?(?:[CT]-\d{1,4}/\d\d|\d{3,5}/\d\d(?=[,\s.();]|\Z))"
    r"|(?:EU|ECLI):[A-Z]{1,2}:|Pub\.\s?L\.\s|BGBl\b|(?:OJ|ABl\.?|JO)\s(?:EU\s|EG\s)?[CL]\s?\d|"
    r"\d{1,4}\sU\.?N\.?T\.?S\.?\b|"
    r"(?:G\.\s?A\.|S\.\s?C\.)\sRes\.\s|(?<=,\s)U\.?N\.?\sDoc\.\s[A-Z]|"
    r"(?:1[89]|20)\d\d\s(?:O\.J\.|WL\s\d|U\.S\.\s(?:App|Dist)\.\sLEXIS)|(?:Civ(?:il|\.)\s(?:Action|A\.)\s)?"
    r"No\.\s(?:[A-Z]{1,3}-?)?\d{1,2}[\w:-]{4,22}(?:,|\s\()"
)
_VOLUME_AND_PAGE = r"\d{1,4}\s(?:[A-Z][A-Za-z.']{0,9}\s?){1,4}(?:[23]d|[45]th)?\s\d{1,5}"
"""A reporter with volume and page: "293 So. 3d 261", "266 CLR 428"."""
_LEGAL_FORM = r"(?:Inc|Ltd|LLC|Co|Corp|L\.?P|N\.?A|plc|S\.?A|[Ee]t\.?\sal)\b"
"""What stands after a comma in the name of a firm, or of a case with many parties."""
_CASE = re.compile(
    rf"(?:(?:(?:Judgment|Order|Opinion)\sof\s\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s\d{{4}}|[A-Z][\w.]{{1,20}}|"
    rf"[A-Z][a-z]+(?:\s(?:of\s)?[A-Z][a-z]+){{1,4}}),\s(?!{_LEGAL_FORM}))?((?:Case\s[CT]-\d{{1,4}}/\d\d,?\s)?"
    rf"(?:[^\W\d_]|\()(?:[^,;\[\]\ue000]|,\s(?={_LEGAL_FORM})){{0,90}}?\sv(?:s?\.|s)?\s[A-Z]"
    rf"[^;\[\]\ue000]{{1,90}}?),?\s"
    rf"(?={_REPORTER}|{_VOLUME_AND_PAGE}|\((?:[A-Z][\w. ]{{1,30}}\s)?(?:1[89]|20)\d\d\))"
)
_STATUTE = re.compile(
    rf"((?:(?:(?:Council|Commission|Framework|Implementing|Delegated)\s){{0,2}}(?:Decision|Regulation|Directive)|"
    rf"Convention|Treaty|Protocol|[A-Z][^,;\[\]\ue000]{{2,90}}\s(?:Act|Code|Law|Convention|Treaty))\b"
    rf"[^;\[\]\ue000]{{0,200}}?),?\s(?={_REPORTER})"
)
_JUDGMENT = re.compile(
    r"((?:[A-ZÄÖÜ]\w*(?:gericht|gerichtshof)\w*|[A-Z][A-Za-z]{1,7})(?:\s[A-Z]\w+)?,?\s"
    r"(?:Urteil|Beschluss|Urt\.|Beschl\.)\s(?:vom|v\.)\s"
    r"\d{1,2}\.\s?(?:\d{1,2}\.\s?|[A-Z]\w{2,9}\s)\d{4})"
)
"""A German judgment, which goes by its court and its day."""
_SECTION = re.compile(
    r"((?:\d{1,3}\s)?(?:[A-Z][\w.’']{0,14}\s){1,5}§{1,2}\s?\d(?:[\w.:-]{0,20}\w)?(?:\(\w{1,4}\)){0,4}(?:-\(\w{1,4}\))?"
    r"(?:(?:,\s|,?\sand\s)(?!(?:19|20)\d\d\b)\d[\w.()-]{0,20}[\w)]){0,8}(?:\set\.?\sseq\.)?"
    r"(?:,?\s(?:subd|subsec|para|cl)\.\s\d{1,4}(?:\(\w{1,4}\)){0,3}){0,3}"
    r"|§{1,2}\s?\d{1,4}[a-z]?(?:\s(?:Abs|S|Satz|Nr)\.?\s\d{1,3}){0,3}\s[A-ZÄÖÜ]\w{1,8}"
    r"|Art\.\s\d{1,4}[a-z]?(?:\s(?:Abs|lit|S|Satz|Nr|UAbs)\.?\s[\da-z]{1,3}){0,4}\s[A-ZÄÖÜ][\w-]{1,10}"
    r"|C\.\s(?:[a-zé]{2,8}\.?\s?){1,3},\sart\.\s[A-Z]?\.?\s?[\d-]{1,10}"
    r"|(?:[A-Z][\w.]{0,10}\s){1,3}(?:[Cc]onst|CONST)\.\s(?:amend|art)\.\s[IVXLC]{1,8}(?:,\s§\s?\d{1,3})?)(?=[\s.,;]|\Z)"
)
"""A section of a code, or an article of a constitution, which goes by its number."""
_NUMBERED = re.compile(r"(Case\s[CT]-\d{1,4}/\d\d,?\s)")
_ONE_PARTY = re.compile(
    r"Case\s[CT]-\d{1,4}/\d\d,?\s([^;\ue000]{3,120}?),?\s(?=(?:ECLI:)?EU:[CTF]:\d{4}:|\[(?:19|20)\d\d\]\sECR)"
)
"""A case before the courts of the European Union, which often goes by one name: "Case C-1/20 Frost EU:C:2021:2"."""
_BILL = re.compile(
    r"((?:S|H\.\s?R|H|S\.\s?C|G\.\s?A)\.\s(?:(?:J\.\s|Con\.\s)?(?:Rep|Doc|Res|Bill)\.\s(?:No\.\s)?)?\d[\d-]{0,7}"
    r"(?:/\d{2,3})?)(?=[,.\s(])"
    r"|(Explanatory\s(?:Memorandum|Statement|Notes?),\s[A-Z][^;()\ue000]{4,120}?\s(?:1[89]|20)\d\d)(?!\d)"
    r"|(\d{1,3}\sCong\.\sRec\.\s[SHE]?\d{1,6})|(BT-Drs\.\s\d{1,2}/\d{1,6})|"
    r"(U\.?N\.?\sDoc\.\s[A-Z]{1,5}/[\w/.-]{1,40}[\w)])|(Exec(?:utive|\.)\sOrder\s(?:No\.\s)?\d{1,3},?\d{0,3})"
    r"(?=[,.\s(])|(COM\(\d{4}\)\s\d{1,4}(?:\sfinal)?)"
)
"""A bill, a report or a resolution of a parliament, which goes by its number."""

_PAPER = re.compile(
    r"(?:SOU|Prop\.|Ds|NOU|Bet\.|Dir\.|Meld\.\sSt\.|Innst\.|HE)\s\d{1,4}(?:/\d{2,4})?"
    r"(?::\s?\d{1,4}|\s(?:vp|\(\d{4}[–-]\d{4}\)))[,.]\s"
    r"([^;\ue000]{4,200}?)(?=,\s(?:s\.|kap\.|side|p\.)\s|[.?!]?\s?\Z)"
)
"""A paper of a Nordic government, which goes by its series and number: "SOU 2018:44, Cold harbours"."""
_FOREIGN_STATUTE = re.compile(
    r"((?:Ley(?:\sOrgánica)?|Real\sDecreto(?:-[Ll]ey)?|Loi|Décret|Ordonnance|Legge|Decreto(?:\s[Ll]egislativo)?|"
    r"D\.\s?lgs\.|Lei|Wet|Lov|Lag|Ustawa|Zákon|Федеральный закон)\s(?:n[°ºo]?\.?\s?|nr\.?\s?|č\.\s?|от\s|z\sdnia\s|"
    r"van\s|av\s|\()?(?=\d)[^;\ue000]{4,250}?)"
    r"(?=,\s(?:BOE|JORF|J\.O\.|G\.U\.|DOU|D\.O\.|art\.|§)|\s\((?:BOE|JORF|Dz\.|G\.U\.|Stb\.)|\.?\s?\Z)"
)
"""A statute by its kind and number or day, up to the gazette that printed it: "Ley 13/2015, de Puertos, BOE …"."""
_ACT = re.compile(
    r"([A-Z][^,;:\[\]\ue000]{2,90}?\s(?:Act|Code|Ordinance|Regulations?|Rules)\s(?:1[5-9]|20)\d\d)"
    r"(?:\s\([A-Z][A-Za-z.]{1,8}\))?,?\s"
    r"(?=(?:ss?|sections?|regs?|arts?|c|ch|cl|pts?|sch)\.?\s?\d)"
)
"""An act with its year and a section: "Harbour Act 1925 (Cth) s 51"."""
_IN_THE_MATTER = re.compile(
    rf"((?:In\s)?[Rr]e\s[A-Z][^;\[\]\ue000]{{2,90}}?|Ex\sparte\s[A-Z][^;\[\]\ue000]{{2,90}}?),?\s(?={_REPORTER})"
)
_NOTICE = re.compile(r"([A-Z][^;\ue000]{10,250}?),\s(?=\d{1,3}\sFed\.\s?Reg\.\s\d)")
"""A rule or a notice in the gazette of the United States."""
_FORMS = (
    (_CASE, "legal_case"),
    (_IN_THE_MATTER, "legal_case"),
    (_STATUTE, "legislation"),
    (_ACT, "legislation"),
    (_JUDGMENT, "legal_case"),
    (_SECTION, "legislation"),
    (_ONE_PARTY, "legal_case"),
    (_BILL, "bill"),
    (_NOTICE, "legislation"),
    (_PAPER, "bill"),
    (_FOREIGN_STATUTE, "legislation"),
)
"""The forms in the order in which they are tried, with the CSL type; the last group of each form is the title."""


def read_law(region: Region) -> Parts | None:
    """Give title and date of a case, a statute or a treaty, ``None`` for any other source.

    They have no author. The reporter stays unread: nobody looks for it as a container.
    """
    text = region.text
    law, kind = next(
        ((found, kind) for form, kind in _FORMS if (found := form.match(text, region.start, region.head_end))),
        (None, None),
    )
    if law is None:
        return None
    number = _NUMBERED.match(text, region.start)
    start, end = law.span(law.lastindex or 0)
    title = (number.end() if number else start, end)
    decided = _decided(region, end) if kind == "legal_case" else None
    return Parts(
        title=title, issued=decided or choose_issued(text, region.cuts, None, region.start, region.end), kind=kind
    )


def _decided(region: Region, start: int) -> DatePlace | None:
    """Give the date that ends a bracket after a case with its court, as American lawyers write it: "(2d Cir. 1997)"."""
    dates = (date for date in region.cuts.dates if date.start > start and region.text.startswith(")", date.end))
    return next((date for date in dates if _COURT.search(region.text, start, date.start)), None)


_COURT = re.compile(r"\s\((?:[^()\ue000]{0,60}\s)?\Z")


_WORD = r"[A-Z][A-Z.’'-]*"
_PERSON = rf"{_WORD}(?:\s{_WORD}){{1,3}}"
_WHO = rf"(?:{_PERSON}(?:,\s{_PERSON}){{0,8}}\s&\s{_PERSON}|{_WORD}(?:\s(?:&|{_WORD})){{1,12}}?)"
_PINPOINT = r"(?:,?\sat)?\s(?:§{1,2}\s?)?\d[\d.]{0,6}(?:[–-]\d{1,5})?(?:,\s\d{1,5}(?:[–-]\d{1,5})?){0,4}"
_BOOK = re.compile(
    rf"({_WHO})(?:,?\sET\sAL\.?)?,\s([A-Z\d](?=[^a-z]{{0,60}}[A-Z]{{2}})[^a-z()\[\]\"“”\ue000]{{6,240}}?)"
    rf"(?:{_PINPOINT})?\s\((?:[^()\d]|\d{{1,2}}(?:st|nd|rd|th|d)\s){{0,80}}((?:1[5-9]|20)\d\d)\)\W{{0,3}}"
)
_BETWEEN = re.compile(r",\s|\s&\s")
_MOST_WORDS = 4
"""Words of the longest name of one person."""


def read_lawyers_book(region: Region) -> Parts | None:
    """Read "ADA QUILL & BEN FINCH, COLD RIVERS 12 (2d ed. 2008)", ``None`` where small letters stand in it."""
    text = region.text
    book = _BOOK.fullmatch(text, region.start, region.head_end)
    if book is None:
        return None
    year = next((date for date in region.cuts.dates if date.start == book.start(3)), None)
    return Parts(authors=_authors(text, book.span(1)), title=book.span(2), issued=year) if year else None


def _authors(text: str, who: Place) -> tuple[Place, ...]:
    """Give each of several persons, or the whole if a part of it is no person's name."""
    ends = [(one.start(), one.end()) for one in _BETWEEN.finditer(text, *who)]
    starts = [who[0], *(end for _, end in ends)]
    names = tuple(zip(starts, [*(start for start, _ in ends), who[1]], strict=True))
    persons = all(1 < len(text[slice(*name)].split()) <= _MOST_WORDS for name in names)
    return names if persons and not names_group(text[slice(*who)]) else (who,)
