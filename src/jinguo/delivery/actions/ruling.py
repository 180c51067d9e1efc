"""A county says how its units are reminded, from a day on."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.delivery.errors import MannerForbidden, MannerUnfit
from jinguo.delivery.models import DeliveryRule
from jinguo.delivery.rules.manners import Manner, fault
from jinguo.divisions.queries import Place
from jinguo.kernel.actor import RULES, Actor


@transaction.atomic
def set_manner(
    *, place: Place, since: date | None, manner: Manner, source: str, verified: bool, by: Actor
) -> DeliveryRule:
    """Quiet hours and cap of a county's own hold from a day on (``None``: always did).

    The rule of the same day is said otherwise; earlier ones hold until that day. Raises
    ``MannerForbidden``, ``MannerUnfit``.
    """
    if not by.may(RULES, place.code):
        raise MannerForbidden(unit=place.name).asked(by, RULES, "unit", place.code, place.code)
    why = fault(manner) or ("" if source.strip() else _("Say where the rule is written."))
    if why:
        raise MannerUnfit(why=why)
    own = DeliveryRule.objects.filter(prefix=place.prefix, valid_from=since)
    stood = own.select_for_update().first()
    before = _told(stood) if stood else None
    made, _new = DeliveryRule.objects.update_or_create(
        prefix=place.prefix,
        valid_from=since,
        defaults={
            "quiet_from": manner.quiet_from,
            "quiet_until": manner.quiet_until,
            "weekly_cap": manner.weekly_cap,
            "source": source.strip(),
            "verified": verified,
        },
    )
    record(
        by=by, verb="reminders.manner_set", subject="division", subject_id=place.division_id,
        unit_code=place.code, before=before, after=_told(made),
        since=since.isoformat() if since else None,
    )  # fmt: skip
    return made


def _told(rule: DeliveryRule) -> dict[str, Any]:
    return {
        "quiet_from": f"{rule.quiet_from:%H:%M}",
        "quiet_until": f"{rule.quiet_until:%H:%M}",
        "weekly_cap": rule.weekly_cap,
        "source": rule.source,
        "verified": rule.verified,
    }
