"""Where the record begins, once old entries were moved out: kept like the entries themselves."""

import django.db.models.functions.datetime
from django.db import migrations, models

from jinguo.database.roles import restrict_to_append

CREATE = """
CREATE TRIGGER audit_pruning_stays BEFORE UPDATE OR DELETE ON audit_pruning
  FOR EACH ROW EXECUTE FUNCTION audit_seal_stays();
"""
DROP = "DROP TRIGGER audit_pruning_stays ON audit_pruning"


def restrict(apps, schema_editor):
    restrict_to_append(schema_editor, "audit_pruning")


class Migration(migrations.Migration):
    dependencies = [("audit", "0006_listing")]

    operations = [
        migrations.CreateModel(
            name="Pruning",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("hash", models.BinaryField()),
                ("entries", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("mac", models.BinaryField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={"verbose_name": "entries moved out of the audit record"},
        ),
        migrations.RunPython(restrict, migrations.RunPython.noop),
        migrations.RunSQL(CREATE, DROP),
    ]
