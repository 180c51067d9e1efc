"""Notices follow persons and federations."""

from jinguo.delivery.actions.following import follow_merge, follow_parting, forget, move
from jinguo.federations.events import RecordsMoved
from jinguo.kernel.events import listens_to
from jinguo.people.events import PersonErased, PersonsMerged, PersonsParted


@listens_to(RecordsMoved)
def follow(event: RecordsMoved) -> None:
    """A notice belongs to the federations of its day."""
    move(moves=event.moves)


@listens_to(PersonsMerged)
def follow_her(event: PersonsMerged) -> None:
    """What she was told under either record she was told."""
    follow_merge(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonsParted)
def follow_her_back(event: PersonsParted) -> None:
    """They are two again, and each has what she was told."""
    follow_parting(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonErased)
def forget_what_she_read(event: PersonErased) -> None:
    """When she read her notices is about her, and goes; so does her name where they have it."""
    forget(person_id=event.person_id, name=event.name)
