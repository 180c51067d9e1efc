"""The fields of a plan in the order in which its page shows them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from jinguo.campaigns.actions import Plan
from jinguo.campaigns.rules.plans import LAST_STEP
from jinguo.divisions.models import Level
from jinguo.federations.queries import Unit


class PlanRows(forms.Form):
    """What the form of a plan shows; its fields are added by ``PlanForm``."""

    units: Sequence[Unit]
    waves: int
    supervisors: int
    _start: Plan

    def wave_name(self, at: int) -> str:
        """What a wave is called, the spare one by its number."""
        known = self._start.waves[at].name if at < len(self._start.waves) else ""
        return known or gettext("new wave (%(number)s)") % {"number": at + 1}

    @property
    def head(self) -> list[forms.BoundField]:
        """What it is called."""
        return [self[name] for name in ("name", "slug") if name in self.fields]

    @property
    def days(self) -> list[forms.BoundField]:
        """Between which days."""
        return [self["starts_on"], self["ends_on"]]

    @property
    def standing(self) -> list[forms.BoundField]:
        """Basis and composition."""
        return [self[name] for name in ("goal", "basis", "basis_number", "issuers", "rule_set")]

    @property
    def wave_rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each wave: its number, name and day."""
        return [
            (str(at + 1), self[f"wave{at}_name"], self[f"wave{at}_due"]) for at in range(self.waves)
        ]

    @property
    def levels(self) -> list[tuple[Any, forms.BoundField]]:
        """All townships, all villages."""
        titles = {
            Level.TOWNSHIP: gettext_lazy("All townships"),
            Level.VILLAGE: gettext_lazy("All villages and communities"),
        }
        return [(title, self[f"level{level}"]) for level, title in titles.items()]

    @property
    def townships(self) -> list[tuple[str, forms.BoundField | None, list[tuple[Unit, Any]], int]]:
        """Each township: its name, its choice, its units with theirs, how many differ."""
        found: dict[str, list[Unit]] = {}
        for one in self.units:
            found.setdefault(one.code[:9], []).append(one)
        rows = []
        for prefix, units in sorted(found.items()):
            lines = [(one, self[f"unit{one.federation_id}"]) for one in units]
            differ = sum(bool(field.value()) for _unit, field in lines)
            town = self[f"town{prefix}"] if f"town{prefix}" in self.fields else None
            rows.append((units[0].place.short, town, lines, differ))
        return rows

    @property
    def step_rows(self) -> list[dict[str, Any]]:
        """Each step: its fields, and its days by wave."""
        return [
            {
                "number": number,
                "title": self[f"step{number}_title"],
                "papers": self[f"step{number}_papers"],
                "doer": self[f"step{number}_doer"],
                "dues": [
                    (self.wave_name(at), self[f"step{number}_due{at}"]) for at in range(self.waves)
                ],
            }
            for number in range(LAST_STEP + 1)
        ]

    @property
    def supervisor_rows(self) -> list[dict[str, Any]]:
        """Each line of who supervises what."""
        parts = ("who", "person", "of", "begins", "ends")
        return [{part: self[f"sup{at}_{part}"] for part in parts} for at in range(self.supervisors)]

    @property
    def wrong(self) -> list[str]:
        """Faults of fields that stand folded away, told above them."""
        return [
            str(fault)
            for name, faults in self.errors.items()
            if name.startswith(("step", "unit", "town", "level", "sup"))
            for fault in faults
        ]
