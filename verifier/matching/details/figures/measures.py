"""Units of measure and currencies: which are of one kind, and how to convert them."""

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
"""The kind, name and size of each unit (in the base unit of its kind), then its other spellings. Gallons and pints are
American. Short and long tons differ by less than a claim may round. Of "kilowatt-hours" only the first half is read, so
"kWh" is a spelling of kilowatt."""

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
    """The units that each key may mean. A pound is a mass and a currency."""
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
    """Add a unit under the keys of all its spellings."""
    for key in dict.fromkeys(map(stem, spellings)):
        out[key] = (*out.get(key, ()), unit)


UNITS = _read()
"""The units that the key of a word may mean."""
MONEY = frozenset(key for key, units in UNITS.items() if any(unit.kind == "money" for unit in units))
"""The keys of currencies. Their signs may stand before the figure."""


def kinds_of(*keys: str) -> set[str]:
    """Give the kinds of units that the keys may mean. Per cent is a kind of its own, and "cent" has the same key."""
    kinds = {unit.kind for key in keys if key != PERCENT for unit in UNITS.get(key, ())}
    return kinds | {PERCENT}.intersection(keys)


def kinds_about(terms: Sequence[Term], at: int) -> set[str]:
    """Give the kinds of the unit behind a figure and of a currency before it."""
    keys = [t.key for t in terms[at + 1 : at + 2]] + [t.key for t in terms[max(0, at - 1) : at] if t.key in MONEY]
    return kinds_of(*keys)


def are_apart(kinds: set[str], other_kinds: set[str]) -> bool:
    """Whether both figures have units, and of different kinds: "three years" is no rival of "5 million euros"."""
    return bool(kinds and other_kinds) and kinds.isdisjoint(other_kinds)


def are_same(key: str, other_key: str) -> bool:
    """Whether two keys may mean the same unit: "kg" and "kilogram"."""
    return not set(UNITS.get(key, ())).isdisjoint(UNITS.get(other_key, ()))


def are_rivals(key: str, other_key: str) -> bool:
    """Whether two keys mean different units of the same kind, and cannot mean the same unit."""
    units, other_units = UNITS.get(key, ()), UNITS.get(other_key, ())
    return not are_same(key, other_key) and not {u.kind for u in units}.isdisjoint(u.kind for u in other_units)


def converted(value: float, unit: str, to: str) -> float | None:
    """Give a value in the unit ``to`` instead of ``unit``, ``None`` if they are the same or cannot be compared."""
    pairs = ((a, b) for a in UNITS.get(unit, ()) for b in UNITS.get(to, ()) if a.kind == b.kind and a != b)
    return next((value * a.size / b.size for a, b in pairs if a.size and b.size), None)
