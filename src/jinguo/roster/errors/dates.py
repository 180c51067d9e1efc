"""Faults of birth months and dates of appointment."""

from django.utils.translation import gettext_lazy as _

from jinguo.roster.enums import Severity
from jinguo.roster.errors.problem import Fault

_R, _W = Severity.REFUSE, Severity.WARN
_DATE = _("Write it like 2017-06-09.")
_MONTH = _("Write a month like 1985.12, or leave the cell empty.")

BIRTH_UNREADABLE = Fault(
    "birth_unreadable", _R, _("The birth month “%(value)s” is not understood."), _MONTH
)
BIRTH_AMBIGUOUS = Fault(
    "birth_ambiguous",
    _R,
    _("The birth month “%(value)s” can be read in two ways: %(readings)s."),
    _MONTH,
)
BIRTH_INCOMPLETE = Fault(
    "birth_incomplete", _R, _("The birth month “%(value)s” is a year without a month."), _MONTH
)
BIRTH_IMPOSSIBLE = Fault(
    "birth_impossible",
    _R,
    _("The birth month “%(value)s” cannot be: there is no month %(month)s."),
    _MONTH,
)
BIRTH_OUT_OF_RANGE = Fault(
    "birth_out_of_range",
    _R,
    _("The birth month “%(value)s” cannot be: %(year)s is no year of birth of a member."),
    _MONTH,
)
BIRTH_TOO_YOUNG = Fault(
    "birth_too_young",
    _R,
    _("Born in %(value)s she would be younger than 16 on %(date)s."),
    _("Correct the birth month or the date."),
)
BIRTH_TOO_OLD = Fault(
    "birth_too_old",
    _R,
    _("Born in %(value)s she would be older than %(age)s on %(date)s."),
    _("Correct the birth month or the date."),
)
BIRTH_TWO_DIGIT_YEAR = Fault(
    "birth_two_digit_year",
    _W,
    _("The birth month “%(value)s” has a year of two digits; it was read as %(read)s."),
    _("Write the year with four digits."),
)
BIRTH_OCTOBER = Fault(
    "birth_october",
    _W,
    _(
        "The birth month is the number %(value)s, which Excel shows for January as well as for "
        "October (a typed %(october)s loses its 0); it was read as January."
    ),
    _("Write %(october)s as text if October is meant."),
)

DATE_UNREADABLE = Fault(
    "date_unreadable", _R, _("The date of appointment “%(value)s” is not understood."), _DATE
)
DATE_AMBIGUOUS = Fault(
    "date_ambiguous",
    _R,
    _("The date of appointment “%(value)s” can be read in two ways: %(readings)s."),
    _DATE,
)
DATE_OCTOBER = Fault(
    "date_october",
    _W,
    _(
        "The date of appointment is the number %(value)s, which Excel shows for January as well "
        "as for October (a typed %(october)s loses its 0); the first of January was taken."
    ),
    _("Write %(october)s as text if October is meant."),
)
DATE_INCOMPLETE = Fault(
    "date_incomplete",
    _R,
    _("The date of appointment “%(value)s” lacks the year or the month."),
    _DATE,
)
DATE_IMPOSSIBLE = Fault(
    "date_impossible",
    _R,
    _("The date of appointment “%(value)s” cannot be: %(year)s-%(month)s has %(days)s days."),
    _DATE,
)
DATE_NO_SUCH_MONTH = Fault(
    "date_no_such_month",
    _R,
    _("The date of appointment “%(value)s” cannot be: there is no month %(month)s."),
    _DATE,
)
DATE_OUT_OF_RANGE = Fault(
    "date_out_of_range",
    _R,
    _("The date of appointment “%(value)s” cannot be: the year %(year)s is out of range."),
    _DATE,
)
DATE_MONTH_ONLY = Fault(
    "date_month_only",
    _W,
    _("The date of appointment “%(value)s” names no day; the first of the month was taken."),
    _("Write the full date if it is known, like %(read)s."),
)
DATE_TWO_DIGIT_YEAR = Fault(
    "date_two_digit_year",
    _W,
    _("The date of appointment “%(value)s” has a year of two digits; it was read as %(read)s."),
    _("Write the year with four digits."),
)
