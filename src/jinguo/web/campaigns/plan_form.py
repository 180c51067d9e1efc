"""The form of a plan: what, on which basis, in which waves, who goes when, which steps.

Who goes in which wave is said from the top: all townships and all villages, then a township,
then a single unit; each says only where it differs from what is above it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jinguo.campaigns.actions import Plan, StepPlan, SupervisorPlan, WavePlan
from jinguo.campaigns.enums import Doer
from jinguo.campaigns.rules.plans import LAST_STEP
from jinguo.campaigns.rules.standard import timed
from jinguo.divisions.models import Level
from jinguo.divisions.queries import Place
from jinguo.federations.queries import Unit
from jinguo.roster.models import RuleSet
from jinguo.web.campaigns.forms import DAY
from jinguo.web.campaigns.plan_rows import PlanRows

MOST_WAVES = 9
MOST_SUPERVISORS = 40
ABOVE, NOBODY = "", "-"
"""In a choice: as is said above; not asked."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where each unit goes, level, township and unit: what the choices show."""

    levels: Mapping[int, str]
    townships: Mapping[str, str]
    units: Mapping[int, str]


def placed(plan: Plan, units: Sequence[Unit]) -> Placed:
    """The plan said from the top: each choice only where it differs from what is above it."""
    of = {one: str(at) for at, wave in enumerate(plan.waves) for one in wave.federation_ids}
    where = {one.federation_id: of.get(one.federation_id, NOBODY) for one in units}
    levels: dict[int, str] = {
        level: _most([where[one.federation_id] for one in units if one.level == level])
        for level in (Level.TOWNSHIP, Level.VILLAGE)
    }
    below: dict[str, list[str]] = {}
    for one in units:
        if one.level == Level.VILLAGE:
            below.setdefault(one.code[:9], []).append(where[one.federation_id])
    common = {prefix: _most(some) for prefix, some in below.items()}
    towns = {
        prefix: ABOVE if one == levels[Level.VILLAGE] else one for prefix, one in common.items()
    }
    single = {}
    for one in units:
        above = levels[Level.TOWNSHIP] if one.level == Level.TOWNSHIP else common[one.code[:9]]
        here = where[one.federation_id]
        single[one.federation_id] = ABOVE if here == above else here
    return Placed(levels, towns, single)


def _day(initial: date | None) -> forms.DateField:
    return forms.DateField(initial=initial, required=False, error_messages=DAY)


def _most(some: Sequence[str]) -> str:
    return Counter(some).most_common(1)[0][0] if some else NOBODY


_SAID = ("name", "goal", "basis", "basis_number", "starts_on", "ends_on", "pilot", "anew")


class PlanForm(PlanRows):
    """A campaign as the county plans it."""

    name = forms.CharField(label=_("Name of the campaign"), max_length=80)
    slug = forms.CharField(
        label=_("Short name"), max_length=40, help_text=_("Small letters, digits and hyphens.")
    )
    goal = forms.CharField(label=_("Goal"), required=False, max_length=500)
    basis = forms.CharField(label=_("Legal basis (joint opinion)"), required=False, max_length=120)
    basis_number = forms.CharField(label=_("Document number"), required=False, max_length=40)
    issuers = forms.CharField(
        label=_("Issued by, one a line"), required=False, max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    starts_on = forms.DateField(label=_("First day"), error_messages=DAY)
    ends_on = forms.DateField(label=_("Last day"), error_messages=DAY)
    rule_set = forms.ChoiceField(label=_("Composition"), required=False)
    pilot = forms.BooleanField(label=_("The first wave is the pilot"), required=False)
    anew = forms.BooleanField(
        label=_("Only elections and activities from the first day on count"), required=False
    )
    auto = forms.BooleanField(
        label=_("Work out the deadlines of the steps from the days above"), required=False
    )

    def __init__(
        self,
        *args: Any,
        plan: Plan,
        units: Sequence[Unit],
        rule_sets: Sequence[RuleSet],
        county: Place,
        people: Sequence[tuple[int, str]] = (),
        new: bool = False,
        **how: Any,
    ) -> None:
        super().__init__(*args, **how)
        self.units, self._start = units, plan
        self.waves = min(len(plan.waves) + 1, MOST_WAVES)
        if not new:
            del self.fields["slug"]
        usual = gettext("the rules valid on the day")
        cast(forms.ChoiceField, self.fields["rule_set"]).choices = [
            ("", usual), *((str(one.pk), one.name) for one in rule_sets)
        ]  # fmt: skip
        self._set_initial(plan, auto=new)
        self._add_waves(plan)
        self._add_places(placed(plan, units))
        self._add_steps(plan)
        self._add_supervisors(plan, county, people)

    def _set_initial(self, plan: Plan, *, auto: bool) -> None:
        for name in _SAID:
            self.initial.setdefault(name, getattr(plan, name))
        self.initial["issuers"] = "\n".join(plan.issuers)
        self.initial["rule_set"] = str(plan.rule_set_id or "")
        self.initial.setdefault("auto", auto)

    def _add_waves(self, plan: Plan) -> None:
        for at in range(self.waves):
            known = plan.waves[at] if at < len(plan.waves) else None
            self.fields[f"wave{at}_name"] = forms.CharField(
                label=_("Name"), max_length=40, required=False,
                initial=known.name if known else "",
            )  # fmt: skip
            self.fields[f"wave{at}_due"] = forms.DateField(
                label=_("Done by"), required=False, error_messages=DAY,
                initial=known.due_on if known else None,
            )  # fmt: skip

    def _add_places(self, told: Placed) -> None:
        waves = [(str(at), self.wave_name(at)) for at in range(self.waves)]
        nobody = (NOBODY, gettext("not asked"))
        whole = [*waves, nobody]
        for level, where in told.levels.items():
            self.fields[f"level{level}"] = forms.ChoiceField(choices=whole, initial=where)
        choices = [(ABOVE, gettext("as above")), *whole]
        for name, where in (
            *((f"town{one}", where) for one, where in told.townships.items()),
            *((f"unit{one}", where) for one, where in told.units.items()),
        ):
            self.fields[name] = forms.ChoiceField(choices=choices, initial=where, required=False)

    def _add_steps(self, plan: Plan) -> None:
        known = {one.number: one for one in plan.steps}
        for number in range(LAST_STEP + 1):
            one = known.get(number, StepPlan(number, "", ()))
            self.fields[f"step{number}_title"] = forms.CharField(
                max_length=80, required=False, initial=one.title
            )
            self.fields[f"step{number}_papers"] = forms.CharField(
                max_length=400, required=False, initial="、".join(one.papers)
            )
            self.fields[f"step{number}_doer"] = forms.ChoiceField(
                choices=Doer.choices, initial=one.doer, required=False
            )
            for at in range(self.waves):
                self.fields[f"step{number}_due{at}"] = forms.DateField(
                    required=False, error_messages=DAY,
                    initial=one.due_on[at] if at < len(one.due_on) else None,
                )  # fmt: skip

    def _add_supervisors(
        self, plan: Plan, county: Place, people: Sequence[tuple[int, str]]
    ) -> None:
        self._people = {str(one): name for one, name in people}
        named = {one.division_id for one in plan.supervisors}
        places = [
            (f"place{one.place.division_id}", one.place.short)
            for one in self.units
            if one.level == Level.TOWNSHIP or one.place.division_id in named
        ]
        waves = [(f"wave{at}", self.wave_name(at)) for at in range(self.waves)]
        of = [("", "—"), *waves, *places, (f"place{county.division_id}", county.short)]
        whom = [("", "—"), *((str(one), name) for one, name in people)]
        self.supervisors = min(len(plan.supervisors) + 2, MOST_SUPERVISORS)
        for at in range(self.supervisors):
            known = plan.supervisors[at] if at < len(plan.supervisors) else SupervisorPlan("")
            where = f"wave{known.wave}" if known.wave is not None else ""
            where = f"place{known.division_id}" if known.division_id else where
            person = str(known.person_id or "")
            choices = whom if person in dict(whom) else [*whom, (person, known.who)]
            self.fields |= {
                f"sup{at}_who": forms.CharField(max_length=60, required=False, initial=known.who),
                f"sup{at}_person": forms.ChoiceField(
                    choices=choices, required=False, initial=person
                ),
                f"sup{at}_of": forms.ChoiceField(choices=of, required=False, initial=where),
                f"sup{at}_begins": _day(known.begins_on),
                f"sup{at}_ends": _day(known.ends_on),
            }

    def plan(self) -> Plan:
        """What was filled in. A wave nobody goes in is left out; one without a day of its own is
        due on the last day."""
        told = self.cleaned_data
        last: date = told["ends_on"]
        whom = self._whom()
        kept = [at for at in range(self.waves) if whom.get(at)]
        waves = tuple(
            WavePlan(told[f"wave{at}_name"], told[f"wave{at}_due"] or last, whom[at]) for at in kept
        )
        steps = tuple(self._steps(kept))
        if told["auto"]:
            steps = timed(steps, told["starts_on"], last, [one.due_on for one in waves])
        return Plan(
            name=told["name"],
            starts_on=told["starts_on"],
            ends_on=last,
            waves=waves,
            pilot=told["pilot"] and 0 in kept,
            goal=told["goal"],
            basis=told["basis"],
            basis_number=told["basis_number"],
            issuers=tuple(told["issuers"].splitlines()),
            steps=steps,
            rule_set_id=int(told["rule_set"]) if told["rule_set"] else None,
            supervisors=tuple(self._supervisors(kept)),
            anew=told["anew"],
        )

    def _whom(self) -> dict[int, list[int]]:
        told, found = self.cleaned_data, dict[int, list[int]]()
        for one in self.units:
            where = told[f"unit{one.federation_id}"]
            if where == ABOVE and one.level == Level.VILLAGE:
                where = told.get(f"town{one.code[:9]}", ABOVE)
            if where == ABOVE:
                where = told.get(f"level{one.level}", NOBODY)
            if where != NOBODY:
                found.setdefault(int(where), []).append(one.federation_id)
        return found

    def _steps(self, kept: Sequence[int]) -> Iterator[StepPlan]:
        told = self.cleaned_data
        for number in range(LAST_STEP + 1):
            title, papers = told[f"step{number}_title"], told[f"step{number}_papers"]
            if not title and not papers:
                continue
            doer = Doer(told[f"step{number}_doer"] or Doer.UNIT)
            whose = [0] if doer is Doer.COUNTY else kept
            days = tuple(told[f"step{number}_due{at}"] for at in whose)
            names = papers.replace("，", "、").replace(",", "、").replace("\n", "、").split("、")
            kept_names = tuple(one.strip() for one in names if one.strip())
            yield StepPlan(number, title, kept_names, doer, days if any(days) else ())

    def _supervisors(self, kept: Sequence[int]) -> Iterator[SupervisorPlan]:
        told = self.cleaned_data
        for at in range(self.supervisors):
            person = told[f"sup{at}_person"]
            who = told[f"sup{at}_who"] or self._people.get(person, "")
            of = told[f"sup{at}_of"]
            if not who and not of:
                continue
            number = int(of.removeprefix("place").removeprefix("wave") or 0)
            yield SupervisorPlan(
                who, number if of.startswith("place") else None,
                (kept.index(number) if number in kept else -1) if of.startswith("wave") else None,
                int(person) if person else None, told[f"sup{at}_begins"], told[f"sup{at}_ends"],
            )  # fmt: skip
