"""Parts of an article that stand in other files: they are not read, and an oddity says so."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from citations.document import Oddity

_PUT_IN = {
    "latex": re.compile(r"\\(?:input|include|subfile)\s{0,9}\{\s{0,9}([^{}\s]{1,200})\s{0,9}\}"),
    "asciidoc": re.compile(r"^include::([^\s\[\]]{1,200})\[", re.MULTILINE),
    "org": re.compile(r"^[ \t]{0,20}#\+include:[ \t]{1,20}\"?([^\s\"]{1,200})\"?[ \t]*$", re.MULTILINE | re.IGNORECASE),
    "rst": re.compile(r"^\.\.[ \t]{1,9}include::[ \t]{1,20}([^\s<>]{1,200})[ \t]*$", re.MULTILINE),
    "markdown": re.compile(r"\{\{<[ \t]{0,9}include[ \t]{1,20}([^\s<>]{1,200})[ \t]{1,9}>\}\}"),
}
"""The command that includes the text of another file, by the name of the format."""
_ENDINGS = frozenset(["", ".tex", ".adoc", ".asciidoc", ".asc", ".org", ".rst", ".txt", ".md", ".qmd", ".rmd"])
"""Endings of files that may hold prose, and not code or data."""
_WITHOUT_TEXT = re.compile(
    r"preamble|header|footer|macro|command|definition|setting|config|package|attribute|link|tab|fig|plot|title|cover|"
    r"glossar|acronym|abbrev|bib|\bdefs?\b",
    re.IGNORECASE,
)
"""Names of files that hold settings, tables, pictures or lists, and no prose."""
_MOST_NAMED = 3


def parts_elsewhere(format_name: str, text: str) -> Iterator[Oddity]:
    """Yield one oddity "missing-member" that names the files with prose which a text includes, if there are any."""
    names = dict.fromkeys(found[1] for found in _PUT_IN[format_name].finditer(text))
    texts = (name for name in names if PurePosixPath(name).suffix.lower() in _ENDINGS)
    parts = [name for name in texts if not _WITHOUT_TEXT.search(name)]
    if parts:
        more = f" and {len(parts) - _MOST_NAMED} more" if len(parts) > _MOST_NAMED else ""
        said = f"the text put in from other files was not read: {', '.join(parts[:_MOST_NAMED])}{more}"
        yield Oddity(kind="missing-member", text=said, line=1, column=1)
