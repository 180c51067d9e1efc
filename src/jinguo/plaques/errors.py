"""What the maker's drawing refuses."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class PlaqueMisread(JinguoError):
    """Another text than the specification gives. Data: ``text``, ``right``."""

    code = "plaque_misread"
    message = _("The plaque must read “%(right)s”, not “%(text)s”.")
    remedy = _("Leave the text out: it is filled in.")


class FontMissing(JinguoError):
    """No Chinese Song face on this machine. Data: ``faces`` that were looked for."""

    code = "font_missing"
    message = _("This machine has no Song face (宋体) to draw the plaque with.")
    remedy = _("Install one of: %(faces)s. On Debian: apt install fonts-noto-cjk.")
