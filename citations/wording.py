"""Words by which a claim shows what it is: speech, titles, opinions, hedges, figures, words that lean on context."""

import re

CASELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that put no blanks between words."""
LEAD = re.compile(
    r"(?:[\s,;:)\]–—-]|[»”’](?!\w)){0,5}(?:(?:and|but|while|whereas|or|und|aber|et|mais|y|pero|e|ma|en|og|och)\s)?"
)
JOINED = re.compile(
    r"\s?(?:[,–—-]\s?(?:and|but|yet|so|nor|while|whereas|und|aber|doch|et|mais|y|pero|e|ma|mas|en|maar|og|och|men|и|а|но)\s"
    r"|;\s?)"
)
"""What joins a clause to the one before it, which then can stand alone."""
HANGS = re.compile(
    r"\b(?:in|by|of|from|see|per|via|as|von|bei|nach|siehe|vgl\.|de|par|dans|selon|voir|por|según|en|di|da|av|i|från|"
    r"van|door|volgens|в|из)$"
    r"|(?:^|:\s)(?:\w{1,20},?\s)?(?i:according to|laut|selon|según|secondo|volgens|enligt|ifølge)\s[^,;:()]{1,80}$"
)
"""The end of words that lack what a marker stands for, or what it vouches for: "as was shown in [3]"."""
NARRATED = re.compile(r"[(\[（]\d{4}|\\[cC]itet|\\[tT]extcite|-?@")
"""The beginning of a marker that has its author's name before it in the text or stands for it: "Smith (2001) holds"."""
GOES_ON = re.compile(
    r"\s(?!(?:and|or|but|as|in|on|at|of|for|to|from|by|with|und|oder|im|von|zu|et|ou|dans|de|y|o|en|e|di|da|och|i|og|"
    r"в|и)\b)[^\W\d_A-ZÀ-ÖØ-ÞА-Я]"
)
"""A word that may be the verb of the name before it."""
LEANS = re.compile(
    r"[\W_]{0,3}(?:(?:This|That|These|Those|Such|It|Its|They|Their|Them|He|She|His|Her|Both|However|Similarly|"
    r"Likewise|Moreover|Furthermore|Instead|Thus|Therefore|Consequently|Nevertheless|Nonetheless|Meanwhile|Here|There|"
    r"Then|Later|Afterwards|Dies|Diese[rsmn]?|Solche|Er|Sie|Jedoch|Ebenso|Cette|Ce|Ces|Cela|Elle|Il|Ils|Elles|"
    r"Toutefois|Este|Esta|Estos|Estas|Eso|Sin embargo|Questo|Questa|Questi|Dit|Deze|Zij|Hij|Dette|Denne|Disse|Det|"
    r"Den)\b|The (?:agreement|deal|pact|treaty|law|bill|report|study|survey|plan|programme|program|project|company|"
    r"government|party|ministry|committee|court|ruling|decision|move|visit|meeting|talks|summit|attack|incident|"
    r"figure|number|increase|decrease|latter|former|same|two|first|second|new|measure|proposal|arrangement|"
    r"organi[sz]ation|group|authors?|document)\b|[A-Z][\w'’-]*(?:\s[\w'’-]+){0,5},\s(?:he|she|it|they|his|her|its|"
    r"their)\b)"
)
DEMONSTRATIVE = re.compile(
    r"\b(?:this|these|those|such)\s(?!year|month|week|day|morning|century|decade|time|as\b|that\b|was\b|is\b|are\b)[a-z]{3,}"
)
"""Words that point back to something named before: "this dispute", "these towns"."""
FIGURE = re.compile(
    r"\d|\b(?:per cent|percent|million|billion|trillion|thousand|hundred|dozen|half|third|quarter|twice|"
    r"double[ds]?)\b"
)
NAME = re.compile(r"(?<![.!?:]\s)(?<=[\w,;]\s)[A-ZÀ-ÖØ-ÞА-Я][^\W\d_]{2,}")
_SAID = (
    r"(?:sa(?:id|ys?|ying)|told|tells|wr(?:ote|ites?|itten|iting)|stat(?:ed|es|ing)|call(?:ed|s|ing)|describ(?:ed|es|"
    r"ing)|announc(?:ed|es|ing)|declar(?:ed|es|ing)|warn(?:ed|s|ing)|promis(?:ed|es|ing)|add(?:ed|s|ing)|argu(?:ed|es|"
    r"ing)|claim(?:ed|s|ing)|insist(?:ed|s|ing)|according to|quot(?:ed|es|ing)|term(?:ed|ing)|dubb(?:ed|ing)|"
    r"label(?:led|ed)|not(?:ed|es|ing)|remark(?:ed|s)|explain(?:ed|s)|respond(?:ed|s)|repli(?:ed|es)|conclud(?:ed|es)|"
    r"acknowledg(?:ed|es)|vow(?:ed|s)|pledg(?:ed|es)|in (?:his|her|their|its) words|reads?|stipulat(?:ed|es)|"
    r"provid(?:es|ed) that|requires?|sagte|schrieb|nannte|erklärte|laut|déclar[ée]+|écrit|dit|selon|dijo|según|"
    r"escribió|disse|scrive|secondo|zei|schreef|volgens|sade|enligt|ifølge|сказал[аи]?|заявил[аи]?)"
)
SAID_BEFORE = re.compile(rf"(?<!so-)\b{_SAID}\b[^.!?]{{0,50}}$", re.IGNORECASE)
SAID_AFTER = re.compile(rf"[,.]?\s?(?:\w+\s){{0,3}}{_SAID}\b", re.IGNORECASE)
ENTITLED = re.compile(
    r"\b(?:entitled|titled|headlined|book|novel|film|song|album|essay|article|paper|report|study|series|episode|"
    r"chapter|poem|play|headline|Buch|Film|livre|roman|libro|película|boek|bok)\s*,?\s*[(]?$",
    re.IGNORECASE,
)
TRANSLATED = re.compile(r"\w\s?\($")
"""A few quoted words in brackets right behind a word are its translation or a gloss."""
OPINION = re.compile(
    r"\b(?:should|must|ought|need(?:s)? to|I|we|my|our|in (?:my|our) (?:view|opinion)|arguably|clearly|obviously|"
    r"of course|unfortunately|sadly|hopefully|surely|undoubtedly|deserves?|best|worst|better|worse|wrong|right|good|"
    r"bad|dangerous|bold|wise|foolish|shameful|unacceptable|outrageous|brilliant|disastrous|important|crucial|vital|"
    r"essential|sollte|muss|leider|devrait|il faut|debe(?:ría)?|dovrebbe|moet|zou|bör|должн[аоы]?)\b",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(?:may|might|could|can|would|perhaps|possibly|probably|likely|unlikely|seems?|seemed|appears?|appeared|"
    r"suggests?|potentially|reportedly|allegedly|apparently|presumably|expected to|könnte|dürfte|vielleicht|wohl|"
    r"pourrait|peut-être|podría|quizás|potrebbe|forse|misschien|kanske|kanskje|måske|может|возможно)\b",
    re.IGNORECASE,
)
