"""What delivery refuses."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class MannerForbidden(NotPermitted):
    """The actor may not say how units of this county are reminded. Data: ``unit``."""

    code = "manner_forbidden"
    message = _("You may not set how the units of %(unit)s are reminded.")
    remedy = _("The county office can.")


class MannerUnfit(JinguoError):
    """The rule would disturb people at night, or makes no sense. Data: ``why``, a sentence."""

    code = "manner_unfit"
    message = "%(why)s"
    remedy = _("Nothing was changed.")
