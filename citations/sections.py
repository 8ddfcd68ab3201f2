"""Headings under which articles put their notes, in the languages that people write in here."""

import re

_NOTES = (
    "notes note endnotes endnote footnotes footnote end-notes foot-notes annotations remarks citations "
    "fußnoten fussnoten endnoten anmerkungen anmerkung einzelnachweise nachweise "
    "notas nota rodapé note-di-chiusura noten voetnoten eindnoten voetnoot noter fotnoter sluttnoter "
    "slutnoter fodnoter "
    "sluttnoter alaviitteet viitteet loppuviitteet przypisy poznámky jegyzetek примечания примечание сноски примітки "
    "notlar dipnotlar sonnotlar dipnot bilješke fusnote opombe бележки напомене σημειώσεις υποσημειώσεις catatan "
    "הערות "
    "注释 注釈 注釋 註釋 註解 脚注 腳註 尾注 附注 附註 補注 注記 注解 注 註 각주 미주 주석"
)
_SOURCES = (
    "references reference sources source bibliography bibliographies literature cited consulted quellen quelle "
    "quellenverzeichnis quellenangaben literatur literaturverzeichnis literaturangaben références référence sources "
    "bibliographie ouvrages cités referencias referencia fuentes bibliografía referências fontes bibliografia fonti "
    "riferimenti bibliografici bronnen bronvermelding literatuur literatuurlijst referenties källor källa referenser "
    "litteratur litteraturlista kilder kilde referanser referencer kildehenvisninger litteraturliste lähteet źródła "
    "literatura zdroje источники литература ссылки список литературы використані джерела webliography "
    "kaynakça kaynaklar izvori viri források irodalom referințe bibliografie referències източници литература извори "
    "πηγές βιβλιογραφία παραπομπές referensi sumber pustaka "
    "refs belege verweise quellennachweise quellenangabe internetquellen onlinequellen webquellen "
    "bibliographiques sitographie webographie fuente webgrafía webografía webgrafia sitografia "
    "citadas citados citées citate online-quellen "
    "bronnenlijst verwijzingen referentielijst kildeliste referanseliste referenceliste litteraturförteckning "
    "källförteckning källhänvisningar källhänvisning lähdeluettelo kirjallisuus heimildir "
    "netografia źródeł zdrojů literatury literatúra literatúry literatúru литературы источников література літератури "
    "референце "
    "irodalomjegyzék viri literaturi allikad kirjandus avoti literatūra šaltiniai khảo "
    "المراجع المصادر والمراجع منابع מקורות "
    "参考文献 参考资料 參考文獻 參考資料 参考資料 资料来源 資料來源 引用文献 引用来源 出典 出处 出處 "
    "参考 參考 "
    "参考链接 參考連結 参考リンク 参考サイト 主要参考文献 参考书目 참고문헌 참고자료 문헌 출처"
)
_JOINTS = (
    "and & et und y e och og en a и the of for to list end foot further reading links web online de des "
    "du la le bas page "
    "pie página fim final di fine chapter zu der das verwendete normative informative "
    "resources ressourcen ressources recursos risorse "
    "works used selected select primary secondary main key additional general suggested recommended "
    "consultées consultés utilisées principales primaires secondaires consultadas utilizadas "
    "consultate utilizzate geraadpleegde gebruikte ausgewählte weiterführende "
    "bibliográficas bibliográfica consultada obras trabajos opere œuvres indicative annotated data "
    "zitierte footer explanatory bibliographic internet finais primarias secundarias zu "
    "použitá použité použitej použitých seznam zoznam użyte wykorzystane wykaz spis i "
    "использованной использованных использованные библиографический приложение використаних використана "
    "引用 참고 felhasznált in izmantotie kasutatud tài liệu tham nguồn daftar appendix annex anhang annexe anexo"
)
_NOTE_WORDS, _SOURCE_WORDS = frozenset(_NOTES.split()), frozenset(_SOURCES.split())
_JOINT_WORDS = frozenset(_JOINTS.split())
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|&")
_NUMBER = re.compile(r"^\s{0,9}(?:(?:\d{1,3}\.){1,4}\d{0,3}|[\divxIVX]{1,5}[.)]|[A-Z][.)])\s{1,9}")
"""The number of a section: "7.", "2.1", "A."."""
_EDIT_LINK = re.compile(
    r"\s?\[(?:edit|bearbeiten|modifier|editar|modifica|bewerken|rediger|redigera|edytuj|править|编辑|編集)[^\[\]]{0,40}\]\s*\Z"
)
"""What a page of a wiki shows behind a heading, and what is copied with it: "References[edit]"."""
_SHOW_NOTES = re.compile(r"\b(?:show|episode) ?notes\b", re.IGNORECASE)
"""A podcast's heading over its links."""
_LONGEST_HEADING = 60
"""Characters; the longest heading over notes is about half as long."""
_AFTERWORDS = re.compile(
    r"(?:about the authors?|(?:the )?authors?|disclaimer|acknowledge?ments?|related (?:posts|articles|"
    r"reading|content)|comments?|share|"
    r"leave a (?:reply|comment)|see also|tags|categories|über (?:den autor|die autorin)|impressum|"
    r"à propos de l.auteur|"
    r"sobre (?:el autor|la autora|o autor|a autora)|copyright|licen[cs]e|contact)\b",
    re.IGNORECASE,
)


def is_notes_heading(text: str) -> bool:
    """Whether a heading says that notes or sources follow: "End Notes", "7. References:", "Fußnoten"."""
    words = _heading_words(text)
    return bool(words & (_NOTE_WORDS | _SOURCE_WORDS)) and words <= _NOTE_WORDS | _SOURCE_WORDS | _JOINT_WORDS


def is_source_heading(text: str) -> bool:
    """Whether a heading promises sources, which may stand below it without labels."""
    return is_notes_heading(text) and bool(_heading_words(text) & _SOURCE_WORDS)


def is_afterword_heading(text: str) -> bool:
    """Whether a heading opens a part of the page behind the article: "About the author", "Disclaimer"."""
    return len(text) <= _LONGEST_HEADING and _AFTERWORDS.match(text.strip()) is not None


def without_number(heading: str) -> str:
    """Give a heading without the number of its section: "2.1 The Ferry" is "The Ferry"."""
    return _NUMBER.sub("", heading)


def _heading_words(text: str) -> set[str]:
    text = _EDIT_LINK.sub("", text) if "[" in text else text
    if len(text) > _LONGEST_HEADING or any(sign in text for sign in '“"«?!'):
        return set()
    return {word.lower() for word in _WORDS.findall(_SHOW_NOTES.sub("sources", _NUMBER.sub("", text)))}
