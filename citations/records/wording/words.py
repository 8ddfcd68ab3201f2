"""Words that tell the parts of a note apart, in the languages notes are written in."""

import re

from citations.records.wording.cities import CITY_NAMES

LOWER = "".join(chr(code) for code in range(0x61, 0x530) if chr(code).islower())
"""Small letters of the Latin, Greek and Cyrillic alphabets; scripts without capitals are never small."""

CAPITAL = f"[^\\W\\d_{LOWER}]"
"""A letter that can open a name: a capital, or any letter of a script that has none."""

_STOP_WORDS = (
    "a an the of in on at to for from by with as and or but if is are was were be how why what when who where which "
    "this that these those it its not no new your you we our after before about into over under between against "
    "through during says will can should could may must do does did has have had "
    "le la les des du au aux un une et dans sur pour par avec est comment pourquoi "
    "der die das ein eine und im am zum zur bei auf mit für aus nach über wie warum ist wird "
    "el los las una y en del con para por como cómo qué il lo gli uno nel nella di per che come "
    "o os as um uma em no na dos das het een en van de op voor met bij och att det som för på til og ei på av"
)
STOPS = frozenset(_STOP_WORDS.split())
"""Words in lower case that titles have and names of persons hardly ever ("van" and the like are in ``PARTICLES``)."""

PARTICLES = (
    r"(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]as|los|las|[Dd]u|"
    r"[Dd]es|[Ll]a|[Ll]e|[Ee]l|"
    r"al|[Bb]in|ibn|"
    r"[Tt]en|[Tt]er|[Zz]u|zur|af|av|y|St\.?|San|Mc|Mac|['’]t|[Dd]['’]|[Oo]['’]|Ó|Ní|VAN|VON|DE|DER|DEN|DEL|DI|LA|LE|DU)"
)

_ABBREVIATED = (
    "st mr mrs ms dr prof sr jr v vs etc inc ltd co corp no nos nr vol vols pp p ed eds hg hrsg et al cf ca approx "
    "dept univ inst assoc proc trans conf symp j jour rev ann bull sci res int intl natl nat acad soc am amer eur comm "
    "comput eng math phys chem biol med psychol lett mech mater appl environ eng'g gov gen sec sect art ch chap fig "
    "jan feb mar apr jun jul aug sep sept oct nov dec rep lt col capt sgt rev hon mt ft u.s u.k u.n e.g i.e d.c a.m "
    "p.m ph.d m.d b.a m.a op cit ibid ser suppl bd aufl s n.s ill tr transl éd dir coll fasc "
    "physiol biochem neurosci neurol surg pediatr clin exp pharmacol endocrinol metab immunol microbiol genet cell "
    "mol theor stat econ polit sociol philos educ behav cogn percept psychophys perf adv ind syst technol tech "
    "softw electron commun netw opt struct astron astrophys geophys geol ecol evol zool bot agric vet nutr obes "
    "oncol radiol cardiol dermatol gastroenterol hematol urol gynecol obstet orthop rheumatol toxicol virol "
    "chr gebr wilh überarb erw metod метод anm fn fol fols ff bl zit inv kap ebd vgl ms mss "
    "wm chas geo thos núm num prog oceanogr hydrol meteorol climatol atmos aquat pathol const harv stan colum mich "
    "annu expo veh lett workshop wkshp congr "
    "tłum przeł přel übers wyd nakl vyd изд int'l nat'l intern organ manag manage adm q quart mag dev fed ref"
)
ABBREVIATIONS = frozenset(_ABBREVIATED.split())
"""Words in lower case, without their last full stop, after which a full stop ends no sentence."""


_FIGURES_FIRST = (
    r"\d{1,4}\s?(?:pp?|s|pages|seiten|vols?|bde?)\.?(?=[\s,.;)\]]|\Z)"
    r"|\d{1,4}(?:st|nd|rd|th|d)\sed|\d{1,4}n\.?\s?\d{1,3}\b"
    r"|\d{1,4}\s?\(\s?\d{1,4}(?:\s?[-–/,&]\s?\d{1,4})?\s?\)|\d{1,4}\((?=[A-Z][a-z]{2})"
    r"|\d{1,3}(?:st|nd|rd|th)\s(?:cong|sess|leg)\b"
    r"|\d{1,4}(?:\s?\((?:[^()]{1,20})\))?\s?[:,]\s?(?:pp?\.?\s?)?[A-Za-z]?\d+|\d{1,4}(?:\s?[-–]\s?\d{1,4})?\s?[頁页]"
    r"|\d{1,4},\s(?:no|nr|n|issue)\b|\d{1,4}\s\d{1,4}\s?[-–]\s?\d"
    r"|\d{1,2}(?:[-–]\d{1,2})?/(?:19|20)\d\d(?=[\s,.;:)]|\Z)|\d{1,4}/\d{1,3}(?=\s\((?:1[5-9]|20)\d\d)"
    r"|\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?=\s?[,.;]|\s?\Z|\s\(|\s\ue000)"
)
_WORDS_FIRST = (
    r"(?:vols?|v|volume|bd|band|jg|jahrgang|t|tome|tomo|tom|díl|svazek|том|т|årg|vuosikerta|"
    r"deel)(?:\.?\s?\d|(?:\.\s?|\s)[IVXLC]+\b)"
    r"|(?:nos?|nr|num|number|issue|iss|heft|ausgabe|h|n|núm|numéro|fasc|№|выпуск|вып)\.?\s?[°º]?\s?\d|n\s?[°º]\s?\d|№\s?\d"
    r"|nos?\.\s?[^\W\d_]{3}"
    r"|(?:pp?|paras?|¶{1,2}|rn|rz|pgs?|pages?|pág|págs|pag|sf|ss|s|seiten?|стр|с|side|sid|str|blz|"
    r"fol|ff)\.?\s?[A-Z]?\d+"
    r"|(?:art|article|paper|episode|season|section|sect|sec|chapter|chap|ch|kap|kapitel|edition|supplement|suppl|series|"
    r"ser)\.?\s?(?:no\.?\s?)?\d"
    r"|issn\b|special issue\s\d|第\s?\d{1,4}\s?[巻卷号期]"
    r"|(?:in press|to appear|forthcoming|im druck|sous presse|en prensa)\b"
    r"|(?<!siglo\s)(?<!século\s)(?<!secolo\s)(?<!segle\s)(?:[IVXLC]{1,7}(?=[,:]\s?\d|\s\(\d)|[IVXLC]{2,7}(?=\.\s?\d))"
)
LOCATOR = re.compile(
    rf"[\s,.;:(]\s?+(?:(?-i:(?=\d))(?:{_FIGURES_FIRST})|"
    rf"(?-i:(?=[ABCDEFHIJKLNPRSTVXÅВНРСТabcdefhijklnprstvxåвнпрст¶№第]))(?:{_WORDS_FIRST}))",
    re.IGNORECASE,
)
"""Where volume, issue and pages begin. Their first signs are looked at first, in one case, for speed."""

ROLE = (
    r"(?:(?:executive\s)?(?:producer|director)|writer|screenwriter|host|narrator|presenter|composer|"
    r"conductor|performer|"
    r"speaker|interviewer|creator|illustrator|artist|photographer|translator|compiler|instructor|lecturer|teacher|"
    r"moderator|developer|designer|curator|guest)s?"
)
EDITORS = re.compile(
    rf"(?:[,\s]{{0,2}}\({ROLE}(?:\s?[/&,]\s?{ROLE}){{0,2}}\)|,\s{ROLE}(?=[.,:]))[:.,]{{0,2}}|"
    r"[,\s]{0,2}\(?\b(?-i:(?=[ABCDEHORTÉÜПРСabcdehortéüпрс]))(?:eds?|editors?|hg|hgg|hrsg|hrsgg|org|orgs|coord|"
    r"coords|comp|comps|dir|red|éds?|éditeurs?|"
    r"a cura di|"
    r"bearb|übers|trans|transl|directors?|dirs|под\sред|ред|сост)\b\.?\)?[:.,]{0,2}",
    re.IGNORECASE,
)
"""The word after names that makes them editors, or says what else they did for a film, a broadcast or a book."""

EDITION = re.compile(
    r"(?:with an?|edited|eds?\.|translated|transl?\.|illustrated|revised|rev\.|expanded|reprint|new ed|foreword|"
    r"introduction|intro|traduction|trad|tradução|traducción|traduzione|aus dem|"
    r"vertaald|översatt|oversatt|přel(?:ožila?)?|překlad|tłum(?:aczyła?)?|przeł(?:ożyła?)?|hrsg|übers|edición|"
    r"édition|editio|second|third|fourth|fifth|vol|in|"
    r"\d{1,2}(?:st|nd|rd|th)|\d{1,2}\. aufl)(?!\w)",
    re.IGNORECASE,
)
"""How a sentence about the edition of a book, its editors or its translators begins."""

_NUMERAL = r"\d{1,2}(?:\.?(?:st|nd|rd|th|d|er|e|ème|a|ª|º)|\.)?"
EDITION_NUMBER = (
    rf"(?:{_NUMERAL},?\s(?:(?!in\s)[a-zäöü]{{2,16}}\.?,?\s){{0,2}}?|(?i:second|third|fourth|fifth|rev(?:ised|\.)?|new)\s)"
    r"(?i:edn?|edition|edición|edição|edizione|éd|édition|Aufl(?:age)?|Ausg(?:abe)?)\b\.?"
)
"""The pattern of the number of an edition: "2nd ed.", "3., überarb. Auflage", "revised edition"."""
EDITION_ALONE = (
    r"(?:\d{1,2}(?:st|nd|rd|th|e|ème|a|\.?ª|\.)?\s(?:[éÉeE]d|Aufl|vyd|utg|изд)\.?|"
    r"(?:\d{1,2}(?:st|nd|rd|th|e|ème|a|\.?ª|\.)?\s)?(?:[ÉéEe]dition|[Ee]dición|[Ee]dição|[Ee]dizione|Auflage|Ausgabe|"
    r"uitgave|druk|wydanie|vydání|издание|painos|baskı))"
)
"""The pattern of an edition by itself: "2e éd.", "3. Auflage", "edición"."""


_IN_NO_CITY = r"(?:at|in|to|for|with|from|by|over|is|are)\s"
"""Small words that a title has before its colon, and the name of a city has not: "Locked at Sea: …"."""
_CITY = (
    rf"(?:(?:М|Л|СПб|Пг)\.|Frankfurt(?:\sa\.\s?|/)M\.|(?!(?:DOI|URL|ISBN|ISSN|PMID|PMCID)\b)(?:St\.\s)?{CAPITAL}"
    rf"(?:[^\W\d]|['’-])*(?:[\s/&](?!{_IN_NO_CITY})[\s/&-]{{0,2}}(?:[^\W\d]|['’-])+){{0,2}}"
    rf"(?:,\s(?:[A-Z]{{2}}|[A-Z]\.[A-Z]\.|{CAPITAL}[\w.]+(?:\s{CAPITAL}\w+)?)|\s\([A-Z][^\W\d_]{{1,15}}\))?)"
)
CITIES = rf"(?:{_CITY}(?:;\s|\s/\s|/)|(?:{CITY_NAMES}),?\s(?:and|und|et|&)\s){{0,2}}{_CITY}\s?:\s+(?=[^\W\d]|[“\"])"
"""The pattern of one or more cities with the colon before a publisher."""
PLACE = re.compile(CITIES)

DOCUMENT_NUMBER = re.compile(
    r"(?=\D*+\d\D*+\d)(?=[^A-Z]*+[A-Z])(?:[A-Z]{1,5}\s)?[A-Z\d]{1,6}(?:\s?[./–-]\s?[A-Z\d()]{1,8}){1,6}"
)
"""The number of a document of an office: "A/RES/75/1", "EC 1110-2-6000", "GAO-19-123"."""


def _any_of(words: str) -> re.Pattern[str]:
    """Give a pattern for whole words in any case; grouped by first letter, which the matcher can pass over at once."""
    by_letter: dict[str, list[str]] = {}
    for word in re.split(r"\|(?![^(\[]*[)\]])", words):
        by_letter.setdefault(word[0], []).append(word[1:])
    first = "".join(by_letter)
    groups = (f"[{letter}{letter.upper()}](?i:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"\b(?=[{first}{first.upper()}])(?:{'|'.join(groups)})\b")


PUBLISHER = _any_of(
    r"press|verlag|publish(?:ers?|ing)|associates|publications?|éditions|editions?|editorial|editora|edizioni|ediciones|"
    r"edições|editore|books|"
    r"universit(?:[yéàäea]t?|eit)|università|universidade?|universiteit|univ|college|"
    r"school of [^\W\d_]+|institut[eo]?|dept|department|cent(?:er|re)|"
    r"laborator(?:y|ies)|labs?|presses|springer|elsevier|wiley|kluwer|academic|routledge|blackwell|sage|norton|penguin|"
    r"mcgraw-hill|prentice|addison-wesley|north-holland|macmillan|harper|hall|freeman|dover|erlbaum|gallimard|seuil|"
    r"kaufmann|plenum|dekker|birkhäuser|brill|inc|incorporated|ltd|gmbh|company|corp(?:oration)?|foundation|"
    r"stiftung|fondation|ministry|agency|"
    r"bureau|council|museum|library|commission|association|society|organi[sz]ation|office|government printing|"
    r"wydawnictw[oa]?|wyd|oficyna|nakladatelství|vydavatelství|forlag(?:et)?|förlag(?:et)?|kustannus|"
    r"uitgeverij|uitgevers|kiadó|"
    r"yayınları|yayınevi|yayıncılık|editura|институт|университет|издательство|министерство|академия"
)
"""Words that publishing houses and institutions have in their names."""

SERIAL = _any_of(
    r"journal|review|magazine|bulletin|annals|proceedings|transactions|news|times|post|zeitschrift|zeitung|"
    r"revue|revista|week|weekly|herald|guardian|tribune|gazette|chronicle|quarterly|rivista|tidskrift|"
    r"tijdschrift|daily|courier|"
    r"telegraph|observer|kurier|anzeiger|tageblatt|courrier|gazeta|giornale|dagblad|courant|tidende"
)
"""Words that newspapers and journals have in their names."""

ISSUE = re.compile(
    rf"\s*({CAPITAL}[^,;:.\"“”()\d\ue000]{{2,50}}),\s(?:(?:le|den|of)\s)?(?:\d{{1,2}}(?:[–-]\d{{1,2}})?\.?\s"
    rf"[^\W\d_]{{3,10}}\.?|[^\W\d_]{{3,10}}\.?\s\d{{1,2}},)\s"
    r"(?:1[5-9]|20)\d\d[.;\s]*"
)
"""A newspaper and its day, and nothing else: "The Northern Herald, 3 May 1907"."""

IN_MARK = re.compile(
    r"\s//\s(?=\W?[^\W\d_])|[.?!]\s(?:[Oo]riginally\s)?(?:[Rr]eprinted|[Pp]ublished|[Pp]resented)\s[Ii]n\s|"
    r"[.?!,;]?[”’\"']?\s(?:In|IN):\s|[.?!,;][”’\"']?\s(?:In|IN|Dans|in|dans|En|en)\s"
    r"(?=[A-Z“\"‘'«])|[.]\s(?:in|en|"
    r"dans)[:\s]|,\s(?:in|w):\s|[.,]\s\[(?:w|in):?\]:?\s|,\ssur?\s(?=[A-Z«]|(?:[\w-]{2,40}\.){1,3}[a-z]{2,7}\b)|"
    r",\sin\s(?=(?:la|il|lo|l['’])\s?[A-Z])|"
    rf"\.\s[IW]:\s(?={CAPITAL}[\w’'-]+,?\s[A-Z]\.)|[.?!;,]\s[ВвУу](?:\sкн\.)?:\s"
)
"""Where the volume that holds a chapter, or the outlet of an article, begins."""


RUNNING = rf"(?!(?:of|the|and|for|on|de|du|des|del|della|für|und|et|van|voor|y|e)\s)[{LOWER}]{{2,}}"
"""A word of running text, which the name of a body hardly ever contains."""


RUNS = re.compile(rf"\s{RUNNING}\s")
"""A word of running text between others: no body has such a name."""
