"""A problem: one fault found at one cell of one sheet of one file."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from jinguo.kernel.text import sentences
from jinguo.roster.enums import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of problem: a stable code, how grave it is, why, and what would be right.

    ``reason`` and ``remedy`` are lazy translations that may use ``%(value)s`` and
    the names of a problem's ``data``. ``mendable`` says whether another text in the
    cell could mend it.
    """

    code: str
    severity: Severity
    reason: str | Promise
    remedy: str | Promise = ""
    mendable: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault at its place: ``cell`` is like ``F12``, empty where the whole sheet or file is meant.

    ``options`` are values that would mend the cell, offered to whoever corrects it.
    """

    fault: Fault
    file: str
    sheet: str = ""
    cell: str = ""
    value: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    options: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """How grave: refuse, warn or note."""
        return self.fault.severity

    @property
    def message(self) -> str:
        """Reason and remedy as one text in the active language."""
        words = {"value": self.value, **self.data}
        return sentences(str(self.fault.reason) % words, str(self.fault.remedy) % words)

    def as_json(self) -> dict[str, str]:
        """The form other programs read (``jinguo roster import --json``)."""
        return {
            "file": self.file,
            "sheet": self.sheet,
            "cell": self.cell,
            "severity": self.severity.value,
            "code": self.fault.code,
            "message": self.message,
            "value": self.value,
        }
