"""Pages of a long list."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which page of how many, and the ways to its neighbours (empty where there is none)."""

    page: int
    pages: int
    previous: str
    next: str


def numbers(page: int, total: int, size: int, words: Mapping[str, str]) -> Numbers:
    """Page numbers of a list of ``total`` rows, ``size`` a page; ``words`` stay in every link."""
    pages = max(1, -(-total // size))

    def link(number: int) -> str:
        return f"?{urlencode({**words, 'page': number})}" if 1 <= number <= pages else ""

    return Numbers(page, pages, link(page - 1), link(page + 1))
