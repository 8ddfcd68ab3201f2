"""Records as JSON, CSL-JSON and BibTeX."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.document import Position, RawNote
from citations.exports import notes_to_bibtex, notes_to_csl, record_to_json
from citations.records import Name, Note, read_notes, read_reference

SCHEMA = Path(__file__).parents[2].parent / "shared" / "schemas" / "csl-data.json"
RAWS = (
    (
        "Quill, Ada, ‘Ice & Fire_100%’, The Ledger, 3 May 2020, accessed June 2021, "
        "<https://a.example.org/x#:~:text=cold ice>"
    ),
    "Finch, B. (2011). Snow. Journal of Cold, 3(2), 4–9. doi:10.1234/cold.5",
    "Ibid.",
    (
        "Institute of Ice, ‘Survey’, n.d., https://b.example.org, archived at "
        "https://web.archive.org/web/20200101000000/https://b.example.org"
    ),
    "Finch, B. (2011). Snow. Oslo: Fjord Press. ISBN 978-3-16-148410-0; Wren, C., ‘Rain’, The Echo, 2 May 2012, https://c.example.org",
)


def notes(*raws: str) -> tuple[Note, ...]:
    """Read notes labelled 1, 2, 3."""
    return read_notes(
        [
            RawNote(label=str(i), raw=raw, position=Position(line=i, column=1), style="test")
            for i, raw in enumerate(raws, 1)
        ]
    )


def test_json_has_only_what_the_note_says() -> None:
    """Fields that are not there are left out; a date keeps its words and as many parts as were written."""
    (record,) = read_reference("Ada Quill, ‘Ice’, The Ledger, May 2020, https://a.example.org/x")

    assert record_to_json(record) == {
        "type": "webpage",
        "URL": "https://a.example.org/x",
        "title": "Ice",
        "author": [{"literal": "Ada Quill"}],
        "container-title": "The Ledger",
        "issued": {"raw": "May 2020", "date-parts": [[2020, 5]]},
    }


def test_json_leaves_out_an_address_made_from_a_doi() -> None:
    """The note does not say it; the DOI says where to look."""
    (record,) = read_reference("Quill A. Ice. J Cold. 2020;3(2):4-9. doi:10.1234/cold.5")

    found = record_to_json(record)

    assert found["DOI"] == "10.1234/cold.5"
    assert "URL" not in found


def test_json_joins_address_and_fragment_again() -> None:
    """Address, number sign and fragment are the link as it was printed."""
    (record,) = read_reference("Ice, <https://a.example.org/x#:~:text=cold ice>")

    found = record_to_json(record)

    assert f"{found['URL']}#{found['fragment']}" == "https://a.example.org/x#:~:text=cold ice"


@pytest.mark.skipif(not SCHEMA.exists(), reason="the CSL-JSON schema is not here")
def test_csl_json_follows_its_schema() -> None:
    """What CSL-JSON has no field for goes under ``custom``; back references repeat nothing."""
    items = notes_to_csl(notes(*RAWS))

    jsonschema.validate(items, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert len({item["id"] for item in items}) == len(items)
    assert items[0]["custom"] == {"fragment": ":~:text=cold ice"}
    assert not any(item["id"].startswith("note-3") for item in items)


def test_bibtex_escapes_what_would_break_it() -> None:
    """Signs that mean something to TeX are escaped, titles keep their capitals."""
    first = notes_to_bibtex(notes(*RAWS)).split("\n\n")[0]

    assert first.startswith("@misc{note-1,")
    assert r"title = {{Ice \& Fire\_100\%}}," in first
    assert "author = {Quill, Ada}," in first
    assert "date = {2020-05-03}," in first
    assert "month = {may}," in first or "month = may," in first


def test_bibtex_of_no_notes_is_empty() -> None:
    """Nothing to say is nothing."""
    assert notes_to_bibtex(()) == ""


@given(st.lists(st.text(max_size=80), max_size=4))
@settings(max_examples=60)
def test_any_notes_can_be_exported(raws: list[str]) -> None:
    """Whatever was read, CSL-JSON is JSON and BibTeX's braces are balanced."""
    read = notes(*raws)

    json.dumps(notes_to_csl(read))
    bibtex = notes_to_bibtex(read).replace(r"\{", "").replace(r"\}", "")
    assert bibtex.count("{") == bibtex.count("}")


def test_editors_have_a_field_of_their_own() -> None:
    """CSL-JSON and BibTeX tell editors from authors, and so does our JSON."""
    (note,) = notes("Quill, A., & Finch, B. (Eds.). (1999). Cold hands. Oslo: Fjord Press.")
    (record,) = note.records
    (item,) = notes_to_csl([note])

    assert [name["literal"] for name in record_to_json(record)["editor"]] == ["Quill, A.", "Finch, B."]
    assert item["editor"] == [{"family": "Quill", "given": "A."}, {"family": "Finch", "given": "B."}]
    assert "author" not in item
    assert "editor = {Quill, A. and Finch, B.}" in notes_to_bibtex([note])


@pytest.mark.parametrize(
    ("author", "written"),
    [
        pytest.param("Ann Berg", "author = {Ann Berg}", id="a person: BibTeX sorts by the family name"),
        pytest.param("Ann B. van Berg", "author = {Ann B. van Berg}", id="initials and a particle"),
        pytest.param("Northern Ice Board", "author = {{Northern Ice Board}}", id="a body, kept in one piece"),
        pytest.param("Harbour Review", "author = {{Harbour Review}}", id="an outlet in the author's place"),
        pytest.param("IEEE Spectrum", "author = {{IEEE Spectrum}}", id="letters"),
        pytest.param("Wikipedia", "author = {{Wikipedia}}", id="one word"),
    ],
)
def test_bibtex_braces_bodies_and_no_persons(author: str, written: str) -> None:
    """In braces a name is one word to BibTeX, which would sort Ann Berg under A."""
    (note,) = notes("Quill, Ada, ‘Who pays?’, The Ledger, 3 May 2020")
    note = replace(note, records=(replace(note.records[0], authors=(Name(literal=author),)),))

    assert written in notes_to_bibtex([note])
