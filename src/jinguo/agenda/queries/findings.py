"""What visits found and units have to mend."""

from collections.abc import Collection, Iterator
from datetime import date

from jinguo.agenda.enums import Owing
from jinguo.agenda.rules.burden import Ask
from jinguo.agenda.rules.owed import Owed
from jinguo.campaigns.enums import FindingState, MendingStep
from jinguo.campaigns.models import Finding, FindingStep
from jinguo.campaigns.queries.supervision import Standing, open_findings
from jinguo.divisions.queries import latest_of
from jinguo.federations.models import Federation
from jinguo.federations.queries import federation_name
from jinguo.kernel.periods import Period


def findings(day: date, federation_ids: Collection[int] | None = None) -> Iterator[Owed]:
    """Findings that it is the unit's turn to mend; one reported as mended waits for its visitor.

    Four queries, however many there are.
    """
    found = [one for one in open_findings(day, federation_ids) if one.owing]
    units = Federation.objects.in_bulk({one.finding.federation_id for one in found})
    places = latest_of({one.division_id for one in units.values()})
    for one in found:
        place = places[units[one.finding.federation_id].division_id]
        yield _owed(one, place.code, federation_name(place))


def _owed(one: Standing, code: str, name: str) -> Owed:
    finding, back = one.finding, one.state is FindingState.RETURNED
    return Owed(
        key=f"finding:{finding.pk}", kind=Owing.FINDING, federation_id=finding.federation_id,
        unit_code=code, unit_name=name, subject=finding.matter, part="",
        asked_by=one.last.said_by if back and one.last else finding.recorded_by,
        asked_on=one.last.said_on if back and one.last else finding.raised_on,
        due_on=finding.due_on, reason=one.last.note if back and one.last else "",
    )  # fmt: skip


def findings_asked(week: Period, federation_ids: Collection[int] | None = None) -> Iterator[Ask]:
    """What visits found, and what was sent back of it, in a period; two queries."""
    raised = Finding.objects.filter(
        raised_on__gte=week.start,
        raised_on__lt=week.until,
        struck_at__isnull=True,
        visit__struck_at__isnull=True,
    )
    back = FindingStep.objects.filter(
        kind=MendingStep.RETURNED, said_on__gte=week.start, said_on__lt=week.until,
        finding__struck_at__isnull=True, finding__visit__struck_at__isnull=True,
    )  # fmt: skip
    if federation_ids is not None:
        raised = raised.filter(federation_id__in=federation_ids)
        back = back.filter(finding__federation_id__in=federation_ids)
    for one in raised.order_by("raised_on", "pk"):
        yield Ask(Owing.FINDING, one.federation_id, one.matter, "", one.recorded_by, one.raised_on)
    for step in back.select_related("finding").order_by("said_on", "pk"):
        yield Ask(
            Owing.FINDING, step.finding.federation_id, step.finding.matter, "", step.said_by,
            step.said_on,
        )  # fmt: skip
