"""``jinguo figures`` and ``jinguo composition``."""

import json
from datetime import date

import click
from django.utils.translation import gettext as _

from jinguo.cli.parameters import DAY
from jinguo.database.bootstrap import prepare_database
from jinguo.divisions.errors import DivisionUnknown
from jinguo.kernel.actor import system
from jinguo.statistics import queries
from jinguo.statistics.rules import FIGURES


@click.command(help=_("Figures of UNIT, a division code valid on the day (6, 9 or 12 digits)."))
@click.argument("unit")
@click.option("--as-of", "as_of", type=DAY, required=True, help=_("The day asked for."))
@click.option("--compare", type=DAY, help=_("The day against which new posts are counted."))
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def figures(unit: str, as_of: date, compare: date | None, *, as_json: bool) -> None:
    """``jinguo figures``: the numbers, or the JSON that other programs read."""
    prepare_database()
    try:
        found = queries.figures(unit, as_of, compare, reader=system())
    except DivisionUnknown as unknown:
        raise click.UsageError(str(unknown)) from unknown
    if as_json:
        click.echo(json.dumps(found.as_json(), ensure_ascii=False))
        return
    click.echo(f"{found.unit.name} {found.as_of}")
    for title, level in ((_("Townships"), found.township), (_("Villages"), found.village)):
        click.echo(f"\n{title}  {level['federations']}/{level.due}")
        for one in FIGURES.values():
            value = level[one.name]
            click.echo(f"  {one.title}  {'—' if value is None else value}")


@click.command(help=_("Whether the committees of UNIT and below meet the rules (5+N) on a day."))
@click.argument("unit")
@click.option("--as-of", "as_of", type=DAY, required=True, help=_("The day asked for."))
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def composition(unit: str, as_of: date, *, as_json: bool) -> None:
    """``jinguo composition``: failing rules with their fix, or everything as JSON."""
    from jinguo.roster.queries.composition import verdicts

    prepare_database()
    try:
        found = verdicts(unit, as_of, reader=system())
    except DivisionUnknown as unknown:
        raise click.UsageError(str(unknown)) from unknown
    if as_json:
        click.echo(json.dumps({"units": [one.as_json() for one in found]}, ensure_ascii=False))
        return
    for one in found:
        click.echo(f"{'✓' if one.ok else '✗'} {one.unit.code} {one.unit.name}")
        for verdict in one.rules:
            if not verdict.ok:
                click.echo(f"    {verdict.title}  {verdict.counted}  → {verdict.fix}")
