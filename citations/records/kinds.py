"""What says in running words of which kind a text is: "Speech at the opening of the port", "Review of Frost, by B"."""

import re

_KINDS = (
    r"report|presentation|speech|lecture|talk|address|remarks|testimony|statement|submission|keynote|sermon|interview|review|"
    r"rede|vortrag|festvortrag|referat|ansprache|festrede|predigt|beitrag|stellungnahme|gutachten|bericht|kurzfassung|"
    r"(?:grundsatz|positions|thesen|diskussions|eckpunkte)papier|gespräch|"
    r"discours|conférence|allocution|exposé|rapport|entretien|intervention|compte\srendu|"
    r"discurso|ponencia|conferencia|palestra|entrevista|informe|discorso|relazione|intervista|rapporto|"
    r"föredrag|tal|foredrag|lezing|toespraak|доклад|выступление|речь|интервью"
)
_PUBLISHED_KINDS = (
    r"press\srelease|news\srelease|blog\s?(?:post|entry)|advisory\sopinion|opinion(?:\spiece)?|op-ed|editorial|essay|article|"
    r"letter(?:\sto\sthe\seditor)?|open\sletter|memo(?:randum)?|fact\s?sheet|white\spaper|policy\sbrief|briefing|webinar|video|"
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
