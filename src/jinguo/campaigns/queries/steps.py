"""Which papers of each step are there, for many units on a day; never a query per unit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jinguo.activities.queries import pictured
from jinguo.campaigns.enums import Doer, Made, Proof
from jinguo.campaigns.models import Campaign, CampaignStep, StepPaper, Wave
from jinguo.campaigns.queries.evidence import evidence
from jinguo.campaigns.queries.plan import steps_of
from jinguo.campaigns.rules.gates import Evidence
from jinguo.campaigns.rules.papers import LEAD
from jinguo.campaigns.rules.steps import Paper, done_on, found
from jinguo.elections.queries.leaving import papers_left
from jinguo.roster.queries.committees import sitting_since

_OF_PROOFS = {
    Proof.FILING: Made.FILING,
    Proof.PLAQUE: Made.PLAQUE,
    Proof.GROUP: Made.GROUP,
    Proof.ACTIVITY: Made.ACTIVITY,
}


@dataclass(frozen=True, slots=True)
class StepState:
    """A step of a unit on a day: the papers that are there by their names, and its deadline."""

    step: CampaignStep
    papers: Mapping[str, Paper]
    due_on: date
    day: date

    @property
    def lacks(self) -> list[str]:
        """The papers that are not there."""
        return [name for name in self.step.papers if name not in self.papers]

    @property
    def done_on(self) -> date | None:
        """The day on which the last of its papers was there."""
        return done_on(self.step.papers, self.papers)

    @property
    def overdue(self) -> bool:
        """Whether a paper lacks though its last day is over."""
        return bool(self.lacks) and self.due_on < self.day


def steps(
    campaign: Campaign,
    day: date,
    units: Mapping[int, Wave | None],
    proofs: Mapping[int, list[Evidence]] | None = None,
) -> dict[int, list[StepState]]:
    """The steps of these federations on a day, by number.

    ``units`` says in which wave each goes; the one without is the county's and has the county's
    steps. ``proofs`` are the records behind the gates, where the caller has them; the queries are
    as many for one unit as for all. A step without a deadline is due with its wave, the county's
    with the campaign.
    """
    every = steps_of(campaign)
    if not every or not units:
        return {one: [] for one in units}
    dues = {(one.pk, due.wave_id): due.due_on for one in every for due in one.dues.all()}
    papers = _papers(campaign, day, list(units), proofs)
    return {
        federation_id: [
            StepState(
                one,
                found(one.papers, papers[federation_id], day),
                _due(campaign, wave, dues.get((one.pk, wave.pk if wave else None))),
                day,
            )
            for one in every
            if (one.doer == Doer.COUNTY) == (wave is None)
        ]
        for federation_id, wave in units.items()
    }


def _due(campaign: Campaign, wave: Wave | None, due: date | None) -> date:
    return due or (wave.due_on if wave else campaign.ends_on)


def _papers(
    campaign: Campaign,
    day: date,
    ids: list[int],
    proofs: Mapping[int, list[Evidence]] | None,
) -> dict[int, list[Paper]]:
    since = campaign.starts_on - LEAD
    known: dict[int, list[Paper]] = defaultdict(list)
    if proofs is None:
        proofs = evidence(campaign, ids, day)
    for federation_id, paper in (
        *_handed_in(ids, since, day),
        *_of_records(ids, proofs),
        *((one.federation_id, Paper(Made(one.paper), one.congress_id, one.day))
          for one in papers_left(ids, since, day)),
        *((unit, Paper(Made.ROSTER, 0, began)) for unit, began in sitting_since(ids, day).items()),
    ):  # fmt: skip
        known[federation_id].append(paper)
    return known


def _handed_in(ids: list[int], since: date, day: date) -> Iterator[tuple[int, Paper]]:
    rows = StepPaper.objects.filter(
        federation_id__in=ids, done_on__range=(since, day), struck_at__isnull=True
    )
    for unit, number, names, on in rows.values_list("federation_id", "pk", "names", "done_on"):
        yield unit, Paper(Made.PAPER, number, on, tuple(names))


def _of_records(
    ids: list[int], proofs: Mapping[int, list[Evidence]]
) -> Iterator[tuple[int, Paper]]:
    every = [(unit, one) for unit in ids for one in proofs.get(unit, ())]
    shown = pictured([one.record_id for _unit, one in every if one.proof is Proof.ACTIVITY])
    for unit, one in every:
        made = _OF_PROOFS.get(one.proof)
        if made and (made is not Made.ACTIVITY or one.record_id in shown):
            yield unit, Paper(made, one.record_id, one.day, until=one.until)


def papers_of(federation_id: int, names: list[str]) -> list[StepPaper]:
    """What a unit handed in under any of these names, the newest first, struck out ones last."""
    rows = StepPaper.objects.filter(federation_id=federation_id, names__overlap=names)
    return sorted(
        rows.select_related("photo").order_by("-done_on", "-pk"),
        key=lambda one: bool(one.struck_at),
    )


def paper(number: int) -> StepPaper | None:
    """A paper that was handed in."""
    return StepPaper.objects.select_related("photo", "file").filter(pk=number).first()


def step_numbers(campaign: Campaign, names: list[str]) -> list[int]:
    """The steps of a campaign that ask for any paper of these names."""
    found = CampaignStep.objects.filter(campaign=campaign, papers__overlap=names)
    return list(found.values_list("number", flat=True))
