"""Parameters that several commands share."""

from datetime import date

import click
from django.utils.translation import gettext as _


class Day(click.ParamType[date]):
    """A day written YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read the day, or end with the usage error that says how to write it."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(
                _("“%(value)s” is not a day; write it like 2017-07-25.") % {"value": value},
                param,
                ctx,
            )


DAY = Day()
