"""What a note says about its sources: the values, and the reading of notes and bare references.

The steps, each in its folder; a step imports only from those above it:

=============  ======================================================================================
``wording``    what words and signs say by themselves: vocabularies, sentences, quotation marks
``names``      persons and bodies: the forms of one name, lists of authors
``sheets``     a note without its markup, each link one character, every character tied to its place
``splitting``  one part of the note for each source, without commentary
``regions``    links, dates and identifiers cut out of a part; the words that are left are its region
``outlets``    container and publisher after a title
``titles``     where a title without quotation marks or italics ends
``parts``      all of it for one source: authors, title, container, publisher, date
=============  ======================================================================================

``reading`` runs them over the notes of an article, ``building`` makes records of the parts, and ``resolving`` leads
"ibid." and "see note 3" to the note they mean.
"""

from citations.records.names.persons import is_person
from citations.records.reading import read_notes, read_reference
from citations.records.regions.cuts import announces_access
from citations.records.values import CitationRecord, FieldSpan, Name, Note, NoteKind

__all__ = [
    "CitationRecord",
    "FieldSpan",
    "Name",
    "Note",
    "NoteKind",
    "announces_access",
    "is_person",
    "read_notes",
    "read_reference",
]
