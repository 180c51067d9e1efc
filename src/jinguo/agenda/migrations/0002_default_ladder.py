"""The default ladder; counties state their own."""

from django.db import migrations

SEEN = "逐级提醒的通行做法：先本人、再副职、再上一级；天数为本系统的稳妥取值"
RUNGS = [(-7, "chair"), (-1, "chair"), (1, "chair"), (3, "deputy"), (7, "above"), (14, "top")]


def add(apps, schema_editor):
    ladder = apps.get_model("agenda", "Ladder").objects.create(source=SEEN, verified=False)
    rung = apps.get_model("agenda", "Rung")
    for days, whom in RUNGS:
        rung.objects.create(ladder=ladder, days=days, whom=whom)


def remove(apps, schema_editor):
    apps.get_model("agenda", "Ladder").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial")]

    operations = [migrations.RunPython(add, remove)]
