from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("divisions", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="succession", name="one_verdict_a_pair"),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(
                fields=("county", "as_of", "old_code", "old_name", "new_code", "new_name"),
                name="one_verdict_a_pair_of_names",
            ),
        ),
    ]
