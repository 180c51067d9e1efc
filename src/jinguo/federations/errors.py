"""What can stand against a change of the tree."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class AlreadyClosed(JinguoError):
    """The federation was closed before."""

    code = "federation_closed"
    message = _("This federation was already closed on %(day)s.")
    remedy = _("Choose another unit.")


class MergedIntoItself(JinguoError):
    """A federation cannot be merged into itself."""

    code = "merged_into_itself"
    message = _("A federation cannot be merged into itself.")
    remedy = _("Choose the unit that goes on.")


class FederationUnknown(JinguoError):
    """No federation has this number. Data: ``value``."""

    code = "federation_unknown"
    message = _("There is no federation with the number %(value)s.")
    remedy = _("Choose the unit that goes on.")


class SuccessorClosed(JinguoError):
    """What a federation is merged into was closed by then. Data: ``name``, ``day``, ``on``."""

    code = "successor_closed"
    message = _("%(name)s was closed on %(day)s; nothing can be merged into it on %(on)s.")
    remedy = _("Choose the unit that goes on.")
