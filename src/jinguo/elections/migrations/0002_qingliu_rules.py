"""The default rules of elections, each with its source. Counties add and change their own."""

from django.db import migrations

PUBLISHED = "多地妇联公布的选举办法（五份一致）"
LAW = "村民委员会组织法第十一条（2018-12-29修正）"
SEEN = "各地公布的村、乡镇妇女代表大会代表人数"
VILLAGE, TOWNSHIP = 5, 4

RULES = [
    {"kind": "quorum", "share": "2/3", "source": PUBLISHED, "verified": False},
    {"kind": "majority", "share": "1/2", "more_than": True, "base": "due", "source": PUBLISHED},
    {"kind": "difference", "share": "0", "rounding": "up", "minimum": 1, "source": PUBLISHED},
    {"kind": "delegates", "level": VILLAGE, "minimum": 27, "maximum": 45, "source": SEEN},
    {"kind": "delegates", "level": TOWNSHIP, "minimum": 40, "maximum": 91, "source": SEEN},
    {"kind": "term", "level": VILLAGE, "minimum": 5, "maximum": 5, "source": LAW, "verified": True},
]


def add(apps, schema_editor):
    rule_set = apps.get_model("elections", "ElectionRuleSet").objects.create(
        name="妇女代表大会选举规则（清流）", source=PUBLISHED, verified=False
    )
    rule = apps.get_model("elections", "ElectionRule")
    for one in RULES:
        rule.objects.create(rule_set=rule_set, **one)


def remove(apps, schema_editor):
    apps.get_model("elections", "ElectionRuleSet").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("elections", "0001_rules")]

    operations = [migrations.RunPython(add, remove)]
