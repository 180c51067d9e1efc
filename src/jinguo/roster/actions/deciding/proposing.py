"""A form, or rows pasted from Excel, read like a roster."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.db import transaction

from jinguo.database.scope import whole_tree
from jinguo.divisions.rules.codes import bounds
from jinguo.kernel.actor import Actor
from jinguo.roster.actions.deciding.asked import Departure, Member, Minutes
from jinguo.roster.actions.deciding.checking import carried
from jinguo.roster.actions.deciding.deeds import carry_out
from jinguo.roster.actions.deciding.desk import Desk
from jinguo.roster.actions.importing.comparing import seat_of
from jinguo.roster.actions.importing.fitting import fit
from jinguo.roster.actions.importing.identity import Identifier
from jinguo.roster.actions.importing.placing import UnitList
from jinguo.roster.actions.importing.request import Question, Report
from jinguo.roster.actions.importing.rollcall import RollCall
from jinguo.roster.enums import Deed, Severity
from jinguo.roster.errors import Problem, placing
from jinguo.roster.models import Batch
from jinguo.roster.queries.committees import committee
from jinguo.roster.queries.state import namesakes_elsewhere
from jinguo.roster.queries.vocabulary import RuleBook, category_words
from jinguo.roster.readers import RosterFile, Vocabulary, read_roster
from jinguo.roster.rules.composition import RuleVerdict, judge
from jinguo.roster.rules.facts import SEAT_FACTS


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody wants to do in a unit.

    ``listing`` is CSV with headings as in a roster; ``answers`` say who is meant where that was
    asked (``ImportRequest.answers``); ``instead_of`` is whom the only row replaces.
    """

    federation_id: int
    deed: Deed
    day: date
    listing: bytes
    leave: Sequence[Departure] = ()
    reason: str = ""
    minutes: Minutes | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    instead_of: int | None = None


@dataclass(slots=True)
class Outcome:
    """What would be done, or was: the members as read, problems, questions, and the batch.

    ``verdict`` is on the committee as the deed makes it; empty where it is refused.
    ``questions`` are those still open: unlike an import, which counts two people until somebody
    says that they are one, a form waits for the answer.
    """

    members: list[Member] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    batch: Batch | None = None
    verdict: tuple[RuleVerdict, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether something stands in the way."""
        return bool(self.questions) or any(one.severity == Severity.REFUSE for one in self.problems)


LISTING = "名单.csv"
_ASKED = (
    placing.PERSON_DOUBTFUL,
    placing.PERSON_MAYBE,
    placing.PERSON_RENAMED,
    placing.NAMESAKES_UNCLEAR,
)
"""Faults whose question is shown instead."""


@whole_tree()
def propose(proposal: Proposal, *, today: date, by: Actor, apply: bool) -> Outcome:
    """Read and check it all; write it where ``apply`` and nothing is refused.

    As with imports, what is shown is the deed itself, rolled back. Raises the errors of
    ``errors.decisions`` for what concerns the whole.
    """
    with transaction.atomic():
        kept = transaction.savepoint()
        outcome = _propose(proposal, today, by)
        if outcome.refused or not apply:
            transaction.savepoint_rollback(kept)
            outcome.batch = None
    return outcome


def _propose(proposal: Proposal, today: date, by: Actor) -> Outcome:
    desk = Desk(proposal.federation_id, proposal.day, today, by=by)
    outcome = Outcome()
    file = _read(proposal)
    outcome.problems += [*file.problems, *fit(file)]
    minutes = proposal.minutes
    if proposal.deed in (Deed.SUBSTITUTION, Deed.CO_OPTION):
        minutes = carried(desk, minutes)
    enter = _call(desk, proposal, file, outcome)
    outcome.members = enter
    if not outcome.refused:
        outcome.batch = carry_out(
            desk, proposal.deed, enter, proposal.leave, proposal.reason, minutes
        )
        rules = RuleBook().rules(desk.code, desk.level, proposal.day)
        outcome.verdict = tuple(judge(rules, committee(desk.federation_id, proposal.day)))
    return outcome


def _read(proposal: Proposal) -> RosterFile:
    names, markers = category_words()
    vocabulary = Vocabulary(names=names, markers=markers)
    return read_roster(LISTING, proposal.listing, vocabulary, {}, proposal.day)


def _call(desk: Desk, proposal: Proposal, file: RosterFile, outcome: Outcome) -> list[Member]:
    """The person of each row, found as an import finds them."""
    rows = [(file.name, sheet, row) for sheet in file.sheets for row in sheet.rows]
    named = {row.name for _file, _sheet, row in rows}
    phones = {row.phone for _file, _sheet, row in rows if row.phone}
    who = Identifier(proposal.answers)
    who.learn(desk.state.people.values())
    within = bounds(desk.county.prefix)
    elsewhere = namesakes_elsewhere(named, phones, *within, [desk.federation_id])
    who.learn(elsewhere)
    for person in elsewhere:
        desk.state.people.setdefault(person.person_id, person)
    report = Report()
    calls = RollCall(desk.state, who, report, desk.plan, desk.new_id, ask_renamed=False)
    called = calls.call(UnitList(0, proposal.day, rows), desk.federation_id)
    found = []
    for at, person_id in called.rows:
        seat = dict(zip(SEAT_FACTS, seat_of(at.row), strict=True))
        one = Member(**seat, person_id=person_id, name=at.row.name)
        found.append(replace(one, instead_of=proposal.instead_of))
    outcome.problems += report.problems
    outcome.problems += [one for one in who.problems if one.fault not in _ASKED]
    outcome.questions += [one for one in who.questions if one.key not in proposal.answers]
    if not rows and not outcome.refused:
        outcome.problems.append(Problem(placing.NOTHING_TO_IMPORT, file.name))
    return found
