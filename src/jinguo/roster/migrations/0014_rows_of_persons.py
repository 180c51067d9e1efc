"""Persons are shown only to whom their units are (``jinguo.database.scope``).

Rights are held on today's codes, so the newest code of each division decides. Somebody without a
post belongs to no unit: she is shown to everybody for whom the table is open at all.
"""

from django.db import migrations

GUARD = """
alter table people_person enable row level security;
create policy person_in_scope on people_person using (
  (select current_setting('jinguo.scope', true)) = '*'
  or (select current_setting('jinguo.scope', true)) <> '' and (
    not exists (select from roster_appointment a where a.person_id = people_person.id)
    or exists (
      select from roster_appointment a join federations_federation f on f.id = a.federation_id
       where a.person_id = people_person.id
         and (select v.code from divisions_version v where v.division_id = f.division_id
               order by v.valid_from desc nulls last limit 1)
             ^@ any ((select string_to_array(current_setting('jinguo.scope', true), ','))::text[])
    )
  )
);
"""
OPEN = """
drop policy person_in_scope on people_person;
alter table people_person disable row level security;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("roster", "0013_vice_chairs_of_a_meeting"),
        ("people", "0071_sealed_phones"),
        ("federations", "0001_initial"),
        ("divisions", "0002_one_verdict_a_pair_of_names"),
    ]

    operations = [migrations.RunSQL(GUARD, OPEN)]
