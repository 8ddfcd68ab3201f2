"""The dates of a part of a note, and forms of them that only references have."""

import re
from dataclasses import dataclass

from citations.dates import PartialDate, read_dates


@dataclass(frozen=True, slots=True)
class DatePlace:
    """A date and its place in a sheet's text, with the words before it that say that the source came out then."""

    date: PartialDate
    start: int
    end: int
    announced: bool = False
    """Whether such words stand before it: "posted on 3 May 2019", "mis à jour le"."""

    @property
    def is_day(self) -> bool:
        """Whether it names a day, and not a month or a year alone."""
        return self.date.is_day

    @property
    def is_period(self) -> bool:
        """Whether it names the years from one to another: "1815–1909", "2003/04"."""
        return _PERIOD.fullmatch(self.date.raw) is not None


_PERIOD = re.compile(r"\d{4}\s?[-–/]\s?\d{2,4}")


def dates_between(text: str, start: int, end: int) -> list[DatePlace]:
    """Give the dates that stand in ``text`` from ``start`` to ``end``, in their order."""
    part = text[start:end]
    part = _HYPHENED_NAME.sub("_", part) if "-" in part else part
    part = _BLANK_IN_DAY.sub(r"\1.-", part) if "- " in part else part
    dates = [DatePlace(date, start + first, start + last) for date, first, last in read_dates(part)]
    dates = [
        _with_announcement(text, _with_figures(text, _with_day_behind_letter(text, date, end), start), start)
        for date in dates
    ]
    return _with_undated(text, start, end, dates)


def _with_figures(text: str, date: DatePlace, start: int) -> DatePlace:
    """Give a bare year with the day or the month in figures before it; of the two days of an issue the first counts."""
    year = date.date.raw
    if not year.isdigit():
        return date
    figures = _FIGURES.search(text, max(start, date.start - _LONGEST_FIGURES), date.start)
    if figures is None:
        return date
    day, month = figures[1] or figures[3], figures[2] or figures[4]
    readings = read_dates(f"{day}.{month}.{year}")[0][0].readings if day else ((int(year), int(month)),)
    return (
        DatePlace(PartialDate(raw=f"{figures[0]}{year}", readings=readings), figures.start(), date.end)
        if readings
        else date
    )


_FIGURES = re.compile(
    r"(?<![\w./-])(?:(\d{1,2})/(\d{1,2})[\s-]|(?:(\d{1,2})\.?\s?[/–-]\s?\d{1,2}\.(?=\d))?(0[1-9]|1[0-2])\.)\Z"
)
"""A day as Nordic papers write it, "19/5 2016"; the two days of an issue, "20./21.08.2022"; a month, "02.2015"."""
_LONGEST_FIGURES = len("20. / 21.08.")


def _with_announcement(text: str, date: DatePlace, start: int) -> DatePlace:
    """Give a day with the words before it that say that the source came out or was changed then."""
    before = text[max(start, date.start - 2) : date.start].rstrip()
    if not date.is_day or not (before[-1:].isalpha() or before[-1:] == ":"):
        return date
    words = _ANNOUNCED.search(text, max(start, date.start - _LOOK_BACK), date.start)
    return DatePlace(date.date, words.start(), date.end, announced=True) if words else date


_LOOK_BACK = 50
"""Characters before a day in which the words stand that say what happened then."""
_ANNOUNCED = re.compile(
    r"(?<![^\s(\[,;:–—])(?:(?:(?:first|originally|page|page last|date|last)\s)?"
    r"(?:published|posted|uploaded|broadcast|aired|released|effective|updated|modified|revised)(?:\sonline)?|"
    r"(?:zuletzt\s)?(?:veröffentlicht|publiziert|erschienen|aktualisiert|geändert|ausgestrahlt|gesendet)|"
    r"(?:publiée?s?|parue?s?|mise?s?\sen\sligne|mise?s?\sà\sjour|modifiée?s?|diffusée?s?)|"
    r"(?:publicad|actualizad|atualizad|emitid|difundid|pubblicat|aggiornat)[oa]s?|"
    r"(?:gepubliceerd|geplaatst|bijgewerkt|uitgezonden|publicera[dt]|uppdatera[dt]|publisert|oppdatert|"
    r"publiceret|opdateret)|"
    r"opublikowan[oey]|zaktualizowan[oey]|опубликован[оа]?|обновлен[оа]?)"
    r":?\s(?:(?:on|am|vom|le|el|em|il|op|den|dnia)\s)?\Z",
    re.IGNORECASE,
)
"""When a source came out, or was changed last, in the languages of notes."""


def _with_day_behind_letter(text: str, date: DatePlace, end: int) -> DatePlace:
    """Give a date with the day that a letter parts from its year, as APA tells works of one year apart."""
    year = date.date.raw.rstrip(_LETTERS)
    if len(date.date.parts) != 1 or date.date.raw == year or not text.startswith(", ", date.end):
        return date
    behind = text[date.end : min(end, date.end + _LOOK_AHEAD)]
    fuller = next((one for one in read_dates(f"{year}{behind}") if one[1] == 0 and len(one[0].parts) > 1), None)
    return DatePlace(fuller[0], date.start, date.end + fuller[2] - len(year)) if fuller else date


_BLANK_IN_DAY = re.compile(r"((?<!\d)\d{1,2}-\s?[A-Z][a-z]{2,8})-\s(?=(?:19|20)\d\d(?!\d))")
"""A day as one program writes it, with a blank after each hyphen: "11- Apr- 2021"."""
_HYPHENED_NAME = re.compile(r"(?<=[a-z])-(?=[A-Z][a-z]+\.\s(?:1[5-9]|20)\d\d\.)")
"""The hyphen in a given name before a stop and the year, whose first half may be a month: "Quill, Mei-Lan. 2018."."""
_LOOK_AHEAD = 60
"""Characters after a year in which its day stands."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _with_undated(text: str, start: int, end: int, dates: list[DatePlace]) -> list[DatePlace]:
    """Give the dates with words for "no date" as they stand in brackets: a stop may lack, a letter may follow."""
    bare = [DatePlace(PartialDate(raw=one[0]), *one.span()) for one in _UNDATED.finditer(text, start, end)]
    taken = {date.start for date in bare}
    return sorted([*bare, *(date for date in dates if date.start not in taken)], key=lambda date: date.start)


def year_of_issue(text: str, start: int, end: int) -> list[DatePlace]:
    """Give the year in the number of an issue, for a note that has no other date: "Harbour Post, no. 9/2002"."""
    issue = _ISSUE.search(text, start, end) if "/" in text else None
    if issue is None:
        return []
    year = issue[1] or issue[2]
    place = issue.span(1) if issue[1] else issue.span()
    return [DatePlace(PartialDate(raw=year, readings=((int(year),),)), *place)]


_ISSUE = re.compile(
    r"(?:(?<!\w)(?:[Nn]r|[Nn]o|[Nn]um|[Nn]úm|[Hh]eft|H|č|sz|[Ff]asc|vol)\.?|n[°º]|№)\s?\d{1,3}(?:[-–/]\d{1,3})?/"
    r"((?:19|20)\d\d)(?![\d/-])|"
    r"(?:(?<=[^\W\d_]\s)|(?<=\d,\s)|(?<=\d\s\())\d{1,2}(?:[-–]\d{1,2})?/((?:19|20)\d\d)(?![\d/-])"
)
_UNDATED = re.compile(r"(?<=[(\[])(?:[nN]\.\s?[dD]\.?|s\.\s?[df]\.?|z\.\s?[dj]\.?)(?:-?[a-z])?(?=[)\]])")
"""Such words, as programs and typing leave them: "(n.d)", "(z.d.-d)", "(s. f.-b)"."""
