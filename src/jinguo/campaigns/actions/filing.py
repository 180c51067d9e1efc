"""Filing a result upward (备案): the day of the election and the paper of it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jinguo.campaigns.models import Filing
from jinguo.files.actions import store
from jinguo.kernel.actor import Actor
from jinguo.records import actions as records
from jinguo.records.errors import RecordUnfit
from jinguo.records.rules import wrong_day
from jinguo.roster.queries.committees import committees

LARGEST = 20 * 1024 * 1024
"""Bytes of a paper: a scan of some pages."""


@transaction.atomic
def file_result(
    *,
    federation_id: int,
    elected_on: date,
    paper: tuple[str, bytes],
    today: date,
    by: Actor,
    note: str = "",
) -> Filing:
    """File that the committee which the roster shows on a day was elected on it.

    ``paper`` is the name and the bytes of the scanned result. Raises ``RecordForbidden``;
    ``RecordUnfit`` for a day to come, no committee on that day, no paper, or one too large.
    """
    records.unit_to_record(federation_id, by)
    name, content = paper
    if why := _fault(federation_id, elected_on, content, today):
        raise RecordUnfit(why=why)
    made = Filing(
        federation_id=federation_id, elected_on=elected_on, paper=store(content=content),
        paper_name=name.rsplit("/", 1)[-1][:255], note=note.strip(),
    )  # fmt: skip
    records.keep(made, by=by)
    return made


@transaction.atomic
def strike_filing(*, filing_id: int, why: str, by: Actor) -> Filing:
    """It counts for nothing from now on, and stays to be seen."""
    found, unit = records.taken(Filing, filing_id, by)
    records.strike(found, unit, why=why, by=by)
    return found


@transaction.atomic
def unstrike_filing(*, filing_id: int, by: Actor) -> Filing:
    """It counts again."""
    found, unit = records.taken(Filing, filing_id, by)
    records.put_back(found, unit, by=by)
    return found


def _fault(federation_id: int, day: date, content: bytes, today: date) -> str:
    if why := wrong_day(day, today):
        return why
    if not content:
        return _("The paper of the result is missing or empty: add a scan or a photo of it.")
    if len(content) > LARGEST:
        return _("The paper has %(size)s MB; at most 20 MB can be filed. Scan it in grey.") % {
            "size": -(-len(content) // (1024 * 1024))
        }
    if not committees([federation_id], day, phones=False)[federation_id]:
        return _(
            "On %(day)s nobody sits on the committee by the roster: hand in the roster first, or "
            "give the day from which it shows them."
        ) % {"day": day}
    return ""
