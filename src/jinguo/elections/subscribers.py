"""What follows for candidates when two records of the roster are one woman, or were not."""

from jinguo.elections.actions.merged import follow_merge, follow_parting
from jinguo.kernel.events import listens_to
from jinguo.people.events import PersonsMerged, PersonsParted


@listens_to(PersonsMerged)
def follow_her(event: PersonsMerged) -> None:
    """Her candidacies are those of the record that stays."""
    follow_merge(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonsParted)
def follow_her_back(event: PersonsParted) -> None:
    """They are hers again who stood."""
    follow_parting(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)
