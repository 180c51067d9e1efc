"""What drawings and specifications of plaques refuse."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class PlaqueMisread(JinguoError):
    """Another text than the specification gives. Data: ``text``, ``right``."""

    code = "plaque_misread"
    message = _("The plaque must read “%(right)s”, not “%(text)s”.")
    remedy = _("Leave the text out: it is filled in.")


class FontMissing(JinguoError):
    """No face of the class on this machine. Data: ``typeface``, ``faces`` looked for."""

    code = "font_missing"
    message = _("This machine has no face of the class %(typeface)s to draw the plaque with.")
    remedy = _("Install one of: %(faces)s. On Debian: apt install fonts-noto-cjk.")


class CharacterMissing(JinguoError):
    """Characters that no face of the class has. Data: ``characters``, ``typeface``."""

    code = "character_missing"
    message = _("No face of the class %(typeface)s on this machine has “%(characters)s”.")
    remedy = _("Install a face that has it, such as 思源宋体, or specify another class.")


class TextTooLong(JinguoError):
    """The characters would be too small. Data: ``text``, ``size`` and ``least`` in mm."""

    code = "plaque_too_long"
    message = _("“%(text)s” would have characters of %(size)s mm; below %(least)s mm none is read.")
    remedy = _("Specify a longer board or a shorter wording.")


class SpecificationForbidden(NotPermitted):
    """The actor may not say how the plaques of this county are to be. Data: ``unit``."""

    code = "specification_forbidden"
    message = _("You may not specify the plaques of %(unit)s.")
    remedy = _("The county office can.")


class SpecificationUnfit(JinguoError):
    """No plaque can be made so. Data: ``why``, a sentence."""

    code = "specification_unfit"
    message = "%(why)s"
    remedy = _("Nothing was changed.")


class SpecificationUnknown(JinguoError):
    """No such specification of this county."""

    code = "specification_unknown"
    message = _("There is no such specification of this county.")
    remedy = _("See the list on the page of the specification.")
