"""Which days a record can be of."""

from datetime import date

from django.utils.translation import gettext as _

FIRST = date(1949, 10, 1)
"""The first women's federations were founded in this year."""


def wrong_day(day: date, today: date) -> str:
    """Why nothing can have happened on this day; empty where it can."""
    if day > today:
        return _("%(day)s is still to come.") % {"day": day}
    if day < FIRST:
        return _("%(day)s lies before %(first)s; check the year.") % {"day": day, "first": FIRST}
    return ""
