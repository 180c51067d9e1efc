"""What can stand against recording a consent."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class ConsentUnfit(JinguoError):
    """The day lies ahead, or before the consent was given. Data: ``day``."""

    code = "consent_unfit"
    message = _("%(day)s cannot be the day of it.")
    remedy = _("Give a day that is over, and of a withdrawal one on which the consent was given.")


class ConsentUnknown(JinguoError):
    """There is no such consent in force."""

    code = "consent_unknown"
    message = _("This consent is not in force any more.")
    remedy = _("Look at the list of her consents once more.")
