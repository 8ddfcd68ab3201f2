"""What a stranger would paste: one reference of each hand, kind of source and language, and all its fields."""

import pytest

from citations.records import read_reference


def _date(words: str) -> tuple[int, ...]:
    """Give the parts of a date written as "2019-3-4"."""
    return tuple(int(part) for part in words.split("-")) if words else ()


@pytest.mark.parametrize(
    ("raw", "title", "authors", "container", "publisher", "issued"),
    [
        pytest.param(
            "Maria Keller and Jonas Braun, “Who pays for the flood?,” Harbour Weekly, March 4, 2019, "
            "https://weekly.example/2019/03/flood-bill.",
            "Who pays for the flood?",
            ["Maria Keller", "Jonas Braun"],
            "Harbour Weekly",
            None,
            "2019-3-4",
            id="Chicago note",
        ),
        pytest.param(
            'Keller, Maria. "Who Pays for the Flood?" Harbour Weekly, 4 Mar. 2019, '
            "www.weekly.example/flood-bill. Accessed 7 June 2020.",
            "Who Pays for the Flood?",
            ["Keller, Maria"],
            "Harbour Weekly",
            None,
            "2019-3-4",
            id="MLA",
        ),
        pytest.param(
            "Keller, M. Sophie. The Great Flood. New York: Quay House, 1925.",
            "The Great Flood",
            ["Keller, M. Sophie"],
            None,
            "Quay House",
            "1925",
            id="MLA with a given name behind an initial",
        ),
        pytest.param(
            "Keller, M., & Braun, J. (2019). Who pays for the flood? A study of five towns. Journal of "
            "River Policy, 12(3), 45–67.",
            "Who pays for the flood? A study of five towns",
            ["Keller, M.", "Braun, J."],
            "Journal of River Policy",
            None,
            "2019",
            id="APA",
        ),
        pytest.param(
            "Maria Keller, The Flood Bill, 45 Harbour L.J. 112, 118–19 (2019).",
            "The Flood Bill",
            ["Maria Keller"],
            "Harbour L.J",
            None,
            "2019",
            id="Bluebook",
        ),
        pytest.param(
            "Keller M, Braun J. Flood bills in five towns. River Policy J. 2019;12(3):45-67.",
            "Flood bills in five towns",
            ["Keller M", "Braun J"],
            "River Policy J",
            None,
            "2019",
            id="Vancouver",
        ),
        pytest.param(
            "Keller M, Wren T. Flood bills. In: Braun J, Finch P, editors. Handbook of rivers. 2nd ed. "
            "Delft: Water Press; 2019. p. 45-67.",
            "Flood bills",
            ["Keller M", "Wren T"],
            "Handbook of rivers",
            "Water Press",
            "2019",
            id="Vancouver chapter",
        ),
        pytest.param(
            "Maria Keller: Wer zahlt für die Flut? In: Hafenblatt, 4. März 2019, S. 3, online unter "
            "https://blatt.example/flut (abgerufen am 7. Juni 2020).",
            "Wer zahlt für die Flut?",
            ["Maria Keller"],
            "Hafenblatt",
            None,
            "2019-3-4",
            id="German newspaper",
        ),
        pytest.param(
            "Keller, Maria: Die Flutrechnung. Eine Geschichte der Deiche. 2. Aufl. Hamburg: Nordverlag 2019.",
            "Die Flutrechnung. Eine Geschichte der Deiche",
            ["Keller, Maria"],
            None,
            "Nordverlag",
            "2019",
            id="German book",
        ),
        pytest.param(
            "Braun, Jonas. Deiche und ihre Eigentümer. Diss. Univ. Emden, 2018.",
            "Deiche und ihre Eigentümer",
            ["Braun, Jonas"],
            None,
            "Univ. Emden",
            "2018",
            id="German thesis",
        ),
        pytest.param(
            "Marie Chevalier, « Qui paie l’inondation ? », Le Courrier du Port, 4 mars 2019, "
            "https://courrier.example/inondation (consulté le 7 juin 2020).",
            "Qui paie l’inondation ?",
            ["Marie Chevalier"],
            "Le Courrier du Port",
            None,
            "2019-3-4",
            id="French",
        ),
        pytest.param(
            "Chevalier, Marie, La Facture du fleuve, Paris, Éditions du Quai, 2019, p. 45.",
            "La Facture du fleuve",
            ["Chevalier, Marie"],
            None,
            "Éditions du Quai",
            "2019",
            id="French book",
        ),
        pytest.param(
            "María Molina, «¿Quién paga la inundación?», El Puerto, 4 de marzo de 2019, disponible en "
            "https://puerto.example/inundacion (consultado el 7 de junio de 2020).",
            "¿Quién paga la inundación?",
            ["María Molina"],
            "El Puerto",
            None,
            "2019-3-4",
            id="Spanish",
        ),
        pytest.param(
            "Иванов И. И. Кто платит за наводнение? // Портовый вестник. 2019. № 3. С. 45–67.",
            "Кто платит за наводнение?",
            ["Иванов И. И."],
            "Портовый вестник",
            None,
            "2019",
            id="Russian",
        ),
        pytest.param(
            "王伟, 李娜. 洪水费用研究[J]. 河流政策, 2019, 12(3): 45-67.",
            "洪水费用研究",
            ["王伟", "李娜"],
            "河流政策",
            None,
            "2019",
            id="Chinese",
        ),
        pytest.param(
            "Miller v. Harbour Authority, 412 U.S. 311, 318 (1973).",
            "Miller v. Harbour Authority",
            [],
            None,
            None,
            "1973",
            id="US case",
        ),
        pytest.param(
            "Case C-123/17, Miller v Harbour Authority, EU:C:2019:45, para 31.",
            "Miller v Harbour Authority",
            [],
            None,
            None,
            "",
            id="EU case",
        ),
        pytest.param(
            "R (Miller) v Secretary of State for Ports [2019] UKSC 12, [2019] 2 WLR 345.",
            "R (Miller) v Secretary of State for Ports",
            [],
            None,
            None,
            "2019",
            id="UK case",
        ),
        pytest.param(
            "Clean Harbours Act, 33 U.S.C. § 1251 et seq. (1972).",
            "Clean Harbours Act",
            [],
            None,
            None,
            "1972",
            id="statute",
        ),
        pytest.param(
            "Regulation (EU) 2016/123 of the European Parliament and of the Council of 27 April 2016, OJ L "
            "119, 4.5.2016, p. 1–88.",
            "Regulation (EU) 2016/123 of the European Parliament and of the Council of 27 April 2016",
            [],
            None,
            None,
            "2016-4-27",
            id="EU regulation",
        ),
        pytest.param(
            "UN General Assembly, Resolution 75/123, Protection of river deltas, A/RES/75/123 (14 December "
            "2020), https://un.example/75/123.",
            "Resolution 75/123, Protection of river deltas",
            ["UN General Assembly"],
            None,
            None,
            "2020-12-14",
            id="UN resolution",
        ),
        pytest.param(
            "United Nations Security Council, Report on the situation in the delta, S/2019/345, 12 April 2019.",
            "Report on the situation in the delta",
            ["United Nations Security Council"],
            None,
            None,
            "2019-4-12",
            id="UN report",
        ),
        pytest.param(
            "House of Commons Environment Committee, Flooding: Second Report of Session 2018–19, HC 123, 4 "
            "March 2019, para 31.",
            "Flooding: Second Report of Session 2018–19",
            ["House of Commons Environment Committee"],
            None,
            None,
            "2019-3-4",
            id="parliament",
        ),
        pytest.param(
            "U.S. Flood Accountability Office, Flood Insurance: Progress Made, GAO-19-123 (Washington, "
            "D.C.: March 2019).",
            "Flood Insurance: Progress Made",
            ["U.S. Flood Accountability Office"],
            None,
            None,
            "2019-3",
            id="government report",
        ),
        pytest.param(
            "OECD (2019), Managing Floods, OECD Publishing, Paris, https://doi.org/10.1787/123456-en.",
            "Managing Floods",
            ["OECD"],
            None,
            "OECD Publishing",
            "2019",
            id="a body and its imprint",
        ),
        pytest.param(
            "IPCC, 2014: Climate Change 2014: Synthesis Report. IPCC, Geneva, Switzerland, 151 pp.",
            "Climate Change 2014: Synthesis Report",
            ["IPCC"],
            None,
            "IPCC",
            "2014",
            id="panel report",
        ),
        pytest.param(
            "Jane Wren (@janewren), “The dike broke at 4 am,” Twitter, March 4, 2019, 6:12 a.m., "
            "https://twitter.com/janewren/status/1234567890.",
            "The dike broke at 4 am",
            ["Jane Wren (@janewren)"],
            "Twitter",
            None,
            "2019-3-4",
            id="tweet, Chicago",
        ),
        pytest.param(
            "Wren, J. [@janewren]. (2019, March 4). The dike broke at 4 am [Tweet]. Twitter. "
            "https://twitter.com/janewren/status/1234567890",
            "The dike broke at 4 am",
            ["Wren, J. [@janewren]"],
            "Twitter",
            None,
            "2019-3-4",
            id="tweet, APA",
        ),
        pytest.param(
            "River Channel. (2019, March 4). The night the dike broke [Video]. YouTube. "
            "https://www.youtube.com/watch?v=abc123",
            "The night the dike broke",
            ["River Channel"],
            "YouTube",
            None,
            "2019-3-4",
            id="video",
        ),
        pytest.param(
            "Wren, Jane, host. “After the flood.” River Talk, episode 12, Harbour Radio, 4 Mar. 2019, "
            "https://radio.example/rivertalk/12.",
            "After the flood",
            ["Wren, Jane"],
            "River Talk",
            None,
            "2019-3-4",
            id="podcast, MLA",
        ),
        pytest.param(
            "Wren, J. (Host). (2019, March 4). After the flood (No. 12) [Audio podcast episode]. In River "
            "Talk. Harbour Radio. https://radio.example/rivertalk/12",
            "After the flood",
            ["Wren, J."],
            "River Talk",
            "Harbour Radio",
            "2019-3-4",
            id="podcast, APA",
        ),
        pytest.param(
            "Braun, J. (2018). Dikes and their owners (Publication No. 12345) [Doctoral dissertation, "
            "University of Emden]. ProQuest Dissertations.",
            "Dikes and their owners",
            ["Braun, J."],
            "ProQuest Dissertations",
            "University of Emden",
            "2018",
            id="thesis, APA",
        ),
        pytest.param(
            "Jonas Braun, “Dikes and Their Owners” (PhD diss., University of Emden, 2018), 45–67.",
            "Dikes and Their Owners",
            ["Jonas Braun"],
            None,
            "University of Emden",
            "2018",
            id="thesis, Chicago",
        ),
        pytest.param(
            "Jonas Braun, Maria Keller. Flood bills at scale. arXiv preprint arXiv:1901.12345, 2019.",
            "Flood bills at scale",
            ["Jonas Braun", "Maria Keller"],
            None,
            None,
            "2019",
            id="preprint",
        ),
        pytest.param(
            "Keller, M. (2020). Flood bills 1990–2019 (Version 2.1) [Data set]. Zenodo. "
            "https://doi.org/10.5281/zenodo.1234567",
            "Flood bills 1990–2019",
            ["Keller, M."],
            "Zenodo",
            None,
            "2020",
            id="data set",
        ),
        pytest.param(
            "Ministry of Ports, “Minister opens new lock,” press release, 4 March 2019, "
            "https://ports.example/press/new-lock.",
            "Minister opens new lock",
            ["Ministry of Ports"],
            None,
            None,
            "2019-3-4",
            id="press release",
        ),
        pytest.param(
            "Jane Wren, “Why the lock failed,” Water Notes (blog), March 4, 2019, "
            "https://waternotes.example/lock-failed.",
            "Why the lock failed",
            ["Jane Wren"],
            "Water Notes",
            None,
            "2019-3-4",
            id="blog",
        ),
        pytest.param(
            "“Frostland,” CIA World Factbook, last updated March 4, 2019, https://factbook.example/frostland.",
            "Frostland",
            [],
            "CIA World Factbook",
            None,
            "2019-3-4",
            id="encyclopedia",
        ),
        pytest.param(
            "Who pays for the flood? | Harbour Weekly https://weekly.example/flood-bill",
            "Who pays for the flood?",
            [],
            "Harbour Weekly",
            None,
            "",
            id="a page's title as browsers show it",
        ),
        pytest.param(
            "Harbour Weekly: Who pays for the flood? https://weekly.example/flood-bill",
            "Who pays for the flood?",
            [],
            "Harbour Weekly",
            None,
            "",
            id="newspaper and headline",
        ),
        pytest.param(
            "Reuters (2019) Dike breaks in the north, kills 3. Available at: https://reuters.example/dike "
            "(Accessed: 7 June 2020)",
            "Dike breaks in the north, kills 3",
            ["Reuters"],
            None,
            None,
            "2019",
            id="a headline with a figure at its end",
        ),
        pytest.param(
            "J. Braun, M. Keller, and P. Finch, “Sensors for dikes,” in Proc. 12th Int. Conf. on Water "
            "Sensing (ICWS), Delft, The Netherlands, 2019, pp. 45–52.",
            "Sensors for dikes",
            ["J. Braun", "M. Keller", "P. Finch"],
            "Proc. 12th Int. Conf. on Water Sensing (ICWS)",
            None,
            "2019",
            id="conference",
        ),
        pytest.param(
            "Maria Keller, 'Flood bills' in Jonas Braun (ed), Handbook of Rivers (Water Press 2019) 45.",
            "Flood bills",
            ["Maria Keller"],
            "Handbook of Rivers",
            "Water Press",
            "2019",
            id="OSCOLA chapter",
        ),
        pytest.param(
            "Keller, M 2019, 'Flood bills', Harbour Weekly, 4 March, viewed 7 June 2020, "
            "<https://weekly.example/flood-bill>.",
            "Flood bills",
            ["Keller, M"],
            "Harbour Weekly",
            None,
            "2019-3-4",
            id="Harvard, Australian",
        ),
        pytest.param(
            "Email from J. Braun to the author, 4 March 2019.",
            "Email from J. Braun to the author",
            [],
            None,
            None,
            "2019-3-4",
            id="a letter",
        ),
        pytest.param(
            'https://weekly.example/world-1234567 "Floods in Europe" Harbour News 4 March 2019',
            "Floods in Europe",
            [],
            "Harbour News",
            None,
            "2019-3-4",
            id="the link first",
        ),
    ],
)
def test_reads_what_a_stranger_pastes(  # noqa: PLR0917 - one argument a field
    raw: str, title: str, authors: list[str], container: str | None, publisher: str | None, issued: str
) -> None:
    """Every field is right, and none is made up: what the hand does not say stays empty."""
    (record,) = read_reference(raw)

    assert record.title == title
    assert [author.literal for author in record.authors] == authors
    assert record.container_title == container
    assert record.publisher == publisher
    assert (record.issued.parts if record.issued else ()) == _date(issued)
