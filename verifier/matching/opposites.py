"""Words that run opposite ways, in pairs, and the prefixes that turn a word round."""

from verifier.matching.vocabulary import listed

_OPPOSITES = """
|
;
rise rose risen rises rising increase increased increases increasing grow grew grown grows climb climbed surge
surged gain gained gains jump jumped soar soared raise raised raises raising climbing growing dearer|fall fell fallen
falls falling decrease decreased decreases decreasing decline declined declines declining drop dropped drops
dropping shrink shrank shrunk plunge plunged slump slumped reduce reduced reduces reducing reduction reductions
cut cuts cutting lowered lowers lowering slowed slows slowing slid slide slides sliding slip slipped slips sank tumble
tumbled dip dipped shed cheaper
;
double doubled doubles doubling twofold|triple tripled triples tripling treble trebled threefold quadruple quadrupled
fourfold halve halved halves halving
;
twice double doubled|half halved
;
before prior preceding|after following
;
win won wins winning victory defeat defeated beat|lose lost loses losing loss defeat defeated beaten
;
support supported supports supporting favour favor approve approved accept accepted accepts endorse
endorsed|oppose opposed opposes opposing object objected objects objection objections against reject rejected rejects
rejecting refuse refused condemn condemned
;
open opened opens opening unlocked|close closed closes closing shut locked
;
begin began begun beginning start started starts launch launched|end ended ends ending finish finished stop stopped
cease ceased
;
first earliest|last final latest
;
highest largest biggest most greatest peak peaked peaks higher larger bigger greater|lowest smallest least bottomed
lower smaller fewer fewest
;
gained gains gain|lost loses lose
;
accept accepted accepts accepting|decline declined declines declining reject rejected rejects refuse refused refuses
;
promoted promotion|relegated relegation demoted
;
thick thicker thickest|thin thinner thinnest
;
absorb absorbed absorbs|reflect reflected reflects
;
top|bottom
;
remember remembered remembers|forget forgot forgotten forgets
;
survive survived survives surviving survivors|die died dies dying killed perished
;
admit admitted admits admitting acknowledge acknowledged acknowledges concede conceded concedes confirm confirmed
confirms reveal revealed reveals disclose disclosed discloses|deny denied denies denying
;
older elder oldest eldest|younger youngest
;
buy bought buys buying purchase purchased acquire acquired|sell sold sells selling
;
born birth|died dead death dies
;
import imported imports|export exported exports
;
arrive arrived arrives|depart departed leave left leaves
;
legal lawful|illegal unlawful
;
male males man men boy boys|female females woman women girl girls
;
strengthen strengthened strengthens|weaken weakened weakens
;
improve improved improves|worsen worsened worsens deteriorate deteriorated
;
allow allowed allows permit permitted permits|ban banned bans prohibit prohibited forbid forbidden prevent
prevented
;
left|right
;
guilty convicted sentenced jailed imprisoned|innocent acquitted cleared exonerated
;
include includes included including|exclude excludes excluded excluding exempt exempts exempted
;
apply applies applied|exempt exempts exempted
;
speed speeds sped accelerate accelerates accelerated|slow slows slowed
;
more above exceed exceeded exceeding longer|fewer less below shorter
;
remain remained remains persist persisted persists|vanish vanished vanishes disappear disappeared disappears
;
profit profits profitable surplus|loss losses deficit
;
faster quicker|slower
;
longer taller wider deeper longest tallest widest deepest|shorter narrower shallower shortest narrowest shallowest
;
earlier sooner|later
;
early|late
;
stronger|weaker
;
richer wealthier rich wealthy richest wealthiest|poorer poor poorest
;
hotter warmer hot warm|colder cooler cold
;
better best|worse worst poorest weakest
;
majority|minority
;
maximum|minimum
;
upper|lower
;
inner inside indoor indoors|outer outside outdoor outdoors
;
near|far
;
large big|small little
;
long|short
;
high|low
;
strong|weak
;
heavy heavier|light lighter
;
wide broad|narrow
;
full|empty
;
cheap inexpensive cheaper|expensive dear costly
;
wet|dry
;
safe|dangerous unsafe
;
promise promised promises|refuse refused refuses reject rejected rejects
;
public|private
;
urban|rural
;
domestic|foreign
;
positive|negative
;
success successful succeed succeeded|failure fail failed fails
;
mandatory compulsory obligatory|voluntary optional
;
permanent permanently|temporary temporarily
;
spring|autumn fall
;
day daytime|night nighttime
;
ally allies|enemy enemies
;
welcome welcomed welcomes praise praised praises|regret regretted regrets criticise criticised criticises criticize
criticized criticizes deplored complained complains complain
;
plaintiff plaintiffs|defendant defendants
;
employer employers|employee employees
;
landlord landlords|tenant tenants
;
buyer buyers|seller sellers
;
lender lenders creditor creditors|borrower borrowers debtor debtors
;
oral|written
;
openly publicly|secretly secret covertly
;
buy bought buys purchase purchased|rent rented rents lease leased
;
whole entire|half
;
monarchy|republic
;
hire hired hires hiring|fire fired dismiss dismissed
;
expand expanded expands expansion|contract contracted contracts contraction
;
ancestor ancestors|descendant descendants
;
teacher|pupil student
;
king|queen
;
widow|widower
;
sons|daughters
;
brothers|sisters
;
fathers|mothers
;
husbands|wives
"""

OPPOSITES = tuple(tuple(frozenset(listed(side)) for side in pair.split("|")) for pair in _OPPOSITES.split(";"))
"""Pairs of word groups that run opposite ways; a word may stand on both sides where only its object tells."""
RISING, FALLING = next(pair for pair in OPPOSITES if "rose" in pair[0])

_NEGATED_BASES = {
    "dis": """advantage agree appear approve continue honest honour like loyal obey own prove qualif respect satisf
    trust""",
    "il": "legal legitimate liberal literate logical",
    "im": "mature mobile moral partial patient perfect polite possible probable proper pure",
    "in": """accura active adequa admissible appropriate capab comparable complete consisten correct dependen direct
    effective efficien eligible equality experienced formal frequent justice sane secur significan stab sufficien valid
    visible voluntar""",
    "ir": "rational regular relevant responsib reversible",
}
NEGATED_BASES = {prefix: listed(bases) for prefix, bases in _NEGATED_BASES.items()}
"""Prefixes that turn a word round, and how the words begin for which they do: "in" means other things elsewhere."""
