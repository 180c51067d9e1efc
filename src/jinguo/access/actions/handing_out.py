"""Handing a woman the file of everything held about her; it is recorded."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import override

from jinguo.access.errors import FileClosed
from jinguo.access.queries.held import held_about
from jinguo.access.writers.her_file import her_file
from jinguo.audit.actions import record_reading
from jinguo.kernel.actor import PERSONS, Actor
from jinguo.kernel.language import CHINESE


@dataclass(frozen=True, slots=True)
class HerFile:
    """The name of the file, and the file."""

    name: str
    content: bytes


@transaction.atomic
def hand_out(*, person_id: int, reason: str, today: date, by: Actor) -> HerFile:
    """A Word file with everything held about her, her number in full: it is for herself.

    Raises ``FileClosed`` where the actor keeps no persons in a unit of hers. Source:
    个人信息保护法 art. 45.
    """
    with override(CHINESE):
        found = held_about(person_id, today, by, contacts=True)
        if found is None:
            raise FileClosed(person=person_id).asked(by, PERSONS, "person", person_id)
        card, sections = found
        content = her_file(card.name, sections, office=by.name, today=today)
    record_reading(
        by=by, verb="person.file", subject="person", subject_id=person_id,
        unit_code=card.keeps_unit, reason=reason,
        fields=[fact.name for fact in card.facts if fact.value],
    )  # fmt: skip
    return HerFile(f"{card.name}个人信息-{today.isoformat()}.docx", content)
