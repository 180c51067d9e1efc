"""Her file as a paper that she takes with her."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from jinguo.access.queries.held import Section
from jinguo.documents import Paper


def her_file(name: str, sections: Iterable[Section], *, office: str, today: date) -> bytes:
    """Everything held about her, each part as a table; what is empty says so."""
    paper = Paper(landscape=True, made_on=today)
    paper.title(_("Personal data held about %(name)s") % {"name": name})
    for section in sections:
        paper.heading(section.title)
        if section.note:
            paper.note(section.note)
        if section.rows:
            widths = section.widths or [1] * len(section.heads)
            paper.table(section.heads, section.rows, widths)
        else:
            paper.text(_("Nothing."))
    paper.text(
        _(
            "You may have what is wrong corrected, withdraw a consent, and have your data erased. "
            "Ask the office of the county federation."
        )
    )
    paper.closing(office, today.isoformat())
    return paper.content()
