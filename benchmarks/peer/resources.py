"""The import as users of django-import-export write it: as it comes, and tuned for bulk.

Both read the same bytes with its own xlsx format and find units by their name and rows by a
key of unit, name and phone. ``SeatResource`` leaves every option at its default. ``BulkResource``
is what a competent user makes of it: bulk inserts, all instances and units loaded beforehand,
no diffs, every distinct date and word read once.
"""

import unicodedata
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

import openpyxl
import tablib
from import_export import fields, resources, widgets
from import_export.formats.base_formats import XLSX
from import_export.instance_loaders import CachedInstanceLoader

from benchmarks.peer.models import Seat, Unit
from benchmarks.wording import POSTS

TITLE_ROWS = 2
MONTHS = ("%Y.%m", "%Y-%m", "%Y年%m月", "%Y/%m")
DAYS = ("%Y.%m.%d", "%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d")
_POSTS = {"".join(word.split()): key for key, words in POSTS.items() for word in words}


class RosterFormat(XLSX):
    """Its own reading of xlsx, with the headings in the third row and the signature left out."""

    def create_dataset(self, in_stream: bytes) -> tablib.Dataset:
        """The table below the title."""
        book = openpyxl.load_workbook(BytesIO(in_stream), read_only=True, data_only=True)
        rows = book.active.rows
        for _title in range(TITLE_ROWS):
            next(rows)
        dataset = tablib.Dataset()
        dataset.headers = [cell.value for cell in next(rows)]
        for row in rows:
            values = [cell.value for cell in row]
            if values[2]:
                dataset.append(values)
        return dataset


class Text(widgets.Widget):
    """Words; names and phones without spaces and full-width digits."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """Empty for nothing."""
        return "" if value is None else "".join(unicodedata.normalize("NFKC", str(value)).split())


class Day(widgets.DateWidget):
    """A date in one of several styles."""

    def __init__(self, formats: tuple[str, ...]) -> None:
        super().__init__()
        self.formats = formats

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> date | None:
        """A day, without the time that Excel gives it. Raises ``ValueError``."""
        found = super().clean(value, row, **kwargs)
        return found.date() if isinstance(found, datetime) else found


class PostWord(widgets.Widget):
    """The post (0) or the kind (1) of what stands in one column."""

    def __init__(self, part: int) -> None:
        super().__init__()
        self._part = part

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """Raises ``ValueError`` for a word that is no post."""
        word = "".join(str(value or "").split())
        if word not in _POSTS:
            raise ValueError(f"{value} is no post")
        return _POSTS[word][self._part]


class SeatResource(resources.ModelResource):
    """Every option as it comes."""

    key = fields.Field("key", "key", widget=widgets.CharWidget())
    unit = fields.Field("unit", "单位", widget=widgets.ForeignKeyWidget(Unit, "text"))
    name = fields.Field("name", "姓名", widget=Text())
    gender = fields.Field("gender", "性别", widget=Text())
    ethnicity = fields.Field("ethnicity", "民族", widget=Text())
    birth_month = fields.Field("birth_month", "出生年月", widget=Day(MONTHS))
    political_status = fields.Field("political_status", "政治面貌", widget=Text())
    education = fields.Field("education", "文化程度", widget=Text())
    occupation = fields.Field("occupation", "工作单位及职务", widget=Text())
    phone = fields.Field("phone", "联系电话", widget=Text())
    post = fields.Field("post", "妇联职务", widget=PostWord(0))
    kind = fields.Field("kind", "妇联职务", widget=PostWord(1))
    categories = fields.Field("categories", "执委类别", widget=Text())
    remark = fields.Field("remark", "备注", widget=Text())
    starts_on = fields.Field("starts_on", "任职时间", widget=Day(DAYS))

    class Meta:
        model = Seat
        import_id_fields = ("key",)

    def before_import(self, dataset: tablib.Dataset, **kwargs: Any) -> None:
        """Add the key by which a row is found again."""
        unit, name, phone = (dataset.headers.index(one) for one in ("单位", "姓名", "联系电话"))
        clean = Text().clean
        dataset.append_col(
            lambda row: f"{row[unit]}|{clean(row[name])}|{clean(row[phone])}", header="key"
        )


class ValidatedResource(SeatResource):
    """As it comes, with Django's own validation of every instance switched on."""

    class Meta:
        model = Seat
        import_id_fields = ("key",)
        clean_model_instances = True


class KnownUnit(widgets.ForeignKeyWidget):
    """A unit out of all units, loaded once for an import."""

    def __init__(self) -> None:
        super().__init__(Unit, "text")
        self._units: dict[str, Unit] = {}

    def load(self) -> None:
        """Read them."""
        self._units = {unit.text: unit for unit in Unit.objects.all()}

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Unit:
        """Raises ``ValueError`` for an unknown one."""
        if value not in self._units:
            raise ValueError(f"{value} is no unit")
        return self._units[value]


class KnownDay(Day):
    """A date, every distinct text read once."""

    def __init__(self, formats: tuple[str, ...]) -> None:
        super().__init__(formats)
        self._read = lru_cache(maxsize=None)(super().clean)

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> date | None:
        """Raises ``ValueError``."""
        return self._read(value)


class BulkResource(SeatResource):
    """Tuned for bulk."""

    unit = fields.Field("unit", "单位", widget=KnownUnit())
    birth_month = fields.Field("birth_month", "出生年月", widget=KnownDay(MONTHS))
    starts_on = fields.Field("starts_on", "任职时间", widget=KnownDay(DAYS))

    class Meta:
        model = Seat
        import_id_fields = ("key",)
        instance_loader_class = CachedInstanceLoader
        use_bulk = True
        batch_size = 1000
        skip_diff = True
        skip_html_diff = True
        report_skipped = False
        force_init_instance = False

    def before_import(self, dataset: tablib.Dataset, **kwargs: Any) -> None:
        """Load the units; the key as ever."""
        super().before_import(dataset, **kwargs)
        self.fields["unit"].widget.load()
