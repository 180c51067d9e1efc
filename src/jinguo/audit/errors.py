"""What stands in the way of looking after the record."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class AnchorUnreadable(JinguoError):
    """Not an anchor of this system. Data: ``name``."""

    code = "audit.anchor_unreadable"
    message = _("“%(name)s” is no anchor of the record.")
    remedy = _("Give a file that “jinguo audit anchor -o FILE” wrote, as it was written.")


class AnchorForged(JinguoError):
    """An anchor whose signature does not fit the key. Data: ``name``."""

    code = "audit.anchor_forged"
    message = _("The anchor “%(name)s” was altered, or it is of an office with another key.")
    remedy = _("Give another copy of it, or the key it was made with (JINGUO_AUDIT_KEY).")


class NothingSealed(JinguoError):
    """There is nothing an anchor could hold."""

    code = "audit.nothing_sealed"
    message = _("The record is empty: there is nothing to anchor.")
    remedy = _("Make the anchor once something was done.")


class KeptTooShort(JinguoError):
    """Entries are to be kept for less than half a year. Data: ``given``, ``least``."""

    code = "audit.kept_too_short"
    message = _("JINGUO_AUDIT_DAYS is “%(given)s”: the record is kept %(least)s days at least.")
    remedy = _("Give a whole number of days, or leave it out: then three years.")


class RecordBroken(JinguoError):
    """Somebody altered the record: nothing is moved out of it before that is explained.

    Data: ``n``.
    """

    code = "audit.broken"
    message = _("The record is not whole (%(n)s problems): nothing was moved out.")
    remedy = _("jinguo audit verify names what is wrong; make a backup before anything else.")


class ArchiveUnreadable(JinguoError):
    """A file that holds no entries moved out of a record. Data: ``name``, ``line``."""

    code = "audit.archive_unreadable"
    message = _("“%(name)s” is no file of entries moved out of the record (line %(line)s).")
    remedy = _("Give a file that “jinguo audit prune -o FILE” wrote, as it was written.")


class NoKey(JinguoError):
    """What is given as the key of the record is none."""

    code = "audit.no_key"
    message = _("The file holds no key of the record.")
    remedy = _("Give the file that “jinguo audit key export FILE” wrote, as it was written.")


class KeyOfAnother(JinguoError):
    """The record was signed with another key."""

    code = "audit.key_of_another"
    message = _("The record of this database was signed with another key. Nothing was changed.")
    remedy = _("Give the file that was exported in the office where the data comes from.")


class KeyFromElsewhere(JinguoError):
    """The environment gives the key. Data: ``where``."""

    code = "audit.key_from_elsewhere"
    message = _("The key of the record is given by %(where)s, so none is kept in the home.")
    remedy = _("Set %(where)s to the key in the file, or take the variable away.")
