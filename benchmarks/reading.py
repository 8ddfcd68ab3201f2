"""Measures how the time of reading an article grows with its size: 0.1, 1 and 10 MB of Markdown, 200 notes each 0.1 MB.

    python benchmarks/reading.py

The articles are made up here. Reported are seconds of processor time, and how they grow per byte against the smallest.
"""

import time

from citations.article import read_article

SIZES = (100_000, 1_000_000, 10_000_000)
NOTES_PER_BYTE = 2_000 / 1_000_000
WORDS = "The council of the upper valley said that the line would be opened again before the end of the year"


def article_of(size: int) -> bytes:
    """Give an article of about ``size`` bytes, a note every 500 bytes of body."""
    count = int(size * NOTES_PER_BYTE)
    notes = [
        f"[^{n}]: Ann Berg and Tom Falk, 'A report on the {n}th station', The Marrow Herald, {n % 28 + 1} Mar 2026, "
        f"{n % 28 + 2} Apr 2026, <https://herald.example/2026/03/{n % 28 + 1:02}/station-{n}>"
        for n in range(1, count + 1)
    ]
    room = max(0, size - sum(map(len, notes))) // max(1, count)
    body = []
    for n in range(1, count + 1):
        sentence = WORDS + f", {n} days after the first."
        body.append((sentence + " ") * max(1, room // len(sentence)) + f"It cost {n} crowns.[^{n}]\n")
    return ("# A long article\n\n" + "\n".join(body) + "\n## Notes\n\n" + "\n\n".join(notes) + "\n").encode()


def main() -> None:
    """Measure each size once and print a table."""
    first = 0.0
    print("| bytes | notes | claims | processor seconds | per byte, against the smallest |\n|---|---|---|---|---|")
    for size in SIZES:
        data = article_of(size)
        started = time.process_time()
        article = read_article(data, name="long.md")
        spent = time.process_time() - started
        first = first or spent / len(data)
        row = (len(data), len(article.notes), len(article.claims), f"{spent:.2f}", f"{spent / len(data) / first:.2f}")
        print("| " + " | ".join(map(str, row)) + " |", flush=True)


if __name__ == "__main__":
    main()
