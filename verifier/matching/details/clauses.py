"""The clauses of a sentence, as far as marks and conjunctions tell them; in a folded text all dashes are hyphens."""

import re

CLAUSE = re.compile(r"[;,:](?!\d)|(?<= )-(?= \D)|\b(?:and|while|whereas|but|although|though)\b")
"""What parts a sentence: of two figures, reasons or deeds each belongs to the words on its own side of it."""
STATEMENT = re.compile(
    r"(?:[;:]|(?<= )-(?= \D)|,(?= (?:and|while|but|whereas|though|although|because|since|so|as|which|who|whose|most)\b)"
    r"|(?= while\b| whereas\b))(?!\d)"
)
"""Of these, what opens a clause that says something of its own: a mere comma or "and" may stand in a list."""
CLAUSE_END = re.compile(r"[,;:.?!]")
"""Marks up to which a word governs what follows it: an "and" may go on ("if the mole and the lamps are not mended")."""
