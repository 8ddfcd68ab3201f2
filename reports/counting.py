"""Numbers with their nouns, apart from the other words: commands that load nothing else count too."""


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: "1 claim", "1,234 claims"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
