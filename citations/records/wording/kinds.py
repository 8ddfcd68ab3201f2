"""Words that say what kind of text or medium a source is; they never name an outlet."""

import re

_DEGREE = (
    r"(?:doctoral|bachelor['’]?s?|master['’]?s?|ph\.?\s?d\.?|m\.?\s?sc?\.?|[mb]\.?\s?a\.?|[dm]\.?\s?phil\.?|diploma)"
)
_PRESS_RELEASE = (
    r"(?:press|news|media)\s(?:release|statement)|(?:presse|fach)(?:mitteilung|meldung|information|erklärung)|communiqué\sde\spresse|"
    r"(?:comunicado|nota)\sde\sprensa|nota\sde\simprensa|comunicato\sstampa|persbericht|pressmeddelande|"
    r"pressemeddelelse|pressemelding|lehdistötiedote|komunikat\sprasowy|пресс-релиз"
)
MEDIUM = re.compile(
    r"\s?[\[(](?:internet|en ligne|en línea|em linha|in linea|elektronische ressource|electronic(?: resource)?|"
    r"web ?page|website|web|web ?log(?: post)?|blog(?: post)?|video(?: file)?|youtube(?: video)?|motion picture|film|"
    r"pdf|e-?book|podcast|(?:audio )?podcast episode|audio(?: podcast)?|"
    r"(?:tv|television|radio) (?:series episode|series|broadcast|program(?:me)?)|tweet|"
    rf"twitter post|{_PRESS_RELEASE}|"
    r"[^\W\d_]{4,14}(?: [^\W\d_]{3,14})? on the internet|"
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
"""A bracket that names the medium; before it stands a title, or a title and a container that a full stop divides."""
MEDIUM_SENTENCE = re.compile(
    r"[OE](?:(?<=[.?!]\s.)|(?<=[.?!,][”\"]\s.))(?:(?<=O)nline|n ligne|n línea|m linha)\.(?=\s)"
)
"""The medium in a sentence of its own, as the latest ISO 690 writes it."""
_KIND = (
    r"(?:thesis|dissertation|tech(?:nical)?\.?\s(?:report|rep\b\.?|memo(?:randum)?|note)|research\sreport|"
    r"(?:working|discussion|white|draft|conference)\spaper|preprint|manuscript|mimeo(?:graph(?:ed)?)?|"
    rf"fact\s?sheet|w3c\s(?:recommendation|working\sdraft|note)|policy\sbrief|backgrounder|{_PRESS_RELEASE}|"
    r"personal\scommunication|(?:ph\.?\s?d\.?\s)?diss\.|(?:us[a]?\s)?patent|internet-draft|"
    r"(?:projekt|diplom|master|bachelor|magister|seminar)arbeit|habilitation(?:sschrift)?|"
    r"(?:dissertação|tese|monografia|trabalho\sde\sconclusão\sde\scurso)(?:\s\([^()]{3,80}\)|\sde\s\w+)?|"
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
    r"(?=\s?[.,;:()\[\ue000]|\s?\Z|\s[–—]\s|\s(?:(?:vom|v\.|of|du|del)\s)?\d|(?<=diss\.)\s[A-Z]|"
    r"(?<=thesis)\s(?-i:[A-Z])|(?<=\sl['’])[A-ZÉ]|"
    r"(?<=dissertation)\s(?-i:(?!Abstracts)[A-Z]))"
    rf"|(?:(?:paper|manuscript|article)\s)?{_NOT_YET}[^.,;:()\ue000]{{0,90}}",
    re.IGNORECASE,
)
"""What kind of text a source is, with its number: it stands where a container could stand, and is not one."""
POST = re.compile(
    r"(?-i:(?=[BCDOPTVWbcdoptvw]))(?:blog\s?(?:post|entry)|op-ed|opinion(?:\spiece)?|tweet|toot|comment|column|"
    r"online[- ](?:publikation|veröffentlichung|ausgabe|dokument|publication|document|resource)|"
    r"web\s(?:publication|document)|(?:online\s)?video(?:\srecording)?|podcast|"
    r"document\s(?:électronique|administratif))"
    r"(?:[,.:;]\s?(?=\W?[A-Z])|[\s,.:;(]*\Z)",
    re.IGNORECASE,
)
"""What kind of text a source is, before the outlet that it came out in."""
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
    rf"{_PRESS_RELEASE}|blog\s?(?:post|entry)|advisory\sopinion|opinion(?:\spiece)?|op-ed|editorial|essay|article|"
    r"letter(?:\sto\sthe\seditor)?|open\sletter|memo(?:randum)?|fact\s?sheet|white\spaper|policy\sbrief|"
    r"briefing|webinar|video|podcast|post|thread|blogbeitrag|aufsatz|merkblatt|offener\sbrief|"
    r"avis|communiqué|tribune|billet(?:\sde\sblog)?|dossier|note|comunicado|nota|columna|carta|comunicato"
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
"""The first words of a sentence after a title that says what the text is and where it was presented: not an outlet."""
KIND_FIRST = re.compile(
    r"\((?-i:EN|DE|FR|ES|IT|PT|RU|JA|ZH|LA|NL|en|de|fr|es|it|pt|ru|ja|zh|la|nl|in inglese|en inglés|en anglais)\)\s|"
    r"o\.\s?V\.[,:]\s|Art(?:ikel|\.)\s(?=[„“»])|"
    rf"(?:{_PRESS_RELEASE}|(?:blog\s?post|article|essay|op-ed|column)(?=\sby\s))"
    r"(?:[,:]\s|\s(?:of|from|by|the|du|de la|de l['’]|des|de|del|della|der|van|från|fra)\s?(?:the\s)?)"
    r"(?=\W?[^\W\d_])",
    re.IGNORECASE,
)
"""The language or the kind of a text, before whose it is: "Press release, Ice Board, …"."""
MEETING = re.compile(
    r"\b(?:conf|conference|workshop|symp|symposium|proc|proceedings|congress|meeting)\b", re.IGNORECASE
)
"""The meetings that texts are given at: what names one is no publisher."""
