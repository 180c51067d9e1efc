"""``jinguo demo``: Qingliu in 2017, from real lists and the townships' workbooks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jinguo.access.actions import assign
from jinguo.access.models import Role
from jinguo.accounts.actions import create_account, link_person
from jinguo.accounts.queries import account_named, accounts
from jinguo.cli.demo_campaign import load_campaign
from jinguo.cli.serve import DEFAULT_HOST, DEFAULT_PORT, PORT, run_server
from jinguo.database.alone import alone
from jinguo.database.bootstrap import prepare_database
from jinguo.divisions.actions import load_lists
from jinguo.divisions.queries import Place, counties, place
from jinguo.federations.queries import federations_of
from jinguo.kernel.actor import Actor, system
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions.importing import ImportRequest, run
from jinguo.roster.enums import Post
from jinguo.roster.queries.batches import BatchLine, batches
from jinguo.roster.queries.committees import committee
from jinguo.statistics.queries import LevelFigures, figures

DATA = Path(__file__).parent / "demo_data"
COUNTY = "350423"
BEFORE = date(2017, 5, 10)
AFTER = date(2017, 7, 31)
FAR_BACK = 1000  # imports among which the demo's own is looked for
PASSWORD = "qingliu-2017"  # noqa: S105  printed on the screen, for a demo on one machine


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody to sign in as: by a role on a place, by her post there, or both."""

    username: str
    display_name: str
    role: str
    code: str
    post: str = ""


ACCOUNTS = (
    DemoAccount("county", "清流县妇联 组联部", Role.COUNTY, "350423"),
    DemoAccount("township", "林畲乡妇联主席", Role.TOWNSHIP, "350423202"),
    DemoAccount("village", "石下村妇联主席", Role.VILLAGE, "350423202204"),
    DemoAccount("executive", "石下村妇联执委", "", "350423202204", Post.EXECUTIVE),
    DemoAccount("auditor", "审计", Role.AUDITOR, "350423"),
    DemoAccount("administrator", "系统管理员", Role.ADMINISTRATOR, "350423"),
)


class OfficeInUse(JinguoError):
    """The demo's invented people would come among an office's own."""

    code = "demo.office_in_use"
    message = gettext_lazy("This office has data of its own; the demo does not go into it.")
    remedy = gettext_lazy(
        "Run the demo with another JINGUO_HOME (an empty folder) and without DATABASE_URL."
    )


@click.command(help=_("Load Qingliu, print the golden figures, serve the pages."))
@click.option("--no-serve", is_flag=True, help=_("Load and print only."))
@click.option("--host", default=DEFAULT_HOST, show_default=True)
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=PORT)
def demo(*, no_serve: bool, host: str, port: int) -> None:
    """Running it again changes nothing."""
    prepare_database()
    load_demo()
    print_golden()
    if not no_serve:
        run_server(host, port)


def load_demo() -> None:
    """Lists, workbooks and accounts; what is there already stays as it is.

    One at a time, so that two who start at once do not stand in each other's way.
    Raises ``OfficeInUse`` where anything came from elsewhere.
    """
    with alone("demo"):
        _load(system("demo"))


def _load(by: Actor) -> None:
    if has_data_of_its_own():
        raise OfficeInUse
    load_lists(sorted((DATA / "divisions").glob("*.csv")), by=by)
    county = place(COUNTY, AFTER)
    if not any(one.by_name == by.name and not one.undone_at for one in _imports(county)):
        _import(county, by)
    load_campaign(county, by)
    for one in ACCOUNTS:
        if account_named(one.username) is None:
            _open_account(one, by)


def _open_account(one: DemoAccount, by: Actor) -> None:
    """Her account with her role, or the woman of the roster whose posts give her rights."""
    where = place(one.code, AFTER)
    account = create_account(
        username=one.username, display_name=one.display_name, password=PASSWORD, by=by
    )
    if one.role:
        assign(account_id=account.pk, role=one.role, place=where, by=by)
    if one.post:
        unit = federations_of([where.division_id], AFTER)[where.division_id]
        sits = next(seat for seat in committee(unit, AFTER) if seat.post == one.post)
        link_person(account_id=account.pk, person_id=sits.person_id, by=by)


def _import(county: Place, by: Actor) -> None:
    """The workbooks as one batch. Only once: a newer program would find more in them to remember,
    and such a second batch would stand in the way of undoing the first."""
    workbooks = sorted((DATA / "rosters").rglob("*.xlsx"))
    files = [(path.name, path.read_bytes()) for path in workbooks]
    report = run(ImportRequest(files, county), by=by, apply=True)
    if report.refused:
        for one in report.problems:
            click.echo(f"{one.file} {one.sheet} {one.cell}: {one.message}", err=True)


def _imports(county: Place) -> list[BatchLine]:
    return batches(county.division_id, reader=system("demo"), limit=FAR_BACK)


def has_data_of_its_own() -> bool:
    """Whether anything here is not the demo's.

    Where the demo has imported, its accounts may have gone on from there.
    """
    by = system("demo")
    known = counties()
    if any(one.code[:6] != COUNTY for one in known):
        return True
    imported = [line.by_name for one in known for line in _imports(one)]
    usernames = {one.username for one in accounts()}
    if by.name in imported:
        return not usernames <= {one.username for one in ACCOUNTS}
    return bool(imported or usernames)


def print_golden() -> None:
    """The figures of the report of 2017-07-31, computed from the imported rows."""
    found = figures(COUNTY, AFTER, BEFORE, reader=system("demo"))
    town, village = found.township, found.village
    click.echo(f"{found.unit.name} {AFTER} ({_('compared with')} {BEFORE})")
    averages = ("executives_per_federation", "vice_chairs_per_federation")
    posts = ("federations", "executives", "chairs", "vice_chairs")
    new = ("new_executives", "new_part_time_vice_chairs")
    click.echo(_line(town, *posts, *new, *averages))
    click.echo(_line(village, *posts, *averages))
    click.echo(_("Accounts (password %(password)s):") % {"password": PASSWORD})
    for one in ACCOUNTS:
        click.echo(f"  {one.username:14} {one.display_name}")


def _line(level: LevelFigures, *names: str) -> str:
    return " · ".join(str(level[name]) for name in names)
