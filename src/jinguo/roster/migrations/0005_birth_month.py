"""Before-images name the facts of a person as her record does."""

from django.db import migrations

RENAME = """
  update roster_change
     set before = before - '{old}' || jsonb_build_object('{new}', before->'{old}'),
         after = after - '{old}' || jsonb_build_object('{new}', after->'{old}')
   where subject = 'person' and jsonb_exists(before, '{old}')
"""


class Migration(migrations.Migration):
    dependencies = [("roster", "0004_provenance")]

    operations = [
        migrations.RunSQL(
            RENAME.format(old="birth", new="birth_month"),
            RENAME.format(old="birth_month", new="birth"),
        )
    ]
