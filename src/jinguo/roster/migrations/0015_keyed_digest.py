from django.db import migrations

import jinguo.sealing.fields


class Migration(migrations.Migration):
    dependencies = [("roster", "0014_rows_of_persons")]

    operations = [
        migrations.AlterField(
            model_name="listday",
            name="digest",
            field=jinguo.sealing.fields.KeyedDigest(blank=True, max_length=32),
        ),
    ]
