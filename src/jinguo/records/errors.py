"""What is refused of a record."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class RecordForbidden(NotPermitted):
    """The actor may record nothing for this unit. Data: ``unit``."""

    code = "record_forbidden"
    message = _("You may record nothing for %(unit)s.")
    remedy = _("Its own committee, its township or the county office can.")


class RecordUnknown(NotPermitted):
    """No such record, or none for this reader. Data: ``number``."""

    code = "record_unknown"
    message = _("There is no record %(number)s.")
    remedy = _("See the list of the unit.")


class RecordUnfit(JinguoError):
    """Something said of it cannot be. Data: ``why``, a sentence that says what would be right."""

    code = "record_unfit"
    message = "%(why)s"
    remedy = _("Nothing was recorded.")


class RecordStruck(JinguoError):
    """It was struck out, so it is not changed any more."""

    code = "record_struck"
    message = _("This record is struck out.")
    remedy = _("Put it back first.")


class RecordChanged(JinguoError):
    """Somebody else said the same of it otherwise meanwhile.

    Data: ``now``, the fields both changed with what stands there; ``rest``, the same of those
    she left as they were shown to her.
    """

    code = "record_changed"
    message = _("Somebody else changed it meanwhile.")
    remedy = _("Look at both, and save once more what is right.")
