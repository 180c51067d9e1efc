"""Why a list is refused, and what a code meant when it did not mean what was asked."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class DivisionUnknown(JinguoError):
    """No place had this code on this day. Data: ``code``, ``day``, ``elsewhere`` (a text)."""

    code = "divisions.unknown"
    message = _("No place has the code %(code)s on %(day)s.")
    remedy = "%(elsewhere)s"


class ListRefused(JinguoError):
    """A list that cannot be taken; nothing of it was written."""


class NotText(ListRefused):
    """Bytes that are no text in UTF-8 or GB18030. Data: ``file``, ``line``, ``value``."""

    code = "divisions.not_text"
    message = _("%(file)s, line %(line)s: no text in UTF-8 or GB18030 (%(value)s).")
    remedy = _("Save the list as CSV (UTF-8) and load that file.")


class EmptyFile(ListRefused):
    """A file without rows. Data: ``file``."""

    code = "divisions.empty"
    message = _("%(file)s has no rows.")
    remedy = _("It needs a line of column names and a line for each place.")


class ColumnsMissing(ListRefused):
    """The header lacks columns. Data: ``file``, ``missing``, ``found``."""

    code = "divisions.columns"
    message = _("%(file)s, line 1: the column %(missing)s is missing; found: %(found)s.")
    remedy = _("The first line must name at least as_of, code and name.")


class ColumnTwice(ListRefused):
    """Two columns are the same. Data: ``file``, ``value`` (the column), ``found``."""

    code = "divisions.column_twice"
    message = _("%(file)s, line 1: two columns are %(value)s (%(found)s).")
    remedy = _("Leave only the one that is right.")


class TooManyCells(ListRefused):
    """A row has text beyond the last column. Data: ``file``, ``line``, ``value``."""

    code = "divisions.too_many_cells"
    message = _("%(file)s, line %(line)s: “%(value)s” has no column; nothing may get lost.")
    remedy = _("Put a text with a comma in it into quotation marks, or give the column a name.")


class StrayQuote(ListRefused):
    """A quotation mark that opens or closes nothing. Data: ``file``, ``line``, ``value``."""

    code = "divisions.stray_quote"
    message = _("%(file)s, line %(line)s: a quotation mark stands alone in “%(value)s”.")
    remedy = _("Remove it, or write it twice inside a text in quotation marks.")


class CutOff(ListRefused):
    """A line ends too early, or a quotation never ends. Data: ``file``, ``line``, ``value``."""

    code = "divisions.cut_off"
    message = _("%(file)s, line %(line)s: “%(value)s” is incomplete; the file looks cut off.")
    remedy = _("Fetch the file again and load it whole.")


class WrongCode(ListRefused):
    """No code of 6, 9 or 12 digits. Data: ``file``, ``line``, ``value``."""

    code = "divisions.code"
    message = _("%(file)s, line %(line)s: “%(value)s” is not a code of 12 digits.")
    remedy = _("A code has 12 digits (6 or 9 are filled up); keep the column as text in Excel.")


class WrongName(ListRefused):
    """A place without a name, or with one too long. Data: ``file``, ``line``, ``value``."""

    code = "divisions.name"
    message = _("%(file)s, line %(line)s: “%(value)s” is not a name.")
    remedy = _("Every place needs a name of 1 to 100 characters.")


class WrongCharacter(ListRefused):
    """A name with a character that cannot be read. ``file line value character``."""

    code = "divisions.character"
    message = _(
        "%(file)s, line %(line)s: the character %(character)s in “%(value)s” is no part of a name."
    )
    remedy = _("Type the name anew; rare characters need a current font (Unicode).")


class WrongLevel(ListRefused):
    """The level is not the code's. Data: ``file``, ``line``, ``value``, ``place``, ``level``."""

    code = "divisions.level"
    message = _("%(file)s, line %(line)s: level “%(value)s” does not fit the code %(place)s.")
    remedy = _("That code is of level %(level)s; correct it or leave the level out.")


class WrongDay(ListRefused):
    """An as_of that is no day. Data: ``file``, ``line``, ``value``."""

    code = "divisions.day"
    message = _("%(file)s, line %(line)s: “%(value)s” is not a possible day of a list.")
    remedy = _("as_of is the list's closing date, like 2017-10-31.")


class FutureDay(ListRefused):
    """A list of a day that has not come. Data: ``file``, ``line``, ``value``, ``today``."""

    code = "divisions.future"
    message = _("%(file)s, line %(line)s: the list's day %(value)s is after today, %(today)s.")
    remedy = _("as_of is the list's closing date, like 2017-10-31.")


class WrongParent(ListRefused):
    """A parent that does not contain the code. Data: ``file``, ``line``, ``value``, ``place``."""

    code = "divisions.parent"
    message = _("%(file)s, line %(line)s: %(place)s cannot lie under “%(value)s”.")
    remedy = _("Its parent is %(right)s; correct it or leave the parent out.")


class ParentMissing(ListRefused):
    """A parent neither in the list nor known. Data: ``file line value place day``."""

    code = "divisions.parent_missing"
    message = _(
        "%(file)s, line %(line)s: the parent %(value)s of %(place)s is not in the list of %(day)s."
    )
    remedy = _("A list holds a county whole: add the missing row.")


class CodeTwice(ListRefused):
    """One code twice in one list. Data: ``file``, ``line``, ``value``, ``first``, ``day``."""

    code = "divisions.code_twice"
    message = _(
        "%(file)s, line %(line)s: the code %(value)s stands twice in the list of %(day)s"
        " (first in line %(first)s)."
    )
    remedy = _("Remove one of the two lines.")


class ListsContradict(ListRefused):
    """Two files give one county differently for one day. ``file line other value day``."""

    code = "divisions.contradict"
    message = _("%(file)s and %(other)s describe %(value)s on %(day)s differently (line %(line)s).")
    remedy = _("Load only the one that is right.")


class TooManyLost(ListRefused):
    """More than 30 % of a county's places gone without successor.

    Data: ``file``, ``line``, ``value`` (the county), ``day``, ``lost``, ``before``, ``examples``.
    """

    code = "divisions.losses"
    message = _(
        "%(file)s, line %(line)s: of the %(before)s places of %(value)s, %(lost)s are missing"
        " in the list of %(day)s (%(examples)s …); it looks cut off."
    )
    remedy = _("If they really are gone, load it with --allow-losses.")


class TownshipLost(ListRefused):
    """A township and all its villages are in no place of a list. ``file line value day``."""

    code = "divisions.township_lost"
    message = _(
        "%(file)s, line %(line)s: %(value)s with all its villages is missing in the list of"
        " %(day)s, and nothing took its place."
    )
    remedy = _("If it really is gone, load it with --allow-losses.")


class CountyOfOthers(NotPermitted):
    """The list holds a county that the actor may not load. Data: ``value``."""

    code = "divisions.of_others"
    message = _("You may not load the list of county %(value)s.")
    remedy = _("Leave that county's rows out, or ask its office.")


class StillInUse(ListRefused):
    """A place vanishes from every list, but records stand on it. Data: ``value``."""

    code = "divisions.in_use"
    message = _("After this, %(value)s would be on no list at all, but records stand on it.")
    remedy = _("Correct the list, or first move what stands on that place.")


class PlaceTwice(ListRefused):
    """One place would have two codes on a day. Data: ``value``, ``other``, ``day`` (a text)."""

    code = "divisions.place_twice"
    message = _("After this, %(value)s would be there twice from %(day)s (also as %(other)s).")
    remedy = _("Load the lists of both counties together, or take back the match of the two.")


class CannotBeSame(JinguoError):
    """Two places cannot be one: both were on one list. Data: ``old``, ``new``."""

    code = "divisions.cannot_be_same"
    message = _(
        "%(old)s and %(new)s cannot be one place: one of them is already matched elsewhere."
    )
    remedy = _("First decide that other match, or decide that these are different places.")


class SuccessionUnknown(JinguoError):
    """No match has this number. Data: ``value``."""

    code = "divisions.succession_unknown"
    message = _("There is no match with the number %(value)s.")
    remedy = _("“jinguo divisions proposals” lists the open ones.")
