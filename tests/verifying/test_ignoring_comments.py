"""Comments of an article that ignore findings."""

import time
from dataclasses import replace

from building import article, marker, note

from citations.document import Ignore
from verifier.checks import check_article


def test_the_first_comment_that_speaks_of_a_finding_gives_the_reason() -> None:
    """A comment holds for the lines that it stands beside, and for the rules that it names, or for all."""
    other = Ignore(rules=("N102",), reason="another rule", first_line=3, last_line=4, line=2)
    first = Ignore(rules=("N101", "C501"), reason="first", first_line=1, last_line=4, line=2)
    every = Ignore(rules=(), reason="all", first_line=3, last_line=3, line=3)
    unmarked = (marker("x", line=3), marker("y", line=4), marker("z", line=5))

    found = check_article(replace(article(markers=unmarked), ignores=(other, first, every)))

    missing = {one.line: one.suppressed_by for one in found if one.rule == "N101"}
    assert missing == {3: "inline: first", 4: "inline: first", 5: None}


def test_many_comments_and_many_findings_take_no_time_by_each_other() -> None:
    """An article comes from strangers; ten thousand of both would take minutes, compared one by one."""
    many = range(1, 10_001)
    comments = tuple(Ignore(rules=("C501",), reason="", first_line=line, last_line=line, line=line) for line in many)
    unmarked = tuple(marker(f"x{line}", line=line) for line in many)
    start = time.process_time()

    check_article(replace(article(markers=unmarked), ignores=comments))

    assert time.process_time() - start < 5


def test_a_comment_that_ignores_no_rule_there_is_is_reported() -> None:
    """A misspelt code quietens nothing, and its writer believes that it does."""
    comment = Ignore(rules=("C052", "L301"), reason="typing error", first_line=3, last_line=4, line=2)

    found = check_article(replace(article(note("i", title="A title"), markers=(marker("i"),)), ignores=(comment,)))

    assert [(one.line, one.message) for one in found if one.rule == "A605"] == [
        (2, "no rule has the code C052: it ignores nothing")
    ]
