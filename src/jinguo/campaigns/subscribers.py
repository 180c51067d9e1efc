"""Campaigns follow the federations they ask, and the persons they name."""

from jinguo.campaigns.actions.following import move
from jinguo.campaigns.actions.persons import follow_merge, follow_parting, forget
from jinguo.federations.events import RecordsMoved
from jinguo.kernel.events import listens_to
from jinguo.people.events import PersonErased, PersonsMerged, PersonsParted


@listens_to(RecordsMoved)
def follow(event: RecordsMoved) -> None:
    """Targets, reviews and samples belong to the federation their day is of."""
    move(moves=event.moves)


@listens_to(PersonsMerged)
def follow_her(event: PersonsMerged) -> None:
    """What she was to mend is for the record that stays."""
    follow_merge(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonsParted)
def follow_her_back(event: PersonsParted) -> None:
    """It is hers again."""
    follow_parting(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonErased)
def forget_who_is_named(event: PersonErased) -> None:
    """Visits and what they found speak of her no more."""
    forget(person_id=event.person_id, name=event.name, day=event.day)
