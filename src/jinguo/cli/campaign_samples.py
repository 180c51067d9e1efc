"""``jinguo campaign sample``: what was drawn for visits, and drawing it again."""

import click
from django.utils.translation import gettext as _

from jinguo.campaigns.errors import SampleForged, SampleUnknown
from jinguo.campaigns.models import Campaign, Sample
from jinguo.campaigns.queries.plan import campaign as campaign_named
from jinguo.campaigns.queries.sampling import check, drawn, samples
from jinguo.campaigns.queries.sampling import sample as sample_numbered
from jinguo.database.bootstrap import prepare_database
from jinguo.kernel.actor import system
from jinguo.kernel.clock import today


@click.command("sample", help=_("The units drawn for visits in CAMPAIGN; --check draws again."))
@click.argument("slug", metavar="CAMPAIGN")
@click.option("--check", "number", type=int, help=_("Draw this sample again and compare."))
def sample(slug: str, *, number: int | None) -> None:
    """Every sample with its units; with a number, whether that one follows from its seed."""
    prepare_database()
    found = campaign_named(slug, reader=system())
    if number is not None:
        click.echo(_checked(found, number))
        return
    known = samples(found)
    for one in known:
        _tell(one)
    if not known:
        click.echo(_("No sample was drawn yet."))


def _checked(campaign: Campaign, number: int) -> str:
    found = sample_numbered(campaign, number)
    if found is None:
        known = "、".join(str(one.number) for one in samples(campaign))
        raise SampleUnknown(number=number, known=known or "—")
    if not check(found).fits:
        raise SampleForged(number=number)
    words = {"number": number, "size": found.size, "pool": len(found.pool), "seed": found.seed}
    return _("Sample %(number)s: %(size)s of %(pool)s units, as seed %(seed)s draws them.") % words


def _tell(one: Sample) -> None:
    words = {
        "number": one.number,
        "day": one.drawn_on,
        "who": one.drawn_by,
        "size": one.size,
        "seed": one.seed,
    }
    click.echo(
        _("Sample %(number)s, drawn on %(day)s by %(who)s: %(size)s units, seed %(seed)s") % words
    )
    for line in drawn(one, today(), reader=system()):
        click.echo(f"{line.position}  {line.code}  {line.name}  {line.visited_on or '—'}")
