"""What can stand against an account."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class NameTaken(JinguoError):
    """Somebody has this user name."""

    code = "name_taken"
    message = _("The user name “%(name)s” is taken.")
    remedy = _("Choose another one.")


class PasswordWeak(JinguoError):
    """The password breaks the rules."""

    code = "password_weak"
    message = _("This password will not do: %(reason)s")
    remedy = _("Use at least eight characters that are not a common word.")
