"""Faults of a single cell: the value, why it cannot stand, and what would be right."""

from django.utils.translation import gettext_lazy as _

from jinguo.roster.enums import Severity
from jinguo.roster.errors.problem import Fault

_R, _W, _N = Severity.REFUSE, Severity.WARN, Severity.NOTE

CELL_ERROR = Fault(
    "cell_error",
    _R,
    _("The cell shows the error “%(value)s”: its formula no longer works."),
    _("Type the value itself into the cell."),
)
FORMULA_UNCALCULATED = Fault(
    "formula_uncalculated",
    _R,
    _("The cell holds a formula without a result (“%(value)s”)."),
    _("Open the file in Excel or WPS and save it, or type the value itself."),
)

NAME_MISSING = Fault(
    "name_missing",
    _R,
    _("This row describes a person but has no name."),
    _("Write the name into the column “姓名”, or delete the row."),
)
NAME_UNREADABLE = Fault(
    "name_unreadable",
    _R,
    _("“%(value)s” is no name: a name consists of Chinese characters (or letters) only."),
    _("Write the name alone, such as 李梅."),
)
NAME_SEVERAL = Fault(
    "name_several",
    _R,
    _("“%(value)s” holds several names."),
    _("Give every person a row of her own."),
)
NAME_TOO_LONG = Fault(
    "name_too_long",
    _R,
    _("“%(value)s” is too long for a name."),
    _("Write the name alone; the rest belongs in “备注”."),
)
NAME_SHORT = Fault(
    "name_short",
    _W,
    _("“%(value)s” is a name of one character only."),
    _("Complete the name if something is missing."),
)
SEAT_VACANT = Fault(
    "seat_vacant",
    _W,
    _("“%(value)s” stands where a name should: the seat is vacant, nobody is counted."),
    _("Write the name once somebody is elected."),
)
NAME_ERASED = Fault(
    "name_erased",
    _N,
    _("She had her name erased: the seat stays as it is recorded, and this row says nothing."),
    _("Nothing is to be done."),
    mendable=False,
)
POST_AMONG_OTHERS = Fault(
    "post_among_others",
    _W,
    _("“%(value)s” names other offices too; “%(read)s” was read."),
    _("Write only the post in the federation; other offices belong in “工作单位及职务”."),
)
NAME_NOTE = Fault(
    "name_note",
    _W,
    _("The name “%(value)s” carries a note in brackets; “%(name)s” was read."),
    _("Put the note into “备注”."),
)

GENDER_UNKNOWN = Fault(
    "gender_unknown",
    _W,
    _("The gender “%(value)s” is not understood and was left empty."),
    _("Write 女 or 男."),
)
KIND_UNKNOWN = Fault(
    "kind_unknown",
    _W,
    _("“%(value)s” is not understood and was left empty."),
    _("Write 专职, 兼职 or 挂职."),
)
KIND_DIFFERS = Fault(
    "kind_differs",
    _W,
    _("The post says “%(post)s” but this column says “%(value)s”; the post was believed."),
    _("Make both cells say the same."),
)

POST_MISSING = Fault(
    "post_missing",
    _R,
    _("The post in the federation is missing."),
    _("Write 主席, 副主席, 常委, 执委 or 代表."),
)
POST_UNKNOWN = Fault(
    "post_unknown",
    _R,
    _("“%(value)s” is no post in a women's federation."),
    _("Write 主席, 副主席, 副主席（兼职）, 常委, 执委, 代表, 妇代会主任 or 妇代会委员."),
)

POST_LEFT = Fault(
    "post_left",
    _R,
    _("“%(value)s” is the post of somebody who has left it."),
    _("Delete the row if she no longer sits, else write the post alone."),
)
PERSON_NOT_SITTING = Fault(
    "person_not_sitting",
    _W,
    _("“%(value)s” says that she no longer sits; the row was left out."),
    _("Correct the cell if she sits."),
)
SITTING_UNKNOWN = Fault(
    "sitting_unknown",
    _R,
    _("“%(value)s” does not say whether she still sits on the committee."),
    _("Write 在任 or 离任."),
)
REMARK_LEAVING = Fault(
    "remark_says_leaving",
    _W,
    _("The remark “%(value)s” says that she has left, but she counts as sitting."),
    _("Delete her row if she has left."),
    mendable=False,
)
POST_ELSEWHERE = Fault(
    "post_elsewhere",
    _R,
    _("“%(value)s” does not say which post she holds in the committee of this list."),
    _("Write only her post in this committee, such as 执委."),
)

CATEGORY_UNKNOWN = Fault(
    "category_unknown",
    _W,
    _("The category “%(category)s” is not in the county's list; it was kept as it is."),
    _("Use a name of the list, such as %(names)s."),
)
TICK_UNKNOWN = Fault(
    "tick_unknown",
    _W,
    _("“%(value)s” below the name of a category is not understood; it was not counted."),
    _("Write √ if she carries the category, else leave the cell empty."),
)
CATEGORY_DIFFERS = Fault(
    "category_differs",
    _W,
    _("In “%(value)s” the mark %(mark)s does not belong to “%(name)s”; the name was believed."),
    _("Correct the mark or the name."),
)

PHONE_MASKED = Fault(
    "phone_masked",
    _W,
    _("The telephone number “%(value)s” is masked and was not stored."),
    _("Write the full number, or leave the cell empty."),
)
PHONE_LOST_DIGITS = Fault(
    "phone_lost_digits",
    _W,
    _("The telephone number “%(value)s” has lost its last digits and was not stored."),
    _("Format the column as text and type the number again."),
)
PHONE_SEVERAL = Fault(
    "phone_several",
    _W,
    _("“%(value)s” holds several telephone numbers; %(read)s was taken."),
    _("Leave the number at which she is reached."),
)
PHONE_LENGTH = Fault(
    "phone_length",
    _W,
    _("“%(value)s” has %(digits)s digits; a mobile number has 11. It was kept as it is."),
    _("Check the number."),
)
PHONE_UNREADABLE = Fault(
    "phone_unreadable",
    _W,
    _("“%(value)s” is no telephone number and was not stored."),
    _("Write the number alone."),
)

PHONE_ELSEWHERE = Fault(
    "phone_elsewhere",
    _N,
    _("A telephone number stood in this cell; it was read masked (least data)."),
    _("Write numbers into the column “联系电话” only, where they are sealed."),
)
ID_NUMBER_REMOVED = Fault(
    "id_number_removed",
    _N,
    _("An identity-card number stood in this cell; it was not read (least data)."),
    _("Identity-card numbers do not belong in a roster."),
)
