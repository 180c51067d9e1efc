"""The import as users of django-import-export write it: as it comes, and tuned for bulk.

Both read the same bytes with its own xlsx format, find a person by name and phone, and a seat by
unit and person. ``SeatResource`` follows its handbook: people are made in ``before_import_row``
and found by a foreign key widget. ``BulkResource`` is what a competent user makes of it: people
made and everything looked up beforehand, bulk inserts, no diffs, every distinct date read once.
"""

from io import BytesIO
from typing import Any

import openpyxl
import tablib
from import_export import fields, resources, widgets
from import_export.formats.base_formats import XLSX
from import_export.instance_loaders import ModelInstanceLoader

from benchmarks.peer.models import Person, Seat, Unit
from benchmarks.peer.widgets import (
    DAYS,
    MONTHS,
    NAME,
    PHONE,
    Categories,
    Day,
    KnownDay,
    KnownPerson,
    KnownUnit,
    PersonByPhone,
    PostWord,
    Text,
    clean_text,
)

TITLE_ROWS = 2


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


def described(row: Any, month: Day) -> dict[str, Any]:
    """What a row says of the person beside name and phone."""
    return {
        "gender": clean_text(row["性别"]),
        "ethnicity": clean_text(row["民族"]),
        "birth_month": month.clean(row["出生年月"]),
        "political_status": clean_text(row["政治面貌"]),
        "education": clean_text(row["文化程度"]),
        "occupation": clean_text(row["工作单位及职务"]),
    }


class SeatResource(resources.ModelResource):
    """Every option as it comes."""

    person = fields.Field("person", PHONE, widget=PersonByPhone())
    unit = fields.Field("unit", "单位", widget=widgets.ForeignKeyWidget(Unit, "text"))
    post = fields.Field("post", "妇联职务", widget=PostWord(0))
    kind = fields.Field("kind", "妇联职务", widget=PostWord(1))
    categories = fields.Field("categories", "执委类别", widget=Categories())
    remark = fields.Field("remark", "备注", widget=Text())
    starts_on = fields.Field("starts_on", "任职时间", widget=Day(DAYS))
    month = Day(MONTHS)

    class Meta:
        model = Seat
        fields = ("person", "unit", "post", "kind", "categories", "remark", "starts_on")
        import_id_fields = ("unit", "person")

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Make the person if she is not there yet."""
        Person.objects.get_or_create(
            name=clean_text(row[NAME]),
            phone=clean_text(row[PHONE]),
            defaults=described(row, self.month),
        )


class ValidatedResource(SeatResource):
    """As it comes, with Django's own validation of every seat switched on."""

    class Meta(SeatResource.Meta):
        clean_model_instances = True


class KnownSeats(ModelInstanceLoader):
    """Every seat there is, looked up once instead of row by row."""

    def __init__(self, resource: Any, dataset: Any = None) -> None:
        super().__init__(resource, dataset)
        seats = Seat.objects.filter(ends_on__isnull=True)
        self._seats = {(seat.unit_id, seat.person_id): seat for seat in seats}

    def get_instance(self, row: Any) -> Seat | None:
        """The seat of the row's unit and person."""
        unit, person = (self.resource.fields[name].clean(row) for name in ("unit", "person"))
        return self._seats.get((unit.pk, person.pk))


class BulkResource(SeatResource):
    """Tuned for bulk."""

    person = fields.Field("person", PHONE, widget=KnownPerson())
    unit = fields.Field("unit", "单位", widget=KnownUnit())
    starts_on = fields.Field("starts_on", "任职时间", widget=KnownDay(DAYS))
    month = KnownDay(MONTHS)

    class Meta(SeatResource.Meta):
        instance_loader_class = KnownSeats
        use_bulk = True
        batch_size = 1000
        skip_diff = True
        skip_html_diff = True
        report_skipped = False

    def before_import(self, dataset: tablib.Dataset, **kwargs: Any) -> None:
        """Load the units and the people, and make those who are not there yet."""
        self.fields["unit"].widget.units = {unit.text: unit for unit in Unit.objects.all()}
        rows: dict[tuple[str, str], Any] = {}
        for row in dataset.dict:
            rows.setdefault((clean_text(row[NAME]), clean_text(row[PHONE])), row)
        phones = [phone for _name, phone in rows]
        known = {(one.name, one.phone): one for one in Person.objects.filter(phone__in=phones)}
        new = [
            Person(name=name, phone=phone, **described(row, self.month))
            for (name, phone), row in rows.items()
            if (name, phone) not in known
        ]
        Person.objects.bulk_create(new, batch_size=1000)
        known |= {(one.name, one.phone): one for one in new}
        self.fields["person"].widget.people = known

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Nothing: everybody is there."""
