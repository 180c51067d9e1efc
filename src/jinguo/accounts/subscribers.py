"""What follows for accounts when records are one woman, or were not, or are erased."""

from jinguo.accounts.actions.merged import follow_merge, follow_parting
from jinguo.accounts.actions.persons import forget_person
from jinguo.kernel.events import listens_to
from jinguo.people.events import PersonErased, PersonsMerged, PersonsParted


@listens_to(PersonsMerged)
def follow_her(event: PersonsMerged) -> None:
    """Her account is that of the record that stays."""
    follow_merge(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id, by=event.by)


@listens_to(PersonsParted)
def follow_her_back(event: PersonsParted) -> None:
    """It is hers again who had it."""
    follow_parting(
        kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id, by=event.by
    )


@listens_to(PersonErased)
def close_her_account(event: PersonErased) -> None:
    """She signs in no more, and nothing says that the account was hers."""
    forget_person(person_id=event.person_id, by=event.by)
