"""Reads numbers: the value of each, however it is written, and whether one may be another one rounded."""

import re
from collections.abc import Iterator

from citations.months import MONTHS as MONTHS_OF_NOTES
from verifier.matching.folding import base_letters
from verifier.matching.vocabulary import listed

ONES = dict(
    zip(
        listed("""zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen"""),
        range(20),
        strict=True,
    )
)
TENS = {w: 10 * i for i, w in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
ORDINALS = {
    w: i
    for i, w in enumerate(
        listed("""first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""),
        1,
    )
}
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
ROMANS = {
    roman: i
    for i, roman in enumerate(
        listed("""II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI
        XXVII XXVIII XXIX XXX"""),
        2,
    )
    if len(roman) > 1
}
"""Roman numerals that number kings, wars and congresses. One letter alone ("V") is not read: it may be an initial."""
MULTIPLES = {"twice": 2, "thrice": 3, "dozen": 12}
"""Words that count, but are neither a cardinal number nor an ordinal."""
_TEN = ONES["ten"]
JOINED = {
    f"{tens}-{word}": value + one
    for tens, value in TENS.items()
    for word, one in (*ONES.items(), *ORDINALS.items())
    if 0 < one < _TEN
}
"""Tens and ones joined by a hyphen: one word and one number ("forty-three", "forty-third")."""
_FOREIGN_COUNTS = (
    """zwei drei vier funf sechs sieben acht neun zehn - zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn
    neunzehn zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig""",
    "deux trois quatre cinq - - huit - - onze douze treize quatorze - - - - - vingt trente quarante cinquante soixante",
    """- tres cuatro cinco seis siete ocho nueve diez - doce trece catorce - - - - - veinte treinta cuarenta cincuenta
    sesenta setenta ochenta noventa""",
    """- tre quattro cinque - - - - dieci undici dodici tredici quattordici quindici sedici diciassette diciotto
    diciannove - trenta quaranta cinquanta sessanta settanta ottanta novanta""",
    "dois - quatro - - sete oito - - - - treze - - - - - - vinte trinta quarenta cinquenta sessenta",
    """twee drie - vijf zes zeven - negen tien - twaalf dertien veertien vijftien zestien zeventien achttien negentien
    twintig dertig veertig vijftig zestig zeventig tachtig negentig""",
    "- - - - seks sju atte - - elleve tolv tretten fjorten femten seksten sytten - nitten tjue tretti",
    "- - fyra - - - - nio tio elva - tretton fjorton - sexton sjutton arton nitton tjugo trettio",
    "- - - - - syv otte - - - - - - - - - - - tyve tredive",
)
FOREIGN_COUNTS = {
    word: value
    for words in _FOREIGN_COUNTS
    for word, value in zip(listed(words), (*range(2, 20), *TENS.values()), strict=False)
    if word != "-"
}
"""Counts in German, French, Spanish, Italian, Portuguese, Dutch, Norwegian, Swedish and Danish, in base letters. Left
out ("-") are those that are also a word of English ("six"), another word of the language ("neuf"), a month ("sept") or
a name ("Otto")."""
SPELLED: dict[str, int] = ONES | TENS | ORDINALS | MULTIPLES | JOINED
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
_FOREIGN_SCALES = """
1e3: tausend Tsd mila mil duizend
1e6: Millionen Mio millions millones millón milhões milhão milioni milione miljoen millioner miljoner
1e9: Milliarden Milliarde Mrd milliards milliard miliardi miliardo miljard milliarder miljarder
"""
FOREIGN_SCALES = {
    word: float(value)
    for value, _, words in (line.partition(":") for line in _FOREIGN_SCALES.strip().splitlines())
    for word in listed(words)
}
"""Scales in other languages, as they are written behind a figure."""
SCALES |= {base_letters(word): value for word, value in FOREIGN_SCALES.items()}
MONTHS = {
    m: i
    for i, m in enumerate(
        listed("january february march april may june july august september october november december"), 1
    )
}
MONTHS |= {m[:3]: i for m, i in MONTHS.items()} | {"sept": 9}

SHORTEST_NAME = 4
"""Least letters of a month's name: shorter ones are often another word."""
_OTHER_WORDS = frozenset(("march", "may", "august", "mart", "sept"))
"""Months that are another word if written without a capital, in English or (sept) in French."""
LOWER_MONTHS = {
    base_letters(name): month
    for name, month in MONTHS_OF_NOTES.items()
    if (len(name) >= SHORTEST_NAME or name in ("mai", "maj", "mei")) and name not in _OTHER_WORDS
}
"""Months that are read without a capital, in base letters. Most other languages write them so, and some people do in
English."""
GERMAN_MONTHS = frozenset(listed("januar februar marz maerz mai juni juli oktober dezember"))
"""The months among them that are read with a capital too, because German writes them so. "Julio", "Mars" and "Maja"
with a capital are names."""

_DECIMALS = 2
"""Most digits behind a comma that are decimals: "8,4" is 8.4, and "1,200" is 1200."""
_DIGITS = re.compile(r"(\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,9})?|\d{1,15},\d{1,2})[ -]?([a-z]{0,10})")
ROUNDING = 0.1
"""Share of the rounded figure by which the exact one may differ: 1.2 million may be 1,150,001, and 100 is not 120."""
_YEARS = (1000, 2100)
"""The first and the last number that can be a year."""
_WORDS = {float(v): w for w, v in (ONES | TENS).items()}
"""The words for 0 to 20 and for the tens, by value."""
_SPELLED_SCALES = ("hundred", "thousand", "million", "billion", "trillion")
_HALF_A_MILLION = ("halbe million", "halben million", "demi-million", "medio millón", "mezzo milione", "half miljoen")
"""Half a million in other languages: the only count in letters before a scale that is read there."""
_PARTING = re.compile(r"[ -]")
_ANY_ONES = "|".join([w for w, v in ONES.items() if v < _TEN])
_TO_99 = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ORDINALS)}|{_ANY_ONES}))?|{'|'.join(reversed(ONES))})"
_TO_999 = rf"(?:(?:{_ANY_ONES})[ ]hundred(?:[ ](?:and[ ])?{_TO_99})?|{_TO_99})"
_AND_A_HALF = " and a half"
_SPELLED_NUMBER = re.compile(
    rf"\b{_TO_999}(?:{_AND_A_HALF})?(?:[ ](?:{'|'.join(_SPELLED_SCALES[1:])})(?:[ ](?:and[ ])?{_TO_999})?)?\b",
    re.IGNORECASE,
)
"""A number in words up to the trillions, with at most two scales and perhaps a half."""

_DOZENS = re.compile(rf"\b({_ANY_ONES}) dozen\b", re.IGNORECASE)

_COUNT = rf"(\d{{1,3}}|{'|'.join(sorted([*ONES, 'twenty'], key=len, reverse=True))})"
_NO_PAIR_BEFORE = r"(?![\w%-]|[.,]\d| (?:hundred|thousand|million|billion|trillion)\b)"
PAIR = re.compile(rf"(?<![\w.,$€£-]){_COUNT}(?:-| votes to | to ){_COUNT}{_NO_PAIR_BEFORE}", re.IGNORECASE)
"""Two figures with a dash or "to" between them ("19-8", "six votes to three"): a score, a vote or a range. Not before a
scale: "45 to 55 million" is a range of millions."""
PART = re.compile(
    rf"(?<![\w.,$€£-]){_COUNT} (?:in (?:every )?|(?:out )?of (?:(?:the|its|his|her|our|their|all|every) ){{0,2}})"
    rf"{_COUNT}{_NO_PAIR_BEFORE}(?! (?:minute|hour|day|week|month|year|metre|mile|kilometre)s?\b)",
    re.IGNORECASE,
)
"""A part and its whole, both counted ("14 of 17", "nine of its twelve", "one in five"). Not before a unit of time or
length: "a lease of eleven years and one of 15 years" are two leases."""

_FIRST_OF_TWO = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3}){0,3}(?:\.\d{1,3})?)(?: to | and | or |-)[$€£]?\d[\d,.]{0,12}"
    r"[ -]?(thousand|million|billion|trillion|bn|mn|m|tn)\b"
)


def scaled_by_next(text: str) -> Iterator[tuple[int, float]]:
    """Yield start and value of each figure that takes its scale from the next: 1.2 million in "1.2 to 1.7 million"."""
    for match in _FIRST_OF_TWO.finditer(text):
        yield match.start(1), float(match[1].replace(",", "")) * SCALES[match[2]]


def is_ordinal(low: str) -> bool:
    """Whether a number in lower case is an ordinal ("eleventh", "20th")."""
    return low in ORDINALS or _ORDINAL.search(low) is not None


def value_of(low: str) -> float | None:
    """Give the value of a figure in lower case ("1,200", "4.2 million", "8,4", "5th", "1980s").

    ``None`` for anything else.
    """
    match = _DIGITS.fullmatch(low)
    if match is None:
        return None
    whole, comma, part = match[1].rpartition(",")
    decimal = comma and len(part) <= _DECIMALS
    return float(f"{whole}.{part}" if decimal else match[1].replace(",", "")) * SCALES.get(match[2], 1)


def count_of(word: str) -> int:
    """Give the value of a count in lower case, in letters or in digits ("a", "seven", "1,200")."""
    return 1 if word == "a" else ONES[word] if word in ONES else int(word.replace(",", ""))


def looks_like_year(value: float) -> bool:
    """Whether the value can be a year (1000 to 2100)."""
    return _YEARS[0] <= value <= _YEARS[1] and float(value).is_integer()


def rounds_to(exact: float, rough: float, *, hedged: bool) -> bool:
    """Whether ``rough`` is ``exact`` rounded or cut to the digits that ``rough`` shows: 1.2 million for 1,187,000.

    A figure with one significant digit ("400") counts as rounded only if it is ``hedged`` ("about 400").
    """
    if not rough or abs(exact - rough) > ROUNDING * abs(rough):
        return False
    unit = unit_of(rough)
    return abs(exact - rough) < unit and (hedged or unit <= ROUNDING * abs(rough))


def unit_of(rough: float) -> float:
    """Give the value of a step in the last digit that is not 0: 100,000 for 1.2 million, 0.1 for 3.4."""
    whole, _, part = f"{rough:.12f}".rstrip("0").partition(".")
    return 10.0 ** -len(part) if part else 10.0 ** (len(whole) - len(whole.rstrip("0")))


def spelled(value: float) -> tuple[str, ...]:
    """Give the ways to write a whole number above 20 in several words: "twenty four", "two dozen", "two million".

    Empty for other numbers. Words joined by a hyphen ("twenty-four") are one term, which has the value itself.
    """
    if not float(value).is_integer() or value <= TENS["twenty"]:
        return ()
    if value >= SCALES["hundred"]:
        named = ((_WORDS.get(value / SCALES[scale]), scale) for scale in _SPELLED_SCALES)
        words = [f"{count} {scale}" for count, scale in named if count is not None]
        words += [f"half a {scale}" for scale in _SPELLED_SCALES if 2 * value == SCALES[scale]]
        words += _HALF_A_MILLION if 2 * value == SCALES["million"] else ()
        return (*words, *(f"a{w.removeprefix('one')}" for w in words if w.startswith("one ")))
    count = _WORDS.get(value / MULTIPLES["dozen"])
    dozens = () if count is None else (f"{count} dozen",)
    return dozens if value % 10 == 0 else (*dozens, f"{_WORDS[value // 10 * 10]} {_WORDS[value % 10]}")


def spelled_numbers(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield the start, end and value of each number of several words: "twenty-three", "two hundred", "two dozen"."""
    for match in _DOZENS.finditer(text):
        yield match.start(), match.end(), float(MULTIPLES["dozen"] * ONES[match[1].lower()])
    for match in _SPELLED_NUMBER.finditer(text):
        whole, half, scale = match[0].lower().partition(_AND_A_HALF)
        words = [w for w in _PARTING.split(whole) if w != "and"]
        if half:
            yield match.start(), match.end(), (_sum_of(words) + 0.5) * SCALES.get(scale.strip(), 1.0)
        elif len(words) > 1:
            yield match.start(), match.end(), _sum_of(words)


def _sum_of(words: list[str]) -> float:
    """The value of English number words in a row: "two hundred and five thousand" is 205,000."""
    total = current = 0.0
    for word in words:
        scale = SCALES.get(word)
        if scale is None:
            current += SPELLED[word]
        elif scale == SCALES["hundred"]:
            current *= scale
        else:
            total, current = total + current * scale, 0.0
    return total + current
