"""The index of whole numbers finds endings too: a sealed number begins with the ending's mark."""

from django.db import migrations, models

AGAIN = (
    "create index person_phone_ending on people_person (split_part(phone, ':', 2))"
    " where phone <> ''"
)


class Migration(migrations.Migration):
    dependencies = [("people", "0073_consents")]

    operations = [
        migrations.RunSQL("drop index person_phone_ending", AGAIN),
        migrations.RemoveIndex(model_name="person", name="person_phone"),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("phone", ""), _negated=True),
                fields=["phone"],
                name="person_phone",
                opclasses=["text_pattern_ops"],
            ),
        ),
    ]
