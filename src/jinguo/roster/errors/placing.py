"""Faults found when rows are placed: the day, the unit, the person, the committee."""

from django.utils.translation import gettext_lazy as _

from jinguo.roster.enums import Severity
from jinguo.roster.errors.problem import Fault

DAY_MISSING = Fault(
    "day_missing",
    Severity.REFUSE,
    _("The sheet does not say on which day the list holds."),
    _("Write 填报日期：2017年7月25日 above the table, or give the day when you import."),
    mendable=False,
)
UNIT_MISSING = Fault(
    "unit_missing",
    Severity.REFUSE,
    _("These rows do not say to which unit they belong."),
    _("Add a column 单位, or name the unit in the title of the sheet."),
    mendable=False,
)
UNIT_UNKNOWN = Fault(
    "unit_unknown",
    Severity.REFUSE,
    _("No unit of %(county)s is called “%(value)s”."),
    _("Write the name of the village or township as in the list of divisions. %(nearest)s"),
)
UNIT_AMBIGUOUS = Fault(
    "unit_ambiguous",
    Severity.REFUSE,
    _("“%(value)s” can be any of these: %(candidates)s."),
    _("Write the township before the village, like %(example)s."),
)
UNIT_CONTRADICTED = Fault(
    "unit_contradicted",
    Severity.REFUSE,
    _("The title says “%(value)s”, but “%(against)s” names another unit: %(candidates)s."),
    _("Name one unit only, or write the unit of every row into a column 单位."),
    mendable=False,
)
UNIT_ELSEWHERE = Fault(
    "unit_of_another_township",
    Severity.WARN,
    _("“%(value)s” is a unit of %(other)s, but the list is that of %(township)s."),
    _("Check that the row belongs here; it is counted for %(label)s."),
)
UNIT_FORBIDDEN = Fault(
    "unit_not_yours",
    Severity.REFUSE,
    _("You may not change the roster of “%(value)s”."),
    _("Leave these rows out, or ask the county office to import the list."),
    mendable=False,
)
UNIT_CLOSED = Fault(
    "unit_closed",
    Severity.REFUSE,
    _("“%(value)s” no longer existed on %(day)s: it ended on %(ended)s."),
    _("Name the unit that these people belong to on that day."),
)
UNIT_NOT_YET = Fault(
    "unit_not_yet_listed",
    Severity.WARN,
    _("“%(value)s” is in the list of divisions only from %(starts)s."),
    _("Its people are recorded and counted from then on."),
    mendable=False,
)
COUNTY_OTHER = Fault(
    "county_differs",
    Severity.REFUSE,
    _("The sheet is headed “%(value)s”, but it is imported into %(county)s."),
    _("Choose the county of the sheet."),
    mendable=False,
)
FILE_TWICE = Fault(
    "file_twice",
    Severity.NOTE,
    _("This file is the same as %(other)s and was read once."),
    mendable=False,
)
TEXT_TOO_LONG = Fault(
    "text_too_long",
    Severity.WARN,
    _("This cell holds %(length)s characters; the first %(limit)s were kept."),
    _("Shorten the text."),
)
STARTS_LATER = Fault(
    "starts_after_list",
    Severity.REFUSE,
    _("任职时间 %(value)s is later than the day the list describes (%(as_of)s)."),
    _("Correct the date, or give the right day of the list."),
)
STARTS_EARLIER = Fault(
    "starts_earlier_than_recorded",
    Severity.NOTE,
    _("任职时间 %(value)s is earlier than the recorded %(recorded)s."),
    _("The recorded date is kept."),
    mendable=False,
)
POST_SINCE = Fault(
    "post_since",
    Severity.WARN,
    _(
        "任职时间 %(value)s of %(name)s lies before the list of %(listed)s, which has her as"
        " %(before)s; as %(post)s she counts from %(starts)s."
    ),
    _("If she was elected on another day, write that day."),
)
LIST_REPLACED = Fault(
    "list_replaced",
    Severity.WARN,
    _("A list of %(unit)s of %(as_of)s is known already; this one takes its place."),
    _("The figures of that day follow this list. Give another day if it describes another."),
    mendable=False,
)
NOT_LISTED_BEFORE = Fault(
    "not_listed_before",
    Severity.WARN,
    _("%(name)s is said to sit since %(value)s, but the list of %(listed)s does not have her."),
    _("She is counted from %(as_of)s. If that list left her out, import it again with her."),
)
NOT_LISTED_HERE = Fault(
    "not_listed_here",
    Severity.WARN,
    _("%(value)s is not on this list; a later one has her since %(since)s."),
    _("She is counted from %(later)s. If this list left her out, add her and import it again."),
    mendable=False,
)
PERSON_TWICE = Fault(
    "person_twice",
    Severity.WARN,
    _("%(value)s is listed twice in this unit (first at %(first)s)."),
    _("She is counted once. Delete one of the two rows."),
)
PERSON_TWICE_POSTS = Fault(
    "person_twice_different_posts",
    Severity.REFUSE,
    _("%(value)s is listed twice in this unit with different posts (first at %(first)s)."),
    _("Keep one row, with the post she holds."),
)
NAMESAKES_UNCLEAR = Fault(
    "namesakes_unclear",
    Severity.REFUSE,
    _("Two rows of this unit are called %(value)s (first at %(first)s): one woman or two?"),
    _("Say which below, or write 出生年月 and 联系电话 in both rows."),
    mendable=False,
)
PERSON_DOUBTFUL = Fault(
    "person_doubtful",
    Severity.REFUSE,
    _("%(value)s may be %(known)s, who is recorded in this unit, or another woman."),
    _("Say which, or write 出生年月 and 联系电话 in full."),
    mendable=False,
)
PERSON_MAYBE = Fault(
    "person_maybe_same",
    Severity.WARN,
    _("%(value)s may be the same as %(known)s."),
    _("They are kept apart until you say that they are one."),
    mendable=False,
)
PERSON_RENAMED = Fault(
    "person_renamed",
    Severity.WARN,
    _("%(value)s may be %(known)s, who sits in this unit and is not on the list."),
    _("Say on the import page if her name was corrected; until then one left and one joined."),
    mendable=False,
)
LIST_PARTIAL = Fault(
    "list_partial",
    Severity.NOTE,
    _("By its title this list has only some people: whoever is not on it stays where she is."),
    _("If it is the whole list of its units, write 名册 without 部分人员 into the title."),
    mendable=False,
)
MATCHED_BY_NAME = Fault(
    "matched_by_name",
    Severity.NOTE,
    _("%(value)s was taken for the woman of that name recorded in this unit."),
    _("出生年月 and 联系电话 in every list make it certain."),
    mendable=False,
)
BIRTH_DIFFERS = Fault(
    "birth_differs",
    Severity.WARN,
    _("%(value)s is recorded as born in %(recorded)s; the list says %(listed)s."),
    _("Name and phone agree, so the list is followed. Check the year and month."),
)
FACT_OLDER = Fault(
    "fact_older",
    Severity.NOTE,
    _("A newer list or correction gives another %(fact)s of %(name)s than this older list."),
    _("It stays as the newer one has it."),
    mendable=False,
)
FACT_CORRECTED = Fault(
    "fact_corrected",
    Severity.NOTE,
    _("%(fact)s: the list still says %(old)s, from before the correction; %(new)s is kept."),
    _("Correct it in your own file too. A list that says something new is followed."),
    mendable=False,
)
REMARK_LEFT = Fault(
    "remark_says_left",
    Severity.WARN,
    _("The remark on %(name)s says “%(value)s”, but she is on the list and counts as sitting."),
    _("Delete her row if she has left."),
    mendable=False,
)
DAY_FUTURE = Fault(
    "day_in_the_future",
    Severity.REFUSE,
    _("The list is said to describe %(as_of)s, which is still to come."),
    _("Correct 填报日期, or give the right day when you import."),
    mendable=False,
)
MANY_LEFT = Fault(
    "many_left",
    Severity.WARN,
    _("Many who sat are not on this list: %(left)s of %(sat)s of %(unit)s leave."),
    _("If the list names only those added, add the others who go on."),
    mendable=False,
)
CHAIR_MISSING = Fault(
    "chair_missing",
    Severity.WARN,
    _("%(unit)s has no chair on this list."),
    _("Write 主席 in the row of the woman elected."),
    mendable=False,
)
CHAIRS_SEVERAL = Fault(
    "chairs_several",
    Severity.WARN,
    _("%(unit)s has %(count)s chairs on this list: %(names)s."),
    _("One unit has one chair; the others are 副主席 or 执委."),
)
CATEGORY_MISSING = Fault(
    "category_missing",
    Severity.WARN,
    _("No executive of %(unit)s carries the required category %(category)s."),
    _("Write it in 执委类别 of the woman who fills it, or co-opt one."),
    mendable=False,
)
COMPOSITION = Fault(
    "composition",
    Severity.WARN,
    _("%(unit)s does not meet the rule “%(rule)s”: %(counted)s counted."),
    _("%(fix)s"),
    mendable=False,
)
ERASED_STAY = Fault(
    "erased_stay",
    Severity.WARN,
    _(
        "In %(unit)s seats of women who had their names erased are still counted (%(erased)s), "
        "and this list has somebody new (%(new)s)."
    ),
    _(
        "Each is entered as a new woman. Where she took an erased seat, or is the woman who was "
        "erased, enter on the unit's page that the erased seat ended."
    ),
    mendable=False,
)
NOTHING_TO_IMPORT = Fault(
    "nothing_to_import",
    Severity.REFUSE,
    _("No roster was found in what was given."),
    _("Give Excel or CSV files with the columns 姓名 and 妇联职务."),
    mendable=False,
)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, Fault))
LEFT_BY_DECISION = Fault(
    "left_by_decision",
    Severity.WARN,
    _("By a decision entered by hand %(name)s left on %(left)s; this list has her again."),
    _("She counts anew from %(starts)s. Leave the row out if the list is out of date."),
)
LEAVES_TODAY = Fault(
    "leaves_today",
    Severity.WARN,
    _("By a decision entered by hand %(name)s no longer sits on %(as_of)s, the day of this list."),
    _("The row is not followed. Undo the decision if the list is right."),
)
