"""What an archive keeps: "TNA, FO 371/123, Quill to Finch, 4 March 1919", known by its shelfmark."""

import re

from citations.records.regions.issued import choose_issued
from citations.records.regions.region import Parts, Region
from citations.records.wording.cities import names_city
from citations.records.wording.clauses import trim
from citations.records.wording.words import CAPITAL

_SHELVES = (
    r"(?:FO|CAB|WO|HO|CO|PRO|PREM|ADM|AIR|DO|KV|MEPO)\s\d{1,4}/\d|(?:RG|Record\sGroup)\s\d|"
    r"(?:Add\.?\s)?MSS?\.?\s[\w.]{0,12}\d|"
    r"(?:Box|Folder|Reel|Carton|Boîte|Karton|Mappe|Akte|Bestand|Caja|Legajo|Leg\.|Carpeta|Expediente|Busta|Fasc\.|"
    r"Caixa|Maço|Doos|Inv\.\s?nr\.?|Teczka|Sygn\.)\s[\w/.-]{0,8}\d|(?:NL|N|NS|R)\s\d{1,4}(?:\s?[IVX]{1,4})?"
    r"(?:-[IVX]{1,4})?[/\s]\d|"
    r"F\s?[/°]?\s?\d{1,2}[a-z]?\s\d{2,6}|\d{1,3}\s?AP\s\d|[Фф](?:онд|\.)\s?[Рр]?-?\d|[ДЛдл]\.\s?\d|[Оо]п\.\s?\d|"
    r"Bl\.\s\d|fol?s?\.\s\d"
)
_SHELFMARK = re.compile(rf"(?<!\w)(?:{_SHELVES})", re.IGNORECASE)
_SHELF_ONLY = re.compile(rf"(?:{_SHELVES})[\w/.:\s()-]{{0,40}}", re.IGNORECASE)
_KEEPER = re.compile(
    rf"(?:{CAPITAL}[\w’'.-]*\s){{0,5}}?(?:(?i:[\w-]*archiv\w*|national\sarchives|library|bibliothèque|"
    rf"bibliothek|biblioteca|papers|"
    r"collection|records|nachlass|fonds?|zbiór|архив)\b[^,;:]{0,60})|TNA|NARA|BArch|PRO|BNA|AN|BnF|ГАРФ|РГАСПИ|"
    r"РГВА|РГИА|ASV|AGS|AGI|AHN|SHD"
)
"""An archive, a library, or the papers that it keeps."""
_DIVIDER = re.compile(r"[,;]\s|\.\s(?=[ФОДЛфодл][а-я]?\.\s?\d)")
"""What divides the parts: commas, or the full stops before the signs of a Russian shelfmark."""
_TWO_WORDS = re.compile(r"[^\W\d_]{3,}\s(?:\S+\s)*[^\W\d_]{2,}")
_FEWEST = 2
"""Parts of the shortest source of an archive: who keeps it, and its shelfmark."""


def read_holding(region: Region) -> Parts | None:
    """Give title and date of what an archive keeps, ``None`` where no keeper and shelfmark show one.

    The title is what the note says that the thing is ("Quill to Finch"), else keeper and shelfmark. In the first
    case keeper and shelfmark stay unread: there is no field for them.
    """
    text, start, end = region.text, region.start, region.head_end
    if region.cuts.links or not _SHELFMARK.search(text, start, end):
        return None
    dividers = [*_DIVIDER.finditer(text, start, end)]
    pieces = [*zip((start, *(one.end() for one in dividers)), (*(one.start() for one in dividers), end), strict=True)]
    kept = [piece for piece in pieces if _KEEPER.match(text, *piece) or _SHELF_ONLY.fullmatch(text, *piece)]
    keepers = [piece for piece in kept if _KEEPER.match(text, *piece)]
    if not keepers or len(kept) < _FEWEST:
        return None
    issued = choose_issued(text, region.cuts, None, start, region.end)
    named = (trim(text, *piece) for piece in pieces if piece not in kept)
    title = next((one for one in named if one and _names_a_thing(text[slice(*one)])), None)
    return Parts(title=title or trim(text, start, kept[-1][1]), issued=issued, kind="document")


def _names_a_thing(words: str) -> bool:
    """Whether a part says what the thing is: it has more than one word and is not a city."""
    return _TWO_WORDS.search(words) is not None and not names_city(words)
