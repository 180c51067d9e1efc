"""A woman who is erased is named by no activity and no group of her units."""

from jinguo.activities.actions import amend
from jinguo.audit.models import Entry
from jinguo.groups.actions import register
from jinguo.groups.enums import GroupKind
from jinguo.groups.models import ContactGroup
from jinguo.kernel.actor import system
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.readers.cells.names import ERASED
from tests.factories.activities import NOTE, noted
from tests.factories.deeds import TODAY, sitting, unit
from tests.factories.villages import bridge_village

NAME = "张梅"


def test_her_name_goes_from_words_of_her_unit_and_stays_in_those_of_others(linshan: None) -> None:
    bridge = bridge_village()
    hers = noted(bridge, leader=NAME, content=f"由{NAME}带队清理河道。")
    elsewhere = noted(unit("430999100201"), leader=NAME)
    group = register(
        federation_id=bridge, name="石桥村妇女群", kind=GroupKind.WOMEN, owner=NAME,
        founded_on=NOTE.held_on, today=TODAY, by=system(),
    )  # fmt: skip
    person = sitting(bridge, NAME, TODAY)

    erase_person(person_id=person, name=NAME, reason="本人要求", today=TODAY, by=system())

    hers.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (hers.leader, hers.content) == (ERASED, f"由{ERASED}带队清理河道。")
    assert elsewhere.leader == NAME
    assert ContactGroup.objects.get(pk=group.pk).owner == ERASED


def test_the_record_of_deeds_says_that_she_is_named_but_not_who(linshan: None) -> None:
    made = noted(bridge_village(), leader=NAME)

    amend(activity_id=made.pk, values={"leader": "李兰"}, today=TODAY, by=system())

    made.refresh_from_db()
    recorded, amended = Entry.objects.filter(subject="activity").order_by("pk")
    assert made.leader == "李兰"
    assert recorded.after is not None
    assert (recorded.after["title"], recorded.after["leader"]) == (made.title, True)
    assert (amended.before, amended.after) == ({"leader": True}, {"leader": True})
