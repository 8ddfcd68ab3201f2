"""The lines between ``---`` and ``---`` at the top of a Markdown file: title and date, without a YAML reader."""

import re
from dataclasses import dataclass

_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]{0,39}(?: [\w-]{1,20})?)\s{0,3}[:=]\s{0,9}(?P<value>.{1,1000})$")
_DATES = ("date", "published", "pubdate", "publishdate", "publish_date", "date_published", "created")
_LONGEST = 400
"""Lines of the longest front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter says; ``None`` where it does not. ``dated``: the date as written, and its line."""

    title: str | None = None
    dated: tuple[str, int] | None = None


def read_front_matter(text: str) -> tuple[FrontMatter, int]:
    """Give the front matter (YAML or TOML) and the offset at which the text after it begins; 0 without one."""
    opening = re.match(r"\s{0,20}(?P<sign>---|\+\+\+)[ \t]*\r?\n", text)
    if opening is None or text[: opening.start("sign")].strip(" \n\r\t"):
        return FrontMatter(), 0
    offset = opening.end()
    number = text.count("\n", 0, offset) + 1
    values: dict[str, tuple[str, int]] = {}
    for _ in range(_LONGEST):
        end = text.find("\n", offset)
        line = text[offset : end if end >= 0 else len(text)].rstrip()
        if line in {opening["sign"], "..."}:
            return _front(values), (end + 1 if end >= 0 else len(text))
        found = _KEY.match(line)
        if found:
            values.setdefault(found["key"].lower(), (_unquoted(found["value"].strip()), number))
        if end < 0 or (line and not values and not line.startswith("#")):
            break
        offset, number = end + 1, number + 1
    return FrontMatter(), 0


def _unquoted(value: str) -> str:
    """Give a value without the quotation marks around it; within single ones two of them print one."""
    if value.startswith("'") and value.endswith("'"):
        value = value.replace("''", "'")
    return value.strip("\"'")


def _front(values: dict[str, tuple[str, int]]) -> FrontMatter:
    title = values.get("title")
    dated = next((values[key] for key in _DATES if key in values), None)
    return FrontMatter(
        title=title[0] if title else None,
        dated=dated,
    )
