"""What the comments in an article quieten: A605."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from verifier.checks.base import CheckInput, at_place, position_in
from verifier.findings import Finding, Rule, Severity

UNKNOWN_CODE = Rule(
    code="A605",
    name="ignore-unknown",
    severity=Severity.WARNING,
    summary="a comment ignores a rule that does not exist",
    explanation=(
        "The comment quietens nothing, and whoever wrote it believes that it does. A misspelt code in the "
        "configuration is an error for the same reason."
    ),
    help="correct the code; provenote rules lists them",
)


@dataclass(frozen=True, slots=True)
class IgnoresCheck:
    """Holds the codes in ``provenote: ignore`` comments against the rules that exist."""

    rules: tuple[Rule, ...] = field(default=(UNKNOWN_CODE,))

    def find(self, given: CheckInput) -> Iterator[Finding]:
        """Yield a finding for each code that no rule has."""
        for ignore in given.article.ignores:
            for code in ignore.rules if given.codes else ():
                if code not in given.codes:
                    place = position_in(given.article, ignore.line)
                    yield at_place(UNKNOWN_CODE, place, f"no rule has the code {code}: it ignores nothing")


CHECK = IgnoresCheck()
