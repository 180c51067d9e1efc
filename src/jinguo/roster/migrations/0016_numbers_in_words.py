"""Mobile numbers that stand among words are masked, as those read from now on are."""

from django.db import migrations

NUMBER = r"(?<![0-9A-Za-z])(1[3-9][0-9])[ -]?[0-9]{4}[ -]?([0-9]{4})(?![0-9A-Za-z])"
WORDS = (
    ("people_person", "occupation", "varchar"),
    ("people_person", "skills", "varchar"),
    ("roster_appointment", "remark", "varchar"),
    ("roster_appointment", "sector", "varchar"),
    ("roster_appointment", "origin", "varchar"),
    ("roster_batch", "reason", "varchar"),
    ("roster_meeting", "minutes", "text"),
    ("roster_change", "before", "jsonb"),
    ("roster_change", "after", "jsonb"),
)


def mask(apps, schema_editor):
    """Hide the middle of each."""
    with schema_editor.connection.cursor() as cursor:
        for table, column, kind in WORDS:
            cursor.execute(
                f"update {table} set {column} ="  # noqa: S608  our tables
                rf" regexp_replace({column}::text, %s, '\1****\2', 'g')::{kind}"
                f" where {column}::text ~ %s",
                [NUMBER, NUMBER],
            )


class Migration(migrations.Migration):
    dependencies = [("roster", "0015_keyed_digest"), ("people", "0071_sealed_phones")]

    operations = [migrations.RunPython(mask, migrations.RunPython.noop)]
