"""Refusals about telephone numbers."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class ContactsClosed(NotPermitted):
    """The actor reads no numbers there. Data: ``name`` of a woman or a unit."""

    code = "contacts_closed"
    message = _("You may not read the full telephone number of %(name)s.")
    remedy = _("Ask the chair of her unit, or the office above it, to call her.")


class ReasonMissing(JinguoError):
    """Nobody reads a number without saying why. Data: ``least`` characters."""

    code = "reason_missing"
    message = _("Say why the telephone numbers are needed, in at least %(least)s characters.")
    remedy = _("For example: 通知会议. It is kept with your name and the time.")
