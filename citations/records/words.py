"""Words that tell the parts of a note apart, in the languages notes are written in."""

import re

from citations.records.cities import CITY_NAMES

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
"""Words in lower case that stand in titles and hardly in a person's name (particles such as "van" are kept apart)."""

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

_ACCESS_VERBS = (
    r"(?:last\s|date\s|page\s|site\s)?(?:accessed|acessed|accesed|retrieved|visited|viewed|consulted|checked|cited|"
    r"assessed|downloaded?|retr\.|acc\.|updated on access|"
    r"(?:(?<=last\s)|(?<!\w\s))read)|access(?:\sdate|\son)?|date of access|as of"
    r"|consult[ée]e?s?|page consult[ée]e|derni[èe]re consultation|dernier acc[èe]s|vu|lu"
    r"|abgerufen|abruf|besucht|zuletzt\s(?:abgerufen|besucht|aufgerufen|gepr[üu]ft|eingesehen)|"
    r"letzter\s(?:abruf|zugriff|"
    r"aufruf)|zugriff?|zugegriffen|aufgerufen|stand"
    r"|consultado|consultada|visitad[oa]|citado|recuperado|accedido|última consulta|"
    r"fecha de consulta|acceso|acessado|acesso|consulta"
    r"|consultato|visitato|ultimo accesso|accesso|ultima consultazione|url consultato"
    r"|download|internetzugriff|recherchiert|repéré|geraadpleegd|bezocht|bekeken|opgehaald|laatst\s(?:bezocht|"
    r"geraadpleegd|bekeken)"
    r"|hämtad|hämtat|läst|besökt|åtkomst|hentet|besøkt|lese?dato|lest|brukt|besøgt|tilgået|lastet ned|(?<!data\s)set|"
    r"viitattu|luettu|haettu|noudettu|дата обращения|дата доступа|обращение|проверено|дата звернення"
    r"|(?:data\s)?dostęp(?:u)?|cit\.|citováno|navštíveno|erişim(?:\starihi)?|accesat|hozzáférés|"
    r"diakses(?:\s(?:pada|tanggal)){0,2}"
)
ACCESS_BEFORE = re.compile(
    rf"(?:(?<=[\s(\[,.;:\-–—])|^|(?<=\ue000))(?:{_ACCESS_VERBS})(?:\b|(?<=\.))[\s:,]{{0,3}}"
    r"(?:\w{0,12}ly\s)?(?:(?:on|le|am|el|em|en|il|den|d\.|op|in|im|at|vom|the|:)\s?){0,2}"
    r"(?:\d{1,2}[:.]\d{2}(?:\s?(?:am|pm|uhr|h))?,?\s)?\Z"
    r"|\[(?:en ligne|online|en línea)\s?\(\s?\Z",
    re.IGNORECASE,
)
"""Words before a date that make it the day on which the author looked at the page."""

ACCESS_STEMS = (
    *("acc", "acess", "retr", "visit", "view", "consult", "check", "cit", "assess", "download", "read"),
    *("as of", "vu", "lu", "repér", "en ligne", "online", "línea", "ruf", "besuch", "prüft", "sehen", "griff"),
    *("stand", "recherch", "recup", "geraad", "bezocht", "bekeken", "opgehaald", "hämta", "läst", "lest", "brukt"),
    *("besø", "besök", "åtkomst", "hentet", "tilgå", "lastet", "set", "viitattu", "haettu", "noudettu", "дата"),
    *("обращен", "провер", "zugri", "dostęp", "navštív", "eriş", "hozzáf", "diakses"),
)
"""Letters of which some stand in every word that ``ACCESS_BEFORE`` knows."""

ARCHIVED_BEFORE = re.compile(
    r"(?:(?<=[\s(\[,.;])|^|(?<=\ue000))(?:archived|archiviert|archivée?|archivad[oa]|arquivad[oa]|archiviat[oa]|"
    r"gearchiveerd|arkivera[dt]|arkivert|arkiveret|zarchiwizowane|архивировано|архивная копия)\b[^.;\d]{0,48}\Z",
    re.IGNORECASE,
)
"""Words before a date that make it the day on which a copy was archived."""
ARCHIVED_STEMS = ("rchiv", "rquiv", "rkiv", "рхив")

ACCESS_AFTER = re.compile(
    rf"\s(?:\d{{1,2}}[:.]\d{{2}}\s?(?:am|pm|uhr|h)?\s?)?(?:{_ACCESS_VERBS})(?=\s?[)\].,;]|\s?\Z)", re.IGNORECASE
)
"""Words after a date that do the same ("12 May 2020 abgerufen")."""

LINK_BEFORE = re.compile(
    r"(?:(?<![\w])(?:"
    r"(?:also |now |freely )?(?:available|accessible|viewable|accessed|retrieved|downloaded|viewed|found|online|"
    r"source|read(?: it)?)"
    r"(?:\s(?:online|electronically))?(?:\s(?:at|from|via|on|in|here|under|through))?(?:\s(?:url|the url|website))?"
    r"|at|from|under|via|see|and|url|urls?|link|website|web ?site|homepage|web|internet|online(?: at)?|doi|uri|"
    r"permalink|(?:disponible|consultable|accessible|consultée?|récupérée?)(?:\s(?:en ligne))?"
    r"(?:\s(?:sur|à l['’]adresse|à|de|en|at|in))?(?:\sinternet)?|en ligne(?:\ssur)?|adresse|lien|sur"
    r"|(?:abrufbar|verfügbar|online verfügbar|erhältlich|abgerufen|einsehbar)(?:\s(?:unter|von|bei|auf|am))?|unter|"
    r"von|quelle|siehe|online im internet(?:\sunter)?"
    r"|(?:disponível|acessível|obtido|retirado|recuperado|disponibile|reperibile|tratto|consultable|consultado|"
    r"dostępne|dostępny)(?:\s(?:em|de|en|da|su|a|pod adresem|at|all['’]indirizzo))?|en línea|in linea"
    r"|(?:beschikbaar|te vinden|geraadpleegd|verkregen)(?:\s(?:op|via|van))?|tilgjengelig(?:\s(?:fra|på))?|"
    r"tilgængelig(?:\spå)?|tillgänglig(?:\s(?:på|via))?"
    r"|repérée?(?:\s[àa])?|(?:document )?téléaccessible(?:\sà l['’]adresse)?|in|or|sowie|internetquelle|"
    r"(?:internet(?:quelle)?:\s)?url|hämtad från|hentet fra|saatavilla|saatavissa|osoitteesta|"
    r"dostupn[éáýo](?:\s(?:z|na))?|elérhető(?:ség)?|erişim adresi|disponibil(?:\sla)?|режим доступа|доступно(?:\sпо)?|"
    r"доступ"
    r"))?\s?[:：=]?\s?[<\[(⟨]?\s?\Z",
    re.IGNORECASE,
)
"""Words before a link that only announce it."""

_DEGREE = (
    r"(?:doctoral|bachelor['’]?s?|master['’]?s?|ph\.?\s?d\.?|m\.?\s?sc?\.?|[mb]\.?\s?a\.?|[dm]\.?\s?phil\.?|diploma)"
)
MEDIUM = re.compile(
    r"\s?[\[(](?:internet|en ligne|en línea|em linha|in linea|elektronische ressource|electronic(?: resource)?|"
    r"web ?page|website|web|web ?log(?: post)?|blog(?: post)?|video(?: file)?|youtube(?: video)?|motion picture|film|"
    r"pdf|e-?book|podcast|(?:audio )?podcast episode|audio(?: podcast)?|"
    r"(?:tv|television|radio) (?:series episode|series|broadcast|program(?:me)?)|tweet|"
    r"twitter post|press release|[^\W\d_]{4,14}(?: [^\W\d_]{3,14})? on the internet|"
    r"serial online|on-?line|электронный ресурс|verkkojulkaisu|nettdokument|facebook status update|online post|"
    rf"(?:(?:unpublished )?{_DEGREE} )?"
    r"(?:dissertation|thesis)(?:, (?P<issuer>[^()\[\]]{3,90}?)(?:,? (?:1[89]|20)\d\d)?)?|letter to the editor|"
    r"working paper|preprint|photograph|infographic|conference presentation|data ?set|software|computer software|map|"
    r"mastodon post|pdf document|video clip)(?:,\s(?:\d{1,3}[:.])?\d{1,3}(?:[:.]\d\d)?\s?min(?:utes)?\.?)?[\])}]|"
    r"\s?\[(?:e?published(?:\sonline)?|epub)(?:\sahead of print)?[^\[\]]{0,80}\](?=[.,]\s)|"
    r"\s?\[(?:[JMNDCRPSZ]|DB|EB|(?:[JMNDCRPSZ]|DB|EB)/OL)\]|"
    r"\s?\[(?!sic)[^\W\d_]{2,14}(?:\s[^\W\d_]{2,14}){0,2}\](?=\.\s(?!\((?:19|20)\d\d))",
    re.IGNORECASE,
)
"""A bracket that names the medium; what stands before it is a title, or a container after a full stop."""

MEDIUM_SENTENCE = re.compile(
    r"[OE](?:(?<=[.?!]\s.)|(?<=[.?!,][”\"]\s.))(?:(?<=O)nline|n ligne|n línea|m linha)\.(?=\s)"
)
"""The medium in a sentence of its own, as the latest ISO 690 sets it."""

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
    r"|(?:nos?|nr|num|number|issue|iss|heft|h|n|núm|numéro|fasc|№|выпуск|вып)\.?\s?[°º]?\s?\d|n\s?[°º]\s?\d|№\s?\d"
    r"|nos?\.\s?[^\W\d_]{3}"
    r"|(?:pp?|paras?|¶{1,2}|rn|rz|pgs?|pages?|pág|págs|pag|sf|ss|s|seiten?|стр|с|side|sid|str|blz|"
    r"fol|ff)\.?\s?[A-Z]?\d+"
    r"|(?:art|article|paper|episode|season|section|sect|sec|chapter|chap|ch|edition|supplement|suppl|series|"
    r"ser)\.?\s?(?:no\.?\s?)?\d"
    r"|issn\b|special issue\s\d|第\s?\d{1,4}\s?[巻卷号期]"
    r"|(?:in press|to appear|forthcoming|im druck|sous presse|en prensa)\b"
    r"|[IVXLC]{1,7}(?=[,:]\s?\d|\s\(\d)|[IVXLC]{2,7}(?=\.\s?\d)"
)
LOCATOR = re.compile(
    rf"[\s,.;:(]\s?+(?:(?-i:(?=\d))(?:{_FIGURES_FIRST})|"
    rf"(?-i:(?=[ABCDEFHIJLNPRSTVXÅВНРСТabcdefhijlnprstvxåвнпрст¶№第]))(?:{_WORDS_FIRST}))",
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

EDITION_ALONE = (
    r"(?:\d{1,2}(?:st|nd|rd|th|e|ème|a|\.?ª|\.)?\s(?:[éÉeE]d|Aufl|vyd|utg|изд)\.?|"
    r"(?:\d{1,2}(?:st|nd|rd|th|e|ème|a|\.?ª|\.)?\s)?(?:[ÉéEe]dition|[Ee]dición|[Ee]dição|[Ee]dizione|Auflage|Ausgabe|"
    r"uitgave|druk|wydanie|vydání|издание|painos|baskı))"
)
"""The pattern of an edition by itself: "2e éd.", "3. Auflage", "edición"."""

_KIND = (
    r"(?:thesis|dissertation|tech(?:nical)?\.?\s(?:report|rep\b\.?|memo(?:randum)?|note)|research\sreport|"
    r"(?:working|discussion|white|draft|conference)\spaper|preprint|manuscript|mimeo(?:graph(?:ed)?)?|"
    r"fact\s?sheet|w3c\s(?:recommendation|working\sdraft|note)|(?:news|media)\srelease|press\sstatement|"
    r"policy\sbrief|backgrounder|"
    r"persbericht|(?:presse|fach)(?:mitteilung|meldung)|communiqué\sde\spresse|"
    r"(?:comunicado|nota)\sde\sprensa|comunicato\sstampa|"
    r"pressmeddelande|pressemeddelelse|pressemelding|lehdistötiedote|komunikat\sprasowy|пресс-релиз|"
    r"personal\scommunication|(?:ph\.?\s?d\.?\s)?diss\.|(?:us[a]?\s)?patent|press\srelease|internet-draft|"
    r"(?:projekt|diplom|master|bachelor|magister|seminar)arbeit|habilitation(?:sschrift)?|"
    r"th[èe]se(?:\s(?:de|en)\s[a-zéèê]{3,20}){0,3}(?:\s(?:de|à)\sl['’](?=[A-ZÉ]))?|"
    r"mémoire\sde\s\w+|tesis(?:\sdoctoral|\sde\s\w+)?|tesi\sdi\s\w+|tech\.\srep\.?|"
    r"(?:автореф(?:ерат|\.)\s)?дис(?:\.|сертаци[яи])[^;\ue000]{0,40}?\sнаук|(?:doktors|licentiat)avhandling|"
    r"(?:final|annual|interim)\sreport|report(?=\s(?:no|nr|number)\b)|(?:unpublished\s)?lecture\snotes)"
)
_REPORT_NUMBER = r"(?:,?\s(?:UMI\s|no\.?\s?|number\s|nr\.?\s?|#\s?)?(?=[\w./:-]{0,12}\d)[\w./:-]{1,24})?"
_NOT_YET = (
    r"(?:submitted\b|(?:presentation|lecture|talk|speech|slides)\s"
    r"(?:given\s|delivered\s|held\s|presented\s)?at\s|in preparation\b|"
    r"(?:communication\s)?présentée?\s(?:lors\sd|à\s|au\s|dans\s)|to appear\b|available (?:at|from|on)\s(?=[A-Z]))"
)
GENRE = re.compile(
    rf"(?:[A-Z][\w.&'’-]{{0,14}}\s){{0,3}}?(?:(?:unpublished|draft|{_DEGREE})\s){{0,2}}{_KIND}{_REPORT_NUMBER}"
    r"(?=\s?[.,;:()\[\ue000]|\s?\Z|\s(?:(?:vom|v\.|of|du|del)\s)?\d|(?<=diss\.)\s[A-Z]|"
    r"(?<=thesis)\s(?-i:[A-Z])|(?<=\sl['’])[A-ZÉ]|"
    r"(?<=dissertation)\s(?-i:(?!Abstracts)[A-Z]))"
    rf"|(?:(?:paper|manuscript|article)\s)?{_NOT_YET}[^.,;:()\ue000]{{0,90}}",
    re.IGNORECASE,
)
"""What kind of text a source is, with its number: it stands in the place of a container, and is none."""

POST = re.compile(
    r"(?-i:(?=[BCDOPTVWbcdoptvw]))(?:blog\s?(?:post|entry)|op-ed|opinion(?:\spiece)?|tweet|toot|comment|column|"
    r"online[- ](?:publikation|veröffentlichung|ausgabe|dokument|publication|document|resource)|"
    r"web\s(?:publication|document)|(?:online\s)?video(?:\srecording)?|podcast|"
    r"document\s(?:électronique|administratif))"
    r"(?:[,.:;]\s?(?=\W?[A-Z])|[\s,.:;(]*\Z)",
    re.IGNORECASE,
)
"""What kind of text a source is, before the outlet that it came out in."""

_CITY = (
    rf"(?:(?:М|Л|СПб|Пг)\.|Frankfurt(?:\sa\.\s?|/)M\.|(?!(?:DOI|URL|ISBN|ISSN|PMID|PMCID)\b)(?:St\.\s)?{CAPITAL}"
    rf"(?:[^\W\d]|['’-])*(?:[\s/&][\s/&-]{{0,2}}(?:[^\W\d]|['’-])+){{0,2}}"
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
    r"press|verlag|publish(?:ers?|ing)|publications?|éditions|editions?|editorial|editora|edizioni|ediciones|"
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


_KINDS = (
    r"report|presentation|speech|lecture|talk|address|remarks|testimony|statement|submission|keynote|"
    r"sermon|interview|review|"
    r"rede|vortrag|festvortrag|referat|ansprache|festrede|predigt|beitrag|stellungnahme|gutachten|bericht|kurzfassung|"
    r"(?:grundsatz|positions|thesen|diskussions|eckpunkte)papier|gespräch|"
    r"discours|conférence|allocution|exposé|rapport|entretien|intervention|compte\srendu|"
    r"discurso|ponencia|conferencia|palestra|entrevista|informe|discorso|relazione|intervista|rapporto|"
    r"föredrag|tal|foredrag|lezing|toespraak|доклад|выступление|речь|интервью"
)
_PUBLISHED_KINDS = (
    r"press\srelease|news\srelease|blog\s?(?:post|entry)|advisory\sopinion|opinion(?:\spiece)?|op-ed|"
    r"editorial|essay|article|"
    r"letter(?:\sto\sthe\seditor)?|open\sletter|memo(?:randum)?|fact\s?sheet|white\spaper|policy\sbrief|"
    r"briefing|webinar|video|"
    r"podcast|post|thread|pressemitteilung|blogbeitrag|aufsatz|merkblatt|offener\sbrief|"
    r"avis|communiqué(?:\sde\spresse)?|tribune|billet(?:\sde\sblog)?|dossier|note|"
    r"comunicado(?:\sde\sprensa)?|nota(?:\sde\sprensa)?|columna|carta|comunicato(?:\sstampa)?|nota\sde\simprensa"
)
KIND_BEFORE_MARKS = re.compile(
    rf"(?:,\s(?:[a-zà-ÿ]{{2,12}}\s)?(?i:{_KINDS}|{_PUBLISHED_KINDS})(?:\s[a-zà-ÿ]{{3,14}}){{0,2}}|"
    rf"\s(?i:{_PUBLISHED_KINDS})\s(?:vom|of|du|del|van|från)\s\d[^,;:]{{5,24}})[:,]?\s\Z"
)
"""What kind of text it is, between whose it is and its title in marks: "Ice Board, press release “Who pays?”"."""
_WHEN = (
    r"to|at|before|with|by|given|delivered|held|prepared|commissioned|submitted|"
    r"auf|bei|beim|anlässlich|vor|zum|zur|im|am|an|des|der|durch|mit|für|"
    r"prononcée?|présentée?|donnée?|devant|lors|à|au|aux|avec|par|"
    r"ante|pronunciado|dado|con|com|por|tenuto|presentato|alla|vid|ved|met|op|на|перед|с"
)
_OF_A_WORK = (
    r"(?:rev(?:iew)?\.?\sof|rezension\s(?:zu|von)|rez\.\szu|compte\srendu\sde)\s"
    r"[^.;\ue000]{2,160}?,\s(?:by|von|de|dir\.|ed\.)\s"
)
KIND_IN_WORDS = re.compile(
    rf"(?:{_OF_A_WORK}|(?:{_KINDS})\s(?-i:{_WHEN})\s)(?=[^\W\d_]|\d)",
    re.IGNORECASE,
)
"""How a sentence behind a title begins that says what the text is and where it was heard: no outlet is called so."""
