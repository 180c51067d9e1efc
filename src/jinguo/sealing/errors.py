"""What can be wrong with the key of an office, and with what was sealed by it."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class KeyMissing(JinguoError):
    """No key where contacts are sealed. Data: ``where``, ``key`` (number and fingerprint)."""

    code = "key_missing"
    message = _("The key that opens telephone numbers is missing: key %(key)s.")
    remedy = _(
        "Put it in with “jinguo keys import FILE”, from the file that “jinguo keys export” wrote, "
        "or give it as JINGUO_CONTACT_KEY. It is looked for in %(where)s. No new key is made: it "
        "could not open what is there."
    )


class KeyWrong(JinguoError):
    """The keys at hand do not open this database. Data: ``where``, ``key``, ``found``."""

    code = "key_wrong"
    message = _(
        "The telephone numbers of this database are sealed by key %(key)s; %(where)s holds "
        "%(found)s."
    )
    remedy = _(
        "Put the right one in with “jinguo keys import FILE”, from the file that “jinguo keys "
        "export” wrote where the data comes from, or give it as JINGUO_CONTACT_KEY."
    )


class KeyUnreadable(JinguoError):
    """What is given as a key is none. Data: ``where``."""

    code = "key_unreadable"
    message = _("%(where)s holds no key, or a damaged one.")
    remedy = _(
        "A key is a number, a colon and 43 letters, digits, hyphens or underscores, as “jinguo "
        "keys export” writes it."
    )


class SealBroken(JinguoError):
    """Sealed data that the keys at hand do not open. Data: ``number`` of the key it names."""

    code = "seal_broken"
    message = _(
        "Something in the database is sealed by key %(number)s and cannot be opened: it is "
        "another key of this number, or the data was altered."
    )
    remedy = _("“jinguo keys show” says which key the database needs and which one is here.")


class KeyFromOutside(JinguoError):
    """The environment gives the key, and no new one. Data: ``where``, ``number``, ``next``."""

    code = "key_from_outside"
    message = _("The key is given by %(where)s, so only you can put a new one beside it.")
    remedy = _(
        "Make one with “jinguo keys new”, set %(where)s to “%(next)s:… %(number)s:…” for every "
        "program that uses the database, start them again, then run this command again."
    )


class RotationRuns(JinguoError):
    """Somebody else is sealing everything anew at this moment."""

    code = "rotation_runs"
    message = _("Everything is being sealed by a new key already, by another command.")
    remedy = _("Let it finish. If it broke off, run this command again.")


class RotationWaits(JinguoError):
    """Somebody at work since before the new key. Data: ``seconds`` waited."""

    code = "rotation_waits"
    message = _(
        "The new key is in use, but somebody has been at work since before it for over "
        "%(seconds)s seconds, so the old key stays for now."
    )
    remedy = _("Run this command again when long imports have ended. Nothing is lost.")
