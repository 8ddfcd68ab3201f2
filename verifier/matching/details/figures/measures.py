"""Units of measure and currencies: which are of one kind, and how much one is of another."""

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.matching.stems import stem
from verifier.matching.terms import Term
from verifier.matching.vocabulary import listed

PERCENT = stem("percent")
_SIZES = """
time second 1|seconds sec
time minute 60|minutes min mins
time hour 3600|hours hr hrs
time day 86400|days
time week 604800|weeks
time fortnight 1209600|fortnights
time month 2629800|months
time year 31557600|years
time decade 315576000|decades
time century 3155760000|centuries
length kilometre 1000|kilometres kilometer kilometers km
length mile 1609.344|miles
length metre 1|metres meter meters m
length yard 0.9144|yards
length foot 0.3048|feet ft
length inch 0.0254|inches
length centimetre 0.01|centimetres centimeter centimeters cm
length millimetre 0.001|millimetres millimeter millimeters mm
mass tonne 1000000|tonnes ton tons
mass kilogram 1000|kilograms kilogramme kilogrammes kilo kilos kg
mass gram 1|grams gramme grammes g
mass milligram 0.001|milligrams mg
mass pound 453.592|pounds lb lbs
mass ounce 28.3495|ounces oz
area hectare 10000|hectares ha
area acre 4046.86|acres
volume litre 1|litres liter liters
volume gallon 3.78541|gallons
volume pint 0.473176|pints
volume barrel 158.987|barrels
power kilowatt 1000|kilowatts kw kwh
power megawatt 1000000|megawatts mw mwh
power gigawatt 1000000000|gigawatts gw gwh
power terawatt 1000000000000|terawatts tw twh
"""
"""Kind, name and size of each unit, in a base unit of its kind, with its other spellings. Gallons and pints are
American ones; short and long tons lie within what a claim may round. Of "kilowatt-hours" the first half is read, and
"kWh" stands with it."""

_CURRENCIES = """
dollar dollars $ usd|euro euros € eur|pound pounds £ gbp|yen|yuan renminbi|franc francs|krone kroner kronor krona crown
crowns|rouble roubles ruble rubles|rupee rupees|peso pesos|zloty zlotys|lira liras|shekel shekels|rand|dirham dirhams
|riyal riyals|cent cents|penny pence p
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit or currency: its kind, its name, and its size in the base unit of the kind (0 for a currency)."""

    kind: str
    name: str
    size: float = 0.0


def _read() -> dict[str, tuple[Unit, ...]]:
    """The units that each key may mean: a pound is a mass and a currency."""
    out: dict[str, tuple[Unit, ...]] = {}
    for line in _SIZES.strip().splitlines():
        head, _, spellings = line.partition("|")
        kind, name, size = head.split()
        _add(out, Unit(kind=kind, name=name, size=float(size)), (name, *listed(spellings)))
    for spellings in _CURRENCIES.split("|"):
        names = listed(spellings)
        _add(out, Unit(kind="money", name=names[0]), names)
    return out


def _add(out: dict[str, tuple[Unit, ...]], unit: Unit, spellings: tuple[str, ...]) -> None:
    for key in dict.fromkeys(map(stem, spellings)):
        out[key] = (*out.get(key, ()), unit)


UNITS = _read()
"""Keys of words to the units that they may mean."""
MONEY = frozenset(key for key, units in UNITS.items() if any(unit.kind == "money" for unit in units))
"""Keys of the currencies, whose sign may stand before its figure."""


def kinds_of(*keys: str) -> set[str]:
    """Give the kinds of the units that some keys may mean; per cent is a kind of its own, and "cent" stands for it."""
    kinds = {unit.kind for key in keys if key != PERCENT for unit in UNITS.get(key, ())}
    return kinds | {PERCENT}.intersection(keys)


def kinds_about(terms: Sequence[Term], at: int) -> set[str]:
    """Give the kinds of the unit behind a figure, or of the sign of money before it."""
    keys = [t.key for t in terms[at + 1 : at + 2]] + [t.key for t in terms[max(0, at - 1) : at] if t.key in MONEY]
    return kinds_of(*keys)


def are_apart(one: set[str], other: set[str]) -> bool:
    """Whether two figures count in units of different kinds: "three years" is no other figure for "5 million euros"."""
    return bool(one and other) and one.isdisjoint(other)


def are_same(one: str, other: str) -> bool:
    """Whether two keys may mean the same unit: "kg" and "kilogram"."""
    return not set(UNITS.get(one, ())).isdisjoint(UNITS.get(other, ()))


def are_rivals(one: str, other: str) -> bool:
    """Whether two keys mean different units of one kind, and no unit that both may mean."""
    mine, theirs = UNITS.get(one, ()), UNITS.get(other, ())
    return not are_same(one, other) and not {u.kind for u in mine}.isdisjoint(u.kind for u in theirs)


def converted(value: float, unit: str, to: str) -> float | None:
    """Give a value of the unit of one key in that of another, ``None`` where they cannot be compared."""
    pairs = ((a, b) for a in UNITS.get(unit, ()) for b in UNITS.get(to, ()) if a.kind == b.kind and a != b)
    return next((value * a.size / b.size for a, b in pairs if a.size and b.size), None)
