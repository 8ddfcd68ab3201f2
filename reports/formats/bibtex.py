"""BibTeX: the records of all notes, for LaTeX and reference managers."""

from dataclasses import dataclass

from citations.exports import notes_to_bibtex
from reports.formats.base import Options, notes_of
from reports.values import Report


@dataclass(frozen=True, slots=True)
class BibtexFormat:
    """An entry for each source that a note names."""

    name: str = "bibtex"

    def render(self, report: Report, options: Options) -> str:
        """Give the entries, in the order of the notes."""
        del options
        return notes_to_bibtex(notes_of(report))


FORMAT = BibtexFormat()
