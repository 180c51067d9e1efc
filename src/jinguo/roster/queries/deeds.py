"""What was decided by hand in a unit, newest first."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch

from jinguo.roster.enums import Deed, Leaving
from jinguo.roster.models import Appointment, Batch, Decision, Meeting
from jinguo.roster.queries.state import body_of


@dataclass(frozen=True, slots=True)
class Step:
    """One woman who entered or left; ``post`` is empty where it is no longer recorded."""

    person_id: int
    name: str
    begins: bool
    post: str
    kind: str
    why: str
    instead_of: str


@dataclass(frozen=True, slots=True)
class DeedLine:
    """One deed: what, from which day, by whom, with the meeting that decided it."""

    id: int
    deed: str
    day: date
    applied_at: datetime
    by_name: str
    reason: str
    undone_at: datetime | None
    undone_by: str
    steps: tuple[Step, ...]
    meeting: Meeting | None

    @property
    def title(self) -> str:
        """What it was, in words."""
        return str(Deed(self.deed).label)


def deeds(federation_id: int, *, limit: int = 20) -> list[DeedLine]:
    """The latest deeds in force; a fixed number of queries.

    What was undone left no decision: it is told by the audit record.
    """
    found = (
        Batch.objects.filter(decisions__federation_id=federation_id)
        .distinct()
        .order_by("-pk")
        .select_related("meeting")
        .prefetch_related(
            Prefetch(
                "decisions",
                Decision.objects.filter(federation_id=federation_id)
                .select_related("person", "instead_of")
                .order_by("begins", "pk"),
            )
        )[:limit]
    )
    posts = _posts(federation_id)
    return [_line(one, posts) for one in found]


Posts = dict[tuple[int, str, date], tuple[str, str]]


def _posts(federation_id: int) -> Posts:
    """Person, body and first or last day → post and kind."""
    found: Posts = {}
    for one in Appointment.objects.filter(federation_id=federation_id).order_by("starts_on"):
        key = (one.person_id, body_of(one.post))
        if one.ends_on:
            found.setdefault((*key, one.ends_on), (one.post, one.kind))
        found[*key, one.starts_on] = (one.post, one.kind)
    return found


def _line(batch: Batch, posts: Posts) -> DeedLine:
    decisions = list(batch.decisions.all())
    return DeedLine(
        id=batch.pk,
        deed=batch.deed,
        day=decisions[0].day,
        applied_at=batch.applied_at,
        by_name=batch.by_name,
        reason=batch.reason,
        undone_at=batch.undone_at,
        undone_by=batch.undone_by,
        steps=tuple(_step(one, posts) for one in decisions),
        meeting=getattr(batch, "meeting", None),
    )


def _step(one: Decision, posts: Posts) -> Step:
    post, kind = posts.get((one.person_id, one.body, one.day), ("", ""))
    return Step(
        person_id=one.person_id,
        name=str(one.person),
        begins=one.begins,
        post=post,
        kind=kind,
        why=str(Leaving(one.why).label) if one.why else "",
        instead_of=str(one.instead_of) if one.instead_of else "",
    )
