"""Entries are signed, and chained by seals; those already there are signed now."""

import uuid

from django.db import migrations, models

from jinguo.audit.rules.canonical import read_json
from jinguo.audit.rules.chain import Content, mac_of
from jinguo.database.roles import restrict_to_append

OPEN = "ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_stays"
CLOSE = "ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_stays"
READ = """
SELECT id, actor_id, actor_name, verb, subject, subject_id, unit_code, origin,
  before::text, after::text, data::text
FROM audit_entry WHERE id > %s ORDER BY id LIMIT 1000
"""

CREATE = """
CREATE OR REPLACE FUNCTION audit_seal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'seals of the audit record cannot be altered or removed'
    USING errcode = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_seal_stays BEFORE UPDATE OR DELETE ON audit_seal
  FOR EACH ROW EXECUTE FUNCTION audit_seal_stays();
CREATE TRIGGER audit_seal_not_emptied BEFORE TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION audit_seal_stays();
CREATE TRIGGER audit_entry_not_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();
"""

DROP = """
DROP TRIGGER audit_entry_not_emptied ON audit_entry;
DROP TRIGGER audit_seal_not_emptied ON audit_seal;
DROP TRIGGER audit_seal_stays ON audit_seal;
DROP FUNCTION audit_seal_stays();
"""


def sign(apps, schema_editor):
    last = 0
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(OPEN)
        while True:
            cursor.execute(READ, [last])
            rows = cursor.fetchall()
            if not rows:
                break
            for number, *plain, before, after, data in rows:
                nonce = str(uuid.uuid4())
                kept = (read_json(one) for one in (before, after, data))
                mac = mac_of(Content(nonce, *plain, *kept))
                cursor.execute(
                    "UPDATE audit_entry SET nonce = %s, mac = %s WHERE id = %s",
                    [nonce, mac, number],
                )
                last = number
        cursor.execute(CLOSE)


def restrict(apps, schema_editor):
    restrict_to_append(schema_editor, "audit_seal")


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_before_after")]

    operations = [
        migrations.AddField("entry", "nonce", models.UUIDField(null=True)),
        migrations.AddField("entry", "mac", models.BinaryField(null=True)),
        migrations.RunPython(sign, migrations.RunPython.noop),
        migrations.AlterField("entry", "nonce", models.UUIDField(unique=True)),
        migrations.AlterField("entry", "mac", models.BinaryField()),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.BigIntegerField(unique=True)),
                ("sealed_at", models.DateTimeField()),
                ("previous", models.BinaryField()),
                ("hash", models.BinaryField()),
            ],
            options={"verbose_name": "seal of the audit record"},
        ),
        migrations.RunPython(restrict, migrations.RunPython.noop),
        migrations.RunSQL(CREATE, DROP),
    ]
