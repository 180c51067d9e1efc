"""What follows for roles when places turn out to be one, or several, when accounts close, and when
somebody is erased."""

from datetime import date

from jinguo.access.actions import follow
from jinguo.access.actions.invitations import forget_invited
from jinguo.access.actions.keepers import others_keep
from jinguo.access.actions.merged import follow_merge, follow_parting
from jinguo.accounts.events import AccountDisabled
from jinguo.divisions.events import DivisionsJoined, DivisionsSplit
from jinguo.kernel.events import listens_to
from jinguo.people.events import PersonErased, PersonsMerged, PersonsParted


@listens_to(DivisionsSplit)
def follow_the_place_of_today(event: DivisionsSplit) -> None:
    """A role is held today: it goes with the days that have no end."""
    follow(places={one.from_id: one.to_id for one in event.moves if date.max in one.days})


@listens_to(DivisionsJoined)
def follow_the_kept_place(event: DivisionsJoined) -> None:
    """Roles on the place that is gone are roles on the one that is kept."""
    follow(places={event.gone_id: event.kept_id})


@listens_to(AccountDisabled)
def leave_a_keeper(event: AccountDisabled) -> None:
    """The last who keeps the accounts of a place stays."""
    others_keep(event.account_id)


@listens_to(PersonsMerged)
def follow_her(event: PersonsMerged) -> None:
    """Invitations meant for the one are meant for the other."""
    follow_merge(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonsParted)
def follow_her_back(event: PersonsParted) -> None:
    """They are meant again for whom they were."""
    follow_parting(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonErased)
def forget_whom_it_was_for(event: PersonErased) -> None:
    """Invitations do not name her any more, and open ones cannot be used."""
    forget_invited(person_id=event.person_id)
