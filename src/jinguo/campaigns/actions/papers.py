"""Handing in papers of a step that no other record is."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.campaigns.enums import Doer
from jinguo.campaigns.models import Campaign, CampaignStep, StepPaper, Target
from jinguo.files.actions import keep_photo, store
from jinguo.files.readers import document_suffix
from jinguo.kernel.actor import Actor
from jinguo.records import actions as records
from jinguo.records.errors import RecordUnfit
from jinguo.records.rules import wrong_day

LARGEST = 20 * 1024 * 1024
"""Bytes of a document; photos are shrunk and may be larger."""


@transaction.atomic
def hand_in(
    *,
    campaign: Campaign,
    federation_id: int,
    names: Sequence[str],
    done_on: date,
    file: tuple[str, bytes],
    today: date,
    by: Actor,
) -> StepPaper:
    """Put papers of one or more names on record, as one file: a photo, or a document.

    What kind of file it is, is read from its bytes. Raises ``RecordForbidden``; ``RecordUnfit``
    without a name, for one the campaign does not ask for, a day to come, a file too large; what
    ``keep_photo`` raises for what is neither photo nor document.
    """
    records.unit_to_record(federation_id, by)
    wanted = list(dict.fromkeys(names))
    name, content = file
    suffix = document_suffix(content)
    if why := _fault(campaign, federation_id, wanted) or wrong_day(done_on, today):
        raise RecordUnfit(why=why)
    if suffix and len(content) > LARGEST:
        raise RecordUnfit(why=_("The file has more than 20 MB. Scan it in grey."))
    made = StepPaper(federation_id=federation_id, names=wanted, done_on=done_on, suffix=suffix)
    if suffix:
        made.file = store(content=content)
    else:
        made.photo = keep_photo(name=name, content=content, by=by)
    records.keep(made, by=by)
    return made


@transaction.atomic
def strike_paper(*, paper_id: int, why: str, by: Actor) -> StepPaper:
    """It was handed in by mistake."""
    found, unit = records.taken(StepPaper, paper_id, by)
    records.strike(found, unit, why=why, by=by)
    return found


@transaction.atomic
def unstrike_paper(*, paper_id: int, by: Actor) -> StepPaper:
    """It counts again."""
    found, unit = records.taken(StepPaper, paper_id, by)
    records.put_back(found, unit, by=by)
    return found


def _fault(campaign: Campaign, federation_id: int, names: list[str]) -> str:
    if not names:
        return _("Say which paper it is: tick at least one.")
    asked = Target.objects.filter(campaign=campaign, federation_id=federation_id).exists()
    doer = Doer.UNIT if asked else Doer.COUNTY
    steps = CampaignStep.objects.filter(campaign=campaign, doer=doer)
    known = {name for one in steps for name in one.papers}
    for name in names:
        if name not in known:
            return _("The campaign does not ask this unit for “%(paper)s”.") % {"paper": name}
    return ""
