"""The application may add entries and read them, no more."""

from django.db import migrations

from jinguo.database.roles import restrict_to_append


def restrict(apps, schema_editor):
    restrict_to_append(schema_editor, "audit_entry")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(restrict, migrations.RunPython.noop)]
