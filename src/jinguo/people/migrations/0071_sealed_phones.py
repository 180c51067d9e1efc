"""Telephone numbers are sealed; first those that are there."""

from django.db import migrations

import jinguo.sealing.fields
from jinguo.sealing.ring import ring

AT_ONCE = 10_000


def seal(apps, schema_editor):
    """Seal every number that stands there in clear, some thousand at a time."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("select id, phone from people_person where phone <> ''")
        clear = cursor.fetchall()
        for at in range(0, len(clear), AT_ONCE):
            some = clear[at : at + AT_ONCE]
            sealed = [ring().seal_contact(phone) for _id, phone in some]
            cursor.execute(
                "update people_person p set phone = s.phone"
                " from unnest(%s::bigint[], %s::text[]) s(id, phone) where s.id = p.id",
                [[number for number, _phone in some], sealed],
            )


def open_again(apps, schema_editor):
    """Put the numbers back in clear."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("select id, phone from people_person where phone <> ''")
        clear = [(number, ring().open_contact(phone)) for number, phone in cursor.fetchall()]
        cursor.executemany(
            "update people_person set phone = %s where id = %s",
            [(phone, number) for number, phone in clear],
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0070_search"), ("sealing", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="person",
            name="phone",
            field=jinguo.sealing.fields.SealedContact(
                blank=True, max_length=30, verbose_name="phone"
            ),
        ),
        migrations.RunPython(seal, open_again),
        migrations.RunSQL(
            "alter table people_person add constraint phone_is_sealed"
            " check (phone = '' or phone like 's%:________:%')",
            "alter table people_person drop constraint phone_is_sealed",
        ),
        migrations.RunSQL(
            "create index person_phone_ending on people_person (split_part(phone, ':', 2))"
            " where phone <> ''",
            "drop index person_phone_ending",
        ),
    ]
