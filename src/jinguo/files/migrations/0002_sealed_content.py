"""The bytes of files are sealed; first of those that are there."""

from django.db import migrations

import jinguo.sealing.fields
from jinguo.sealing.ring import ring


def seal(apps, schema_editor):
    """Seal each file."""
    _each(schema_editor, ring().seal_file)


def open_again(apps, schema_editor):
    """Put the bytes back as they came."""
    _each(schema_editor, ring().open_file)


def _each(schema_editor, change):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("select id from files_storedfile order by id")
        for (number,) in cursor.fetchall():
            cursor.execute("select content from files_storedfile where id = %s", [number])
            content = change(bytes(cursor.fetchone()[0]))
            cursor.execute(
                "update files_storedfile set content = %s where id = %s", [content, number]
            )


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial"), ("sealing", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="storedfile",
            name="content",
            field=jinguo.sealing.fields.SealedBytes(),
        ),
        migrations.RunPython(seal, open_again),
    ]
