"""Things of one kind that are not each other: a source that has "cello" does not say "violin"."""

from verifier.matching.vocabulary import listed

_KINDS = """
physics physicist|chemistry chemist|biology biologist|mathematics mathematician|astronomy astronomer|botany botanist
|zoology zoologist|geology geologist|philosophy philosopher|theology theologian|economics economist
|psychology psychologist|sociology sociologist|linguistics linguist|law|medicine|architecture|engineering|geography
;
baker|butcher|pharmacist|farmer|carpenter|blacksmith|tailor|weaver|miner|fisherman fishermen|shoemaker|lawyer solicitor
|doctor physician|teacher|nurse|engineer|architect|priest|soldier|merchant|banker|journalist|sailor|miller|mason|dentist
|accountant|midwife midwives|cook chef|barber hairdresser|plumber|electrician|mechanic|pilot|shepherd|gardener|clerk
;
poet|novelist|playwright|composer|painter|sculptor|photographer|singer|dancer
;
soprano|contralto|tenor|baritone
;
pupil|parent|teacher
;
driver|passenger|pedestrian|cyclist
;
worker|passenger|patient|prisoner|refugee
;
tourist|commuter
;
freight goods|passenger
;
parliament|government|court
;
civilian|soldier
;
north northern|south southern|east eastern|west western
;
spring|summer|autumn|winter
;
morning|afternoon|evening
;
hourly|daily|weekly|fortnightly|monthly|quarterly|yearly annual annually
;
breakfast|lunch|dinner supper
;
red|blue|green|yellow|black|white|brown|grey gray|purple|orange|pink
;
gold golden|silver|bronze|copper|iron|zinc|platinum|nickel|aluminium aluminum|tin|steel|brass|mercury
;
brick|stone|wood wooden timber|concrete|glass|marble|clay
;
oak|pine|beech|birch|elm|maple|cedar|spruce|fir|poplar|willow
;
diamond|ruby|emerald|sapphire|pearl
;
sand|gravel|peat
;
coal|slate|salt|ore|granite|limestone|chalk
;
chloride|oxide|dioxide|monoxide|sulphate sulfate|nitrate|carbonate
;
formic|oxalic|acetic|citric|lactic|sulphuric sulfuric|nitric|hydrochloric
;
cotton|wool|silk|linen|leather|nylon
;
oxygen|nitrogen|hydrogen|carbon|helium|methane|ammonia|sulphur sulfur|phosphorus|potassium|sodium|calcium|magnesium
|chlorine
;
coal|solar|nuclear|wind|hydroelectric|geothermal
;
pesticide insecticide|fertiliser fertilizer|herbicide weedkiller
;
petrol gasoline|diesel|kerosene
;
water|gas|oil|electricity
;
wheat|rice|maize corn|barley|oats oat|rye|potato potatoes|cotton|sugar|coffee|tea|tobacco|cocoa|soya soy|bean
|olive|grape
;
apple|pear|cherry|plum|banana|lemon|peach
;
carrot|onion|tomato tomatoes|cabbage|cucumber|lettuce
;
milk|meat|butter|cheese|egg|honey|bread
;
wine|beer|whisky whiskey|vodka|gin|rum|brandy
;
dog|cat|horse|cattle cow|sheep|pig|goat|chicken|wolf wolves|bear|fox|deer|rat|mouse mice|rabbit|duck|goose geese|donkey
|camel|elephant|lion|tiger
;
eagle|falcon|owl|raven|sparrow|swallow|stork|heron|pigeon|gull
;
salmon|trout|cod|herring|tuna|carp|pike|eel
;
bee|wasp|ant|beetle|butterfly|mosquito mosquitoes
;
mammal|bird|reptile|fish|insect|amphibian
;
lung|liver|kidney|heart|brain|breast|prostate|skin|stomach|colon|pancreas pancreatic
;
blood|urine|saliva
;
leg|arm|wing|knee|shoulder|ankle|elbow|wrist|hip|neck
;
malaria|tuberculosis|cholera|measles|polio|influenza flu|hepatitis|dengue|ebola|smallpox|typhus|typhoid|diphtheria
|pneumonia|cancer|leukaemia leukemia|diabetes|stroke|plague|syphilis|bronchitis
;
cocaine|heroin|cannabis marijuana|opium|methamphetamine
;
football soccer|cricket|rugby|tennis|basketball|baseball|hockey|golf|boxing|swimming|cycling|volleyball|badminton
|wrestling|rowing|handball
;
goalkeeper|defender|midfielder|striker
;
piano pianist|violin violinist|guitar guitarist|cello cellist|flute flautist|trumpet trumpeter|drum drummer|harp
|clarinet|saxophone|viola|oboe|trombone
;
novel|poem|opera|symphony symphonies|sculpture|painting|film movie
;
verse|prose
;
sonata|concerto|quartet|symphony
;
television tv|radio|telephone phone|computer
;
newspaper|magazine|radio|television tv
;
letter|postcard|telegram|email
;
bachelor|master|doctorate doctoral phd
;
bus|train|tram|ship boat ferry|plane aircraft aeroplane airplane|lorry truck|bicycle bike|helicopter|motorcycle
|drone|balloon
;
car|bus|lorry truck|bicycle bike|motorcycle
;
road|canal|bridge|tunnel|railway railroad|airport|harbour harbor|dam
;
church cathedral chapel|mosque|synagogue|temple|castle palace|library|museum|hospital clinic|theatre theater|prison jail
|factory|hotel|school college university|bank|stadium|monastery
;
fire|flood|earthquake|drought|avalanche|eruption
;
knife knives|gun pistol rifle|axe|bomb|sword
;
murder|manslaughter|theft|fraud|robbery|arson|rape|bribery|perjury|kidnapping|espionage|treason|extortion blackmail
|embezzlement|burglary
;
drowned|hanged|stabbed|poisoned|strangled|beheaded
;
army|navy
;
infantry|cavalry|artillery
;
frigate|destroyer|submarine|cruiser
;
rain|snow|hail|fog
;
roof|wall|floor|ceiling
;
kitchen|bedroom|bathroom|cellar|attic
;
shirt|trousers|coat|hat|shoe
;
mechanical|electrical|hydraulic
;
analogue analog|digital
;
amateur|professional
;
mean average|median
;
sold sell|donated donate|bequeathed bequeath|lent lend|stolen stole|confiscated|leased
;
street|square|school|park|stadium|ship|airport|asteroid
;
death|retirement|marriage wedding|resignation|graduation|birth|election|appointment|arrest|dismissal
;
horizontal|vertical|diagonal
"""
"""Kinds where one thing is hardly ever said for another: no wider words beside narrower ones (a cathedral is a church),
none that are verbs as often ("plays"), no offices, of which people have several."""


_RANKS = """
only|second|third|fourth|fifth|eldest oldest|youngest
"""
"""Which of some somebody is; only before the same word, since "only" counts as often."""

_RELATIVES = """
father mother|son daughter
;
grandfather grandmother|grandson granddaughter
;
uncle aunt|nephew niece
;
husband|wife
;
brother|sister
;
cousin|cousin
"""
"""Words for one person as others see him, with those for the others as he sees them."""


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "ch", "x", "sh")) else f"{word}s"


def _forms(side: str) -> frozenset[str]:
    """The words for one thing, in lower case, with their plurals."""
    return frozenset(form for word in listed(side) for form in (word, _plural(word)))


KINDS = tuple(tuple(_forms(side) for side in kind.split("|")) for kind in _KINDS.split(";"))
"""Groups of things of one kind, each thing by all its words."""
RANKS = tuple(frozenset(listed(side)) for side in _RANKS.split("|"))
"""Which child of his parents somebody is, each by all its words."""
THINGS = tuple(thing for kind in KINDS for thing in kind)
"""Each thing by all its words, of whatever kind."""
RELATIVES = tuple(tuple(map(frozenset, map(listed, pair.split("|")))) for pair in _RELATIVES.split(";"))
"""Pairs of relatives: of one of the left side he is one of the right, so that neither rules the other out."""
PERIODS = ("hour", "day", "night", "week", "month", "quarter", "year", "decade", "century")
"""Times of which one is not another where they stand for a rate or a span ("each day", "within a week")."""
