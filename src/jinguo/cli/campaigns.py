"""``jinguo campaign status|forecast|progress|sample|list``."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _

from jinguo.campaigns.actions import take_weekly
from jinguo.campaigns.enums import Gate
from jinguo.campaigns.models import Wave
from jinguo.campaigns.queries.outlook import outlook, outlook_in_words
from jinguo.campaigns.queries.plan import campaign as campaign_named
from jinguo.campaigns.queries.plan import campaigns
from jinguo.campaigns.queries.status import Status, status
from jinguo.campaigns.queries.steps import steps
from jinguo.campaigns.rules.forecast import Forecast
from jinguo.campaigns.writers import WEEKLY
from jinguo.cli.campaign_samples import sample
from jinguo.cli.parameters import DAY
from jinguo.cli.saving import check, save
from jinguo.database.bootstrap import prepare_database
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system
from jinguo.kernel.clock import now, today


@click.group(help=_("Campaigns: where every unit is, and when all will be done."))
def campaign() -> None:
    """Group of the campaign commands."""


campaign.add_command(sample)


@campaign.command("list", help=_("The campaigns known here."))
def list_() -> None:
    """One line a campaign: short name, days, name."""
    prepare_database()
    for one in campaigns(system()):
        click.echo(f"{one.slug}\t{one.starts_on} – {one.ends_on}\t{one.name}")


@campaign.command("status", help=_("Which gates of CAMPAIGN the records of a day close."))
@click.argument("slug", metavar="CAMPAIGN")
@click.option("--as-of", type=DAY, help=_("The day asked about; today where it is not given."))
@click.option("--unit", help=_("Code of a unit: it and all below it only."))
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def status_(slug: str, *, as_of: date | None, unit: str | None, as_json: bool) -> None:
    """Counts, and a line for each unit with the days on which its gates closed."""
    found = _status(slug, as_of or today(), unit)
    if as_json:
        click.echo(json.dumps(_with_steps(found), ensure_ascii=False))
        return
    click.echo(f"{found.campaign.name} · {found.day}")
    click.echo(_("Done: %(done)s of %(targets)s (%(rate)s %%)") % _counts(found))
    for gate, count in found.closed.items():
        click.echo(f"  {gate.label}: {count}")
    for one in found.units:
        days = [
            f"{gate.label} {one.gates[gate].day if gate in one.gates else '—'}" for gate in Gate
        ]
        late = f"  {_('overdue')}" if one.overdue else ""
        click.echo(f"{one.unit.code}  {one.unit.name}  {'  '.join(days)}{late}")


@campaign.command("forecast", help=_("When CAMPAIGN will be done at the pace of a day."))
@click.argument("slug", metavar="CAMPAIGN")
@click.option("--as-of", type=DAY, help=_("The day asked about; today where it is not given."))
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def forecast_(slug: str, *, as_of: date | None, as_json: bool) -> None:
    """The expected day with its range, eight times in ten within it."""
    found = _status(slug, as_of or today(), None)
    told = outlook(found)
    if as_json:
        click.echo(json.dumps(_as_json(found, told), ensure_ascii=False))
        return
    click.echo(_("Done: %(done)s of %(targets)s (%(rate)s %%)") % _counts(found))
    click.echo(outlook_in_words(told))


@campaign.command("progress", help=_("The weekly progress sheet of CAMPAIGN as Word or Excel."))
@click.argument("slug", metavar="CAMPAIGN")
@click.option("--as-of", type=DAY, help=_("The last day of the week; today where it is not given."))
@click.option(
    "-o", "--output", "path", required=True, type=click.Path(dir_okay=False, path_type=Path)
)
@click.option("--force", is_flag=True, help=_("Write over a file of that name."))
def progress_(slug: str, *, as_of: date | None, path: Path, force: bool) -> None:
    """The same figures as on the page of the week."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in WEEKLY:
        raise click.UsageError(_("The file must end in .docx or .xlsx."))
    check(path, force=force)
    prepare_database()
    by = system()
    found = campaign_named(slug, reader=by)
    taken = take_weekly(campaign=found, day=as_of or today(), ending=ending, at=now(), by=by)
    save(path, taken.content, force=force)
    click.echo(str(path))


def _status(slug: str, day: date, unit: str | None) -> Status:
    prepare_database()
    by = system()
    prefix = place(unit, day).prefix if unit else ""
    return status(campaign_named(slug, reader=by), day, reader=by, prefix=prefix)


def _with_steps(found: Status) -> dict[str, Any]:
    """The promised form, and for each unit which steps are done and which overdue."""
    waves: dict[int, Wave | None] = {one.unit.federation_id: one.wave for one in found.units}
    states = steps(found.campaign, found.day, waves, found.proofs)
    told = found.as_json()
    for line, one in zip(told["units"], found.units, strict=True):
        mine = states[one.unit.federation_id]
        line["steps"] = {
            "done": [state.step.number for state in mine if state.done_on],
            "open": [state.step.number for state in mine if not state.done_on],
            "overdue": [state.step.number for state in mine if state.overdue],
        }
    return told


def _counts(found: Status) -> dict[str, Any]:
    return {"done": found.done, "targets": len(found.units), "rate": found.rate}


def _as_json(found: Status, told: Forecast) -> dict[str, Any]:
    def day(one: date | None) -> str | None:
        return one.isoformat() if one else None

    ends = found.campaign.ends_on
    return {
        "campaign": found.campaign.slug,
        "as_of": found.day.isoformat(),
        "targets": told.targets,
        "done": told.done,
        "pace_per_day": round(told.pace, 3),
        "expected": day(told.expected),
        "earliest": day(told.earliest),
        "latest": day(told.latest),
        "due": ends.isoformat(),
        "in_time": told.expected <= ends if told.expected else None,
    }
