"""What is owed as cards: each with one button that leads where the record is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jinguo.agenda.enums import Owing
from jinguo.agenda.rules.owed import Owed
from jinguo.campaigns.enums import Gate
from jinguo.campaigns.models import Campaign
from jinguo.federations.queries import newest_codes


@dataclass(frozen=True, slots=True)
class Card:
    """Something owed, in words, with its button; without one where the reader records nothing."""

    owed: Owed
    due: str
    late: bool
    button: str
    url: str

    @property
    def what(self) -> str:
        """The fixed word of what is asked, else what it belongs to."""
        return in_short(self.owed)


def cards(owed: Iterable[Owed], day: date) -> list[Card]:
    """In the order given; two queries for their addresses."""
    lines = list(owed)
    numbers = {_number(one) for one in lines if one.key.startswith("campaign:")}
    slugs = dict(Campaign.objects.filter(pk__in=numbers).values_list("pk", "slug"))
    codes = newest_codes({one.federation_id for one in lines})
    return [
        Card(
            one, due_in_words(one.due_on, day), one.due_on < day,
            *_way(one, codes[one.federation_id], slugs),
        )
        for one in lines
    ]  # fmt: skip


def in_short(one: Owed) -> str:
    """Its gate, where it is one, without the campaign; else its subject."""
    return str(dict(Gate.choices).get(one.part, one.subject))


def due_in_words(due_on: date, day: date) -> str:
    """How many days are left, or how many it is late."""
    left = (due_on - day).days
    if left < 0:
        return ngettext("%(n)s day late", "%(n)s days late", -left) % {"n": -left}
    if left == 0:
        return _("today is the last day")
    return ngettext("%(n)s day left", "%(n)s days left", left) % {"n": left}


def _number(one: Owed) -> int:
    return int(one.key.split(":")[1])


def _way(one: Owed, code: str, slugs: dict[int, str]) -> tuple[str, str]:
    if one.kind is Owing.FINDING:
        return _("See what is to be mended"), reverse("supervision:finding", args=[_number(one)])
    slug = slugs[_number(one)]
    page = reverse("campaigns:unit", args=[slug, code])
    if one.kind is Owing.RETURNED:
        return _("Mend it"), f"{page}#g-{one.part}"
    if one.kind is Owing.STEP:
        number = int(one.key.split(":")[3])
        return _("See what is asked"), reverse("campaigns:step", args=[slug, code, number])
    back = f"?campaign={slug}"
    if one.part == Gate.PLAQUE:
        return _("Record the plaque"), reverse("plaques:hang", args=[code]) + back
    if one.part == Gate.GROUP:
        return _("Register a group"), reverse("groups:new", args=[code]) + back
    if one.part == Gate.ACTIVITY:
        return _("Note an activity"), reverse("activities:new", args=[code]) + back
    return _("File the result"), f"{page}#g-{one.part}"
