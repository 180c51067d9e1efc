"""Of somebody erased it is known on which day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0071_sealed_phones")]

    operations = [
        migrations.AddField("person", "erased_on", models.DateField(null=True)),
    ]
