"""What is said of a campaign when it is planned, and when a plan contradicts itself."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jinguo.campaigns.enums import Doer

LAST_STEP = 9
"""Steps are counted from 0 to 9."""


@dataclass(frozen=True, slots=True)
class WavePlan:
    """A wave: its name, its last day, and the federations that go in it."""

    name: str
    due_on: date
    federation_ids: Collection[int]


@dataclass(frozen=True, slots=True)
class StepPlan:
    """A step: its papers and who does it.

    ``due_on`` has a day for each wave, in their order; the county's own step has one day alone.
    ``None`` is no deadline of its own: then the wave's last day holds, or the campaign's.
    """

    number: int
    title: str
    papers: tuple[str, ...]
    doer: Doer = Doer.UNIT
    due_on: tuple[date | None, ...] = ()


@dataclass(frozen=True, slots=True)
class SupervisorPlan:
    """Who supervises a part of the tree (``division_id``) or a wave (its place in the plan)."""

    who: str
    division_id: int | None = None
    wave: int | None = None
    person_id: int | None = None
    begins_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is said of a campaign. ``waves`` in order; with ``pilot`` the first is the pilot.

    ``rule_set_id`` names the composition (5+N); without it the rules valid on the day hold.
    ``anew``: elections and activities before the first day prove nothing.
    """

    name: str
    starts_on: date
    ends_on: date
    waves: tuple[WavePlan, ...]
    pilot: bool = False
    goal: str = ""
    basis: str = ""
    basis_number: str = ""
    issuers: tuple[str, ...] = ()
    steps: tuple[StepPlan, ...] = ()
    rule_set_id: int | None = None
    anew: bool = False
    supervisors: tuple[SupervisorPlan, ...] = ()


def fault(plan: Plan) -> str:
    """Why the plan cannot be, in a sentence; empty where it can."""
    if not plan.name.strip():
        return _("A campaign has a name.")
    if plan.ends_on < plan.starts_on:
        return _("The last day lies before the first.")
    if not plan.waves:
        return _("A campaign has at least one wave.")
    for wave in plan.waves:
        if not wave.name.strip():
            return _("A wave has a name.")
        if not plan.starts_on <= wave.due_on <= plan.ends_on:
            return _("“%(wave)s” must be done between %(first)s and %(last)s.") % {
                "wave": wave.name,
                "first": plan.starts_on,
                "last": plan.ends_on,
            }
    return _fault_of_steps(plan) or _fault_of_supervisors(plan)


def _fault_of_supervisors(plan: Plan) -> str:
    for one in plan.supervisors:
        if not one.who.strip():
            return _("Say who supervises: an office, or somebody with her post.")
        if (one.division_id is None) == (one.wave is None):
            return _("Say what “%(who)s” supervises: a township, or a wave.") % {"who": one.who}
        if one.wave is not None and not 0 <= one.wave < len(plan.waves):
            return _("“%(who)s” supervises a wave nobody goes in.") % {"who": one.who}
        if one.begins_on and one.ends_on and one.ends_on <= one.begins_on:
            return _("“%(who)s” ceases to supervise before she begins.") % {"who": one.who}
    return ""


def _fault_of_steps(plan: Plan) -> str:
    numbers = [one.number for one in plan.steps]
    if len(numbers) != len(set(numbers)):
        return _("Two steps have the same number.")
    names = [name for one in plan.steps for name in one.papers]
    for name in names:
        if names.count(name) > 1:
            return _("“%(paper)s” stands in two steps: each paper is asked for once.") % {
                "paper": name
            }
    for one in plan.steps:
        if why := _fault_of_step(plan, one):
            return why
    return ""


def _fault_of_step(plan: Plan, one: StepPlan) -> str:
    words = {"step": f"{one.number} {one.title}", "first": plan.starts_on, "last": plan.ends_on}
    if not 0 <= one.number <= LAST_STEP:
        return _("Steps have the numbers 0 to 9; “%(step)s” has not.") % words
    if not one.title.strip():
        return _("Step %(number)s says what is done.") % {"number": one.number}
    if not any(name.strip() for name in one.papers):
        return _("Step “%(step)s” leaves at least one paper, or nobody could tell it is done.") % (
            words
        )
    lasts = [plan.ends_on] if one.doer is Doer.COUNTY else [wave.due_on for wave in plan.waves]
    if len(one.due_on) > len(lasts):
        return _("Step “%(step)s” has more deadlines than there are waves.") % words
    for due, last in zip(one.due_on, lasts, strict=False):
        if due is not None and not plan.starts_on <= due <= last:
            return _(
                "Step “%(step)s” must be done between %(first)s and %(last)s, not on %(day)s."
            ) % {**words, "last": last, "day": due}
    return ""
