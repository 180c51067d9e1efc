from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("roster", "0018_words_without_numbers"),
    ]

    operations = [
        migrations.AlterField(
            model_name="batch",
            name="deed",
            field=models.CharField(
                choices=[
                    ("import", "Import of a roster"),
                    ("appointment", "Appointment"),
                    ("change", "Change of post"),
                    ("release", "Leaving office"),
                    ("substitution", "Substitution"),
                    ("co_option", "Co-option"),
                    ("election", "Election"),
                    ("by_election", "By-election"),
                    ("correction", "Correction"),
                    ("merge", "Two records of one person"),
                ],
                db_default="import",
                default="import",
                max_length=20,
            ),
        ),
    ]
