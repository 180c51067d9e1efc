"""The default: nobody is disturbed from 21:30 to 7:00, and a unit gets ten reminders a week."""

from datetime import time

from django.db import migrations

SEEN = "县级妇联工作群管理的通行做法：夜间不发非紧急通知；每周次数为本系统的稳妥取值"


def add(apps, schema_editor):
    apps.get_model("delivery", "DeliveryRule").objects.create(
        quiet_from=time(21, 30), quiet_until=time(7), weekly_cap=10, source=SEEN, verified=False
    )


def remove(apps, schema_editor):
    apps.get_model("delivery", "DeliveryRule").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("delivery", "0001_initial")]

    operations = [migrations.RunPython(add, remove)]
