"""The editors of a volume that holds a chapter: "In A. Quill & B. Finch (Eds.), Handbook of cold"."""

import re

from citations.records.names.lists import AuthorList, read_authors
from citations.records.sheets.sheet import Sheet
from citations.records.wording.clauses import chunks, sentences, skip_closing, skip_lead
from citations.records.wording.words import CAPITAL, EDITORS, PUBLISHER

_EDITORS_IN_BRACKET = re.compile(
    r"\((?:gen(?:eral|\.)\s)?(?:eds?|hgg?|hrsg|org|orgs|coord|éds?|dir)\.?\)[:.,]?\s", re.IGNORECASE
)
_EDITORS_IN_COMMAS = re.compile(r",\s(?:editors?|eds?\.),\s(?!vols?\b|\d|pp?\b|no\b)", re.IGNORECASE)
_TITLE_BEHIND = re.compile(r",\s(?:The|An?|Der|Die|Das|Les?|La|L['’]|El|Los|Las|Il|Gli|De|Het)\s")
"""A comma and an article after a name: the title of the volume begins here."""
_MOST_EDITORS = 240
"""Characters between "In" and "(Eds.)"."""


def _edited_by(text: str, title: AuthorList, marked: re.Match[str], end: int) -> bool:
    """Whether the words before "ed." are a title that only looks like a name: "Frost Finale, ed. B. Wren"."""
    if title.sure or "(" in marked[0] or marked[0].rstrip().endswith((",", ":")):
        return False
    editors = read_authors(text, skip_lead(text, marked.end(), end), end)
    if editors is None:
        return False
    return editors.form == "initials-family" or text[editors.end : editors.end + 1] in {".", "(", ","}


def _volume_first(text: str, start: int, end: int) -> bool:
    """Whether a volume stands before its editors, who have initials: "in Frost and Ice, A. B. Quill, ed., Ice Press".

    Its first words may look like a name; a running word in it, or the house right after the editors, tells.
    """
    found = _VOLUME_AND_EDITORS.match(text, start, end)
    if found is None:
        return False
    house = chunks(text, found.end(), end)[:1]
    return _JOINING.search(found[1]) is not None or bool(house and PUBLISHER.search(text, *house[0]))


_EDITOR = rf"(?:{CAPITAL}\.[\s-]?){{1,3}}{CAPITAL}[\w’'-]+"
_VOLUME_AND_EDITORS = re.compile(
    rf"([^,;:.()\ue000]{{3,60}}\s[^,;:.()\ue000]{{3,60}})(?:,\s{_EDITOR}){{1,4}}(?:,?\s(?:and|&|und|et)\s{_EDITOR})?"
    r",\s\(?(?:eds?|editors?)\b\.?\)?,\s"
)
_JOINING = re.compile(r"\s(?:and|of|the|in|on|for|und|der|des|für|et|de|du|des)\s")


def after_editors(text: str, start: int, end: int) -> int:
    """Give where the container begins after "In": after editors, if there are any."""
    if _volume_first(text, start, end):
        return start
    names = read_authors(text, start, end)
    if names is not None:
        marked = EDITORS.match(text, names.end, end)
        if marked and _edited_by(text, names, marked, end):
            return start
        behind = _behind_names(text, start, names, end)
        if behind is not None:
            return behind
    window = min(end, start + _MOST_EDITORS)
    marked = _EDITORS_IN_BRACKET.search(text, start, window) or _EDITORS_IN_COMMAS.search(text, start, window)
    if marked and names is None and _named_last(text, start, marked.start()):
        return start  # "in Cold Seas (23), B. Wren (ed.), Ice House"
    if marked:
        return skip_closing(text, marked.end(), end)
    return start


def _named_last(text: str, start: int, end: int) -> bool:
    """Whether the last part before "(ed.)" is a name with initials, and words before it are the volume's title."""
    pieces = chunks(text, start, end)
    last = read_authors(text, pieces[-1][0], end) if len(pieces) > 1 else None
    return last is not None and last.form == "initials-family" and not text[last.end : end].strip()


def behind_strokes(text: str, start: int, end: int) -> int:
    """Give where the container begins after "//", where Chinese lists set editors, title and imprint as sentences."""
    names = read_authors(text, start, end)
    return skip_lead(text, names.end, end) if names is not None and names.sure else start


def volume_behind_in(sheet: Sheet, start: int, end: int) -> int:
    """Give where the volume that holds a chapter begins after "In": after its editors, or whoever wrote it."""
    text = sheet.text
    first = next((one for one in sheet.emphasis if start - 1 <= one.start <= start + 1 and one.end <= end), None)
    if first is not None and not _EDITORS_IN_BRACKET.match(text, first.end + 1, end):
        return start
    start = after_editors(text, start, end)
    start -= text[start - 1] in _OPENING_MARKS
    emphasis = next((one for one in sheet.emphasis if one.start > start and one.end <= end), None)
    if emphasis is None or emphasis.start - start > _LONGEST_NAME:
        return start
    return emphasis.start if _WHOSE.fullmatch(text, start, emphasis.start) else start


_OPENING_MARKS = '"“„«‘'
_LONGEST_NAME = 90
"""Characters of the name between "In" and a volume in italics."""
_WHOSE = re.compile(rf"{CAPITAL}(?:[^,.;:()\d]|(?<=\s{CAPITAL})\.){{1,80}}[,.:]\s\W?")
"""Who wrote or edited a volume, before it: "in Friedrich Quill, *Cold Works*", "In: ICE BOARD. *Frost*"."""


def _behind_names(text: str, start: int, names: AuthorList, end: int) -> int | None:
    """Give where the container begins after names that are editors, ``None`` where they may be its title."""
    marked = EDITORS.match(text, names.end, end)
    behind = read_authors(text, skip_lead(text, marked.end(), end), end) if marked else None
    volume = behind is None or (not behind.sure and text.startswith(".", behind.end))  # "Quill, Ben, ed. River Works."
    if marked and (volume or names.form != "family-given"):
        return skip_closing(text, marked.end(), end)
    bracket = _EDITORS_IN_BRACKET.search(text, names.end, min(end, start + _MOST_EDITORS))
    if bracket and not sentences(text, names.end, bracket.start())[1:]:
        return skip_closing(text, bracket.end(), end)
    if names.form == "given-family" and _TITLE_BEHIND.match(text, names.end, end):
        return names.end + len(", ")
    several = len(names.names) > 1 or names.open or text[names.end : names.end + 1] == ":"
    divided = text[names.end : names.end + 2] in {": ", ", ", ". "}
    title = names.form == "given-family" and text.startswith(
        ". ", names.end
    )  # "In: Cold Judgment and Ice Making. Quay"
    if names.sure and several and divided and names.form != "family-given" and not title:
        return skip_closing(text, names.end, end)
    return None
