"""Pages of a long list."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

LONGEST = 6


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which page of how many, and the ways to others (empty where there is none).

    ``first`` and ``last`` are there where they are not neighbours; ``words`` stay in a form too.
    """

    page: int
    pages: int
    previous: str
    next: str
    first: str
    last: str
    words: Mapping[str, str]


def page_number(request: HttpRequest) -> int:
    """The page an address asks for, from 1."""
    text = request.GET.get("page", "")
    return max(1, int(text)) if text.isdecimal() and len(text) <= LONGEST else 1


def numbers(page: int, total: int, size: int, words: Mapping[str, str]) -> Numbers:
    """Page numbers of a list of ``total`` rows, ``size`` a page; ``words`` stay in every link."""
    pages = max(1, -(-total // size))

    def link(number: int) -> str:
        return f"?{urlencode({**words, 'page': number})}" if 1 <= number <= pages else ""

    first = link(1) if page > 2 else ""
    last = link(pages) if page < pages - 1 else ""
    return Numbers(page, pages, link(page - 1), link(page + 1), first, last, words)
