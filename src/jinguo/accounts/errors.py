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


class AccountGone(JinguoError):
    """No account has this number."""

    code = "account_gone"
    message = _("There is no such account.")
    remedy = _("Look it up in the list of accounts.")


class OwnAccount(JinguoError):
    """Nobody disables the account she is signed in with."""

    code = "own_account"
    message = _("This is your own account.")
    remedy = _("Ask another who keeps accounts to disable it.")


class PersonUnknown(JinguoError):
    """No person has this number."""

    code = "account_person_unknown"
    message = _("There is no such person.")
    remedy = _("Look her up by name; she may have been merged with another record of herself.")


class PersonHasAccount(JinguoError):
    """A person has one account, and she has it already. Data: ``name``, its user name."""

    code = "person_has_account"
    message = _("She already signs in as “%(name)s”.")
    remedy = _("Give her a new password for that account, or take it from her first.")


class PasswordWeak(JinguoError):
    """The password breaks the rules."""

    code = "password_weak"
    message = _("This password will not do: %(reason)s")
    remedy = _("Use at least ten characters that are neither a common word nor like your name.")


class NotTheFirst(JinguoError):
    """The office has an account already."""

    code = "not_the_first"
    message = _("This office already has an account.")
    remedy = _("Sign in, or ask its holder for an account of your own.")


class LockedOut(JinguoError):
    """Too many attempts failed. Data: ``minutes`` that remain."""

    code = "locked_out"
    message = _("Too many attempts failed. You can try again in %(minutes)s minutes.")
    remedy = _("Forgotten the password? The county office sets a new one and lets you in at once.")


class TwoAccounts(JinguoError):
    """Two records that are to be one woman sign in with an account each; data: their names."""

    code = "two_accounts"
    message = _("They sign in with an account each: “%(one)s” and “%(other)s”.")
    remedy = _("Say of one of the two accounts first that it is nobody's, and disable it.")
