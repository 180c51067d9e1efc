"""What was found follows the women it names, and the federations it is of."""

from datetime import date

from jinguo.campaigns.actions import Found, add_finding, report_mended
from jinguo.campaigns.models import Finding, FindingStep, Visit
from jinguo.divisions.events import Moved
from jinguo.federations.events import RecordsMoved
from jinguo.kernel.actor import system
from jinguo.kernel.events import announce
from jinguo.kernel.periods import Period
from jinguo.people.models import Person
from jinguo.roster.actions.erasing import erase_person
from jinguo.roster.actions.merging import merge
from jinguo.roster.actions.undoing import undo
from jinguo.roster.models import Appointment
from jinguo.roster.readers.cells.names import ERASED
from tests.factories.deeds import TODAY, sitting, unit
from tests.factories.visits import DAY, DUE, found, visited

NAME = "李兰"


def test_what_she_was_to_mend_follows_her_and_goes_back(bridge: int) -> None:
    hers = sitting(bridge, NAME, DAY)
    made = add_finding(
        visit_id=visited(bridge).pk, found=Found("牌子", DUE, hers), by=system("test")
    )
    kept = Person.objects.create(name=NAME)
    Appointment.objects.create(
        person=kept, federation_id=bridge, post="delegate", starts_on=date(2019, 3, 1)
    )

    batch = merge(kept_id=kept.pk, gone_id=hers, by=system())
    made.refresh_from_db()
    assert made.owner_id == kept.pk

    undo(batch_id=batch.pk, by=system())
    made.refresh_from_db()
    assert made.owner_id == hers


def test_an_erased_woman_is_named_by_no_visit_no_finding_and_no_answer(bridge: int) -> None:
    visit = visited(bridge, f"{NAME}没有到场", visitors=f"镇妇联，{NAME}陪同", notes=f"{NAME}汇报")
    one = visit.findings.get()
    report_mended(finding_id=one.pk, today=DUE, by=system(), note=f"{NAME}已到场")
    elsewhere = found(unit("430999100201"), f"{NAME}没有到场")
    person = sitting(bridge, NAME, TODAY)

    erase_person(person_id=person, name=NAME, reason="本人要求", today=TODAY, by=system())

    visit.refresh_from_db()
    assert (visit.visitors, visit.notes) == (f"镇妇联，{ERASED}陪同", f"{ERASED}汇报")
    assert Finding.objects.get(pk=one.pk).matter == f"{ERASED}没有到场"
    assert FindingStep.objects.get().note == f"{ERASED}已到场"
    assert Finding.objects.get(pk=elsewhere.pk).matter == f"{NAME}没有到场"


def test_a_woman_of_the_township_is_erased_from_visits_to_its_villages(bridge: int) -> None:
    woman = Person.objects.create(name="林虹")
    Appointment.objects.create(
        person=woman, federation_id=unit("430999100"), post="executive", starts_on=DAY
    )
    visit = visited(bridge, visitors="林虹")

    erase_person(person_id=woman.pk, name="林虹", reason="本人要求", today=TODAY, by=system())

    visit.refresh_from_db()
    assert visit.visitors == ERASED


def test_visits_and_findings_go_where_their_day_belongs(bridge: int) -> None:
    other = unit("430999100201")
    found(bridge)

    announce(RecordsMoved((Moved(bridge, other, Period(None, DAY)),)))
    assert Visit.objects.get().federation_id == bridge

    announce(RecordsMoved((Moved(bridge, other, Period(DAY, None)),)))
    assert Visit.objects.get().federation_id == Finding.objects.get().federation_id == other
