from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunSQL("ALTER TABLE ledger ADD COLUMN mood text")]
