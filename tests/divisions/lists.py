"""Lists for tests: Qingliu's real ones, and small ones made up."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import jinguo.cli
from jinguo.divisions.actions import LoadReport, load_lists
from jinguo.divisions.models import Division, Listing, Succession, Version
from jinguo.kernel.actor import system

DATA = Path(jinguo.cli.__file__).parent / "demo_data" / "divisions"
HEAD = ("vintage", "as_of", "code", "level", "name", "parent_code")
COUNTY = "350999"

Villages = Mapping[str, str]
Townships = Mapping[str, tuple[str, Villages]]
"""Three digits of a township → its name and, by three more digits, its villages."""


def vintages() -> dict[date, tuple[str, bytes]]:
    """Qingliu's lists one by one: closing date → file."""
    with (DATA / "qingliu-350423-vintages.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    found = defaultdict(list)
    for row in rows[1:]:
        found[row[1]].append(row)
    return {
        date.fromisoformat(day): (f"{day}.csv", as_csv([rows[0], *some]))
        for day, some in found.items()
    }


def as_csv(rows: Iterable[Iterable[str]], encoding: str = "utf-8") -> bytes:
    """Rows as the bytes of a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode(encoding)


def county(
    day: str, townships: Townships, *, code: str = COUNTY, name: str = "测试县"
) -> tuple[str, bytes]:
    """A list of one county with its city and province."""
    rows = [
        HEAD,
        (day[:4], day, f"{code[:2]}0000000000", "1", "福建省", ""),
        (day[:4], day, f"{code[:4]}00000000", "2", "三明市", f"{code[:2]}0000000000"),
        (day[:4], day, f"{code}000000", "3", name, f"{code[:4]}00000000"),
    ]
    for township, (township_name, villages) in townships.items():
        above = f"{code}{township}000"
        rows.append((day[:4], day, above, "4", township_name, f"{code}000000"))
        rows += [
            (day[:4], day, f"{code}{township}{village}", "5", village_name, above)
            for village, village_name in villages.items()
        ]
    return f"{code}-{day}.csv", as_csv(rows)


def load(*files: tuple[str, bytes], allow_losses: bool = False) -> LoadReport:
    """Load these files in one go."""
    return load_lists(files, by=system(), allow_losses=allow_losses)


def snapshot() -> dict[str, list[tuple[object, ...]]]:
    """Every row of the room with its id."""
    return {
        model.__name__: sorted(model.objects.values_list(), key=repr)
        for model in (Listing, Division, Version, Succession)
    }


def identities() -> set[frozenset[tuple[str, str, date | None, date | None]]]:
    """Which versions are one place, whatever the places are numbered."""
    places = defaultdict(set)
    for division_id, code, name, start, until in Version.objects.values_list(
        "division_id", "code", "name", "valid_from", "valid_until"
    ):
        places[division_id].add((code, name, start, until))
    return {frozenset(versions) for versions in places.values()}


def open_matches() -> set[tuple[str, str, str]]:
    """Old code, new code and reason of every open proposal."""
    return set(
        Succession.objects.filter(verdict="proposed").values_list("old_code", "new_code", "reason")
    )
