"""Articles and sources in other languages than English: the same checks, by what is known of each language."""

import pytest
from judging import judged_against

from verifier.matching.base import MissKind, Verdict
from verifier.matching.claim_words import read_claim

GERMAN = (
    "Der Gemeinderat von Altwies hat am Dienstag beschlossen, das Hallenbad zum 30. Juni 2024 zu schließen. Die "
    "Sanierung hätte nach Angaben der Verwaltung 8,4 Millionen Euro gekostet. Bürgermeisterin Karin Voss sagte, die "
    'Entscheidung sei ihr "ausgesprochen schwergefallen". Im vorigen Jahr kamen knapp 54.000 Besucher, ein Viertel '
    "weniger als zuvor. Die sechs Angestellten sollen nicht entlassen werden. Das Bad wurde 1971 eröffnet."
)
FRENCH = (
    "Le tribunal de Valmont a annulé l'arrêté qui interdisait la circulation des camions de plus de 3,5 tonnes. "
    "L'arrêté avait été signé le 14 mars 2022 par l'ancien préfet Marc Delorme. Selon l'étude citée par le tribunal, "
    "le trafic a baissé de 38 %. La construction d'une déviation ne commencera pas avant 2027."
)
SWEDISH = (
    "Regeringen beslutade i torsdags att stänga flygplatsen i Norrvik den 30 november. Flygplatsen har gått med "
    "förlust sedan 2014. De 58 anställda har ännu inte fått besked."
)
PAGES = {"de": GERMAN, "fr": FRENCH, "sv": SWEDISH}


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        pytest.param("de", "Der Gemeinderat beschloss, das Hallenbad zu schließen.", id="German, inflected"),
        pytest.param(
            "de", "Die Sanierung des Hallenbads hätte 8,4 Millionen Euro gekostet.", id="German noun, no name"
        ),
        pytest.param("de", "Das Hallenbad wird am 30. Juni geschlossen.", id="German date"),
        pytest.param("de", "Den sechs Angestellten soll nicht gekündigt werden.", id="German negation in both"),
        pytest.param("de", "Altwies schließt sein Hallenbad Ende Juni 2024.", id="German nouns in a row"),
        pytest.param("de", "Laut Verwaltung hätte die Sanierung 8,4 Millionen Euro gekostet.", id="preposition, noun"),
        pytest.param("fr", "L'interdiction des camions a été annulée par le tribunal de Valmont.", id="French elision"),
        pytest.param("fr", "L'arrêté avait été signé en mars 2022 par le préfet Marc Delorme.", id="French month"),
        pytest.param("fr", "La déviation ne sera pas commencée avant 2027.", id="French negation in both"),
        pytest.param("sv", "Flygplatsen i Norrvik stängs den 30 november.", id="Swedish"),
    ],
)
def test_what_a_source_in_another_language_says_is_found(language: str, claim: str) -> None:
    """A German noun is no name, and a function word is nothing that a source must have."""
    match = judged_against(claim, PAGES[language])

    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW), match
    assert not [m for m in match.missing if m.kind is not MissKind.WORD], match


@pytest.mark.parametrize(
    ("language", "claim", "text"),
    [
        pytest.param("de", "Die Sanierung hätte 4,8 Millionen Euro gekostet.", "4,8 Millionen", id="decimal comma"),
        pytest.param("de", "Das Hallenbad wird am 30. Juli 2024 geschlossen.", "Juli", id="German month"),
        pytest.param("de", "Die sechs Angestellten sollen entlassen werden.", "entlassen", id="German not, taken out"),
        pytest.param("de", "Der Gemeinderat beschloss, das Hallenbad nicht zu schließen.", "nicht", id="inserted"),
        pytest.param("de", "Es kamen ein Viertel mehr Besucher als zuvor.", "mehr", id="German contrary"),
        pytest.param("fr", "Selon l'étude, le trafic a augmenté de 38 %.", "augmenté", id="French contrary"),
        pytest.param(
            "de", "Bürgermeisterin Petra Lang sagte, die Entscheidung sei ihr schwergefallen.", "Lang", id="name"
        ),
        pytest.param("fr", "Le tribunal a annulé l'arrêté signé le 14 mai 2022.", "mai", id="French month"),
        pytest.param("fr", "La construction de la déviation commencera avant 2027.", "avant", id="French ne pas"),
        pytest.param("sv", "De 58 anställda har fått besked.", "fått", id="Swedish not, taken out"),
    ],
)
def test_what_a_source_in_another_language_has_otherwise_differs(language: str, claim: str, text: str) -> None:
    """Decimal commas, months and words of denial are known in the languages that articles are most written in."""
    match = judged_against(claim, PAGES[language])

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert text in [m.text for m in match.missing]


def test_a_short_claim_is_not_taken_for_a_third_language() -> None:
    """Two words such as "de" and "da" are of many languages."""
    page = (
        "El embalse de Torrecilla, que se construyó en 1964, abastece a 120.000 personas de la comarca y de la sierra."
    )

    match = judged_against("El embalse de Torrecilla da agua a 120.000 personas.", page)

    assert match.verdict is not Verdict.NOT_CHECKED


def test_what_is_a_figure_or_a_name_weighs_something() -> None:
    """The Polish "ten" is no number, and a small word of the claim's language with a capital no name."""
    words = read_claim("To był ten dom, a w nim był ten sąd, który Ona znała i który Się nie zmienił.").words

    assert {w.surface for w in words if w.surface == "ten"} == {"ten"}
    assert all(w.weight for w in words if w.figure or w.name)


LONG_GERMAN = (
    "We use cookies. By clicking you accept that the site may store them on your device. " + GERMAN + " Wer an der "
    "Sitzung teilnahm, war sich einig: Was in Altwies geschah, will man in den Orten an der Ahr so nicht. Der Verein "
    "hat am Mittwoch einen Antrag gestellt, und die Verwaltung wird ihn prüfen."
)
"""A page as they are: the banner is English, and German has words that look English ("in", "was", "an", "will")."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("Der Gemeinderat beschloss, das Hallenbad zu schließen.", Verdict.SUPPORTED, id="German"),
        pytest.param(
            "Die sechs Angestellten, deren Hallenbad in Altwies schließt, werden nicht entlassen.",
            Verdict.SUPPORTED,
            id="German that has an “in”",
        ),
        pytest.param("The council of Altwies decided to close the pool.", Verdict.NOT_CHECKED, id="English"),
        pytest.param("Altwies closed its pool after Karin Voss left.", Verdict.NOT_CHECKED, id="hardly English"),
    ],
)
def test_a_page_is_in_the_language_that_most_of_its_words_speak_for(claim: str, verdict: Verdict) -> None:
    """An English notice about cookies makes no page English."""
    assert judged_against(claim, LONG_GERMAN).verdict is verdict


VILLAGE = (
    "Altwies liegt an der Grenze. Der Umbau der alten Mühle wird nach einer dreimonatigen Pause fortgesetzt, obwohl "
    "sie seit 30 Jahren leer steht. Mehr als 20 Jahre hat in der Mühle niemand mehr gemahlen. Für den Umbau braucht es "
    "zwei Gutachten und eine Genehmigung. Rufe nach einem Abriss der Mühle sind für den Heimatverein nicht sinnvoll. "
    "Beim Richtfest stürzte ein 67-jähriger Gast; die 83-jährige Wirtin half ihm auf. Die Pläne zeichnete der "
    "Architekt Jan Ole Brink aus Halm."
)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Seit über zwanzig Jahren hat in der Mühle niemand mehr gemahlen.", id="count in letters"),
        pytest.param("Der Umbau der Mühle wird nach drei Monaten Pause fortgesetzt.", id="a word of count and unit"),
        pytest.param("Für den Umbau der Mühle braucht es 2 Gutachten.", id="count in digits"),
        pytest.param("Beim Richtfest stürzte ein 67-Jähriger, dem die 83-jährigen Wirtin aufhalf.", id="two ages"),
        pytest.param("Der Heimatverein hält einen Abriss der alten Mühle nicht für klug.", id="another word denied"),
        pytest.param("Die Pläne zeichnete der Baumeister Jan Ole Brink aus Halm.", id="a noun before a name"),
    ],
)
def test_german_words_for_the_same_do_not_differ(claim: str) -> None:
    """What German inflects, or writes in one word, is the same; and a noun behind an article is no name."""
    match = judged_against(claim, VILLAGE)

    assert match.verdict in (Verdict.SUPPORTED, Verdict.REVIEW), match
    assert not [m for m in match.missing if m.kind in (MissKind.NAME, MissKind.NUMBER)], match


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("Für den Umbau der Mühle braucht es drei Gutachten.", VILLAGE, id="German"),
        pytest.param(
            "La ville a construit cinq ponts sur le fleuve.",
            "La ville a construit quatre ponts sur le fleuve. Ce n'est pas beaucoup, et il en sera ainsi.",
            id="French",
        ),
        pytest.param(
            "La ciudad ha construido cuatro puentes sobre el río.",
            "La ciudad ha construido cinco puentes sobre el río. No es mucho, y será así para los vecinos.",
            id="Spanish",
        ),
    ],
)
def test_another_count_in_letters_differs(claim: str, page: str) -> None:
    """Counts in letters are figures in other languages too."""
    assert judged_against(claim, page).verdict is Verdict.DETAIL_DIFFERS


def test_function_words_of_german_are_not_named_as_missing() -> None:
    """A reader learns nothing from "über" and "denen"."""
    match = judged_against(
        "Über die Mühle, deren Räder sich seit Jahren drehen, wird in Halm gestritten, weil sie laut klappern.", VILLAGE
    )

    assert {m.text.lower() for m in match.missing}.isdisjoint({"über", "deren", "seit", "weil", "sich"})


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "Das Museum zählte mehr als 54.000 Gäste.",
            "Das Museum zählte im vorigen Jahr 54 312 Gäste, und es war nicht einmal das beste Jahr.",
            id="dots and blanks between thousands",
        ),
        pytest.param(
            "Der Umbau kostet rund 2 Millionen Euro.",
            "Der Umbau wird 1.950.000 Euro kosten, sagte der Minister, und er ist nicht der letzte, der ansteht. Auch "
            "die Brücke wird noch in diesem Jahr von einer Firma aus der Stadt geprüft.",
            id="a scale",
        ),
        pytest.param(
            "Fast 300 Gäste kamen zum Fest.",
            "Zum Fest kamen nach Angaben der Polizei 294 Gäste, und es blieb bis auf den Regen ruhig.",
            id="nearly",
        ),
        pytest.param(
            "Le musée a reçu près de 12 000 visiteurs.",
            "Le musée a reçu 11 870 visiteurs l'an dernier, selon la direction, qui en attendait plus. Il est dans une "
            "rue de la vieille ville, et les travaux sont finis.",
            id="French thousands, rounded",
        ),
        pytest.param(
            "Il museo ha speso 3,5 milioni di euro.",
            "Il museo ha speso 3.500.000 euro per i lavori, che non sono ancora finiti. Il ponte della città è stato "
            "aperto nel mese di maggio, e anche gli altri lavori sono iniziati.",
            id="Italian scale",
        ),
        pytest.param(
            "Die SPD-Politikerin Karin Voss lehnt den Umbau ab.",
            "Karin Voss von der SPD lehnt den Umbau der Mühle ab, und sie ist nicht die Einzige.",
            id="a noun behind a hyphen",
        ),
        pytest.param(
            "È arrivata a Lenk alle 19.29 con un volo da Arve.",
            "La ministra è arrivata a Lenk alle 19:29 con un volo partito da Arve il 4 maggio. Non ha detto nulla ai "
            "giornalisti che erano con lei.",
            id="a time with a stop",
        ),
        pytest.param(
            "Sono valori mai visti in 14 anni di misure.",
            "Sono valori che nessuno ha visto in 14 anni di misure del lago. Lo dice il direttore del parco, che ha "
            "scritto alla regione e ai comuni della valle.",
            id="never, and no month",
        ),
    ],
)
def test_figures_and_names_are_read_as_each_language_writes_them(claim: str, page: str) -> None:
    """Thousands, scales and bounds stand in other signs and words."""
    assert judged_against(claim, page).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page", "found"),
    [
        pytest.param(
            "Das Museum zählte 45.312 Gäste.",
            "Das Museum zählte im vorigen Jahr 54.312 Gäste, und es war nicht einmal das beste Jahr.",
            "54.312",
            id="thousands",
        ),
        pytest.param(
            "Il museo è diminuito: la spesa per i lavori è diminuita.",
            "Il museo cresce: la spesa per i lavori è aumentata, e non è ancora finita.",
            "aumentata",
            id="Italian contrary",
        ),
        pytest.param(
            "El alcalde rechazó la reforma del puente.",
            "El alcalde aprobó la reforma del puente, y no es la primera que se hace en la ciudad.",
            "aprobó",
            id="Spanish contrary",
        ),
    ],
)
def test_other_figures_and_contraries_differ_in_each_language(claim: str, page: str, found: str) -> None:
    """They are shown as the source writes them."""
    match = judged_against(claim, page)

    assert match.verdict is Verdict.DETAIL_DIFFERS, match
    assert found in [m.found for m in match.missing]


def test_another_place_behind_a_german_preposition_is_for_a_person() -> None:
    """One noun with a capital may be a place or a thing."""
    page = (
        "Der Architekt der Mühle wurde 1951 in Halm geboren und starb 2012 nach langer Krankheit. Seine Pläne sind in "
        "einem Archiv. Auch in Orsa hat er gebaut."
    )

    assert judged_against("Der Architekt der Mühle wurde 1951 in Orsa geboren.", page).verdict is Verdict.REVIEW
    assert judged_against("Der Architekt der Mühle wurde 1951 in Halm geboren.", page).verdict is Verdict.SUPPORTED


def test_an_italian_not_that_only_the_claim_has_is_read_by_a_person() -> None:
    """Which words deny by their meaning is not known of Italian; where the page has a "non" the claim's is no news."""
    page = (
        "Il comune di Valmora ha chiuso la piscina della città alla fine di giugno. La gara è stata annullata dal "
        "tribunale di Orsa, che si era riunito due volte per il ricorso. Il ponte è stato aperto nel 1971."
    )

    match = judged_against("La gara della piscina non è stata annullata dal tribunale.", page)

    assert match.verdict is Verdict.REVIEW, match
    assert "non" in [m.text for m in match.missing]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("Il traghetto per Vesso non è stato sequestrato dalla guardia.", Verdict.REVIEW, id="put in"),
        pytest.param("La guardia considera il traghetto una minaccia per il porto.", Verdict.REVIEW, id="taken out"),
        pytest.param("Il traghetto per Vesso è stato sequestrato dalla guardia.", Verdict.SUPPORTED, id="in neither"),
        pytest.param("Sul molo non si sono registrati danni.", Verdict.SUPPORTED, id="in both"),
    ],
)
def test_an_italian_non_on_one_side_only_is_for_a_person(claim: str, verdict: Verdict) -> None:
    """A "non" of another sentence denies nothing of the claim."""
    source = (
        "Il traghetto per Vesso è stato sequestrato ieri dalla guardia costiera.\n"
        "Sul molo di Vesso non si sono registrati danni o incidenti.\n"
        "La guardia ha deciso di non considerare il traghetto come una minaccia per il porto."
    )

    assert judged_against(claim, source).verdict is verdict


def test_a_word_of_another_language_said_twice_makes_no_claim_of_it() -> None:
    """English and German share "am", and a short claim may have it twice."""
    source = "In the harbour survey the words 'I am late' were written far more often than the words 'I am early'."

    match = judged_against('"I am late" was written far more often than "I am early".', source)

    assert match.verdict is Verdict.SUPPORTED, match
