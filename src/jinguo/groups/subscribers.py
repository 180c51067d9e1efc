"""What follows for the register of groups when somebody is erased."""

from jinguo.groups.actions import forget
from jinguo.kernel.events import listens_to
from jinguo.people.events import PersonErased


@listens_to(PersonErased)
def forget_who_is_named(event: PersonErased) -> None:
    """What the units she belonged to recorded speaks of her no more."""
    forget(person_id=event.person_id, name=event.name)
