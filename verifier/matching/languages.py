"""Languages by their commonest words: enough to tell some apart, not to read them."""

from verifier.matching.vocabulary import listed

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(listed("the of and to in is was for that with it on by from are were has which this")),
    "de": frozenset(listed("der die das und ist nicht von mit den dem ein eine im auf für des sich auch wird wurde")),
    "fr": frozenset(listed("le la les des et est dans du une pour que qui sur au par avec pas sont ont été")),
    "es": frozenset(listed("el la los las del y es en una por que con para se al como más fue su sus")),
    "it": frozenset(listed("il lo gli della di e è che per una con del nel alla sono dei delle più anche dal")),
    "pt": frozenset(listed("o os as da do dos das e é em uma para que com não por no na foi mais")),
    "nl": frozenset(listed("de het een van en is dat op te zijn voor met niet aan door er maar ook werd bij")),
    "sv": frozenset(listed("och att det som en är av för på med den till inte om ett har de var från men")),
    "no": frozenset(listed("og det er av for på med den til ikke som en et har de var fra men om seg")),
    "pl": frozenset(listed("i w na z się do nie jest że o to jak po dla od przez jego oraz był są")),
    "tr": frozenset(listed("ve bir bu için ile de da olarak olan daha en çok gibi sonra kadar ne o ise var ya")),
}
"""The commonest words of some languages in Latin letters: enough to tell them apart, not to read them."""

LEAST_KINDS = 5
"""Different function words that a source must have before its language is named: fewer are borrowed words."""
LEAST_IN_CLAIM = 2
"""The same for a claim, which is short."""
CLEARLY = 2.0
"""How many times as many of its own function words as of the other language's a text must have."""


def language_of(words: frozenset[str], least: int) -> str | None:
    """Give the language that most function words speak for, or ``None`` when no language is clearly ahead."""
    counts = sorted(((len(words & own), name) for name, own in FUNCTION_WORDS.items()), reverse=True)
    (most, name), (second, _) = counts[0], counts[1]
    return name if most >= least and most >= CLEARLY * second else None
