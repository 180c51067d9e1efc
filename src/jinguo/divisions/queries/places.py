"""Places, and how to ask the versions for them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, Func, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from jinguo.divisions.models import Version
from jinguo.divisions.rules import codes, names

_FIELDS = ("division_id", "code", "name", "level", "parent_id", "valid_from", "valid_until")


@dataclass(frozen=True, slots=True)
class Place:
    """A division as it was called from ``valid_from`` ≤ D < ``valid_until``.

    ``parent_id`` is the division above it: on the day asked for, or, where no day was
    asked for, the one it lay under last while it was called so.
    """

    division_id: int
    code: str
    name: str
    level: int
    parent_id: int | None
    valid_from: date | None
    valid_until: date | None

    @property
    def short(self) -> str:
        """The name people use: 石下村 for 石下村委会, 天康社区 for 天康社区居民委员会."""
        return names.short(self.name, self.level)

    @property
    def prefix(self) -> str:
        """The significant digits of the code: 2, 4, 6, 9 or 12 by level."""
        return codes.prefix_of(self.code, self.level)


class ParentCode(Func):
    """The code of the place above, from a code and its level."""

    template = "rpad(left(%(expressions)s]), 12, '0')"
    arg_joiner = ", (array[0, 2, 4, 6, 9])["
    arity = 2
    output_field = CharField()


def holds_on(day: date, path: str = "") -> Q:
    """Versions that hold on a day; ``path`` leads to them from another model."""
    return (Q(**{f"{path}valid_from__isnull": True}) | Q(**{f"{path}valid_from__lte": day})) & (
        Q(**{f"{path}valid_until__isnull": True}) | Q(**{f"{path}valid_until__gt": day})
    )


def _above(path: str = "") -> QuerySet[Version]:
    code, level = OuterRef(f"{path}code"), OuterRef(f"{path}level")
    return Version.objects.filter(code=ParentCode(code, level))


def parent_on(day: date, path: str = "") -> Subquery:
    """The division above a version on a day, for any query that joins versions at ``path``."""
    return Subquery(_above(path).filter(holds_on(day)).values("division_id")[:1])


def on_day(versions: QuerySet[Version], day: date) -> list[Place]:
    """These versions as places of a day, by code. One query."""
    found = versions.filter(holds_on(day)).annotate(parent_id=parent_on(day)).order_by("code")
    return [Place(*row) for row in found.values_list(*_FIELDS)]


def ever(versions: QuerySet[Version]) -> list[Place]:
    """These versions as places of whatever day, oldest first. One query."""
    began, ended = OuterRef("valid_from"), OuterRef("valid_until")
    above = _above().filter(
        Q(valid_from__isnull=True) | Q(valid_from__lt=Coalesce(ended, Value(date.max))),
        Q(valid_until__isnull=True) | Q(valid_until__gt=Coalesce(began, Value(date.min))),
    )
    newest = above.order_by(F("valid_from").desc(nulls_last=True))
    found = versions.annotate(parent_id=Subquery(newest.values("division_id")[:1])).order_by(
        F("valid_from").asc(nulls_first=True), "code"
    )
    return [Place(*row) for row in found.values_list(*_FIELDS)]
