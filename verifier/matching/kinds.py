"""Things of one kind that are not each other: a source that has "cello" does not say "violin"."""

from verifier.matching.inflected import lines_of, with_plural
from verifier.matching.vocabulary import listed

_KINDS = """
physics physicist|chemistry chemist|biology biologist|mathematics mathematician|astronomy astronomer
  |botany botanist|zoology zoologist|geology geologist|philosophy philosopher|theology theologian
  |economics economist|psychology psychologist|sociology sociologist|linguistics linguist|law|medicine
  |architecture|engineering|geography|archaeology archaeologist|anthropology anthropologist
  |meteorology meteorologist|statistics statistician
baker|butcher|pharmacist|farmer|carpenter|blacksmith|tailor|weaver|miner|fisherman fishermen|shoemaker
  |lawyer solicitor|doctor physician|teacher|nurse|engineer|architect|priest|soldier|merchant|banker
  |journalist|sailor|miller|mason|dentist|accountant|midwife midwives|cook chef|barber hairdresser
  |plumber|electrician|mechanic|pilot|shepherd|gardener|clerk
poet|novelist|playwright|composer|painter|sculptor|photographer|singer|dancer
soprano|contralto|tenor|baritone
pupil|parent|teacher
driver|passenger|pedestrian|cyclist
worker|passenger|patient|prisoner|refugee
tourist|commuter
freight goods|passenger
parliament|government|court
civilian|soldier
north northern|south southern|east eastern|west western
spring|summer|autumn|winter
morning|afternoon|evening
breakfast|lunch|dinner supper
red|blue|green|yellow|black|white|brown|grey gray|purple violet|orange|pink|turquoise
gold golden|silver|bronze|copper|iron|zinc|platinum|nickel|aluminium aluminum|tin|steel|brass
  |mercury
brick|stone|wood wooden timber|concrete|glass|marble|clay|plastic|rubber|cardboard|porcelain|bamboo
  |ivory
oak|pine|beech|birch|elm|maple|cedar|spruce|fir|poplar|willow|larch|walnut|chestnut|hazel|alder
  |yew|juniper|cypress|eucalyptus|hornbeam|linden
diamond|ruby|emerald|sapphire|pearl
sand|gravel|peat
coal|slate|salt|ore|granite|limestone|chalk
chloride|oxide|dioxide|monoxide|sulphate sulfate|nitrate|carbonate
formic|oxalic|acetic|citric|lactic|sulphuric sulfuric|nitric|hydrochloric
cotton|wool woollen|silk|linen|leather|nylon|velvet|denim|polyester
oxygen|nitrogen|hydrogen|carbon|helium|methane|ammonia|sulphur sulfur|phosphorus|potassium|sodium
  |calcium|magnesium|chlorine|fluorine|iodine|argon|lithium|cobalt|uranium|plutonium|titanium|arsenic
coal|gas|oil|solar|nuclear|wind|hydroelectric|geothermal
pesticide insecticide|fertiliser fertilizer|herbicide weedkiller
petrol gasoline|diesel|kerosene
water|gas|oil|electricity
wheat|rice|maize corn|barley|oats oat|rye|potato potatoes|cotton|sugar|coffee|tea|tobacco|cocoa
  |soya soy|bean|olive|grape
apple|pear|cherry|plum|banana|lemon|peach|apricot|strawberry|raspberry|mango|pineapple|melon|fig
carrot|onion|tomato tomatoes|cabbage|cucumber|lettuce|spinach|garlic|pumpkin|mushroom|lentil|turnip
milk|meat|butter|cheese|egg|honey|bread
wine|beer|whisky whiskey|vodka|gin|rum|brandy|cider|champagne|lemonade
dog|cat|horse|cattle cow|sheep|pig|goat|chicken|wolf wolves|bear|fox|deer|rat|mouse mice|rabbit
  |duck|goose geese|donkey|camel|elephant|lion|tiger|monkey|kangaroo|giraffe|zebra|leopard|hyena
  |hippopotamus hippo|rhinoceros rhino|bison|buffalo|moose|reindeer|otter|beaver|badger|hedgehog
  |squirrel|whale|dolphin|shark|turtle|lizard|snake|crocodile|frog|toad|newt
eagle|falcon|owl|raven|sparrow|swallow|stork|heron|pigeon|gull|hawk|buzzard|vulture|crow|magpie
  |robin|finch|thrush|blackbird|starling|cuckoo|woodpecker|kingfisher|pelican|penguin|ostrich|parrot
  |swan|puffin|albatross|tern|plover
salmon|trout|cod|herring|tuna|carp|pike|eel|haddock|mackerel|sardine|anchovy anchovies|sturgeon
  |halibut|plaice
bee|wasp|ant|beetle|butterfly|mosquito mosquitoes|moth|dragonfly|grasshopper|locust|termite|spider
  |flea|aphid
mammal|bird|reptile|fish|insect|amphibian
lung|liver|kidney|heart|brain|breast|prostate|skin|stomach|colon|pancreas pancreatic
blood|urine|saliva
leg|arm|wing|knee|shoulder|ankle|elbow|wrist|hip|neck
malaria|tuberculosis|cholera|measles|polio|influenza flu|hepatitis|dengue|ebola|smallpox|typhus
  |typhoid|diphtheria|pneumonia|cancer|leukaemia leukemia|diabetes|stroke|plague|syphilis|bronchitis
  |asthma|dementia|epilepsy|arthritis|anaemia anemia|migraine|depression|obesity|osteoporosis
  |schizophrenia|autism|eczema|psoriasis|sepsis|rabies|tetanus|mumps|rubella|leprosy|scurvy
cocaine|heroin|cannabis marijuana|opium|methamphetamine
football soccer|cricket|rugby|tennis|basketball|baseball|hockey|golf|boxing|swimming|cycling
  |volleyball|badminton|wrestling|rowing|handball|judo|karate|fencing|archery|skiing|skating|biathlon
  |surfing|sailing|gymnastics|squash|softball|lacrosse|chess
goalkeeper|defender|midfielder|striker
piano pianist|violin violinist|guitar guitarist|cello cellist|flute flautist|trumpet trumpeter
  |drum drummer|harp harpist|clarinet clarinettist clarinetist|saxophone saxophonist|viola|oboe oboist
  |trombone trombonist|accordion accordionist|banjo|mandolin|lute lutenist|bassoon|tuba|harmonica|organ organist
novel|poem|opera|symphony symphonies|sculpture|painting|film movie|ballet|photograph
verse|prose
sonata|concerto|quartet|symphony|overture|requiem
television tv|radio|telephone phone|computer
newspaper|magazine|radio|television tv
letter|postcard|telegram|email|interview|speech|podcast|diary
bachelor|master|doctorate doctoral phd
bus|train|tram|ship boat ferry|plane aircraft aeroplane airplane|lorry truck|bicycle bike|helicopter
  |motorcycle|drone|balloon|taxi|tractor|van|carriage
car|bus|lorry truck|bicycle bike|motorcycle
road|canal|bridge|tunnel|railway railroad|airport|harbour harbor|dam
church cathedral chapel|mosque|synagogue|temple|castle palace|library|museum|hospital clinic
  |theatre theater|prison jail|factory|hotel|school college university|bank|stadium|monastery|brewery|distillery
  |foundry|shipyard|refinery|sawmill|tannery|warehouse|barracks|orphanage|observatory|lighthouse
fire wildfire|flood|earthquake|drought|avalanche|eruption|landslide|tsunami|hurricane
  |tornado tornadoes|blizzard|heatwave
knife knives|gun pistol rifle|axe|bomb|sword|spear|grenade|rocket|cannon|torpedo torpedoes
murder|manslaughter|theft|fraud|robbery|arson|rape|bribery|perjury|kidnapping|espionage|treason
  |extortion blackmail|embezzlement|burglary
drowned|hanged|stabbed|poisoned|strangled|beheaded|electrocuted|suffocated
army|navy|police
infantry|cavalry|artillery
frigate|destroyer|submarine|cruiser
rain|snow|hail|fog
roof|wall|floor|ceiling
kitchen|bedroom|bathroom|cellar|attic
shirt|trousers|coat|hat|shoe
mechanical|electrical|hydraulic
analogue analog|digital
amateur|professional
mean average|median
sold sell|donated donate|bequeathed bequeath|lent lend|stolen stole|confiscated|leased
street|square|school|park|stadium|ship|airport|asteroid
death|retirement|marriage wedding|resignation|graduation|birth|election|appointment|arrest|dismissal
horizontal|vertical|diagonal
jazz|blues|folk|reggae|punk|techno|gospel|funk|disco
comedy|tragedy|thriller|documentary|musical|satire|western
biography|autobiography memoir|diary
lake|river|sea|glacier|waterfall|canal|pond
island|peninsula|mountain|valley|desert|forest|swamp marsh
circle circular|square|triangle triangular|rectangle rectangular|oval|hexagon hexagonal|sphere spherical
  |cylinder cylindrical|cone conical
watercolour watercolor|fresco|tempera|acrylic|charcoal|pastel
chemotherapy|radiotherapy|surgery|immunotherapy|transplant
antibiotic|antiviral|vaccine|antidepressant|painkiller|steroid|placebo
tablet pill|injection|infusion|inhaler|ointment
ultrasound|mri|biopsy|endoscopy
virus viruses viral|bacterium bacteria bacterial|fungus fungi fungal|parasite parasitic
bone|muscle|tendon|ligament|cartilage|nerve
artery|vein
eye|ear|nose|mouth|tongue|throat
finger|toe|thumb
burn|fracture|concussion|sprain
star|moon|comet|asteroid|galaxy
hardware|software
laptop|tablet|smartphone|desktop
electric|diesel|steam|petrol
motorway highway|railway railroad|footpath|runway
passport|visa|licence license|certificate
tax|tariff|subsidy|grant|loan|toll|pension|dividend
cash|cheque|card
shares|bonds
merger|acquisition takeover|bankruptcy|liquidation
injunction|subpoena|warrant
felony|misdemeanour misdemeanor
primary|secondary|tertiary
undergraduate|postgraduate
referendum|election
presidential|parliamentary|municipal
infant baby|toddler|teenager adolescent|adult|pensioner
mice mouse|rat|monkey|human|zebrafish
temperature|pressure|humidity|voltage|wavelength
height|width|depth|length|weight|diameter
wages wage salary|pension|dividend
northeast northeastern|northwest northwestern|southeast southeastern|southwest southwestern
bishop|rabbi|imam|abbot
duke|earl|baron|viscount
gothic|baroque|romanesque|neoclassical|rococo|modernist|brutalist
thatch thatched|slate|tile tiled
singles|doubles
quarterfinal|semifinal|final
freestyle|backstroke|breaststroke
penalty|header
crab|lobster|shrimp prawn|oyster|mussel|squid|octopus
granite|limestone|sandstone|basalt|chalk|shale|quartz
tulip|lily|orchid|daisy|sunflower|lavender|daffodil
strike|lockout|boycott
suicide|murder|accident
explosion|collision|derailment|collapse
malware|ransomware|spyware
sewage|rainwater|groundwater seawater
choir|orchestra|quintet
painted|carved|engraved|woven|embroidered|sculpted
bell|horn|siren|whistle
gift present|loan|grant|bequest
cottage|villa|houseboat|caravan|bungalow|mansion|farmhouse
bedtime|morning|noon|evening
physiotherapist|psychotherapist|radiologist|surgeon|paramedic|optician|vet veterinarian
bassist|pianist|violinist|guitarist|drummer|trumpeter|cellist|flautist|organist|saxophonist|harpist
costume|makeup|lighting|cinematography|screenplay|soundtrack|editing
lightning|spark|arson|cigarette
nitrate|lead|arsenic|mercury|pesticide|microplastic
lens|mirror|prism
battery|turbine|generator|transformer|pump
radar|sonar|satellite
bicycle|scooter|wheelchair
pavement|gutter|kerb
witness|juror|defendant
ransom|reward|bribe|fine
tent|hut|bunker|barracks
vaccine|antidote|serum
rash|fever|cough|nausea|headache|dizziness
eczema|allergy|asthma
larva larvae|egg|pupa pupae
leaf leaves|root|stem|seed|flower|bark
scales|feathers|fur
gills|lungs
herbivore|carnivore|omnivore
"""
"""Kinds where one thing is hardly ever said for another: no wider words beside narrower ones (a cathedral is a church),
none that are verbs as often ("plays"), no offices, of which people have several. A kind a line, as in the opposites."""


_RANKS = """
only|second|third|fourth|fifth|eldest oldest|youngest
"""
"""Which of some somebody is; only before the same word, since "only" counts as often."""

_RELATIVES = """
father/dad mother/mum/mom|son daughter
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


def _thing(words: str) -> frozenset[str]:
    """The words for one thing, in lower case, with their plurals."""
    return frozenset().union(*map(with_plural, listed(words)))


KINDS = tuple(tuple(map(_thing, kind.split("|"))) for kind in lines_of(_KINDS))
"""Groups of things of one kind, each thing by all its words."""
RANKS = tuple(frozenset(listed(side)) for side in _RANKS.split("|"))
"""Which child of his parents somebody is, each by all its words."""
THINGS = tuple(thing for kind in KINDS for thing in kind)
"""Each thing by all its words, of whatever kind."""
RELATIVES = tuple(
    tuple(frozenset(frozenset(words.split("/")) for words in listed(side)) for side in pair.split("|"))
    for pair in _RELATIVES.split(";")
)
"""Pairs of relatives, each of them by all words for it: of one of the left side he is one of the right, so that neither
rules the other out."""
PERIODS: dict[str, tuple[str, ...]] = {
    "minute": (),
    "hour": ("hourly",),
    "day": ("daily",),
    "night": ("nightly",),
    "week": ("weekly",),
    "fortnight": ("fortnightly",),
    "month": ("monthly",),
    "quarter": ("quarterly",),
    "year": ("yearly", "annual", "annually"),
    "decade": (),
    "century": (),
}
"""Times with their adverbs, of which one is not another where they tell a rate or a span ("each day")."""
