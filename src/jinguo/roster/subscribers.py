"""What follows for rosters when federations are one or several, or somebody is erased."""

from jinguo.divisions.events import DivisionsJoined, DivisionsSplit, Moved
from jinguo.federations.events import RecordsMoved
from jinguo.kernel.events import listens_to
from jinguo.kernel.periods import Period
from jinguo.people.events import PersonErased, PersonsMerged, PersonsParted
from jinguo.roster.actions.consenting import follow_merge, follow_parting
from jinguo.roster.actions.forgetting import forget
from jinguo.roster.actions.moving import move_imports, move_records


@listens_to(RecordsMoved)
def follow(event: RecordsMoved) -> None:
    """Appointments and lists belong to the federations these days are of."""
    move_records(moves=event.moves)


@listens_to(DivisionsJoined)
def keep_batches_of_a_joined_county(event: DivisionsJoined) -> None:
    """Two counties are one: what was imported into the gone one was imported into the kept."""
    move_imports(moves=(Moved(event.gone_id, event.kept_id, Period(None, None)),))


@listens_to(DivisionsSplit)
def part_batches_of_a_split_county(event: DivisionsSplit) -> None:
    """One county is two: each import belongs to the county its lists are of."""
    move_imports(moves=event.moves)


@listens_to(PersonErased)
def forget_what_batches_quote(event: PersonErased) -> None:
    """Before-images, reports and drafts speak of her no more."""
    forget(person_id=event.person_id, name=event.name, day=event.day)


@listens_to(PersonsMerged)
def follow_her(event: PersonsMerged) -> None:
    """Her consents are those of the record that stays."""
    follow_merge(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)


@listens_to(PersonsParted)
def follow_her_back(event: PersonsParted) -> None:
    """They are hers again who gave them."""
    follow_parting(kept_id=event.kept_id, gone_id=event.gone_id, batch_id=event.batch_id)
