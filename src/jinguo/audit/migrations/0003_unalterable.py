"""Entries cannot be altered or removed, whoever asks: also where one role does everything."""

from django.db import migrations

CREATE = """
create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries cannot be altered or removed'
    using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry
  for each row execute function audit_entry_stays();
"""

DROP = """
drop trigger audit_entry_stays on audit_entry;
drop function audit_entry_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]

    operations = [migrations.RunSQL(CREATE, DROP)]
