"""A county sets its own rules of elections, from a day on."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from jinguo.audit.actions import record
from jinguo.divisions.queries import Place
from jinguo.elections.enums import RuleKind
from jinguo.elections.errors import RulesForbidden, RuleUnfit
from jinguo.elections.models import ElectionRule, ElectionRuleSet
from jinguo.elections.rules.numbers import Numbers, fault
from jinguo.kernel.actor import RULES, Actor


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule as the county states it: its numbers, where it is written, whether that was checked.

    ``level`` is the one it binds; empty for all of them. ``since`` is the first day it holds on;
    empty where it always did.
    """

    kind: RuleKind
    level: int | None
    since: date | None
    numbers: Numbers
    source: str
    verified: bool


@transaction.atomic
def set_rule(*, place: Place, ruling: Ruling, by: Actor) -> ElectionRule:
    """A rule of the county's own holds from its day on, until the next set of the county begins.

    What was held before that day stays as it was decided. Raises ``RulesForbidden``, ``RuleUnfit``.
    """
    _may(place, by)
    wrong = fault(ruling.kind, ruling.numbers)
    if not ruling.source.strip():
        wrong = _("Say where the rule is written.")
    if wrong:
        raise RuleUnfit(why=wrong)
    own = _set_from(place, ruling.since)
    before = own.rules.filter(kind=ruling.kind, level=ruling.level).first()
    told = _told(before) if before else None
    rule, _made = ElectionRule.objects.update_or_create(
        rule_set=own,
        kind=ruling.kind,
        level=ruling.level,
        defaults={
            **asdict(ruling.numbers),
            "source": ruling.source.strip(),
            "verified": ruling.verified,
        },
    )
    since = ruling.since.isoformat() if ruling.since else None
    _noted(place, by, "rule.set", before=told, after=_told(rule), since=since)
    return rule


@transaction.atomic
def drop_rule(*, place: Place, rule_id: int, by: Actor) -> None:
    """A rule of the county's own is no more; what the default set says holds in its place.

    Dropping what is gone already changes nothing. Raises ``RulesForbidden``.
    """
    _may(place, by)
    found = ElectionRule.objects.filter(pk=rule_id, rule_set__prefix=place.prefix).first()
    if found is None:
        return
    told, own = _told(found), found.rule_set
    found.delete()
    if not own.rules.exists():
        own.delete()
    _noted(place, by, "rule.dropped", before=told, after=None)


def _may(place: Place, by: Actor) -> None:
    if not by.may(RULES, place.code):
        raise RulesForbidden(unit=place.name).asked(by, RULES, "unit", place.code, place.code)
    with connection.cursor() as cursor:  # two who set rules at once do so one after the other
        cursor.execute("select pg_advisory_xact_lock(hashtext('election rules'))")


def _set_from(place: Place, since: date | None) -> ElectionRuleSet:
    """The county's set that begins on a day, made from the one it interrupts where it is new."""
    first = since or date.min
    own = sorted(
        ElectionRuleSet.objects.filter(prefix=place.prefix),
        key=lambda one: one.valid_from or date.min,
    )
    before = None
    for one in own:
        begins = one.valid_from or date.min
        if begins == first:
            return one
        if begins < first < (one.valid_until or date.max):
            before = one
    later = next((one for one in own if (one.valid_from or date.min) > first), None)
    until = before.valid_until if before else later.valid_from if later else None
    name = _("Election rules of %(unit)s") % {"unit": place.name}
    words = {"name": before.name, "source": before.source} if before else {"name": name}
    inherited = list(before.rules.all()) if before else []
    if before is not None:
        before.valid_until = since
        before.save(update_fields=["valid_until"])
    made = ElectionRuleSet.objects.create(
        **{"source": place.name, **words},
        prefix=place.prefix,
        valid_from=since,
        valid_until=until,
        verified=True,
    )
    ElectionRule.objects.bulk_create(_copied(one, made) for one in inherited)
    return made


def _copied(rule: ElectionRule, rule_set: ElectionRuleSet) -> ElectionRule:
    fields = {one.name: getattr(rule, one.name) for one in ElectionRule._meta.concrete_fields}
    return ElectionRule(**{**fields, "id": None, "rule_set": rule_set})


def _told(rule: ElectionRule) -> dict[str, Any]:
    names = ("kind", "level", "source", "verified", *Numbers.__dataclass_fields__)
    return {name: getattr(rule, name) for name in names}


def _noted(place: Place, by: Actor, verb: str, **data: Any) -> None:
    record(
        by=by,
        verb=verb,
        subject="division",
        subject_id=place.division_id,
        unit_code=place.code,
        **data,
    )
