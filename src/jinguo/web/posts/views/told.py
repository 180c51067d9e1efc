"""Telling what was done, with the way back."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from jinguo.roster.errors import Problem
from jinguo.roster.models import Batch
from jinguo.web.base.request import Request
from jinguo.web.posts.unit import PostsUnit


def done(
    request: Request, unit: PostsUnit, batch: Batch, words: str, remarks: Iterable[Problem] = ()
) -> HttpResponseRedirect:
    """Back to the unit's posts, saying what was done and how it is undone."""
    undo = reverse("posts:undo", args=[unit.code, batch.pk])
    text = format_html('{} <a href="{}">{}</a>', words, undo, _("Undo"))
    messages.success(request, text)
    for remark in remarks:
        messages.warning(request, remark.message)
    return HttpResponseRedirect(reverse("posts:hub", args=[unit.code]))
