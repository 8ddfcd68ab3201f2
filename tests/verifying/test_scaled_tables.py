"""Tables whose heads name the scale of their figures: beside each figure, as a row is read without its head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.extraction import read_source

YEARS = "<tr><th>Year<th>Passengers (thousand)<th>Subsidy (million crowns)<th>Share (%)"


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        pytest.param(
            f"{YEARS}<tr><td>2009<td>148.0<td>14.9<td>31",
            "2009 148.0 thousand 14.9 million crowns 31",
            id="in brackets",
        ),
        pytest.param("<tr><th>Port<th>Cars, '000<tr><td>Ostby<td>1,204", "Ostby 1,204 thousand", id="three noughts"),
        pytest.param("<tr><th>Port<th>Cars in thousands<tr><td>Ostby<td>12", "Ostby 12 thousand", id="in words"),
        pytest.param(
            "<tr><th>Port<th>Toll, US$ million<tr><td>Ostby<td>1.2", "Ostby 1.2 million", id="with a currency"
        ),
        pytest.param("<tr><th>Hafen<th>Kosten (Mio. Euro)<tr><td>Ostby<td>1,2", "Ostby 1,2 Mio. Euro", id="in German"),
        pytest.param(
            "<tr><td><td>2009<td>2014<tr><td>Cars (thousand)<td>51.2<td>47.7",
            "Cars (thousand) 51.2 thousand 47.7 thousand",
            id="at the head of a row",
        ),
        pytest.param(
            "<tr><th>Thousand persons<th>2009<th>2014<tr><td>Ostby<td>51.2<td>47.7",
            "Ostby 51.2 thousand persons 47.7 thousand persons",
            id="in the corner over years",
        ),
        pytest.param(
            "<tr><th rowspan=2>Port<th colspan=2>Cars (thousand)<th>Toll<tr><th>in<th>out<th>crowns"
            "<tr><td>Ostby<td>12<td>13<td>44",
            "Ostby 12 thousand 13 thousand 44",
            id="a head of two rows",
        ),
        pytest.param(
            f"{YEARS}<tr><td>North<td>–<td>–<td>–<tr><td>2009<td>1950<td>14.9<td>31",
            "2009 1950 thousand 14.9 million crowns 31",
            id="a figure that could be a year",
        ),
        pytest.param(f"{YEARS}<tr><td>2009<td>148.0 t<td>–<td>31", "2009 148.0 t – 31", id="no bare figures"),
        pytest.param(
            f"{YEARS}<tr><td>2009<td>148.0<td>14.9<td>31<tr><th>Year<th>Boats<th>Crew<th>Dogs<tr><td>2010<td>3<td>12<td>1",
            "2010 3 12 1",
            id="under another head",
        ),
        pytest.param("<tr><th>Port<th>Cars per thousand<tr><td>Ostby<td>12", "Ostby 12", id="a rate"),
        pytest.param("<tr><th>Tons<th>Cars<tr><td>1,000<td>12", "1,000 12", id="a figure that ends in three noughts"),
        pytest.param("<tr><th>Port<th>per million cars<tr><td>Ostby<td>12", "Ostby 12", id="a rate alone"),
        pytest.param("<tr><th>Port<th>Land (thousand km2)<tr><td>Ostby<td>12", "Ostby 12 thousand km2", id="squares"),
        pytest.param("<tr><th>Port<th>Toll (USD million)<tr><td>Ostby<td>$1.2", "Ostby $1.2 million", id="a currency"),
        pytest.param(
            "<tr><td>A million boats came.<td><table><tr><td>12<td>13</table>",
            "A million boats came. 12 13",
            id="layout",
        ),
    ],
)
def test_a_figure_has_the_scale_of_its_column_beside_it(rows: str, line: str) -> None:
    """In its row alone 148.0 is not 148,000."""
    text = read_source(f"<main><table>{rows}</table></main>".encode(), url="https://a.example/t").text

    assert line in " ".join(text.split("\n")) if line.startswith("A") else line in text.split("\n")


@given(
    st.lists(
        st.sampled_from(["<tr>", "<td>", "<th colspan=3>", "<td rowspan=0>", "12", "(thousand)", "</table>", "<table>"])
    )
)
def test_any_table_is_read(pieces: list[str]) -> None:
    """Nothing is raised for foreign markup, and no figure is lost."""
    markup = "<table>" + "".join(pieces)

    assert read_source(markup.encode(), url="https://a.example/t").text.count("12") >= markup.count("12")
