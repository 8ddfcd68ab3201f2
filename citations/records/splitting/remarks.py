"""The author's own words in a note: remarks, thanks, and what leads up to a source."""

import re

from citations.records.names.lists import read_authors
from citations.records.wording.clauses import sentences
from citations.records.wording.words import CAPITAL

STRONG = re.compile(
    r"\ue000|10\.\d{4,9}/|EU:[CTF]:\d{4}:|\([A-Z][^():]{1,40}:\s[^():]{2,80},\s(?:1[5-9]|20)\d\d\)|"
    r"[“«„](?![a-zà-ÿ]+(?:\s[a-zà-ÿ]+)?[”»“])[^“”«»]{8,300}[”»“]|[‘'][^‘’']{8,300}[’'](?=[\s,.])|\"[^\"]{8,300}\""
)
STRONG_TITLE = re.compile(r"[“«„‘][^“”«»]{8,300}[”»“’]|\"[^\"]{8,300}\"")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_PROSE_WORDS = 5


_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|do|can|could|may|might|must|will|would|should|means?|refers?|denied|"
    r"excludes?|"
    r"includes?|remains?|argues?|notes?|says?|said|claims?|est|sont|était|ont|ist|sind|war|hat|haben|wird|es|son|fue|"
    r"è|sono)\b"
)
_SMALL_SHARE = 0.55
"""Share of words with a small first letter from which on a sentence is running text; titles have fewer or no verb."""


def is_prose(words: str) -> bool:
    """Whether a sentence is running text and not a part of a reference."""
    found = re.findall(r"[^\W\d_]+", words)
    if len(found) < _PROSE_WORDS or STRONG.search(words):
        return False
    return _runs(words, found)


def _runs(words: str, found: list[str]) -> bool:
    small = sum(word[0].islower() for word in found)
    return small / len(found) >= _SMALL_SHARE and bool(_VERBS.search(words))


def is_remark(words: str) -> bool:
    """Whether words in the position of a title are a sentence of the author's own, or describe a link."""
    found = re.findall(r"[^\W\d_]+", words)
    return (len(found) > _PROSE_WORDS and _runs(words, found)) or describes(words)


def describes(words: str) -> bool:
    """Whether words say what a link leads to: "this story in the Northern Ledger from 2019"."""
    return _DESCRIBES.fullmatch(words) is not None


_WHOSE = (
    rf"(?:this|that|these|my|our|his|her|their|"
    r"(?:the|an?)(?=\s(?:full|whole|complete|original|official|relevant|excellent|good|great|useful|helpful|"
    r"short|long|nice|raw|"
    r"underlying|linked|following)\s)|"
    rf"(?:(?-i:{CAPITAL})[\w’'.-]*\s){{0,3}}(?-i:{CAPITAL})[\w.-]*[’']s?)"
)
_WHAT = (
    r"(?:posts?|articles?|pieces?|essays?|stor(?:y|ies)|papers?|threads?|videos?|talks?|blog|website|"
    r"site|pages?|reports?|"
    r"links?|tweets?|comments?|discussion|explanation|overview|summary|newsletter|notes|slides|text|data|code|source|"
    r"documents?)(?:\s(?:from|of|on|about)\s[^.,;:]{2,60})?"
)
_WHERE = (
    r"(?:is|are|was|were|can be|may be)(?:\s(?:\w+ly\s)?(?:updated|published|kept|listed|collected|archived|posted|"
    r"described|discussed|explained|taken|drawn|based|available|online)(?:\s\w+){0,3})?"
)
_SEE = r"(?:see|cf\.?|compare)?,?\s?(?:for (?:instance|example),?|e\.g\.,?|also)?\s?"
_DESCRIBES = re.compile(
    rf"(?:h/t|hat tip|thanks to)\s[^\ue000]*|{_SEE}{_WHOSE}\s(?:[\w’'-]+\s){{0,6}}?{_WHAT}|[^.,;:]{{2,80}}\s{_WHERE}",
    re.IGNORECASE,
)
"""Words before a link that describe its page: "Ada Quill's excellent post", "the full text is"."""


_LEADING = re.compile(
    r"(?:for|see|as|on|in|elsewhere|this|these|i|we|my|his|her|it|compare|quoted|cited|discussed)\b"
    r"|(?:.{1,60}?\s)?(?:makes?|made|argues?|argued|discuss(?:es|ed)?|writes?|wrote|explains?|explained|shows?|showed|"
    r"describes?|described|reports?|reported|notes?|noted|says?|said|develops?|developed|cites?|cited)\s",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"(?:\b(?:in|see(?:\s(?:my|our|his|her|their))?|from|entitled|titled|called)|\b(?:essay|article|post|paper|"
    r"report|study|piece|book|column|talk|"
    r"interview|speech|story|chapter|thread|letter|video|podcast)),?:?\s*\Z",
    re.IGNORECASE,
)
_FEWEST_LEADING = 4
"""Words of a sentence of the author's own that leads to a title in quotation marks."""


def leads_in(text: str, start: int, quote: int) -> bool:
    """Whether the words before a quoted title are the author's own: "Quill makes the same point in “Frost”"."""
    words = text[start:quote]
    found = re.findall(r"[^\W\d_]+", words)
    small = sum(word[0].islower() for word in found)
    if len(found) < _FEWEST_LEADING or small < _SMALL_SHARE * len(found) or YEAR.search(words):
        return False
    return _LEADING.match(words.lstrip()) is not None and _LEADS_IN.search(words) is not None


def tells(words: str) -> bool:
    """Whether words are the author's own and lead up to names: small letters and a verb, or "on this point"."""
    return runs(words) and (_TOLD.search(words) is not None or _LEADING.match(words) is not None)


def runs(words: str) -> bool:
    """Whether most of three words or more begin with small letters."""
    found = re.findall(r"[^\W\d_]+", words)
    return len(found) >= _FEWEST_TELLING and sum(word[0].islower() for word in found) >= _SMALL_SHARE * len(found)


_FEWEST_TELLING = 3
"""Words of the shortest sentence that leads up to names: "As reported in"."""
_TOLD = re.compile(
    rf"{_VERBS.pattern}|\b(?:[a-z]{{3,}}ed|told|g[ai]ves?|ma[dk]es?|shows?|finds?|found|puts?|follows?|"
    r"draws?|rel(?:y|ies)|owes?|goes|builds?|takes?|comes?|traces?|offers?|provides?)\b"
)


_CROSS_REFERENCE = re.compile(
    r"\W*(?:see|cf\.|compare|voir|siehe|vgl\.)\s(?:also\s)?(?:section|sections|part|chapter|appendix|figure|"
    r"fig\.|table|annex|infra|"
    r"below|above|discussion|supra part|abschnitt|kapitel|partie|chapitre)\b",
    re.IGNORECASE,
)
"""A pointer to another place of the article itself."""
_ADDRESS = re.compile(r"://|\bwww\.", re.IGNORECASE)


_THANKS = re.compile(
    r"\b(?:thank|thanks|grateful|indebted|dank|danke|danken|dankt|verdanke|remercie|remerciements|agradezco|ringrazio|"
    r"takk|tack|tak|благодарю|благодарен)\b",
    re.IGNORECASE,
)


def _thanks(words: str) -> bool:
    """Whether a sentence names people only to thank them."""
    return _THANKS.search(words) is not None and not YEAR.search(words)


_EDITORIAL = re.compile(
    r"\W*(?:(?:my|own|author['’]?s(?:\sown)?|our)\s)?(?:emphas[ie]s|italics|translations?|names?|brackets|"
    r"ellips[ei]s|underlining|"
    r"spelling|boldface|hervorhebung(?:en)?|übersetzung(?:en)?|kursivierung|traduction|traducción|tradução|traduzione|"
    r"vertaling|cursiva|énfasis|corsivo|c['’]est nous qui|nous soulignons|je souligne|не его имя|курсив|перевод)\b"
    r"[^.;:\d]{0,80}\.?\s*|[^.;:\d\"“]{2,60}\son file with\s[^.;:\d]{2,60}\.?\s*"
    r"|\W*(?:i|we|this|these|it|there|here|not|in)\s[^.;:\"“«]{2,160}\.?\s*",
    re.IGNORECASE,
)
"""What an author says of the text itself or of their own work, in one sentence: "Emphasis added", "I owe this to A"."""


def is_commentary(text: str) -> bool:
    """Whether a note without a link, a DOI or a quoted title is the author's own remark."""
    if STRONG.search(text) or _ADDRESS.search(text):
        return False
    if _CROSS_REFERENCE.match(text) or _EDITORIAL.fullmatch(text):
        return True
    pieces = sentences(text, 0, len(text))
    prose = [piece for piece in pieces if is_prose(text[piece[0] : piece[1]])]
    rest = [text[first:last] for first, last in pieces if (first, last) not in prose]
    told = len(prose) == len(pieces) or (prose[:1] == pieces[:1] and all(_thanks(words) for words in rest))
    if prose and told and read_authors(text, 0, len(text)) is None:
        return True
    return not YEAR.search(text) and read_authors(text, 0, len(text)) is None and bool(prose or len(pieces) == 0)
