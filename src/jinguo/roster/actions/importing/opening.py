"""The batch of an import, made when something is first written."""

from jinguo.divisions.queries import Place
from jinguo.kernel.actor import Actor
from jinguo.roster.models import Batch

_OF_PREVIEWS = 2**60
"""Numbers of batches that are rolled back; newer than all others while they last."""


class OpenBatch:
    """A batch without a number yet: no preview uses one up, nor an import without a change."""

    def __init__(self, county: Place, by: Actor, *, apply: bool) -> None:
        self.pk: int | None = None
        self._county = county
        self._by = by
        self.apply = apply

    def number(self) -> int:
        """Its number, which it gets now if it has none."""
        if self.pk is None:
            made = Batch.objects.create(
                pk=None if self.apply else _OF_PREVIEWS + self._county.division_id,
                county_id=self._county.division_id,
                by_id=self._by.id,
                by_name=self._by.name,
                report={},
            )
            self.pk = made.pk
        return self.pk
