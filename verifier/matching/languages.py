"""Tells a text's language by its commonest words. The lists tell languages apart; they are not enough to read one."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from verifier.matching.vocabulary import listed

_LISTS = {
    "en": """the of and to in is was for that with it on by from are were has which this be been have had not they
    their his her its who than would will after also at as an but or when""",
    "de": """der die das und ist nicht von mit den dem ein eine einen einem einer eines im auf für des sich auch
    wird wurde wurden werden worden war waren sind hat haben hatte hatten als am an aus bei bis es ihr ihre ihrer
    ihren ihrem sein seine seiner seinen seinem nach noch oder sie vom wie zu zum zur dass diese dieser dieses
    diesem diesen er ihm ihn ihnen wir uns unser unsere unseren beim ins über unter vor durch um zwischen während
    wegen seit weil wenn ob damit indem nachdem bevor obwohl sondern denn doch jedoch sowie denen deren dessen wer
    dafür daran darin darauf davon dazu dabei dadurch dort dann nun jetzt nur schon sehr kann können konnte konnten
    soll sollen sollte sollten muss müssen musste mussten wollen wollte wollten darf dürfen durfte durften sei seien
    wäre wären würde würden""",
    "fr": """le la les l d des et est dans du de une un pour que qu qui sur au aux par avec pas ne n sont ont a été
    était étaient avait avaient ce cette ces se s c il elle ils elles son sa ses leur leurs ou comme être selon en y
    à afin ainsi alors aussi autre autres ayant bien car ceci cela celle celles celui cet ceux chaque chez déjà
    devant doit doivent donc dont encore entre environ eux fait faire font lors lorsqu lorsque lui mais même mêmes
    notamment notre nos nous où outre pendant peut peuvent plus plusieurs près presque puis puisqu puisque quand
    quelque quelques quoi sera serait seront si sous tandis tous tout toute toutes très trop vers voire votre vous
    également fut furent étant""",
    "es": """el la los las del de y e es en una un unos unas por que con para se al lo como más fue fueron ser sido
    su sus ha han había este esta estos estas le les según así aún aunque cada casi cerca cual cuales cuando cuyo
    cuya donde durante él ella ellas ellos entre era eran esa esas ese eso esos está están estaba estaban estar esto
    hace hacia hay hubo mientras mismo misma muy ni nos nuestra nuestro otra otras otro otros pero poco porque pues
    puede pueden quien quienes sea sean será serán si sobre tanto tiene tienen tenía todo toda todos todas también
    tras uno ya debe deben podría fuera dijo dice""",
    "it": """il lo la i gli le l d della dello dei degli delle di e ed è che per una un uno con del nel nella al
    alla ai alle dal dalla sul sulla da si sono stato stata stati era erano ha hanno anche più suo sua suoi loro
    questo questa agli altra altre altri altro ancora mai avere aveva avevano avrebbe avuto chi ci circa come così cui
    dagli dai dall dalle dell deve devono dove durante entro essere fa fu furono già infatti inoltre invece lei
    lui ma mentre molti molto ne negli nei nell nelle nello oltre ogni perché però poi possono può quale quali
    quando quasi quell quella quelle quelli quello quest queste questi sarà saranno sarebbe se sempre sia siano
    stessa stesso sugli sui sull sulle sullo tra tutta tutte tutti tutto venne vennero verso viene vengono""",
    "pt": """o a os as da do dos das de e é em no na nos nas um uma uns umas para que com por ao à aos pelo pela foi
    foram ser são sua seu suas seus se mais não ter tem havia""",
    "nl": """de het een en van is dat op te zijn in voor met niet aan door er maar ook werd werden wordt worden bij
    om als uit naar haar hun dit deze die tot heeft hebben had was waren al alle andere bijna binnen dan dus ging
    gaat geweest geworden hebt hem hen hij hoe ik je kan kon konden kunnen minstens moest moesten moet moeten nog nu
    omdat onder ongeveer ons ruim sinds tijdens toen tussen vanaf veel volgens waar wanneer wat wel wil wilde
    wij zal zich zij ze zo zoals zou zouden zullen""",
    "sv": """och att det som en ett i är av för på med den de till inte om har hade var från men sig sin sitt sina vid
    blev blir vara varit denna detta""",
    "no": """og det er av for på med den de til ikke som en et i har hadde var fra men om seg sin ble blir ved være
    vært denne dette at andre blev bliver blevet både da deres end enn eller flere han hans hendes hennes
    hun hva hvad hvem hvis hvor hvordan ifølge inn jeg kan kunne man mange mellem mellom må måtte ned noen noe nogen
    noget nesten næsten når op opp også samt selv siden sine sitt skal skulle slik så ud under ut vi vil ville""",
    "pl": "i w na z się do nie jest że o to jak po dla od przez jego jej oraz był była było są ten ta te który która",
    "tr": "ve bir bu için ile de da olarak olan daha en çok gibi sonra kadar ne o ise var ya",
}
FUNCTION_WORDS: dict[str, frozenset[str]] = {language: frozenset(listed(words)) for language, words in _LISTS.items()}
"""The commonest words of some languages in Latin letters. They carry no weight in a claim of their language."""

ONLY_ENGLISH = frozenset(("the", "and", "with", "which", "this", "has", "were", "their", "would", "been"))
"""Function words that only English has: a claim with one of them is taken for English."""

_LISTED_IN = Counter(chain.from_iterable(FUNCTION_WORDS.values()))
OWN_WORDS = {language: frozenset(w for w in words if _LISTED_IN[w] == 1) for language, words in FUNCTION_WORDS.items()}
"""The words of each language that no other listed language has. Shared words tell nothing: any German page has the
English "in", "was" and "an"."""

LEAST_TOLD = 5
"""Least words of one language only that a source must have to be in that language. Fewer may be borrowed words."""
LEAST_IN_CLAIM = 2
"""The same for a claim, which is short."""
CLEARLY = 2.0
"""A language is named only if the text has this many times as many of its own words as of any other language's."""


def language_of(words: Iterable[str], least: int) -> str | None:
    """Give the language that most of the words (in lower case) point to, ``None`` if none is clearly ahead.

    ``least``: how many words must point to it. A word counts each time it occurs, so that a German page with an English
    notice about cookies is German.
    """
    counts = Counter(words)
    scores = ((sum(counts[w] for w in own), name) for name, own in OWN_WORDS.items())
    (most, name), (second, _) = sorted(scores, reverse=True)[:2]
    return name if most >= least and most >= CLEARLY * second else None


def weightless_in(language: str) -> frozenset[str]:
    """Give the words without weight in a claim of a language, besides the English stopwords: none for English."""
    return frozenset() if language == "en" else FUNCTION_WORDS[language]
