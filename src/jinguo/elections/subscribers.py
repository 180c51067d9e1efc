"""What follows for candidates when records of the roster are one woman, or not, or are erased."""

from jinguo.elections.actions.forgetting import forget
from jinguo.elections.actions.merged import follow_merge, follow_parting
from jinguo.kernel.events import listens_to
from jinguo.people.events import PersonErased, PersonsMerged, PersonsParted


@listens_to(PersonsMerged)
def follow_her(event: PersonsMerged) -> None:
    """Her candidacies are those of the record that stays."""
    follow_merge(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonsParted)
def follow_her_back(event: PersonsParted) -> None:
    """They are hers again who stood."""
    follow_parting(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonErased)
def forget_who_stood(event: PersonErased) -> None:
    """Lists of candidates, delegates and scrutineers speak of her no more."""
    forget(person_id=event.person_id, name=event.name)
