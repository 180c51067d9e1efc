"""Reading the tree of places as it stood on a day, and one place through time."""

from collections.abc import Collection
from datetime import date

from django.db.models import F
from django.utils.translation import gettext as _

from jinguo.divisions.errors import DivisionUnknown
from jinguo.divisions.models import Listing, Version
from jinguo.divisions.queries.places import ParentCode, Place, ever, on_day
from jinguo.divisions.rules import codes

DIGITS_OF_A_COUNTY = 6


def place(code: str, day: date) -> Place:
    """The place that had this code (6, 9 or 12 digits) on a day.

    Raises ``DivisionUnknown``, which says what the code meant on other days.
    """
    found = place_with(code, day)
    if found is None:
        raise unknown(code, day)
    return found


def place_with(code: str, day: date) -> Place | None:
    """The place that had this code on a day; None where nothing had."""
    found = on_day(Version.objects.filter(code=codes.full(code) or ""), day)
    return found[0] if found else None


def places_with(full_codes: Collection[str], day: date) -> dict[str, Place]:
    """What had these codes on a day, by twelve-digit code. One query."""
    return {one.code: one for one in on_day(Version.objects.filter(code__in=full_codes), day)}


def unknown(code: str, day: date) -> DivisionUnknown:
    """The refusal of a code that meant nothing on a day."""
    return DivisionUnknown(code=code, day=day, elsewhere=_elsewhere(codes.full(code), day))


def _elsewhere(code: str | None, day: date) -> str:
    """What the code meant on other days, and what that place's code is on this one."""
    if code is None:
        return _("A code has 6, 9 or 12 digits.")
    meant = ever(Version.objects.filter(code=code))
    if not meant:
        return _("It is in none of the lists loaded so far.")
    sentences = []
    for past in meant:
        now = place_of(past.division_id, day)
        period = {
            "name": past.name,
            "start": past.valid_from or _("the beginning"),
            "until": past.valid_until or _("today"),
        }
        sentences.append(_("It meant %(name)s from %(start)s until %(until)s.") % period)
        if now is not None:
            words = {"name": now.name, "code": now.code, "day": day}
            sentences.append(_("On %(day)s that place is %(name)s, %(code)s.") % words)
    return " ".join(dict.fromkeys(sentences))


def place_of(division_id: int, day: date) -> Place | None:
    """What a division was on a day; None where it did not exist then."""
    found = on_day(Version.objects.filter(division_id=division_id), day)
    return found[0] if found else None


def latest(division_id: int) -> Place:
    """A division as it was last, even where it is closed. Raises ``Version.DoesNotExist``."""
    newest = (
        Version.objects.filter(division_id=division_id)
        .order_by(F("valid_from").desc(nulls_last=True))
        .values("pk")[:1]
    )
    found = ever(Version.objects.filter(pk__in=newest))
    if not found:
        raise Version.DoesNotExist
    return found[0]


def latest_of(division_ids: Collection[int]) -> dict[int, Place]:
    """Each of these divisions as it was last, even where it is closed. One query."""
    found = ever(Version.objects.filter(division_id__in=division_ids))
    return {one.division_id: one for one in found}  # oldest first: the newest stays


def named(full_codes: Collection[str]) -> dict[str, Place]:
    """What had these codes last, by twelve-digit code, whatever the day. One query."""
    return {one.code: one for one in ever(Version.objects.filter(code__in=full_codes))}


def history(division_id: int) -> list[Place]:
    """Everything a division was, oldest first."""
    return ever(Version.objects.filter(division_id=division_id))


def within(lowest: str, highest: str, day: date) -> list[Place]:
    """The places whose code on ``day`` is ``lowest`` ≤ code < ``highest``, by code."""
    return on_day(Version.objects.filter(code__gte=lowest, code__lt=highest), day)


def subtree(top: Place, day: date) -> list[Place]:
    """A place and all below it on a day, by code."""
    return within(*codes.bounds(top.prefix), day)


def children(above: Place, day: date) -> list[Place]:
    """The places directly below on a day, by code."""
    lowest, highest = codes.bounds(above.prefix)
    inside = Version.objects.filter(code__gte=lowest, code__lt=highest)
    below = inside.alias(above=ParentCode(F("code"), F("level"))).filter(above=above.code)
    return on_day(below, day)


def ancestors(below: Place, day: date) -> list[Place]:
    """The places above on a day, top first."""
    return on_day(Version.objects.filter(code__in=codes.above(below.code)), day)


def counties() -> list[Place]:
    """Every county with a list of its own, as it was last, by code."""
    listed = {f"{area}000000" for area in _county_areas()}
    newest = {found.division_id: found for found in ever(Version.objects.filter(code__in=listed))}
    return sorted(newest.values(), key=lambda found: found.code)


def listings(county: str) -> list[Listing]:
    """The lists of a county (6 digits or more of its code), oldest first."""
    return list(Listing.objects.filter(area=county[:6]).order_by("as_of"))


def names_ever(county: Place) -> list[Place]:
    """Every version of every place that ever lay in the county, oldest first."""
    areas = Version.objects.filter(division_id=county.division_id).values_list("code", flat=True)
    inside = Version.objects.none()
    for code in set(areas):
        lowest, highest = codes.bounds(codes.prefix_of(code, county.level))
        inside |= Version.objects.filter(code__gte=lowest, code__lt=highest)
    return ever(inside)


def _county_areas() -> list[str]:
    areas = Listing.objects.values_list("area", flat=True).distinct()
    return [area for area in areas if len(area) == DIGITS_OF_A_COUNTY]
