"""Tags of the pages: links that keep the day, days in words, shares of a whole."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jinguo.access.rules import TITLES
from jinguo.divisions.queries import Place
from jinguo.federations.queries import federation_name
from jinguo.kernel.language import day_in_words
from jinguo.roster.enums import Kind, Post

register = template.Library()


@register.simple_tag(takes_context=True)
def here(context: Context, name: str, *args: Any) -> str:
    """The address of a page, with the day and the compare day of this one."""
    days = context.get("days")
    return reverse(name, args=args) + (days.query if days else "")


@register.filter
def day(value: date | str | None) -> str:
    """A day in the reader's language: 2017年7月31日, or 31 July 2017."""
    if not isinstance(value, date):  # an absent value reaches filters as ""
        return ""
    return day_in_words(value)


@register.filter
def month(value: date | str | None) -> str:
    """A month in the reader's language: 1980年3月, or March 1980."""
    if not isinstance(value, date):  # an absent value reaches filters as ""
        return ""
    chinese = (get_language() or "").startswith("zh")
    return date_format(value, "Y年n月" if chinese else "F Y")


@register.filter
def in_words(value: date | str) -> str:
    """A fact of a person: a month of birth, or text as it is."""
    return month(value) if isinstance(value, date) else value


@register.filter
def post_name(slug: str) -> str:
    """What a post is called."""
    return str(Post(slug).label) if slug in Post.values else slug


@register.filter
def kind_name(slug: str) -> str:
    """How a post is held; nothing where the roster did not say."""
    return str(Kind(slug).label) if slug and slug in Kind.values else ""


@register.filter
def role_name(slug: str) -> str:
    """What a role is called."""
    return str(TITLES.get(slug, slug))


@register.filter
def unit_name(place: Place) -> str:
    """What the federation of a place is called."""
    return federation_name(place)


@register.filter
def short_code(code: str) -> str:
    """A twelve-digit code without the zeros that say nothing: 350423106000 → 350423106."""
    while len(code) > 6 and code.endswith("000"):
        code = code[:-3]
    return code


@register.filter
def listed(words: Iterable[str]) -> str:
    """Words one after the other, as the language separates them."""
    return _(", ").join(words)


@register.filter
def at(mapping: dict[Any, Any], key: Any) -> Any:
    """The entry of a mapping under a key, or nothing."""
    return mapping.get(key)


@register.filter
def unlocalized(value: float) -> str:
    """A number of a drawing: with a point, whatever the language."""
    return str(value)
