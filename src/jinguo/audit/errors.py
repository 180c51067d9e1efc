"""What stands in the way of looking after the record."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class AnchorUnreadable(JinguoError):
    """Not an anchor of this system. Data: ``name``."""

    code = "audit.anchor_unreadable"
    message = _("“%(name)s” is no anchor of the record.")
    remedy = _("Give a file that “jinguo audit anchor -o FILE” wrote, as it was written.")


class AnchorForged(JinguoError):
    """An anchor whose signature does not fit the key. Data: ``name``."""

    code = "audit.anchor_forged"
    message = _("The anchor “%(name)s” was altered, or it is of an office with another key.")
    remedy = _("Give another copy of it, or the key it was made with (JINGUO_AUDIT_KEY).")


class NothingSealed(JinguoError):
    """There is nothing an anchor could hold."""

    code = "audit.nothing_sealed"
    message = _("The record is empty: there is nothing to anchor.")
    remedy = _("Make the anchor once something was done.")
