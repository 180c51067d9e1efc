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
