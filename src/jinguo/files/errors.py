"""What is refused as a photo."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class NoPhoto(JinguoError):
    """A file that is no photo. Data: ``name``, ``kind`` (what it is, in words)."""

    code = "no_photo"
    message = _("“%(name)s” is no photo but %(kind)s.")
    remedy = _("Photos are JPEG, PNG or WebP, as the camera of a phone makes them.")


class PhotoHeic(JinguoError):
    """A photo in Apple's own format, which browsers do not show. Data: ``name``."""

    code = "photo_heic"
    message = _("“%(name)s” is a HEIC photo of an iPhone, which cannot be shown everywhere.")
    remedy = _(
        "Open it on the phone, take a screenshot and send that; for photos to come choose "
        "Settings, Camera, Formats, “Most Compatible”."
    )


class PhotoUnreadable(JinguoError):
    """A photo that broke off or is damaged. Data: ``name``."""

    code = "photo_unreadable"
    message = _("“%(name)s” cannot be read: it broke off on its way, or it is damaged.")
    remedy = _("Send it once more, or take it again.")


class PhotoTooLarge(JinguoError):
    """More than can be taken in. Data: ``name``, ``limit`` in words."""

    code = "photo_too_large"
    message = _("“%(name)s” is larger than %(limit)s.")
    remedy = _("Take it with the usual setting of the camera.")
