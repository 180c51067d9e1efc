"""Samples, and which of their units were visited."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jinguo.audit.models import Entry
from jinguo.campaigns.models import Campaign, Pick, Sample, Visit
from jinguo.campaigns.rules.sampling import digest, draw
from jinguo.divisions.queries import latest_of
from jinguo.federations.queries import federation_name, newest_codes
from jinguo.kernel.actor import VIEW, Actor
from jinguo.kernel.text import numbers_masked


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit of a sample and its first visit since it was drawn, where there was one."""

    position: int
    federation_id: int
    code: str
    name: str
    visit_id: int | None
    visited_on: date | None


def samples(campaign: Campaign, day: date | None = None) -> list[Sample]:
    """The samples of a campaign in the order of drawing, without their pools."""
    found = campaign.samples.defer("pool")
    return list(found if day is None else found.filter(drawn_on__lte=day))


def sample(campaign: Campaign, number: int) -> Sample | None:
    """One sample of a campaign."""
    return campaign.samples.filter(number=number).first()


def drawn(one: Sample, day: date, *, reader: Actor) -> list[Drawn]:
    """The units of a sample that the reader may see, in the order of drawing, as of a day.

    A visit counts that names the sample, or that came on or after the day of drawing within its
    campaign. Five queries.
    """
    picks = list(Pick.objects.filter(sample=one).select_related("federation"))
    codes = newest_codes([pick.federation_id for pick in picks])
    seen = [pick for pick in picks if reader.may(VIEW, codes[pick.federation_id])]
    places = latest_of({pick.federation.division_id for pick in seen})
    visits = _visits(one, {pick.federation_id for pick in seen}, day)
    lines = []
    for pick in seen:
        place = places[pick.federation.division_id]
        visit = visits.get(pick.federation_id)
        lines.append(
            Drawn(
                pick.position,
                pick.federation_id,
                place.code,
                federation_name(place),
                visit.pk if visit else None,
                visit.visited_on if visit else None,
            )
        )
    return lines


def _visits(one: Sample, federation_ids: Collection[int], day: date) -> dict[int, Visit]:
    """Federation → its first visit that counts for the sample."""
    found = Visit.objects.filter(
        campaign_id=one.campaign_id, federation_id__in=federation_ids, struck_at=None,
        visited_on__gte=one.drawn_on, visited_on__lte=day,
    ).order_by("-visited_on", "-pk")  # fmt: skip
    return {visit.federation_id: visit for visit in found}


@dataclass(frozen=True, slots=True)
class Check:
    """Whether what is recorded of a sample follows from its seed and its pool.

    ``entry``: whether seed and pool are those of the record of deeds, which nobody can alter;
    ``None`` where that entry was moved into a file meanwhile.
    """

    pool: bool
    units: bool
    entry: bool | None

    @property
    def fits(self) -> bool:
        """Whether all of it does."""
        return self.pool and self.units and self.entry is not False


def check(one: Sample) -> Check:
    """Draw again and compare with what is recorded."""
    pool = [(number, code) for number, code in one.pool]
    again = draw(pool, size=one.size, seed=one.seed, by_township=one.by_township)
    kept = list(Pick.objects.filter(sample=one).values_list("drawn_id", flat=True))
    entries = Entry.objects.filter(
        verb="sample.drawn", subject_id=str(one.campaign_id), data__number=one.number
    )
    noted = {(entry.data.get("seed"), entry.data.get("pool")) for entry in entries}
    return Check(
        pool=digest(pool) == one.digest,
        units=again == kept,
        entry=(one.seed, numbers_masked(one.digest)) in noted if noted else None,
    )
