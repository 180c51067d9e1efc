"""One thing that a unit owes."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jinguo.agenda.enums import Owing
from jinguo.campaigns.enums import Gate


@dataclass(frozen=True, slots=True)
class Owed:
    """Something asked of a unit that it has not done by the day.

    ``key`` names the same thing every time (``campaign:3:gate:plaque:41``); with another
    ``due_on`` it is asked anew. ``subject`` is what it belongs to, in the words of whoever made it
    (the name of a campaign, the title of a finding), ``part`` a fixed word within it, such as a
    gate, or empty. ``due_on`` is the last day that is in time. ``reason`` is why it was sent back.
    """

    key: str
    kind: Owing
    federation_id: int
    unit_code: str
    unit_name: str
    subject: str
    part: str
    asked_by: str
    asked_on: date
    due_on: date
    reason: str = ""

    @property
    def title(self) -> str:
        """What is to be done, in the reader's language: 「挂牌 · 会改联」."""
        return title(self.subject, self.part)


def title(subject: str, part: str) -> str:
    """A thing by its fixed word, where it has one, and what it belongs to."""
    if not part:
        return subject
    words = {"part": dict(Gate.choices).get(part, part), "subject": subject}
    return _("%(part)s · %(subject)s") % words
