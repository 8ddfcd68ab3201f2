"""Signs that end a title without quotation marks, whatever divides the rest: an outlet in italics, "in", a bar."""

import re
from collections.abc import Callable

from citations.records.names.persons import names_body
from citations.records.regions.region import Region, outlet_in_capitals
from citations.records.sheets.sheet import LINK
from citations.records.titles.limits import title_limit
from citations.records.wording.cities import names_city
from citations.records.wording.clauses import sentences
from citations.records.wording.hosts import host_shares_word, host_spells, host_suits
from citations.records.wording.words import CAPITAL, IN_MARK, LOCATOR, LOWER


def _emphasised_end(region: Region, start: int) -> int | None:
    text, end = region.text, region.head_end
    emphasis = next((e for e in region.sheet.emphasis if start - 1 <= e.start <= start + 2 and e.end <= end), None)
    if emphasis is not None and text[emphasis.end : emphasis.end + 1] in {",", ".", " ", ""}:
        return emphasis.end
    return None


def _end_before_emphasis(region: Region, start: int) -> int | None:
    """Give the end before an outlet in italics, after which its day stands: "Who pays, *Herald*, 3 May 2019"."""
    text, last = region.text, region.head_end
    outlet = next((e for e in region.sheet.emphasis if e.start > start + 2 and e.end <= last), None)
    if outlet is None or text[outlet.start - 2 : outlet.start] not in {", ", ". ", "? ", "! "}:
        return None
    behind = _BEHIND_OUTLET.match(text, outlet.end)
    if behind is None or not any(date.start == behind.end() and len(date.date.parts) > 1 for date in region.cuts.dates):
        return None
    return outlet.start - (2 if text[outlet.start - 2] in ",." else 1)


_BEHIND_OUTLET = re.compile(r"[,.]?\s?\(?")
_IN = re.compile(r"\s\[?(?:[Ii]n|IN|[Dd]ans|[Ee]n|su|//|[IWwВвУу](?:\sкн\.)?:)[:\s\]]")
"""The words of ``IN_MARK``, checked first, for speed."""


def _end_before_in(region: Region, start: int) -> int | None:
    if not _IN.search(region.text, start, region.head_end):
        return None
    inside = IN_MARK.search(region.text, start, region.head_end)
    return inside.start() + (1 if region.text[inside.start()] in "?!" else 0) if inside else None


_ABBREVIATED = re.compile(
    rf",\s((?:{CAPITAL}[{LOWER}]+\.\s(?:{CAPITAL}\w*\.?\s){{1,6}}|{CAPITAL}\w+\s(?:{CAPITAL}\w*\.\s){{2,6}}))"
    rf"(?=\d{{1,4}}(?:,|\s?[(:]))"
)


def _end_before_abbreviated(region: Region, start: int) -> int | None:
    """Give the end before a serial in abbreviated words and its volume or year: ", Bell Syst. Tech. J. 1948, 27"."""
    serial = _ABBREVIATED.search(region.text, start, region.head_end)
    return serial.start() if serial and not names_city(serial[1]) else None


_REVIEW = re.compile(
    r",\s(?=\d{1,4}\s[A-Z][\w.&’' ]{0,60}?(?:\bL\.?\s?(?:REV|Rev|J)\.\s\d|\s\d{1,5}(?:,\s\d{1,5})?\s\((?:19|20)\d\d\)))"
)
"""Volume, law review and page, whose full stops end no sentence: "12 QUAY L. REV. 34"."""
_UNDIVIDED = re.compile(
    rf"(?<=[{LOWER}]) (?=(?!N[or]\.|Vol\.|Pp?\.){CAPITAL}[{LOWER}]{{0,4}}\.:?\s(?:{CAPITAL}[{LOWER}]*\.?:?\s){{0,5}}"
    r"\d{1,3}\s[A-Z]?\d{3,7}\b)"
)
"""A serial in short words with nothing before it, as physicists write it: "Ice in films J. Phys. 27 12301"."""
_WEBSITE = re.compile(rf",\s(?={CAPITAL}[^,.]{{1,80}}\s[Ww]eb\s?site[\s.,]*\Z)")
"""A last part that is a website by its own word: "Who pays, Ice Board website"."""
_THESIS = re.compile(
    r"(?<=[a-z])\s(?=(?:Ph\.?\s?D\.?|[Mm]aster['’]?s?|[Dd]octoral|M\.?Sc?\.?)\s(?:thesis|dissertation)\s[A-Z])"
    r"|\s?:\s(?=(?:дис\.|автореф|сб\.|(?:доклад|тезисы|выступление)\s))"
)
""""PhD thesis University of Frost" without a stop, or a Russian thesis or talk after a colon."""
_SERIAL_BEHIND_STROKE = re.compile(rf"\s/\s(?={CAPITAL}[^/.;()\d]{{2,80}}\s\d{{1,4}}\s?(?:\(|,\s|:\s?)\d)")
"""A serial with its volume after a stroke: "Who pays for ice? / Journal of Frost 5(2012) 20-58"."""
_RESPONSIBLE = re.compile(r"\s/\s(?=(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ]|под ред|ред\.|сост\.|пер\.)")
"""" / И. Иванов", where Russian libraries name again who wrote a book."""
_SERIES_BRACKET = re.compile(r"\s\([^()]{3,90}\svol\.?\s?\d{1,4}\s?\)")
""""(Lectures on Ice vol 18)", as physicists set the series of a book."""
_SIGNS = (_REVIEW, _UNDIVIDED, _WEBSITE, _THESIS, _SERIAL_BEHIND_STROKE, _RESPONSIBLE, _SERIES_BRACKET)


def _end_before_sign(region: Region, start: int) -> int | None:
    """Give the end before words that stand in no title, whatever the rest of the note is like."""
    found = (sign.search(region.text, start, region.head_end) for sign in _SIGNS)
    return next((sign.start() for sign in found if sign), None)


_BAR = re.compile(r"\s\|\s(?=(?:[^|.,;:?!\ue000]|\.(?=\w)){2,60}[\s.,;:]*\Z)")
_DASH = re.compile(rf"\s[-–—·]\s(?=({CAPITAL}[\w’'&-]*(?:\s[\w’'&-]+){{0,4}}\.?[a-z]{{0,4}})[.,:\s]*\Z)")


def _end_before_bar(region: Region, start: int) -> int | None:
    """Give the end before the site in a page's title as browsers show it: "Who pays? | Northern Ledger".

    After a dash it can be a subtitle too: there the host of the link must contain a word of it, and only the link may
    follow.
    """
    bar = _BAR.search(region.text, start, title_limit(region, start)) if "|" in region.text else None
    if bar and not (region.cuts.medium and region.cuts.medium.start < bar.start()):
        return bar.start()
    dash = site_after_dash(region) if start == region.start else None
    return dash.start() if dash else None


def site_after_dash(region: Region) -> re.Match[str] | None:
    """Give the dash before the site that ends a page's title and that the host of the link names, ``None`` for none."""
    if not region.cuts.links or region.cuts.medium or not any(map(region.text.__contains__, _DASHES)):
        return None
    dash = _DASH.search(region.text, region.start, title_limit(region, region.start))
    return dash if dash and host_shares_word(region.cuts.links[0][0], dash[1]) else None


_DASHES = (" - ", "–", "—", "·")
"""One of these stands before such a site: checked first, for speed."""
_AFTER_COMMA = re.compile(rf",\s(?=({CAPITAL}[\w’'&-]*(?:\s{CAPITAL}[\w’'&-]*){{0,3}})[.,:\s]*\Z)")
_SMALL_OUTLET = re.compile(
    rf"(?:[,.;]|(?<=[?!]))\s(?=(?:(?:der|die|das|la|le|il|el|de|het|the)\s(?={CAPITAL})|(?=[{LOWER}]))"
    rf"([\w.-]{{3,20}}(?:\s(?:online|{CAPITAL}[\w-]*)){{0,2}})[\s.,;:(]*\Z)"
)


def _end_before_host(region: Region, start: int) -> int | None:
    """Give the end before an outlet that the host of the link has: "Who pays?, Herald", "Who pays? taz".

    Before a day and after several sentences, or in small letters, it could be any words: there the host must bear
    all of them.
    """
    text, target = region.text, region.cuts.target
    if target is None:
        return None
    comma = _AFTER_COMMA.search(text, start, region.head_end)
    if comma and host_shares_word(target, comma[1]) and len(sentences(text, start, comma.start())) <= 1:
        return comma.start()
    limit = title_limit(region, start)
    whole = _AFTER_COMMA.search(text, start, limit)
    stops = sentences(text, start, limit) if whole and limit < region.head_end else []
    if whole and len(stops) > 1 and host_spells(target, whole[1]):
        list_alone = host_spells(target, text[slice(*stops[-1])])  # "Rock, Paper, Shotgun" is one name
        return None if list_alone else whole.start()
    small = _SMALL_OUTLET.search(text, start, limit)
    linked = small is not None and text.startswith(LINK, small.end(1))
    return small.start() if small and not linked and host_suits(target, small[1]) else None


def _end_before_capitals(region: Region, start: int) -> int | None:
    """Give the end before an outlet in capitals, as American lawyers write it; a title in capitals has no such end."""
    outlet = outlet_in_capitals(region, start)
    return outlet[0] if outlet and not region.text[start : outlet[0]].isupper() else None


def _end_before_medium(region: Region, start: int) -> int | None:
    """Give the end before "[Internet]": the container stands before it too, unless one is named after it."""
    medium = region.cuts.medium
    if medium is None or not start < medium.start < region.head_end:
        return None
    if title_limit(region, start) < medium.start:
        return None
    before = sentences(region.text, start, medium.start)
    return before[-2][1] if len(before) > 1 and not _named_after(region, medium.end) else medium.start


_HOUSE_AFTER_COLON = re.compile(r"\s:\s(?=([^:,]{3,80})(?:,[^:]{1,80})?\Z)")


def _end_before_house(region: Region, start: int) -> int | None:
    """Give the end before " : Publisher", as DIN 1505 writes it where no city is known."""
    text = region.text
    house = _HOUSE_AFTER_COLON.search(text, start, title_limit(region, start)) if ":" in text else None
    if house and len(sentences(text, start, house.start())) <= 1 and names_body(house[1]):
        return house.start()
    return None


def _named_after(region: Region, place: int) -> bool:
    """Whether an outlet or a publisher stands between the medium and the date or link."""
    text = region.text
    stops = [date.start for date in region.cuts.inside(place, region.end)]
    stops += [cut.start for cut in region.cuts.cuts if cut.start >= place]
    words = text[place : min(stops, default=region.end)]
    return bool(re.search(r"[^\W\d_]{2}", LOCATOR.split(words)[0]))


END_SIGNS: tuple[Callable[[Region, int], int | None], ...] = (
    _emphasised_end,
    _end_before_in,
    _end_before_abbreviated,
    _end_before_sign,
    _end_before_emphasis,
    _end_before_bar,
    _end_before_host,
    _end_before_capitals,
    _end_before_medium,
    _end_before_house,
)
"""The signs in the order in which they are looked for; each gives where the title ends, or ``None``."""
