from django.db import migrations

import jinguo.sealing.fields


class Migration(migrations.Migration):
    dependencies = [("roster", "0017_two_women")]

    operations = [
        migrations.AlterField(
            model_name="batch",
            name="reason",
            field=jinguo.sealing.fields.Words(blank=True, db_default="", max_length=300),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="minutes",
            field=jinguo.sealing.fields.LongWords(blank=True, max_length=4000),
        ),
    ]
