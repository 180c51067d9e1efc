"""What a deed changed, as the record keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinguo.audit.models import Entry


@dataclass(frozen=True, slots=True)
class Changed:
    """By the names of the fields; empty where the deed recorded none or was moved out."""

    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


def what_changed(*, subject: str, subject_id: int) -> Changed:
    """What the first deed on an object changed: of a batch, the one that made it."""
    found = Entry.objects.filter(subject=subject, subject_id=str(subject_id)).order_by("pk").first()
    return Changed(found.before or {}, found.after or {}) if found else Changed()
