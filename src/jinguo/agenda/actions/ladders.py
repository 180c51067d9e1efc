"""A county says in which steps its units are reminded, from a day on."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.agenda.models import Ladder, Rung
from jinguo.agenda.rules.ladder import Step, fault
from jinguo.audit.actions import record
from jinguo.delivery.errors import MannerForbidden, MannerUnfit
from jinguo.divisions.queries import Place
from jinguo.kernel.actor import RULES, Actor


@transaction.atomic
def set_ladder(
    *,
    place: Place,
    since: date | None,
    steps: Sequence[Step],
    source: str,
    verified: bool,
    by: Actor,
) -> Ladder:
    """A ladder of a county's own holds from a day on (``None``: always did).

    The ladder of the same day is said otherwise; earlier ones hold until that day. What was said
    by then is not said again. Raises ``MannerForbidden``, ``MannerUnfit``.
    """
    if not by.may(RULES, place.code):
        raise MannerForbidden(unit=place.name).asked(by, RULES, "unit", place.code, place.code)
    why = fault(steps) or ("" if source.strip() else _("Say where the rule is written."))
    if why:
        raise MannerUnfit(why=why)
    own = Ladder.objects.filter(prefix=place.prefix, valid_from=since)
    stood = own.select_for_update().first()
    before = _told(stood) if stood else None
    made, _new = Ladder.objects.update_or_create(
        prefix=place.prefix,
        valid_from=since,
        defaults={"source": source.strip(), "verified": verified},
    )
    made.rungs.all().delete()
    Rung.objects.bulk_create(Rung(ladder=made, days=one.days, whom=one.whom) for one in steps)
    record(
        by=by, verb="reminders.ladder_set", subject="division", subject_id=place.division_id,
        unit_code=place.code, before=before, after=_told(made),
        since=since.isoformat() if since else None,
    )  # fmt: skip
    return made


def _told(ladder: Ladder) -> dict[str, Any]:
    steps = [f"{one.days:+d} {one.whom}" for one in Rung.objects.filter(ladder=ladder)]
    return {"steps": steps, "source": ladder.source, "verified": ladder.verified}
