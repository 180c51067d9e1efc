"""What can stand against showing a figure."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class UnitHidden(JinguoError):
    """The unit is outside the reader's scope; pages answer as if it did not exist."""

    code = "unit_hidden"
    message = _("There is no unit %(code)s.")
    remedy = _("Ask for a unit of your own part of the tree.")


class IndicatorUnknown(JinguoError):
    """No such figure."""

    code = "indicator_unknown"
    message = _("There is no figure “%(name)s”.")
    remedy = _("The figures are: %(known)s.")
