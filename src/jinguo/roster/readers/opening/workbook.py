"""Workbooks through calamine, after their parts have been checked."""

import io
from collections.abc import Iterator

import python_calamine as calamine

from jinguo.roster.errors import files
from jinguo.roster.errors.files import UnreadableFile
from jinguo.roster.readers.opening.archive import Archive
from jinguo.roster.readers.opening.compound import Compound
from jinguo.roster.readers.opening.package import refuse_other_packages
from jinguo.roster.readers.opening.part import Part
from jinguo.roster.readers.opening.records import scan_records
from jinguo.roster.readers.opening.scan import scan_parts
from jinguo.roster.readers.opening.volume import Volume
from jinguo.roster.readers.sheet import Sheet

_PANIC = "PanicException"
"""What PyO3 raises when Rust code gives up; it has no importable class."""


def read_packed(content: bytes) -> Iterator[Sheet]:
    """The sheets of an .xlsx or .xlsm, one after the other."""
    archive = Archive(content)
    refuse_other_packages(archive)
    parts = scan_parts(archive)
    return _sheets(content, parts)


def read_compound(content: bytes) -> Iterator[Sheet]:
    """The sheets of an .xls, one after the other."""
    compound = Compound(content)
    names = compound.names
    if "encryptedpackage" in names:
        raise UnreadableFile(files.FILE_PASSWORD)
    if "worddocument" in names:
        raise UnreadableFile(files.FILE_WORD)
    if "powerpoint document" in names:
        raise UnreadableFile(files.FILE_SLIDES)
    stream = next((name for name in ("workbook", "book") if name in names), None)
    if stream is None:
        raise UnreadableFile(files.FILE_NO_TABLE)
    return _sheets(content, scan_records(compound.stream(stream)))


def _sheets(content: bytes, parts: dict[int, Part]) -> Iterator[Sheet]:
    volume = Volume()
    try:
        workbook = calamine.load_workbook(io.BytesIO(content))
        kind = calamine.SheetTypeEnum.WorkSheet
        wanted = [(i, one) for i, one in enumerate(workbook.sheets_metadata) if one.typ == kind]
        if not wanted:
            names = "、".join(workbook.sheet_names)
            raise UnreadableFile(files.FILE_NO_SHEET, sheets=names or "0")
        for index, metadata in wanted:
            sheet = _sheet(workbook, index, metadata, parts.get(index, Part()), volume)
            if index == wanted[-1][0]:
                workbook.close()  # gives back the shared texts before the sheet is interpreted
            yield sheet
    except calamine.PasswordError as error:
        raise UnreadableFile(files.FILE_PASSWORD) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableFile(files.FILE_CUT_OFF) from error
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise UnreadableFile(files.FILE_CUT_OFF) from error
        raise


def _sheet(
    workbook: calamine.CalamineWorkbook,
    index: int,
    metadata: calamine.SheetMetadata,
    part: Part,
    volume: Volume,
) -> Sheet:
    table = workbook.get_sheet_by_index(index)
    volume.add_area(table.total_height, table.total_width)
    rows = table.to_python(skip_empty_area=False)
    for (row, column), text in part.replaced.items():
        if row < len(rows) and column < len(rows[row]) and rows[row][column] == "":
            rows[row][column] = text
    return Sheet(
        name=metadata.name,
        index=index,
        rows=rows,
        visible=metadata.visible == calamine.SheetVisibleEnum.Visible,
        merged=[(*first, *last) for first, last in table.merged_cell_ranges or ()],
        hidden_rows=frozenset(part.hidden_rows),
        from_1904=part.from_1904,
    )
