"""Faults of a whole file or sheet: what it is instead of a roster, and what to hand in."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError
from jinguo.roster.enums import Severity
from jinguo.roster.errors.problem import Fault, Problem


def _refuse(code: str, reason: Any, remedy: Any) -> Fault:
    return Fault(code, Severity.REFUSE, reason, remedy)


class UnreadableFile(JinguoError):
    """The file cannot be opened as a roster; ``fault`` says which way, ``data`` fills its words."""

    def __init__(self, fault: Fault, **data: Any) -> None:
        super().__init__(**data)
        self.fault = fault
        self.code = fault.code
        self.message = fault.reason
        self.remedy = fault.remedy

    def as_problem(self, file: str) -> Problem:
        """The same refusal as an entry of the list of problems of ``file``."""
        return Problem(self.fault, file, data=dict(self.data))


_SAVE_AS_XLSX = _("Open it in Excel or WPS, save it as “Excel workbook (.xlsx)” and hand that in.")
_SEND_AGAIN = _("Ask for the file again, or open it in Excel or WPS and save it anew.")
_SPLIT = _("Delete what lies outside the table, or split the list into several files.")

FILE_EMPTY = _refuse("file_empty", _("The file is empty (0 bytes)."), _SEND_AGAIN)
FILE_TOO_LARGE = _refuse(
    "file_too_large",
    _("The file has %(size)s MB; at most %(limit)s MB are read."),
    _("Remove pictures from the workbook, or split the list into several files."),
)
FILE_CUT_OFF = _refuse(
    "file_cut_off",
    _("The file is damaged or was cut off while it was copied."),
    _SEND_AGAIN,
)
FILE_BOMB = _refuse(
    "file_bomb",
    _("Unpacked, the file is larger than %(limit)s MB; no roster is that large."),
    _SPLIT,
)
FILE_TOO_MANY_CELLS = _refuse(
    "file_too_many_cells",
    _("The table reaches further than %(rows)s rows, 256 columns or %(cells)s cells."),
    _SPLIT,
)
FILE_TOO_MUCH_TEXT = _refuse(
    "file_too_much_text",
    _("The cells together hold more text than any roster does."),
    _SPLIT,
)
FILE_FULL_OF_ERRORS = _refuse(
    "file_full_of_errors",
    _("More than %(limit)s cells show an error or a formula without result."),
    _("Open the file in Excel or WPS, replace the formulas by their values, and save it."),
)
FILE_DANGEROUS = _refuse(
    "file_dangerous",
    _("The workbook contains definitions (DTD) that no ordinary program writes."),
    _SAVE_AS_XLSX,
)
FILE_PASSWORD = _refuse(
    "file_password",
    _("The file is protected with a password, so nothing in it can be read."),
    _("Open it with the password, take the protection off, save it and hand it in again."),
)
FILE_PICTURE = _refuse(
    "file_picture",
    _("This is a picture (%(kind)s), whatever its name says."),
    _("Hand in the workbook itself, not a photo or a screenshot of it."),
)
FILE_PDF = _refuse(
    "file_pdf",
    _("This is a PDF document, not a workbook."),
    _("Hand in the workbook from which the PDF was made."),
)
FILE_WORD = _refuse(
    "file_word",
    _("This is a Word document, not a workbook."),
    _("Copy the table into Excel or WPS, save it as .xlsx and hand that in."),
)
FILE_SLIDES = _refuse(
    "file_slides", _("These are slides, not a workbook."), _("Hand in the workbook itself.")
)
FILE_WEB_PAGE = _refuse(
    "file_web_page",
    _("This is a web page (HTML or XML) that only carries the name of a workbook."),
    _SAVE_AS_XLSX,
)
FILE_OTHER_WORKBOOK = _refuse(
    "file_other_workbook", _("This kind of workbook (%(kind)s) is not read."), _SAVE_AS_XLSX
)
FILE_ARCHIVE = _refuse(
    "file_archive",
    _("This is a packed archive (%(kind)s), not a workbook."),
    _("Unpack it and hand in the workbooks inside."),
)
FILE_NO_TABLE = _refuse(
    "file_no_table",
    _("The content is neither a workbook nor readable text."),
    _("Hand in an .xlsx, .xls or .csv file."),
)
FILE_QUOTE_OPEN = _refuse(
    "file_quote_open",
    _('A quotation mark (") in line %(line)s is not closed; the lines below it would be lost.'),
    _("Delete the quotation mark or close it, or save the list as .xlsx."),
)
FILE_NO_SHEET = _refuse(
    "file_no_sheet",
    _("The workbook has no sheet with cells (%(sheets)s)."),
    _("Hand in the workbook that contains the list itself."),
)

NO_ROSTER = _refuse(
    "no_roster",
    _("No list of people was found: no row carries the headings “姓名” and “妇联职务”."),
    _("Put a row of headings above the list: 单位, 姓名, 性别, 出生年月, 妇联职务, 任职时间 …"),
)
HEADING_MISSING = _refuse(
    "heading_missing",
    _("The column “%(heading)s” is missing. Headings found: %(found)s."),
    _("Name the column that holds it “%(heading)s”."),
)
SHEET_WITHOUT_ROSTER = Fault(
    "sheet_without_roster",
    Severity.WARN,
    _("The sheet “%(sheet)s” holds text but no list of people; it was not read."),
    _("If it should be read, put a row of headings such as 姓名 and 妇联职务 above the list."),
)
SHEET_EMPTY = Fault(
    "sheet_empty", Severity.NOTE, _("The sheet “%(sheet)s” is empty and was passed over.")
)
SHEET_WITHOUT_PEOPLE = Fault(
    "sheet_without_people",
    Severity.WARN,
    _("The sheet “%(sheet)s” has headings but not one person below them."),
    _("Delete the sheet, or fill it in."),
)
SHEET_HIDDEN = Fault(
    "sheet_hidden",
    Severity.WARN,
    _("The sheet “%(sheet)s” is hidden; its %(count)s people were read all the same."),
    _("Delete the sheet if it does not belong to the list."),
)
ROWS_HIDDEN = Fault(
    "rows_hidden",
    Severity.WARN,
    _("Hidden or filtered rows were read all the same: %(rows)s."),
    _("Delete them if they do not belong to the list."),
    mendable=False,
)
COLUMN_LEAVING = Fault(
    "column_leaving",
    Severity.WARN,
    _("The column “%(value)s” is not read: everybody on the list counts as sitting."),
    _("Delete the rows of those who have left."),
    mendable=False,
)
HEADING_TWICE = Fault(
    "heading_twice",
    Severity.REFUSE,
    _("The heading “%(value)s” stands twice: two lists stand side by side."),
    _("Put one below the other, so that every row names one person."),
)
COLUMN_UNKNOWN = Fault(
    "column_unknown",
    Severity.NOTE,
    _("The column “%(value)s” is not known here; it was not read."),
)
COLUMN_LEFT_OUT = Fault(
    "column_left_out",
    Severity.NOTE,
    _(
        "The column “%(value)s” was left out: identity-card numbers are not collected "
        "(Personal Information Protection Law, least data)."
    ),
)
HEADING_REPEATED = Fault("heading_repeated", Severity.NOTE, _("Row %(row)s repeats the headings."))
TOTALS_ROW = Fault(
    "totals_row", Severity.NOTE, _("Row %(row)s is a total (“%(value)s”), not a person.")
)
TOTALS_DIFFER = Fault(
    "totals_differ",
    Severity.WARN,
    _("“%(value)s” states %(stated)s, but %(counted)s people stand above it."),
    _("See whether a row is missing or twice, or correct the total."),
)
SIGNATURE_ROW = Fault(
    "signature_row", Severity.NOTE, _("Row %(row)s is a remark or signature: “%(value)s”.")
)
SECTION_ROW = Fault(
    "section_row", Severity.NOTE, _("Row %(row)s names the unit of the rows below it: “%(value)s”.")
)
ROWS_NOT_SITTING = Fault(
    "rows_not_sitting",
    Severity.WARN,
    _("The %(count)s people below “%(value)s” do not sit on the committee and were left out."),
    _("Correct the line if they do."),
)
SHEET_NOT_SITTING = Fault(
    "sheet_not_sitting",
    Severity.WARN,
    _("“%(value)s” is no list of the sitting committee; its %(count)s people were left out."),
    _("Correct the title or the name of the sheet if they sit."),
    mendable=False,
)
LIST_NOT_SITTING = _refuse(
    "list_not_sitting",
    _("“%(value)s” is no list of the sitting committee, and no other list was found."),
    _("Hand in the list of those who sit, or correct the title."),
)
LIST_OF_ADDED = Fault(
    "list_of_added",
    Severity.WARN,
    _("“%(value)s” seems to name only those added: whoever else sits in these units will leave."),
    _("If the others go on, hand in the whole committee with those added."),
    mendable=False,
)
UNIT_BLANK = _refuse(
    "unit_blank",
    _("The unit of this row is missing, while rows below name theirs."),
    _("Write the unit into every row: a blank cell counts for the unit above it."),
)
ROWS_EMPTY = Fault(
    "rows_empty", Severity.NOTE, _("Rows %(rows)s carry only a number or a unit, and nobody.")
)
PROBLEMS_TOO_MANY = _refuse(
    "problems_too_many",
    _("More than %(limit)s problems were found; the rest is not listed."),
    _("Mend those that repeat in a whole column first, then hand the file in again."),
)
ROW_NOT_UNDERSTOOD = Fault(
    "row_not_understood",
    Severity.WARN,
    _("Row %(row)s is no person and was not read: “%(value)s”."),
    _("If it is a person, fill in name and post; else delete the row."),
)
