"""Word lists: words without weight, words that deny, that leave a statement open, or that bound a figure."""


def listed(text: str) -> tuple[str, ...]:
    """Give the words of a list that is written as one text, in order."""
    return tuple(text.split())


def _words(text: str) -> frozenset[str]:
    """The set of words of a list that is written as one text."""
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
    additionally indeed either once worth"""
)
"""Words that any text has. They carry no weight."""

ARTICLES = _words("a an the")
POSSESSIVES = _words("his her its their")

NEGATIONS = _words(
    """no not never none nor neither nobody nothing nowhere cannot without
    nicht kein keine keinen keinem keiner keines nie niemals nichts ohne pas jamais aucun aucune nunca jamas ningun
    ninguna nessun nessuna nao nenhum nenhuma niet geen nooit zonder inte ingen inga aldrig ikke aldri
    weder niemand keinerlei tampoco nadie ninguno nessuno senza uten uden utan"""
)
"""Words that deny what follows, in base letters: English ones, then some of other languages."""

OF_THINGS = _words(
    """no without kein keine keinen keinem keiner keines ohne aucun aucune ningun ningún ninguna nessun nessuna nenhum
    nenhuma geen zonder ingen inga"""
)
"""The negations that say of a thing that it is absent ("no car", "without a car")."""

DENYING = _words(
    """deny denied denies denying refuse refused refuses refusing fail failed fails failing failure refusal unable lack
    lacks lacked lacking unlike reject rejected rejects decline declined declines impossible prevent prevented prevents
    hardly barely rarely seldom scarcely except ban banned bans banning longer non unlikely instead rather unsuccessful
    unsuccessfully absence absent false untrue forbid forbids forbidden prohibited prohibit prohibits missing omit omits
    omitted excluded exclude excluding withdrew withdrawn withheld withhold withholds withholding
    concealed conceals abandon abandoned doubt doubts doubted ruled oppose opposed
    opposes opposing dismiss dismissed stop stopped avoid avoided
    ablehnen abgelehnt lehnte lehnten lehnt weigerte weigerten weigert weigern verweigert verweigerte bestritt
    bestreitet dementierte dementiert verbot verboten verbietet untersagt untersagte
    refuse refusent rejete rejette interdit interdite dementi rechazo rechazaron rechaza rechazan nego niega niegan
    prohibio prohibe
    rifiutato rifiuta negato vietato weigerde weigerden geweigerd ontkende vagrade nektade avslog nektet avslo"""
)
"""Words whose meaning denies what follows: a source may say "failed to" where the claim says "did not".

In base letters: English ones, then some of other languages.
"""

DENYING_VERBS = _words(
    """deny denied denies denying refuse refused refuses refusing fail failed fails failing unable decline declined
    declines doubt doubted doubts"""
)
"""The denying words that deny the verb after "to", "that" or "having" ("failed to appear")."""

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
    "leave": "out",
    "leaves": "out",
    "left": "out",
    "advise": "against",
    "advised": "against",
    "advises": "against",
    "warned": "against",
    "warns": "against",
    "decided": "against",
}
"""Words that deny what follows, together with the word behind them ("stopped short of", "ruled out a sale")."""

IMPLYING = _words(
    """cancelled canceled cancels cancellation abandoned scrapped shelved postponed suspended halted blocked barred
    vetoed hidden hides hid concealed spared escaped escapes skipped miss misses missed forgot forgotten neglected
    ignored unaware immune exempt exempted empty devoid deprived too poor poorly slower smallest least lowest refused
    rejected banned illegal ceased until abolished abolishes lifted repealed dropped removed dissolved scrapping
    vain tried attempted died delayed free discontinued unknown unclear uncertain unsure lesser separate independent
    overturn overturned dispute disputed disputes contest contested questioned pending"""
)
"""Words whose meaning may be what a claim says with "not": "cancelled" for "did not take place", "tried" for "failed
to"."""

_NO_NOT = ("unit", "unif", "under")
"""Beginnings of words in which "un" does not mean "not": "united", "underlined"."""


def implies_not(low: str) -> bool:
    """Whether a word in lower case may mean "not" ("cancelled"), or say it by its beginning ("unresolved")."""
    return low in IMPLYING or (low.startswith("un") and low.endswith("ed") and not low.startswith(_NO_NOT))


VIEWS = _words("view views idea claim claims notion suggestion theory belief argument charge allegation assumption")
"""Nouns with a "that": whoever rejects them denies what follows the "that" ("rejects the view that it was")."""

UNSURE = _words(
    """may might could possibly perhaps maybe potentially reportedly allegedly alleged suspected likely probably plans
    planned wants wanted hopes hoped threatens threatened proposed proposes considers considering considered"""
)
"""Words that leave open whether what follows is true or will happen."""

BELIEVING = _words(
    """believe believes believed suspect suspects suspected think thinks thought assume assumes assumed claim claims
    allege alleges speculate speculated possible conceivable"""
)
"""Words whose "that" opens what somebody believes. The text does not say that it is true."""

INTENDING = _words(
    """plan plans planned promise promises promised pledge pledges pledged vow vows vowed attempt attempts attempted try
    tries tried trying threatened threatens offered offers intends intended aims aimed seeks sought wish wishes wished
    urged asked proposal expect expects expected due scheduled"""
)
"""Words that leave open whether what follows their "to" will happen."""

THINKING = _words(
    """believe believed think thought expect expected suppose supposed consider considered say said claim claimed find
    found conclude concluded assume assumed mean meant want wanted intend intended plan planned need needed require
    required"""
)
"""Verbs that hand their denial on to what follows ("does not believe that it was", "was not required to")."""

NOT_DENYING_NEXT = _words(
    """only just merely until simply solely necessarily least withstanding to
    nur seulement solo sólo solamente soltanto só somente alleen bara bare"""
)
"""A "not" directly before one of these words denies nothing ("not only")."""

ONLY_THEN = _words("until before")
"""Words behind a "not" that say from when on something is true: "not until May"."""

UNDONE = frozenset((modal, "have") for modal in listed("would could might should"))
"""Pairs of words that, before a verb, tell what did not happen ("would have risen")."""

ALL, SOME = _words("all every each"), _words("some several many most few half")
"""Words for the whole and for a part. A claim about all is wrong if the source speaks of a part. A claim about some may
just leave the rest unsaid."""

JUDGING = listed(
    """recommended advised required necessary needed allowed permitted supported proven established confirmed true
    possible begun started clear known found happened built"""
)
"""Words whose denial denies the whole statement: "routine testing is not recommended"."""

REPORTING = _words(
    """said says added adds wrote writes told argued argues explained explains insisted insists warned warns noted
    notes recalled recalls replied replies declared declares called calls remarked remarks described describes
    admitted admits complained complains observed claimed claims stated states thought thinks believed believes
    advised advises suggested suggests confessed joked concluded concludes reckons reckoned dismissed dismisses
    conceded concedes acknowledged acknowledges revealed reveals disclosed discloses predicted predicts promised
    promises stressed stresses emphasised emphasized cautioned cautions urged urges granted maintained maintains
    lamented announced announces likened branded questioned view opinion words account"""
)
"""Words behind a name that make the named one the speaker or the source of a statement."""

IS = _words("is are was were")
BEING = IS | {"be", "been"}
"""Forms of "to be": the finite ones, and these with "be" and "been"."""

VOTING = _words(
    "vote voted votes voting ballot argue argued argues spoke speaks campaigned campaigns petition petitions"
)
"""Words after which "for" and "against" name a side ("voted for the plan")."""

CONVERSES = _words("buy bought buys buying purchase purchased acquire acquired sell sold sells selling")
"""Verbs that tell the same event from two sides: what one sold, the other bought."""

HEDGES_ABOVE = _words(
    """more over above exceeding least
    mehr über mindestens gut plus más più oltre almeno meer ruim minstens mer minst mindst"""
)
HEDGES_NEARLY = _words("nearly almost knapp fast beinahe presque quasi casi quase bijna nesten næsten nästan")
HEDGES_BELOW = HEDGES_NEARLY | _words(
    "fewer less under below most weniger unter höchstens moins menos meno minder mindre"
)
"""Words that make the figure behind them a bound ("more than", "at least", "nearly")."""
HEDGES = (
    HEDGES_ABOVE
    | HEDGES_BELOW
    | _words(
        """about around roughly approximately some up estimated circa
        rund etwa ungefähr zirka ca environ quelque près unos unas cerca aproximadamente alrededor circa ongeveer
        cirka omkring rundt omtrent ungefär"""
    )
)
"""All words before a figure that make it a bound or a rough one. English ones, then some of other languages."""

UNREAD_SCRIPTS = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
"""Letters of scripts without blanks between words (Thai, Lao, Burmese, Khmer, Japanese, Chinese), as a pattern."""
