"""Words that announce a link, the day on which the author opened it, and the day on which it was archived."""

import re

_ACCESS_VERBS = (
    r"(?:last\s|date\s|page\s|site\s)?(?:accessed|acessed|accesed|retrieved|visited|viewed|consulted|checked|cited|"
    r"assessed|downloaded?|retr\.|acc\.|updated on access|"
    r"(?:(?<=last\s)|(?<!\w\s))read)|access(?:\sdate|\son)?|date of access|as of"
    r"|consult[ée]e?s?|page consult[ée]e|derni[èe]re consultation|dernier acc[èe]s|vu|lu"
    r"|abgerufen|abruf|besucht|zuletzt\s(?:abgerufen|besucht|aufgerufen|gepr[üu]ft|eingesehen)|"
    r"letzter\s(?:abruf|zugriff|"
    r"aufruf)|zugriff?|zugegriffen|aufgerufen|stand"
    r"|consultado|consultada|visitad[oa]|citado|recuperado|accedido|acedid[oa]|última consulta|"
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
    *("acc", "aced", "acess", "retr", "visit", "view", "consult", "check", "cit", "assess", "download", "read"),
    *("as of", "vu", "lu", "repér", "en ligne", "online", "línea", "ruf", "besuch", "prüft", "sehen", "griff"),
    *("stand", "recherch", "recup", "geraad", "bezocht", "bekeken", "opgehaald", "hämta", "läst", "lest", "brukt"),
    *("besø", "besök", "åtkomst", "hentet", "tilgå", "lastet", "set", "viitattu", "haettu", "noudettu", "дата"),
    *("обращен", "провер", "zugri", "dostęp", "navštív", "eriş", "hozzáf", "diakses"),
)
"""Letters, some of which are in every word that ``ACCESS_BEFORE`` knows."""
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
