"""Why somebody cannot be erased, and what would be right."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class ErasureForbidden(NotPermitted):
    """The actor may not erase persons in one of her units. Data: ``unit``."""

    code = "erasure_forbidden"
    message = _("You may not erase persons in %(unit)s, where she sits or sat.")
    remedy = _("The office of that county has to do it, or whoever runs the machine.")


class AlreadyErased(JinguoError):
    """There is nothing left to erase. Data: ``day``."""

    code = "already_erased"
    message = _("Her data was erased already on %(day)s.")
    remedy = _("Nothing more is to be done.")


class NameRepeated(JinguoError):
    """What cannot be undone asks for her name once more. Data: ``given``."""

    code = "name_repeated"
    message = _("“%(given)s” is not her name.")
    remedy = _("Write her name exactly as it stands above, so that nobody else is erased.")


class WhyErased(JinguoError):
    """Nobody is erased without a reason. Data: ``least`` characters."""

    code = "why_erased"
    message = _("Say who asked for it and why, in at least %(least)s characters.")
    remedy = _("For example: 本人书面申请. It is kept with your name and the time, without hers.")
