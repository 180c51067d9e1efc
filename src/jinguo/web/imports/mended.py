"""What was decided on a draft: cells corrected, rows and files left out."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinguo.roster.actions.importing import SEPARATOR, cell_key
from jinguo.roster.actions.leaving_out import rows_left_out
from jinguo.roster.models import Draft
from jinguo.roster.readers.sheet import without_id_numbers
from jinguo.web.imports.cells import row_of
from jinguo.web.imports.preview import SheetAddresses


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell that was corrected and what it says now, or a row that was left out."""

    key: str
    file: str
    sheet: str
    cell: str
    text: str
    url: str
    anchor: str
    row: int = 0


def corrected_cells(draft: Draft) -> dict[str, str]:
    """The corrections that speak of a cell."""
    return {key: text for key, text in draft.corrections.items() if row_of(_cell(key))}


def corrections_made(
    draft: Draft, corrections: Mapping[str, str], addresses: SheetAddresses
) -> list[Correction]:
    """Every correction in the order of its cells, also where no problem is left.

    Of a row that was left out there is one line, not one for each of its cells.
    """
    rows = set(rows_left_out(draft))
    made: dict[tuple[str, str, str], Correction] = {}
    for key, text in corrections.items():
        file, sheet, cell = key.split(SEPARATOR)
        row = row_of(cell)
        left_out = (file, sheet, row) in rows and not text
        place = (file, sheet, f"A{row}" if left_out else cell)
        made[place] = Correction(
            key=cell_key(*place),
            file=file,
            sheet=sheet,
            cell=place[2],
            text=without_id_numbers(text),
            url=addresses.cell(*place),
            anchor=addresses.anchor(file, sheet, cell),
            row=row if left_out else 0,
        )
    return [made[place] for place in sorted(made, key=lambda place: addresses.order(*place))]


def _cell(key: str) -> str:
    return key.rpartition(SEPARATOR)[2]
