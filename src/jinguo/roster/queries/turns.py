"""How somebody came to a post and how she left it, where it was decided by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from jinguo.roster.enums import Deed, Leaving
from jinguo.roster.models import Decision
from jinguo.roster.queries.state import body_of

Key = tuple[int, str, int, date]


@dataclass(frozen=True, slots=True)
class Turn:
    """In words; empty where lists alone say it."""

    began: str
    ended: str


class Turns:
    """What decisions say of posts, by unit, body, person and day."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._began: dict[Key, str] = {}
        self._why: dict[Key, str] = {}
        self._after: dict[Key, str] = {}
        for one in decisions:
            key = (one.federation_id, one.body, one.person_id, one.day)
            if not one.begins:
                self._why[key] = str(Leaving(one.why).label) if one.why else ""
                continue
            self._began[key] = str(Deed(one.batch.deed).label)
            if one.instead_of is not None:
                self._began[key] = _("in place of %(name)s") % {"name": str(one.instead_of)}
                before = (one.federation_id, one.body, one.instead_of.pk, one.day)
                self._after[before] = _("%(name)s took her seat") % {"name": str(one.person)}

    def __call__(
        self, federation_id: int, person_id: int, post: str, since: date, until: date | None
    ) -> Turn:
        """How one time in a post began and ended."""
        body = body_of(post)
        began = self._began.get((federation_id, body, person_id, since), "")
        if until is None:
            return Turn(began, "")
        end = (federation_id, body, person_id, until)
        ended = filter(None, (self._why.get(end), self._after.get(end)))
        return Turn(began, _(", ").join(ended))


def turns_of_person(person_id: int) -> Turns:
    """Those of one woman; one query."""
    return _turns(Q(person_id=person_id) | Q(instead_of_id=person_id))


def turns_of_unit(federation_id: int) -> Turns:
    """Those of everybody in one unit; one query."""
    return _turns(Q(federation_id=federation_id))


def _turns(whose: Q) -> Turns:
    found = Decision.objects.filter(whose, batch__undone_at__isnull=True)
    return Turns(found.select_related("person", "instead_of", "batch"))
