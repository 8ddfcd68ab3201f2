"""The details of a claim, checked one by one in the located place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from citations.claims import Quotation
from verifier.matching.base import Aspect
from verifier.matching.claim_words import ClaimWord
from verifier.matching.details.dates.clock import other_half_of_day
from verifier.matching.details.dates.months import other_months
from verifier.matching.details.dates.weekdays import other_weekdays
from verifier.matching.details.dates.years import other_years
from verifier.matching.details.denials.negation import denials
from verifier.matching.details.figures.changes import other_changes
from verifier.matching.details.figures.clauses import figures_of_other_clauses
from verifier.matching.details.figures.compared import other_comparisons
from verifier.matching.details.figures.copied import other_in_copied
from verifier.matching.details.figures.former import former_figures
from verifier.matching.details.figures.gapped import exchanged_figures
from verifier.matching.details.figures.left_out import left_out
from verifier.matching.details.figures.lines import figures_of_other_lines
from verifier.matching.details.figures.lists import figures_of_others, is_told_respectively
from verifier.matching.details.figures.lost import lost_figures
from verifier.matching.details.figures.more_than_one import more_than_one
from verifier.matching.details.figures.neighbours import rival_figures
from verifier.matching.details.figures.pairs import other_pairs
from verifier.matching.details.figures.portions import other_portions
from verifier.matching.details.figures.series import other_times
from verifier.matching.details.figures.units import other_points, other_units
from verifier.matching.details.figures.wholes import parts_of_wholes
from verifier.matching.details.names.agents import subjects_told_as_agents
from verifier.matching.details.names.copied import other_in_copied_names
from verifier.matching.details.names.descriptions import described_as_another
from verifier.matching.details.names.fellows import other_fellows
from verifier.matching.details.names.german_nouns import other_nouns
from verifier.matching.details.names.nations import other_nations
from verifier.matching.details.names.offices import other_offices
from verifier.matching.details.names.openings import unknown_opening
from verifier.matching.details.names.pronouns import other_than_meant
from verifier.matching.details.names.relations import exchanged_relations
from verifier.matching.details.names.reported import other_reporter
from verifier.matching.details.names.roles import exchanged_roles, other_voices
from verifier.matching.details.names.slots import filled_slots
from verifier.matching.details.names.speakers import other_speakers
from verifier.matching.details.names.strangers import strange_names
from verifier.matching.details.names.subjects import other_subjects
from verifier.matching.details.names.told_of_others import told_of_others
from verifier.matching.details.quotations import Found, find_quotation
from verifier.matching.details.rivals import Denial, Rival, once
from verifier.matching.details.words.attached import other_attached
from verifier.matching.details.words.causes import other_causes
from verifier.matching.details.words.certainty import dropped_doubts
from verifier.matching.details.words.comparisons import turned_comparisons
from verifier.matching.details.words.crossed import crossed_clauses
from verifier.matching.details.words.crossed_pairs import crossed_pairs
from verifier.matching.details.words.deeds import deeds_of_others
from verifier.matching.details.words.direction import turned_round
from verifier.matching.details.words.ends import other_ends
from verifier.matching.details.words.exchanged import exchanged_parts
from verifier.matching.details.words.kinds import other_kinds
from verifier.matching.details.words.lessened import lessened
from verifier.matching.details.words.limits import lost_limits
from verifier.matching.details.words.only import only_of_more
from verifier.matching.details.words.outcomes import other_outcomes
from verifier.matching.details.words.ranks import other_ranks
from verifier.matching.details.words.replaced import replaced_word
from verifier.matching.details.words.scopes import widened
from verifier.matching.details.words.swapped import swapped_names, swapped_words
from verifier.matching.locate import Located

_Check = Callable[[Located], tuple[Rival, ...]]

OF_FIGURES = (
    rival_figures,
    other_years,
    other_pairs,
    other_months,
    other_units,
    other_half_of_day,
    other_times,
    parts_of_wholes,
    exchanged_figures,
    other_comparisons,
    other_in_copied,
)
"""Checks that find figures and dates for which the source has others, the surest check first."""

OF_NAMES = (
    exchanged_roles,
    exchanged_relations,
    other_subjects,
    told_of_others,
    unknown_opening,
    other_reporter,
    described_as_another,
    other_in_copied_names,
    subjects_told_as_agents,
    other_nations,
)
"""Checks that find names for which the source has others. Checks that need the strangers or the quotations are called
apart."""
OF_WORDS = (
    turned_round,
    other_voices,
    swapped_words,
    turned_comparisons,
    other_changes,
    other_ranks,
    other_kinds,
    other_outcomes,
)
"""Checks that find words for which the source has the contrary, or another thing of the same kind."""
FOR_A_PERSON = (
    other_weekdays,
    replaced_word,
    other_nouns,
    other_ends,
    other_portions,
    other_points,
    former_figures,
    more_than_one,
    lessened,
    widened,
    crossed_clauses,
    other_causes,
    exchanged_parts,
    crossed_pairs,
    other_than_meant,
    other_offices,
    left_out,
    figures_of_other_clauses,
    figures_of_others,
    figures_of_other_lines,
    deeds_of_others,
    only_of_more,
    lost_limits,
)
"""Checks that find another word where the claim has its own. The two may mean the same, so a person decides always."""
ASPECTS: Mapping[Callable[..., tuple[Rival, ...]], Aspect] = {
    exchanged_roles: Aspect.ROLE,
    exchanged_relations: Aspect.ROLE,
    other_voices: Aspect.ROLE,
    told_of_others: Aspect.ROLE,
    other_subjects: Aspect.ROLE,
    crossed_clauses: Aspect.ROLE,
    exchanged_parts: Aspect.ROLE,
    crossed_pairs: Aspect.ROLE,
    other_than_meant: Aspect.ROLE,
    other_in_copied_names: Aspect.ROLE,
    subjects_told_as_agents: Aspect.ROLE,
    deeds_of_others: Aspect.ROLE,
    other_speakers: Aspect.SPEAKER,
    other_reporter: Aspect.SPEAKER,
    other_causes: Aspect.REASON,
    dropped_doubts: Aspect.DOUBT,
    parts_of_wholes: Aspect.EXTENT,
    other_portions: Aspect.EXTENT,
    widened: Aspect.EXTENT,
    left_out: Aspect.EXTENT,
    only_of_more: Aspect.EXTENT,
    lost_limits: Aspect.EXTENT,
    turned_round: Aspect.CONTRARY,
    swapped_words: Aspect.CONTRARY,
    turned_comparisons: Aspect.CONTRARY,
    other_outcomes: Aspect.CONTRARY,
}
"""What the finding of a check changes: who did it, who says it, and so on. A check that is not listed needs no such
word, because the two words show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the located place lacks or has otherwise.

    ``lost``: figures that are nowhere; ``counts``: small counts in letters that are nowhere; ``rivals``: figures that
    the place has otherwise; ``strangers``: names that are nowhere; ``slots``: such names in whose place another word
    stands; ``exchanged``: names that are elsewhere on the page and in whose place another name stands; ``denials``:
    negations on one side only; ``turned``: words for which the place has an opposite, or another thing of the kind;
    ``replaced``: a word in whose place stands another, or another subject, which may be the same; ``doubted``: words
    that the source only thinks possible; ``quotes``: strict quotations, found or not.
    """

    lost: tuple[ClaimWord, ...] = ()
    counts: tuple[ClaimWord, ...] = ()
    rivals: tuple[Rival, ...] = ()
    strangers: tuple[ClaimWord, ...] = ()
    slots: tuple[Rival, ...] = ()
    exchanged: tuple[Rival, ...] = ()
    denials: tuple[Denial, ...] = ()
    turned: tuple[Rival, ...] = ()
    replaced: tuple[Rival, ...] = ()
    doubted: tuple[Rival, ...] = ()
    quotes: tuple[Found, ...] = ()

    @property
    def altered(self) -> tuple[Found, ...]:
        """The strict quotations that the source does not have word for word."""
        return tuple(q for q in self.quotes if not q.exact)

    @property
    def denied(self) -> bool:
        """Whether claim and source differ on a "not"."""
        return any(d.sharp for d in self.denials)

    @property
    def kinds_that_differ(self) -> int:
        """How many kinds of detail the source has otherwise: figures, names, negation, direction, quotations."""
        return sum(map(bool, (self.rivals, self.slots, self.denied, self.turned, self.altered)))


def check_details(located: Located, quotes: tuple[Quotation, ...]) -> Details:
    """Give what the located place lacks or has otherwise: figures, names, denials, opposites, quotations and the rest.

    If the claim's words hardly stand together anywhere, no place is about the claim, and only what is missing is told.
    """
    strangers = strange_names(located)
    lost, counts = lost_figures(located)
    found = tuple(find_quotation(q, located.source) for q in quotes if q.strict)
    if not located.stands_together:
        return Details(lost=lost, counts=counts, strangers=strangers, quotes=found)
    attached = other_attached(located)
    rivals = once((*_all(OF_FIGURES, located), *(r for r in attached if r.word.figure)))
    figures = [r for r in rivals if r.sure or not is_told_respectively(located, r.word)]
    names = once(
        (
            *filled_slots(located, strangers),
            *other_fellows(located, strangers),
            *swapped_names(located, strangers),
            *(r for r in attached if not r.word.figure),
            *_with_aspect(other_speakers, other_speakers(located, found)),
            *_all(OF_NAMES, located),
        )
    )
    contraries = once(_all(OF_WORDS, located))
    return Details(
        lost=lost,
        counts=counts,
        rivals=tuple(r for r in figures if r.sure),
        strangers=strangers,
        slots=tuple(r for r in names if r.sure),
        exchanged=tuple(r for r in names if not r.sure),
        denials=denials(located, [(q.start, q.end) for q in quotes if q.strict]),
        turned=tuple(r for r in contraries if r.sure),
        replaced=once((*(r for r in (*figures, *contraries) if not r.sure), *_all(FOR_A_PERSON, located))),
        doubted=tuple(_with_aspect(dropped_doubts, dropped_doubts(located))),
        quotes=found,
    )


def _all(checks: Sequence[_Check], located: Located) -> Iterator[Rival]:
    return chain.from_iterable(_with_aspect(check, check(located)) for check in checks)


def _with_aspect(check: Callable[..., tuple[Rival, ...]], rivals: Iterable[Rival]) -> Iterable[Rival]:
    """What a check found, each finding with the aspect of that check."""
    aspect = ASPECTS.get(check) if rivals else None
    return [replace(rival, aspect=aspect) for rival in rivals] if aspect else rivals
