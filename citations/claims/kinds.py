"""What sort of statement a claim is, told from its words; and whether it leans on the sentences before it."""

import re
from collections.abc import Sequence
from enum import StrEnum

from citations.claims.quotations import Quotation

_QUOTED_WORDS = 3
"""Words of a quotation that make its claim one, even if they need not be found word for word."""
FIGURE = re.compile(
    r"\d|\b(?:per cent|percent|million|billion|trillion|thousand|hundred|dozen|half|third|quarter|twice|"
    r"double[ds]?)\b"
)
OPINION = re.compile(
    r"\b(?:should|must|ought|need(?:s)? to|I|we|my|our|in (?:my|our) (?:view|opinion)|arguably|clearly|obviously|"
    r"of course|unfortunately|sadly|hopefully|surely|undoubtedly|deserves?|best|worst|better|worse|wrong|right|good|"
    r"bad|dangerous|bold|wise|foolish|shameful|unacceptable|outrageous|brilliant|disastrous|important|crucial|vital|"
    r"essential|sollte|muss|leider|devrait|il faut|debe(?:ría)?|dovrebbe|moet|zou|bör|должн[аоы]?)\b",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(?:may|might|could|can|would|perhaps|possibly|probably|likely|unlikely|seems?|seemed|appears?|appeared|"
    r"suggests?|potentially|reportedly|allegedly|apparently|presumably|expected to|könnte|dürfte|vielleicht|wohl|"
    r"pourrait|peut-être|podría|quizás|potrebbe|forse|misschien|kanske|kanskje|måske|может|возможно)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"[\W_]{0,3}(?:(?:This|That|These|Those|Such|It|Its|They|Their|Them|He|She|His|Her|Both|However|Similarly|"
    r"Likewise|Moreover|Furthermore|Instead|Thus|Therefore|Consequently|Nevertheless|Nonetheless|Meanwhile|Here|There|"
    r"Then|Later|Afterwards|Dies|Diese[rsmn]?|Solche|Er|Sie|Jedoch|Ebenso|Cette|Ce|Ces|Cela|Elle|Il|Ils|Elles|"
    r"Toutefois|Este|Esta|Estos|Estas|Eso|Sin embargo|Questo|Questa|Questi|Dit|Deze|Zij|Hij|Dette|Denne|Disse|Det|"
    r"Den)\b|The (?:agreement|deal|pact|treaty|law|bill|report|study|survey|plan|programme|program|project|company|"
    r"government|party|ministry|committee|court|ruling|decision|move|visit|meeting|talks|summit|attack|incident|"
    r"figure|number|increase|decrease|latter|former|same|two|first|second|new|measure|proposal|arrangement|"
    r"organi[sz]ation|group|authors?|document)\b|[A-Z][\w'’-]*(?:\s[\w'’-]+){0,5},\s(?:he|she|it|they|his|her|its|"
    r"their)\b)"
)
"""The opening words of a sentence that refers to one before it: "It", "Similarly", "The agreement"."""
_DEMONSTRATIVE = re.compile(
    r"\b(?:this|these|those|such)\s(?!year|month|week|day|morning|century|decade|time|as\b|that\b|was\b|is\b|are\b)[a-z]{3,}"
)
"""Words that point back to something named before: "this dispute", "these towns"."""


class ClaimKind(StrEnum):
    """What sort of statement a claim is. An opinion is judged too, but never reported as not found."""

    FACT = "fact"
    QUOTATION = "quotation"
    FIGURE = "figure"
    HEDGED = "hedged"
    OPINION = "opinion"


def kind_of(text: str, quotes: Sequence[Quotation]) -> ClaimKind:
    """Give the kind of a claim: quotation before figure, since words can be looked up most exactly, then the others."""
    if any(quote.strict or len(quote.text.split()) >= _QUOTED_WORDS for quote in quotes):
        return ClaimKind.QUOTATION
    if FIGURE.search(text):
        return ClaimKind.FIGURE
    if OPINION.search(text):
        return ClaimKind.OPINION
    return ClaimKind.HEDGED if HEDGE.search(text) else ClaimKind.FACT


def needs_context(text: str) -> bool:
    """Whether a claim refers to something that an earlier sentence names: "It was signed", "this dispute"."""
    return _LEANS.match(text) is not None or _DEMONSTRATIVE.search(text) is not None
