"""The keys of this database, and the first one made where there is none."""

from django.db import migrations, models
from django.db.models.functions import Now

from jinguo.sealing.cipher import fingerprint
from jinguo.sealing.keyfile import keys_made_once


def know_the_keys(apps, schema_editor):
    """Write down which keys what follows is sealed by."""
    key = apps.get_model("sealing", "SealingKey")
    for number, secret in keys_made_once().items():
        key.objects.create(number=number, fingerprint=fingerprint(secret))


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SealingKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(unique=True)),
                ("fingerprint", models.CharField(max_length=24)),
                ("made_at", models.DateTimeField(db_default=Now())),
                ("retired_at", models.DateTimeField(null=True)),
            ],
            options={"verbose_name": "sealing key"},
        ),
        migrations.RunPython(know_the_keys, migrations.RunPython.noop),
    ]
