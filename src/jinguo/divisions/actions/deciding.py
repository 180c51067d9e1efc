"""Deciding whether two places that look alike are one."""

from django.db import connection, transaction

from jinguo.audit.actions import record
from jinguo.divisions.actions.settling import Settled, lock, settle
from jinguo.divisions.actions.staging import stage
from jinguo.divisions.errors import CannotBeSame, CountyOfOthers
from jinguo.divisions.events import ListsLoaded
from jinguo.divisions.models import Succession, Version
from jinguo.kernel.actor import DIVISIONS, Actor
from jinguo.kernel.events import announce


@transaction.atomic
def decide(succession: Succession, *, same: bool, by: Actor) -> Settled:
    """Say whether the two places of a match are one; it can be decided otherwise later.

    The places are joined or kept apart at once, and after every later load. Raises
    ``CountyOfOthers``, and ``CannotBeSame`` where one of them is already matched with
    another place.
    """
    if not by.may(DIVISIONS, succession.county):
        raise CountyOfOthers(value=succession.county).asked(
            by, DIVISIONS, "unit", succession.county, succession.county.ljust(12, "0")
        )
    verdict = Succession.Verdict.SAME if same else Succession.Verdict.DIFFERENT
    with connection.cursor() as cursor:
        lock(cursor)
        Succession.objects.filter(pk=succession.pk).update(verdict=verdict)
        succession.verdict = verdict
        stage(cursor, [])
        areas = {succession.old_code[:6], succession.new_code[:6]}
        settled = settle(cursor, [], tuple(sorted(areas)))
    if same and not _are_one(succession):
        raise CannotBeSame(
            old=f"{succession.old_name} {succession.old_code}",
            new=f"{succession.new_name} {succession.new_code}",
        )
    record(
        by=by,
        verb="divisions.decided",
        subject="succession",
        subject_id=succession.pk,
        unit_code=succession.new_code,
        match=str(succession),
        verdict=str(verdict),
        joined=[list(pair) for pair in settled.joined],
    )
    announce(ListsLoaded(settled.county_ids))
    return settled


def _are_one(match: Succession) -> bool:
    old, new = (
        set(Version.objects.filter(code=code, name=name).values_list("division_id", flat=True))
        for code, name in (
            (match.old_code, match.old_name),
            (match.new_code, match.new_name),
        )
    )
    return not old.isdisjoint(new)
