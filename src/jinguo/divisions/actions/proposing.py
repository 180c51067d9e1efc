"""Uncertain matches: written down for somebody to decide."""

from collections.abc import Iterable
from datetime import date

from django.db.backends.utils import CursorWrapper
from django.db.models import Q, QuerySet

from jinguo.divisions.enums import Reason
from jinguo.divisions.models import Succession
from jinguo.divisions.rules import names
from jinguo.divisions.rules.codes import level_of
from jinguo.divisions.rules.islands import Decisions, Fact, Proposal


def decisions(found: Iterable[Succession]) -> Decisions:
    """What was decided, in the form the rules take."""
    pairs: dict[str, set[tuple[Fact, Fact]]] = {verdict: set() for verdict in Succession.Verdict}
    for match in found:
        pairs[match.verdict].add(
            (_fact(match.old_code, match.old_name), _fact(match.new_code, match.new_name))
        )
    return Decisions(
        frozenset(pairs[Succession.Verdict.SAME]), frozenset(pairs[Succession.Verdict.DIFFERENT])
    )


def _fact(code: str, name: str) -> Fact:
    return code, names.stem(name, level_of(code))


def write_proposals(cursor: CursorWrapper, inside: list[Proposal], recoded: list[Proposal]) -> None:
    """Make the open proposals of the counties at hand exactly these.

    ``inside`` are those within counties that were matched anew, ``recoded`` those
    between counties.
    """
    between = Q(reason=Reason.NEW_COUNTY_CODE)
    open_now = Succession.objects.filter(verdict=Succession.Verdict.PROPOSED)
    cursor.execute("select distinct s.area from span s join to_match using (chain)")
    matched = [row[0] for row in cursor.fetchall()]
    _replace(open_now.filter(~between, county__in=matched), inside)
    cursor.execute("select distinct area, rpad(area, 12, '0') from span")
    areas = cursor.fetchall()
    at_hand = Q(county__in=[row[0] for row in areas]) | Q(old_code__in=[row[1] for row in areas])
    _replace(open_now.filter(between & at_hand), recoded)


def _replace(open_now: QuerySet[Succession], proposals: list[Proposal]) -> None:
    wanted = {_key(row): row for row in map(_succession, proposals)}
    stale = []
    for row in open_now:
        if _key(row) in wanted:
            del wanted[_key(row)]
        else:
            stale.append(row.pk)
    Succession.objects.filter(pk__in=stale).delete()
    Succession.objects.bulk_create(wanted.values(), batch_size=5000)


def _succession(proposal: Proposal) -> Succession:
    old, new = proposal.old, proposal.new
    return Succession(
        county=new.code[:6],
        as_of=new.start or date.min,
        old_code=old.code,
        old_name=old.name,
        new_code=new.code,
        new_name=new.name,
        reason=proposal.reason,
    )


def _key(row: Succession) -> tuple[object, ...]:
    return row.as_of, row.old_code, row.old_name, row.new_code, row.new_name, row.reason
