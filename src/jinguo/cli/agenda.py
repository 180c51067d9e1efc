"""``jinguo agenda owed|burden|remind|quiet|ladder``."""

import json
from datetime import date, datetime, time

import click
from django.utils.translation import gettext as _

from jinguo.agenda.actions.ladders import set_ladder
from jinguo.agenda.actions.reminding import remind
from jinguo.agenda.enums import Whom
from jinguo.agenda.queries.burden import burden
from jinguo.agenda.queries.owing import owed
from jinguo.agenda.queries.reminders import waiting
from jinguo.agenda.rules.ladder import Step
from jinguo.cli.parameters import DAY
from jinguo.database.bootstrap import prepare_database
from jinguo.delivery.actions.ruling import set_manner
from jinguo.delivery.rules.manners import Manner
from jinguo.divisions.queries import place
from jinguo.federations.queries import units_below
from jinguo.kernel.actor import system
from jinguo.kernel.clock import ZONE, now, today

JSON = click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
AS_OF = click.option("--as-of", type=DAY, help=_("The day asked about; today unless given."))
UNIT = click.option("--unit", help=_("Code of a unit: it and all below it only."))
SINCE = click.option("--since", type=DAY, help=_("The first day on which it holds."))
SOURCE = click.option("--source", required=True, help=_("Where the rule is written."))


@click.group(help=_("What units owe, and who is reminded of it."))
def agenda() -> None:
    """Group of the agenda commands."""


@agenda.command("owed", help=_("What units owe on a day, the most pressing first."))
@AS_OF
@UNIT
@JSON
def owed_(as_of: date | None, unit: str | None, *, as_json: bool) -> None:
    """One line a thing: its last day, the unit, what, who asked, why it was sent back."""
    day = as_of or today()
    found = owed(day, _ids(unit, day))
    if as_json:
        lines = [
            {
                "key": one.key, "kind": one.kind.value, "unit": one.unit_code,
                "name": one.unit_name, "title": one.title, "asked_by": one.asked_by,
                "asked_on": one.asked_on.isoformat(), "due_on": one.due_on.isoformat(),
                "reason": one.reason,
            }
            for one in found
        ]  # fmt: skip
        click.echo(json.dumps({"as_of": day.isoformat(), "owed": lines}, ensure_ascii=False))
        return
    for one in found:
        late = f"  {_('overdue')}" if one.due_on < day else ""
        words = "  ".join(filter(None, (one.unit_name, one.title, one.asked_by, one.reason)))
        click.echo(f"{one.due_on}  {one.unit_code}  {words}{late}")


@agenda.command("burden", help=_("What the week of a day asked of each unit, and by whom."))
@AS_OF
@UNIT
@JSON
def burden_(as_of: date | None, unit: str | None, *, as_json: bool) -> None:
    """One line a unit: things asked by whom, reminders sent and how many a week may bring."""
    day = as_of or today()
    found = burden(day, _ids(unit, day))
    if as_json:
        click.echo(json.dumps([one.as_json() for one in found], ensure_ascii=False))
        return
    for one in found:
        by = " ".join(f"{who} {count}" for who, count in one.by_whom.items()) or "—"
        words = _("asked: %(by)s; reminders: %(sent)s of %(cap)s")
        told = words % {"by": by, "sent": one.reminders, "cap": one.cap}
        click.echo(f"{one.unit_code}  {one.unit_name}  {told}")


@agenda.command("remind", help=_("Send the reminders that are due now; the worker does it alone."))
@click.option("--as-of", type=DAY, help=_("Send nothing; show what would be due at nine that day."))
def remind_(as_of: date | None) -> None:
    """How many went out and how many wait, or each with what holds it."""
    prepare_database()
    if as_of is None:
        done = remind(now=now(), by=system())
        click.echo(_("Sent: %(sent)s, held: %(held)s") % {"sent": done.sent, "held": done.held})
        return
    for one, hold in waiting(datetime.combine(as_of, time(9), ZONE)):
        held = f"  {hold.label}" if hold else ""
        whom = Whom(one.due.step.whom).label
        click.echo(f"{one.due.step.days:+d}  {whom}  {one.owed.unit_name}  {one.owed.title}{held}")


@agenda.command("quiet", help=_("Set quiet hours and the weekly cap of reminders of a county."))
@click.argument("code", metavar="COUNTY")
@click.option("--from", "evening", required=True, type=click.DateTime(["%H:%M"]))
@click.option("--until", "morning", required=True, type=click.DateTime(["%H:%M"]))
@click.option("--cap", required=True, type=int, help=_("Reminders a week and unit."))
@SINCE
@SOURCE
def quiet_(
    code: str, evening: datetime, morning: datetime, cap: int, since: date | None, source: str
) -> None:
    """From a day on, or always."""
    prepare_database()
    set_manner(
        place=place(code, since or today()), since=since,
        manner=Manner(evening.time(), morning.time(), cap), source=source, verified=True,
        by=system(),
    )  # fmt: skip
    click.echo(_("Set."))


@agenda.command("ladder", help=_("Set in which steps the units of a county are reminded."))
@click.argument("code", metavar="COUNTY")
@click.argument("steps", nargs=-1, required=True, metavar="DAYS:WHOM…")
@SINCE
@SOURCE
def ladder_(code: str, steps: tuple[str, ...], since: date | None, source: str) -> None:
    """Like -- -7:chair -1:chair 1:chair 3:deputy 7:above 14:top."""
    prepare_database()
    set_ladder(
        place=place(code, since or today()), since=since, steps=[_step(one) for one in steps],
        source=source, verified=True, by=system(),
    )  # fmt: skip
    click.echo(_("Set."))


def _step(text: str) -> Step:
    days, _colon, whom = text.partition(":")
    try:
        return Step(int(days), Whom(whom))
    except ValueError:
        known = ", ".join(one.value for one in Whom)
        raise click.UsageError(
            _("“%(text)s” is no step: days after the deadline and whom, like -7:chair (%(known)s).")
            % {"text": text, "known": known}
        ) from None


def _ids(unit: str | None, day: date) -> set[int] | None:
    prepare_database()
    return {one.federation_id for one in units_below(unit, day)} if unit else None
