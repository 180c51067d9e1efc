"""Reports of imports and corrections of drafts quote cells: they are sealed as a whole."""

from django.db import migrations

import jinguo.sealing.fields
from jinguo.sealing.ring import ring

AT_ONCE = 500
SEALED = (("roster_batch", "report"), ("roster_draft", "corrections"))


def seal(apps, schema_editor):
    """Seal what stands there in clear."""
    _each(schema_editor, ring().seal_text)


def open_again(apps, schema_editor):
    """Put it back in clear."""
    _each(schema_editor, ring().open_text)


def _each(schema_editor, change):
    with schema_editor.connection.cursor() as cursor:
        for table, column in SEALED:
            last = 0
            while some := _next(cursor, table, column, last):
                cursor.executemany(
                    f"update {table} set {column} = %s where id = %s",  # noqa: S608  our tables
                    [(change(text), number) for number, text in some],
                )
                last = some[-1][0]


def _next(cursor, table, column, last):
    cursor.execute(
        f"select id, {column} from {table} where id > %s order by id limit %s",  # noqa: S608  our tables
        [last, AT_ONCE],
    )
    return cursor.fetchall()


class Migration(migrations.Migration):
    dependencies = [("roster", "0011_sealed_changes")]

    operations = [
        migrations.AlterField(
            model_name="batch",
            name="report",
            field=jinguo.sealing.fields.SealedJson(
                help_text="counts and problems, as shown before it was applied"
            ),
        ),
        migrations.AlterField(
            model_name="draft",
            name="corrections",
            field=jinguo.sealing.fields.SealedJson(default=dict),
        ),
        migrations.RunPython(seal, open_again),
    ]
