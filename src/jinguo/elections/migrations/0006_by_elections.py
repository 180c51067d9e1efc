from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("elections", "0005_words_without_numbers"),
    ]

    operations = [
        migrations.AddField(
            model_name="congress",
            name="by_election",
            field=models.BooleanField(default=False, verbose_name="by-election"),
        ),
    ]
