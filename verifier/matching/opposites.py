"""Words that run opposite ways, in pairs, and the affixes that turn a word round."""

from verifier.matching.inflected import lines_of, verb_forms, with_plural
from verifier.matching.vocabulary import listed

_OPPOSITES = """
rise* increase* grow* climb* surge* gain* jump* soar* raise* boost* rebound* escalate* dearer|fall* decrease*
  decline* drop* shrink* plunge* slump* reduce* lowered lowers lowering slowed slows slowing slide* slip* tumble* dip*
  dwindle* plummet* diminish* recede* slash* trim* sink* reduction+ cut cuts cutting shed cheaper
double* triple* treble* quadruple* twofold threefold fourfold|halve* halving
double* twofold|triple* treble* quadruple* threefold fourfold
twice double doubled|half halved
win* victory victories defeat* beat*|lose* loss losses defeat defeats defeated beaten
gain*|lose*
expand* enlarge* expansion+|contract* shrink* contraction+
lengthen* prolong* extend*|shorten* curtail*
widen* broaden*|narrow*
thicken*|thin*
strengthen*|weaken*
tighten* toughen*|loosen* relax* ease*
harden* stiffen*|soften*
sharpen*|blunt*
heat* warm*|cool* chill*
freeze*|thaw* melt*
speed* accelerate* hasten*|slow* decelerate* delay*
improve* recover* improvement+|worsen* deteriorate* worsening deterioration slacken*
maximise*|minimise*
overestimate* overstate* exaggerate* overplay*|underestimate* understate* downplay* underplay*
inflate*|deflate*
open* unlock*|close* shut locked closure+
cancel* postpone* shelve* suspend*|proceed* resume* continue* restart*
play* stage* hold* held|cancel* postpone* abandon*
begin* start* launch* onset|end* finish* stop* cease* stopped
create* establish* founded founding|abolish* dissolve* disband*
build* erect* construct* rebuild*|demolish* raze* dismantle* destroy*
assemble*|dismantle* disassemble*
join*|leave* quit quits
arrive* arrival+|depart* leave* left departure+
enter* entrance+|exit* leave*
ascend*|descend*
takeoff+|landing+ landed lands
advance*|retreat* withdraw*
attend*|miss* skip* boycott*
remain* persist* stay*|vanish* disappear* leave*
appear* emerge*|disappear* vanish*
survive* survivor+|die* kill* perish*
born birth+|die* death+
live lived living|die*
hire* recruit*|fire* dismiss* sack*
appoint* reinstate*|dismiss* oust* remove* sack*
resign* quit|stay* remain*
promote* promotion+|relegate* demote* relegation demotion+
arrest* detain* imprison* jail* capture*|release* free* liberate* freed
lock*|unlock*
attack* assault*|defend* protect*
invade*|liberate* leave*
arm*|disarm*
mobilise*|demobilise*
occupy*|vacate* evacuate*
win*|draw drew drawn
support* favour favor favoured favored back backed backs backing approve* accept* endorse* welcome*|oppose* object*
  objection+ against reject* refuse* condemn* resist* veto vetoed
praise* commend* applaud* laud* hail* welcome*|criticise* condemn* denounce* slam* lambast lambasted panned deplore*
  regret* blame* complain*
encourage* urge*|discourage* deter* dissuade*
agree* agreement+ consent*|disagree* dissent* disagreement+ refuse* decline* reject*
repeal* abolish* scrap*|strengthen* extend* retain* keep kept
retain* keep kept|lose* lost
accept*|decline* reject* refuse*
including even|except excluding unless
promise*|refuse* reject*
allow*|dismiss*
kill*|release* free* liberate* freed
allow* permit* let|ban* prohibit* forbid* forbidden prevent* bar* barred
legalise*|criminalise* outlaw* ban*
impose* introduce*|lift* scrap* waive* abolish* repeal*
enact* adopt* pass passed|repeal* rescind* scrap* reject* defeat*
sign* ratify*|veto vetoed reject*
adopt* approve* pass passed enact* carried|postpone* defer* shelve* block* defeated rejected withdrawn
affirm* uphold* confirm*|overturn* quash* annul* overrule* reverse*
grant* award*|deny* refuse* revoke* withhold*
renew*|cancel* terminate* revoke*
admit* acknowledge* concede* confirm* reveal* disclose*|deny* conceal* denial+
confirm* verify* prove* corroborate*|refute* disprove* debunk* contradict* dispute* question* doubt*
believe* trust*|doubt* distrust* disbelieve*
love* like liked enjoy* adore*|hate* dislike* loathe* detest*
help* aid* assist*|hinder* hamper* impede*
benefit*|harm* hurt damage*
harm* harmful|harmless benign
beneficial advantageous helpful useful|harmful detrimental damaging disadvantageous
enable*|prevent* disable*
heal* cure*|injure* wound* infect*
include*|exclude* exempt* omit*
apply*|exempt*
attract*|repel* deter*
attach*|detach*
connect* link*|disconnect* separate*
unite* merge* combine*|split* divide* separate*
add*|subtract* remove* deduct*
multiply*|divide*
insert*|remove* extract*
install*|uninstall* remove*
activate*|deactivate* disable*
load*|unload*
board* embark*|alight* disembark*
download*|upload*
encrypt*|decrypt*
compress*|decompress*
hide* conceal*|reveal* expose* uncover*
remember* recall*|forget* forgotten
teacher+ lecturer+|pupil+ student+
emit* release* reflect*|absorb*
absorb*|reflect*
inhale*|exhale*
fill*|empty emptied drain*
push*|pull*
throw*|catch* caught
float*|sink*
laugh*|cry* weep*
buy* purchase* acquire*|sell* rent* lease*
save*|waste* squander* spend*
save* saving+|cost costs costing
lend*|borrow*
outperform*|underperform*
overvalue*|undervalue*
overpaid|underpaid
oversubscribed|undersubscribed
overweight|underweight
solvent|insolvent
exonerate* vindicate*|implicate* incriminate*
obey* comply*|defy* flout*
preserve* restore*|demolish* raze* destroy*
symptomatic|asymptomatic
sober|drunk
awake|asleep
willing eager|unwilling reluctant
sharply steeply|slightly marginally
maternal|paternal
eastbound|westbound
northbound|southbound
eastward eastwards|westward westwards
northward northwards|southward southwards
northernmost|southernmost
easternmost|westernmost
oldest|newest
earn*|spend*
deposit*|withdraw*
nationalise*|privatise*
import*|export*
centralise*|decentralise*
maintain* retain* keep kept|scrap* abandon* relinquish*
tame* domesticate*|wild
before prior preceding|after following
early|late
earlier sooner|later
first earliest|last final latest
initially originally|finally eventually ultimately
previous former ex|current present incumbent
predecessor+|successor+
ancestor+|descendant+
new newly newer|old older
modern contemporary|ancient medieval
highest largest biggest greatest peak* higher larger bigger greater|lowest smallest least bottomed lower
  smaller fewer fewest
most|least fewer fewest
more above exceed* longer|fewer less below shorter
increase* raise*|fewer
reduce* decrease* cut|more
exceed* surpass* beat* topped above|below lower missed
older elder oldest eldest|younger youngest
old elderly|young
stronger strongest|weaker weakest
richer wealthier rich wealthy richest wealthiest|poorer poor poorest
hotter warmer hot warm hottest warmest|colder cooler cold coldest coolest
heat|cold
fast faster fastest quick quicker quickest quickly rapid rapidly swift swiftly|slow slower slowest slowly gradual
  gradually sluggish
abrupt abruptly sudden suddenly|gradual gradually
longer taller wider deeper longest tallest widest deepest|shorter narrower shallower shortest narrowest shallowest
thick thicker thickest|thin thinner thinnest
better best|worse worst poorest weakest
easier easy simple simpler easily|harder hard difficult complicated complex
safe safer safest|dangerous unsafe riskier riskiest risky
cheap inexpensive cheaper cheapest|expensive dear costly dearer costlier dearest
heavy heavier heaviest|light lighter lightest
bright brighter|dim dimmer dark darker
noisy louder loud noisier|quiet quieter silent
clean cleaner|dirty dirtier polluted contaminated
wet wetter wettest rainiest damp humid moist|dry drier driest arid
busy busier busiest|quiet quieter quietest
dense denser densely densest|sparse sparser sparsely
rare rarer rarest scarce|common commoner commonest abundant plentiful
near nearer closer nearest closest|far farther further farthest furthest remote
tall|short
large big|small little tiny
long|short
high|low
strong|weak
wide broad|narrow
deep|shallow
steep|gentle
tight|loose
rough|smooth
soft|hard
straight|curved bent winding crooked
flat|hilly mountainous steep
full|empty
whole entire entirely wholly fully completely|half partly partially partial
majority|minority
maximum|minimum
top|bottom
upper|lower
front|rear back
inner inside indoor indoors interior internal|outer outside outdoor outdoors exterior external
inland|coastal offshore
onshore inshore|offshore
upstream|downstream
uphill upward upwards|downhill downward downwards
upstairs|downstairs
inbound incoming inward|outbound outgoing outward
inflow+|outflow+
forward forwards|backward backwards
clockwise|anticlockwise counterclockwise
left|right
horizontal|vertical
parallel|perpendicular
highland+|lowland+
urban|rural
domestic national|foreign international overseas abroad
local|national global
native indigenous|introduced invasive alien imported
public publicly|private privately secret secretly
civilian|military
secular|religious
online virtual virtually|offline
manual manually|automatic automatically automated
natural naturally|artificial synthetic
real genuine authentic|fake forged counterfeit bogus
original|copy replica reproduction
raw|cooked
fresh|frozen stale dried tinned canned
alive living|dead deceased extinct
healthy|sick ill diseased
benign|malignant
acute|chronic
mild mildly|severe severely serious
fatal lethal deadly|harmless
edible|poisonous toxic
marine|freshwater terrestrial
diurnal|nocturnal
carnivorous|herbivorous
evergreen|deciduous
annual|perennial
predator+|prey
fertile|barren
dominant|recessive
married|single unmarried divorced widowed
male+ man men boy+|female+ woman women girl+
king+|queen+
prince+|princess princesses
widow+|widower+
sons|daughters
brothers|sisters
fathers|mothers
husbands|wives
bride+|groom+ bridegroom+
child children childhood|adult+ adulthood
junior|senior
chief|deputy assistant
permanent permanently|temporary temporarily interim acting provisional
mandatory compulsory obligatory|voluntary optional voluntarily
binding|advisory
unanimous unanimously|narrow narrowly split divided
narrow narrowly|overwhelming overwhelmingly comfortable comfortably landslide
oral orally verbal verbally|written
openly publicly overt overtly|secretly secret covertly covert
day daytime|night nighttime
dawn sunrise|dusk sunset
noon midday|midnight
weekday+|weekend+
spring|autumn fall
positive positively|negative negatively
optimistic optimism|pessimistic pessimism gloomy
confident|doubtful sceptical skeptical
happy glad pleased delighted satisfied|unhappy sad dissatisfied disappointed angry furious
friendly|hostile
peaceful peacefully|violent violently
calm|stormy rough
sunny|cloudy overcast rainy
strict strictly stringent|lenient lax
conservative|liberal progressive
moderate|radical extreme
democratic|authoritarian autocratic
monarchy monarchies|republic+
paid|unpaid voluntary
fulltime|parttime
active|passive inactive dormant
stable|volatile unstable
fixed|variable floating
rigid stiff|flexible
solid|liquid gaseous
transparent|opaque
visible|hidden
sweet|bitter sour
acidic|alkaline
sharp|blunt
odd|even
identical same|different distinct
similar similarly|dissimilar
direct directly|indirect indirectly
qualitative|quantitative
theoretical|practical experimental empirical
objective|subjective
explicit explicitly|implicit implicitly
success successful successfully succeed*|failure failures fail* unsuccessful unsuccessfully flop
profit+ profitable surplus+|loss losses deficit+ lossmaking
shortage+ scarcity deficit+|surplus+ glut abundance excess
boom+ upturn+|bust slump+ recession+ downturn+
growth|decline contraction
asset+|liability liabilities debt+
income revenue+|expenditure spending expense+
gross|net
wholesale|retail
supply supplies|demand
producer+ manufacturer+ supplier+|consumer+ customer+
supporter+ champion+ advocate+ proponent+ backer+|opponent+ critic+ adversary adversaries
ally allies friend+|enemy enemies foe+ rival+
employer+|employee+
landlord+|tenant+
buyer+ purchaser+|seller+ vendor+
lender+ creditor+|borrower+ debtor+
donor+|recipient+
plaintiff+ claimant+|defendant+ respondent+
appellant+|respondent+
prosecution prosecutor+|defence defense
guilty convicted sentenced jailed imprisoned conviction+|innocent acquitted cleared exonerated acquittal+
legal legally lawful lawfully|illegal illegally unlawful unlawfully
advantage+ benefit+ strength+|disadvantage+ drawback+ weakness weaknesses
winner+ victor+|loser+
home|away
win wins|draw draws
offensive|defensive
peace|war
rebel+ insurgent+|loyalist+
wealth|poverty
always|never
often frequently regularly usually|rarely seldom infrequently occasionally
input+|output+
ceiling+|floor+
steigen steigt stieg stiegen gestiegen erhöht erhöhte erhöhen anstieg zuwachs zunahme wuchs wächst gewachsen|sinken
  sinkt sank sanken gesunken gefallen fiel fielen gesenkt senkte senken rückgang abnahme schrumpfte geschrumpft
mehr häufiger|weniger seltener
höher höhere höheren größer größere größeren|niedriger niedrigere niedrigeren kleiner kleinere kleineren geringer
höchste höchsten größte größten|niedrigste niedrigsten kleinste kleinsten geringste geringsten
besser bessere besseren|schlechter schlechtere schlechteren
länger|kürzer
älter ältere älteren|jünger jüngere jüngeren
früher|später
gewinnen gewinnt gewann gewannen gewonnen sieg siegte|verlieren verliert verlor verloren niederlage unterlag
erlaubt erlaubte erlauben zugelassen genehmigt genehmigte|verboten verbot verbietet untersagt untersagte
angenommen zugestimmt annahm annahmen befürwortet befürwortete begrüßt begrüßte unterstützt unterstützte lobt
  lobte|abgelehnt verworfen lehnt lehnte lehnten kritisiert kritisierte verurteilt verurteilte bedauert bedauerte
öffnet öffnete geöffnet eröffnet|schließt schloss geschlossen
nördlich norden|südlich süden
westlich westen|östlich osten
augmenter augmente augmenté augmentée augmentation hausse progressé progresse progressent progression grimpé|baisser
  baissé baissée baisse diminué diminution reculé recule recul chuté contracté contracter contractées
gagner gagné gagne victoire|perdre perdu défaite
accepté accepte acceptée approuvé approuve soutenu soutient|rejeté rejette rejeter rejetée refusé refuse condamné
  condamne
autorisé autorise autorisée|interdit interdite
subir sube subió subieron aumentar aumenta aumentó|bajar baja bajó bajaron disminuyó disminuye cayó cayeron
ganar gana ganó victoria|perder pierde perdió derrota
aceptó acepta aprobó aprueba apoyó apoya propuso propuesto defendió defiende|rechazó rechaza rechazaron condenó
  condena
mayor mayores|menor menores
aumentare aumenta aumentato aumentata cresciuto cresciuta salito salita|diminuire diminuisce diminuito diminuita
  calato calata sceso scesa
massimo massimi massima massime alto alti alta alte|minimo minimi minima minime basso bassi bassa basse
migliorato migliora migliorerà|peggiorato peggiora peggiorerà
vinto vince vittoria|perso perde sconfitta
accettato accetta approvato approva|respinto respinge rifiutato rifiuta bocciato
steeg stegen gestegen stijgt|daalde daalden gedaald daalt
gewonnen won wint|verloren verliest
økte økt øker steg|falt faller sank redusert
støttet støtter|fordømte fordømmer fordømt
"""
"""A pair a line, which goes on where the next one is indented; behind a word, ``*`` stands for all forms of a verb and
``+`` for a plural. The last pairs are of other languages."""


def _side(words: str) -> frozenset[str]:
    """All forms of the words on one side of a pair."""
    return frozenset().union(*map(_forms, listed(words)))


def _forms(word: str) -> frozenset[str]:
    if word.endswith("*"):
        return verb_forms(word.removesuffix("*"))
    return with_plural(word.removesuffix("+")) if word.endswith("+") else frozenset((word,))


OPPOSITES = tuple(tuple(map(_side, pair.split("|"))) for pair in lines_of(_OPPOSITES))
"""Pairs of word groups that run opposite ways; a word may stand on both sides where only its object tells."""
RISING, FALLING = next(pair for pair in OPPOSITES if "rose" in pair[0])

_NEGATED_BASES = {
    "de": """activat centrali classif criminali escalat forest mobili militari populat regulat segregat stabili valu""",
    "dis": """advantage agree appear approve arm assembl belie comfort connect content continue courag credit engage
    honest honour inherit integrat like loyal mount obey organi own pleas prove qualif regard respect satisf
    similar trust""",
    "il": "legal legible legitimate liberal literate logical",
    "im": """balance material mature measurable mobile moral partial patient perfect permeable personal plausible polite
    possible practical precise probable proper prudent pure""",
    "in": """accessible accura active adequa admissible appropriate audible capab coherent comparable compatible
    competen complete conclusive consisten convenien correct curable dependen direct edible effective efficien elastic
    eligible equality experienced expensive fertil flexib formal frequent human justice operable sane secur
    sensitiv significan soluble stab sufficien toleran valid visible voluntar""",
    "ir": "rational recoverable regular relevant religious replaceable responsib reversible",
}
NEGATED_BASES = {prefix: listed(bases) for prefix, bases in _NEGATED_BASES.items()}
"""Prefixes that turn a word round, and how the words begin for which they do: "in" means other things elsewhere."""
