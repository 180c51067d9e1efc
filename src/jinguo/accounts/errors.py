"""What can stand against an account."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class NameTaken(JinguoError):
    """Somebody has this user name."""

    code = "name_taken"
    message = _("The user name “%(name)s” is taken.")
    remedy = _("Choose another one.")


class NameUnfit(JinguoError):
    """The user name or the name shown is empty, too long or has characters it may not have."""

    code = "name_unfit"
    message = _("The user name “%(name)s” will not do.")
    remedy = _(
        "Use letters, digits and the characters @ . + - _ without spaces, at most 150 of them; "
        "the name shown has at most 60."
    )


class AccountUnknown(JinguoError):
    """Nobody has this user name."""

    code = "account_unknown"
    message = _("No account has the user name “%(name)s”.")
    remedy = _("“jinguo account list” shows all of them.")


class PasswordWeak(JinguoError):
    """The password breaks the rules."""

    code = "password_weak"
    message = _("This password will not do: %(reason)s")
    remedy = _("Use at least eight characters that are not a common word.")


class NotTheFirst(JinguoError):
    """The office has an account already."""

    code = "not_the_first"
    message = _("This office already has an account.")
    remedy = _("Sign in, or ask its holder for an account of your own.")
