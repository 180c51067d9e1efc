"""Errors a person can act on: what happened, and what would be right."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise

from jinguo.kernel.text import sentences


class JinguoError(Exception):
    """A refusal with a stable code, its data, a translated sentence and a remedy.

    Subclasses give ``code``, ``message`` and ``remedy``; both texts may use the
    names of ``data`` as ``%(name)s``.
    """

    code: str = "error"
    message: str | Promise = ""
    remedy: str | Promise = ""

    def __init__(self, **data: Any) -> None:
        self.data: Mapping[str, Any] = data
        super().__init__(self.code)

    def __str__(self) -> str:
        return sentences(str(self.message) % self.data, str(self.remedy) % self.data)
