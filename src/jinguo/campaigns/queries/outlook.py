"""The forecast of a campaign, and the sentence that pages and commands say of it."""

from django.utils.translation import gettext as _

from jinguo.campaigns.queries.status import Status
from jinguo.campaigns.rules.forecast import Forecast, forecast
from jinguo.kernel.language import day_in_words


def outlook(found: Status) -> Forecast:
    """From the days on which the units of this status were done."""
    return forecast(
        found.done_days, targets=len(found.units), since=found.campaign.starts_on, day=found.day
    )


def outlook_in_words(told: Forecast) -> str:
    """When all will be done, in a sentence that says how sure it is."""
    if not told.targets:
        return _("Nobody is asked.")
    if told.expected is None or told.earliest is None:
        return _("Too few were done lately to say when all will be.")
    words = {
        "expected": day_in_words(told.expected),
        "earliest": day_in_words(told.earliest),
        "latest": day_in_words(told.latest) if told.latest else "",
    }
    if told.done == told.targets:
        return _("All units are done since %(expected)s.") % words
    if told.latest is None:
        text = _("At the pace of the last two weeks: about %(expected)s, at best %(earliest)s.")
    else:
        text = _(
            "At the pace of the last two weeks: about %(expected)s (%(earliest)s to %(latest)s)."
        )
    return text % words
