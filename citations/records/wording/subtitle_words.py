"""Sentences that read like a subtitle, and not like the name of an outlet or a house."""

import re

from citations.records.wording.kinds import GENRE
from citations.records.wording.words import IN_MARK, PUBLISHER, SERIAL

_BETWEEN = (
    r"between|among|amongst|against|during|towards?|beyond|zwischen|während|gegen|anlässlich|jenseits|"
    r"entre|contre|pendant|"
    r"durante|contra|tra|fra|mellan|mellem|tussen|tijdens|между|против"
)
_RELATION = re.compile(
    rf"[^\W\d_]\s(?:{_BETWEEN})\s[^\W\d_]|"
    r"(?:From|Von|Vom|De|Du|De\sla|Da|Dal|Del|Van|Från|Fra|От)\s[^.]{2,80}?\s"
    r"(?:to|zu|zum|zur|bis|à|au|aux|a|al|alla|till|til|tot|до|к)\s[^\W\d_]"
)
"""Words that set two things in relation: they stand in subtitles, and in no name of an outlet or a publisher."""


def relates(words: str) -> bool:
    """Whether a sentence sets things in relation, as subtitles do: "Peace between towns", "From ice to steam"."""
    return _RELATION.search(words) is not None and not names_source(words)


def tells_of_one(words: str) -> bool:
    """Whether an indefinite article stands within a sentence ("Results of an inquiry"): no outlet has such a name."""
    return len(words.split()) <= _MOST_SUBTITLE_WORDS and bool(_ARTICLE.search(words)) and not names_source(words)


_MOST_SUBTITLE_WORDS = 15
"""Words of a subtitle; longer sentences are the author's own."""
_ARTICLE = re.compile(r"[^\W\d_]\s(?:an|une?|una|uno|uma?|ein(?:e[mnrs]?)?|een|ett)\s[^\W\d_]")
OPENS_SUBTITLE = re.compile(r"(?:An?|Une?|Una|Uno|Um|Uma|Eine?|Een|Ett)\s[^\W\d_]")
"""An indefinite article: it opens a subtitle, and hardly any name of a journal or a publisher."""
FEWEST_RUNNING = 5
"""Words from which on a sentence mostly in small letters is no outlet's name."""


def names_source(words: str) -> bool:
    """Whether a sentence names an outlet, a house, a kind of text or the work that holds one."""
    named = PUBLISHER.search(words) or SERIAL.search(words) or GENRE.match(words) or IN_MARK.match(f". {words}")
    return named is not None or _AT_A_MEETING.match(words) is not None


def reads_on(words: str) -> bool:
    """Whether a last sentence before the link is a subtitle: mostly small letters, and nothing that names an outlet."""
    found = re.findall(r"[^\W\d_]+", words)
    small = sum(word[0].islower() for word in found)
    return len(found) >= FEWEST_RUNNING and small * 2 >= len(found) and not names_source(words)


def opens_subtitle(words: str) -> bool:
    """Whether a sentence after the title of a collection says what it collects, or runs on in small letters."""
    return bool(_COLLECTS.match(words) or OPENS_SUBTITLE.match(words)) or relates(words) or reads_on(words)


_COLLECTS = re.compile(
    r"(?:Tagungsband|Festschrift|Beiträge|Studien|Perspektiven|Dokumentation|Essays|Perspectives|"
    r"Readings|Contributions|"
    r"Actes|Mélanges|Contributions|Atti|Studi|Saggi|Actas|Estudios|Ensayos|Сборник|Материалы)\s[^\W\d_]"
)
"""What kind of collection a volume is, in its subtitle."""
_AT_A_MEETING = re.compile(r"(?:paper|poster|communication|contribution|vortrag|presented|présentée?)\s", re.IGNORECASE)
"""How a sentence begins that says at which meeting a text was given."""
