"""Word lists: what carries no meaning of its own, what denies, what runs the other way."""


def listed(text: str) -> tuple[str, ...]:
    """Give the words of a list written as one text, in order."""
    return tuple(text.split())


def _words(text: str) -> frozenset[str]:
    return frozenset(listed(text))


STOPWORDS = _words(
    """a an the of in on at to for from by with as and or but so yet if then than that this these those it its he she
    they him his her hers their theirs them we him us our you your i my me is are was were be been being am has have had
    having do does did doing done will would shall should can could may might must also which who whom whose what when
    where why how there here into onto about while until since between among through out up down off again further both
    each few more most other some such own same too very just because per via however although though later within upon
    including included include includes included become became becoming becomes respectively around along across amid
    said says say saying one ones many much well even still s t d ll re ve m mr mrs ms dr sir prof now over under
    during after before against any all every another whether like thus hence therefore moreover furthermore
    additionally indeed either once"""
)
"""Words that any text has: they carry no weight."""

NEGATIONS = _words(
    """no not never none nor neither nobody nothing nowhere cannot without
    nicht kein keine keinen keinem keiner keines nie niemals nichts ohne pas jamais aucun aucune nunca jamas ningun
    ninguna nessun nessuna nao nenhum nenhuma niet geen nooit zonder inte ingen inga aldrig ikke aldri"""
)
"""Words that deny what follows, in base letters; after those of English some of other languages."""

OF_THINGS = _words(
    """no without kein keine keinen keinem keiner keines ohne aucun aucune ningun ningún ninguna nessun nessuna nenhum
    nenhuma geen zonder ingen inga"""
)
"""Of these, the ones that name a thing that is absent."""

DENYING = _words(
    """deny denied denies denying refuse refused refuses refusing fail failed fails failing unable lack lacks lacked
    lacking unlike reject rejected rejects decline declined declines impossible prevent prevented prevents hardly
    barely rarely seldom scarcely except ban banned bans banning longer non unlikely instead rather unsuccessful
    unsuccessfully absence absent false untrue forbid forbids forbidden prohibited prohibit prohibits missing omit omits
    omitted excluded exclude excluding withdrew withdrawn withheld withhold withholds withholding
    concealed conceals abandon abandoned doubt doubts doubted ruled oppose opposed
    opposes opposing dismiss dismissed stop stopped avoid avoided
    ablehnen abgelehnt lehnte lehnten lehnt weigerte weigerten bestritt dementierte verbot verboten
    refuse refusent rejete rejette interdit interdite dementi rechazo rechazaron nego niega prohibio
    rifiutato rifiuta negato vietato weigerde weigerden geweigerd ontkende vagrade nektade avslog nektet avslo"""
)
"""Words that deny what follows by their own meaning: a source may say "failed to" where the claim says "did not".

In base letters; after those of English some of other languages.
"""

DENYING_VERBS = _words(
    """deny denied denies denying refuse refused refuses refusing fail failed fails failing unable decline declined
    declines doubt doubted doubts"""
)
"""Of these, the ones that deny the verb after "to", "that" or "having"."""

DENYING_PHRASES = {
    "short": "of",
    "yet": "to",
    "shy": "of",
    "refrain": "from",
    "refrained": "from",
    "refrains": "from",
    "abstained": "from",
    "ruled": "out",
    "rules": "out",
    "rule": "out",
}
"""Words that deny what follows with the word behind them ("stopped short of calling", "ruled out a sale")."""

UNSURE = _words(
    """may might could possibly perhaps maybe potentially reportedly allegedly alleged suspected likely probably plans
    planned wants wanted hopes hoped threatens threatened proposed proposes considers considering"""
)
"""Words that leave open whether what follows is so, or comes about."""

THINKING = _words(
    """believe believed think thought expect expected suppose supposed consider considered say said claim claimed find
    found conclude concluded assume assumed mean meant want wanted intend intended plan planned need needed require
    required"""
)
"""Verbs whose denial denies what they lead on to ("does not believe that it was", "was not required to")."""

NOT_DENYING_NEXT = _words(
    """only just merely until simply solely necessarily least withstanding to
    nur seulement solo sólo solamente soltanto só somente alleen bara bare"""
)
"""After "not" these words make it no denial ("not only")."""

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
lower smaller fewer
;
gained gains gain|lost loses lose
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
include includes included including|exclude excludes excluded excluding
;
more above exceed exceeded exceeding longer|fewer less below shorter
;
remain remained remains persist persisted persists|vanish vanished vanishes disappear disappeared disappears
;
profit profits profitable surplus|loss losses deficit
;
faster quicker|slower
;
longer taller wider deeper|shorter narrower shallower
;
earlier sooner|later
;
early|late
;
stronger|weaker
;
richer wealthier rich wealthy|poorer poor
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
promise promised promises|refuse refused refuses
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

OPPOSITES = tuple(tuple(_words(side) for side in pair.split("|")) for pair in _OPPOSITES.split(";"))
"""Pairs of word groups that run opposite ways; a word may stand on both sides where only its object tells."""
RISING, FALLING = next(pair for pair in OPPOSITES if "rose" in pair[0])

ALL, SOME = _words("all every each"), _words("some several many most few half")
"""Words for the whole and for a part. A claim of all is held against them; one of some may leave the rest unsaid."""

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

VOTING = _words("vote voted votes voting ballot argue argued argues spoke speaks campaigned campaigns")
"""Words after which "for" takes a side."""

CONVERSES = _words("buy bought buys buying purchase purchased acquire acquired sell sold sells selling")
"""Words that tell one matter from two sides: what one sold, another bought."""

HEDGES_ABOVE = _words("more over above exceeding least")
HEDGES_BELOW = _words("fewer less under below nearly almost most")
"""Before a figure: it is a bound, from which the exact one lies up or down ("more than", "at least", "nearly")."""
HEDGES = HEDGES_ABOVE | HEDGES_BELOW | _words("about around roughly approximately some up estimated circa")
"""Before a figure: it is meant roughly."""

UNREAD_SCRIPTS = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
"""Scripts that write no blanks between words (Thai, Lao, Burmese, Khmer, Japanese, Chinese)."""
