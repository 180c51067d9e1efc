"""Mobile numbers among the words of an election are masked, as those written from now on are."""

from django.db import migrations

import jinguo.sealing.fields

NUMBER = r"(?<![0-9A-Za-z])(1[3-9][0-9])[ -]?[0-9]{4}[ -]?([0-9]{4})(?![0-9A-Za-z])"
WORDS = (
    ("elections_candidate", "name"),
    ("elections_candidate", "occupation"),
    ("elections_candidate", "recommended_by"),
    ("elections_candidate", "sector"),
    ("elections_congress", "place"),
    ("elections_delegate", "name"),
    ("elections_electionrule", "source"),
    ("elections_electionruleset", "source"),
    ("elections_group", "name"),
    ("elections_scrutineer", "name"),
)


def mask(apps, schema_editor):
    """Hide the middle of each."""
    with schema_editor.connection.cursor() as cursor:
        for table, column in WORDS:
            cursor.execute(
                f"update {table} set {column} ="  # noqa: S608  our tables
                rf" regexp_replace({column}, %s, '\1****\2', 'g') where {column} ~ %s",
                [NUMBER, NUMBER],
            )


class Migration(migrations.Migration):
    dependencies = [
        ("elections", "0004_terms_before_2018"),
    ]

    operations = [
        migrations.RunPython(mask, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="candidate",
            name="name",
            field=jinguo.sealing.fields.Words(max_length=60, verbose_name="name"),
        ),
        migrations.AlterField(
            model_name="candidate",
            name="occupation",
            field=jinguo.sealing.fields.Words(
                blank=True, max_length=120, verbose_name="occupation"
            ),
        ),
        migrations.AlterField(
            model_name="candidate",
            name="recommended_by",
            field=jinguo.sealing.fields.Words(
                blank=True, max_length=120, verbose_name="recommended by"
            ),
        ),
        migrations.AlterField(
            model_name="candidate",
            name="sector",
            field=jinguo.sealing.fields.Words(blank=True, max_length=60, verbose_name="sector"),
        ),
        migrations.AlterField(
            model_name="congress",
            name="place",
            field=jinguo.sealing.fields.Words(blank=True, max_length=100, verbose_name="place"),
        ),
        migrations.AlterField(
            model_name="delegate",
            name="name",
            field=jinguo.sealing.fields.Words(max_length=60),
        ),
        migrations.AlterField(
            model_name="electionrule",
            name="source",
            field=jinguo.sealing.fields.Words(max_length=300),
        ),
        migrations.AlterField(
            model_name="electionruleset",
            name="source",
            field=jinguo.sealing.fields.Words(max_length=300),
        ),
        migrations.AlterField(
            model_name="group",
            name="name",
            field=jinguo.sealing.fields.Words(max_length=60),
        ),
        migrations.AlterField(
            model_name="scrutineer",
            name="name",
            field=jinguo.sealing.fields.Words(max_length=60),
        ),
    ]
