"""The specification that is shipped, with its source. Counties state their own."""

from django.db import migrations

SOURCE = "竖式单位牌匾的通行尺寸与字样；清流县2017年会改联所用牌匾的文件依据待补"
WORDING = "{全称}妇女联合会"


def add(apps, schema_editor):
    apps.get_model("plaques", "PlaqueSpecification").objects.create(
        county_wording=WORDING,
        township_wording=WORDING,
        village_wording=WORDING,
        width_mm=350,
        height_mm=2000,
        direction="vertical",
        typeface="song",
        ground="#ffffff",
        ink="#000000",
        border_mm=0,
        border_colour="#000000",
        source=SOURCE,
        verified=False,
    )


def remove(apps, schema_editor):
    apps.get_model("plaques", "PlaqueSpecification").objects.filter(county=None).delete()


class Migration(migrations.Migration):
    dependencies = [("plaques", "0002_specification")]

    operations = [migrations.RunPython(add, remove)]
