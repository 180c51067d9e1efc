"""Numbers in before-images are sealed, and digests of lists tell nothing without the key."""

import json

from django.db import migrations
from psycopg.types.json import Jsonb

import jinguo.sealing.fields
from jinguo.sealing.ring import ring

AT_ONCE = 2000

FIND = """
select id, before, after from roster_change
 where subject = 'person' and id > %s
   and (coalesce(before->>'phone', '') <> '' or coalesce(after->>'phone', '') <> '')
 order by id limit %s
"""


def seal(apps, schema_editor):
    """Seal the numbers that stand there in clear; lists are known again after the next import."""
    _each(schema_editor, ring().seal_contact)


def open_again(apps, schema_editor):
    """Put the numbers back in clear."""
    _each(schema_editor, ring().open_contact)


def _each(schema_editor, change):
    def changed(image):
        if not isinstance(image, dict) or not image.get("phone"):
            return Jsonb(image)
        return Jsonb({**image, "phone": change(image["phone"])})

    with schema_editor.connection.cursor() as cursor:
        last = 0
        while True:
            cursor.execute(FIND, [last, AT_ONCE])
            some = cursor.fetchall()
            if not some:
                break
            cursor.executemany(
                "update roster_change set before = %s, after = %s where id = %s",
                [(changed(_value(one)), changed(_value(two)), number) for number, one, two in some],
            )
            last = some[-1][0]
        cursor.execute("update roster_listday set digest = '' where digest <> ''")


def _value(stored):
    return json.loads(stored) if isinstance(stored, str) else stored


class Migration(migrations.Migration):
    dependencies = [("roster", "0010_group_posts"), ("sealing", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="change",
            name="after",
            field=jinguo.sealing.fields.PartlySealedJson(sealed=("phone",)),
        ),
        migrations.AlterField(
            model_name="change",
            name="before",
            field=jinguo.sealing.fields.PartlySealedJson(sealed=("phone",)),
        ),
        migrations.RunPython(seal, open_again),
    ]
