"""Cards with the links of invitations: a QR code each, and the same as a workbook."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import segno
import xlsxwriter
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from jinguo.access.actions.invitations import Invited
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import Actor
from jinguo.web.base.public import public_url
from jinguo.web.base.workbooks import TYPE


@dataclass(frozen=True, slots=True)
class Card:
    """What is cut out and handed over."""

    name: str
    unit: str
    url: str
    token: str
    expires_at: datetime

    @property
    def code(self) -> str:
        """The link as a picture, readable with a sixth of it dirty."""
        picture = segno.make(self.url, error="m", micro=False)
        return picture.svg_data_uri(scale=1, border=2, omitsize=True)


def cards_of(request: HttpRequest, invited: Iterable[Invited]) -> list[Card]:
    """A card for each."""
    return [
        Card(
            one.display_name, federation_name(one.place), link_of(request, one.token), one.token,
            one.expires_at,
        )
        for one in invited
    ]  # fmt: skip


def link_of(request: HttpRequest, token: str) -> str:
    """The whole address of an invitation."""
    return public_url(request, reverse("invited", args=[token]))


def links_workbook(
    rows: Sequence[tuple[str, str, str, datetime]], taken: datetime, reader: Actor
) -> HttpResponse:
    """Unit, name, link and last day, a line each."""
    words = {"who": reader.name, "when": localtime(taken).strftime("%Y-%m-%d %H:%M")}
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_urls": False}) as book:
        sheet, strong = book.add_worksheet(_("Invitations")), book.add_format({"bold": True})
        sheet.write_string(0, 0, _("Each link is for this one person; do not post it in groups."))
        sheet.write_string(1, 0, _("Taken by %(who)s on %(when)s") % words)
        sheet.write_row(2, 0, [_("Unit"), _("Name"), _("Link"), _("Can be used until")], strong)
        for at, (unit, name, url, until) in enumerate(rows, 3):
            for column, text in enumerate((unit, name, url, f"{localtime(until):%Y-%m-%d %H:%M}")):
                sheet.write_string(at, column, text)
        sheet.set_column(0, 1, 20)
        sheet.set_column(2, 2, 60)
        sheet.set_column(3, 3, 18)
        sheet.freeze_panes(3, 0)
    answer = HttpResponse(content.getvalue(), content_type=TYPE)
    answer.headers["Content-Disposition"] = 'attachment; filename="invitations.xlsx"'
    return answer
