"""The 5+N of Qingliu as the default set, with its source. Counties add and change their own."""

from django.db import migrations

REPORT = "清流县妇联圆满完成“两个全面”工作，2017-07-31"
PUBLISHED = "多地妇联公布的规则：主席一名，副主席一至五名"

CATEGORIES = [
    ("mediator", "调解女能手", "①", "调解能手 调解"),
    ("artist", "文艺女骨干", "②", "文艺骨干 文艺女能手 文艺"),
    ("entrepreneur", "创业女能手", "③", "创业能手 创业女带头人 创业"),
    (
        "volunteer",
        "热心公益服务爱心女性",
        "④",
        "热心公益服务的爱心女性 热心公益爱心女性 热心公益女性 爱心女性 公益爱心女性",
    ),
    ("family_educator", "家庭教育女能手", "⑤", "家庭教育能手 家教女能手 家庭教育"),
    ("enterprise", "企业女代表", "", "企业代表"),
    ("influencer", "号召力强女性", "", "号召力强的女性 有号召力女性"),
    ("role_model", "先进女典型", "", "先进典型 女先进典型"),
    ("poverty_relief", "助力精准扶贫女代表", "", "精准扶贫女代表 扶贫女代表"),
    ("market", "专业市场女代表", "", "市场女代表"),
    ("cooperative", "合作社女代表", "", "合作社代表 专业合作社女代表"),
]
REQUIRED = 5


def add(apps, schema_editor):
    Category = apps.get_model("roster", "Category")
    RuleSet = apps.get_model("roster", "RuleSet")
    Rule = apps.get_model("roster", "Rule")
    categories = [
        Category.objects.create(
            slug=slug, name=name, marker=marker, synonyms=synonyms, position=position
        )
        for position, (slug, name, marker, synonyms) in enumerate(CATEGORIES, 1)
    ]
    rule_set = RuleSet.objects.create(name="5+N（清流）", source=REPORT, verified=True)
    Rule.objects.create(
        rule_set=rule_set, kind="chair", minimum=1, maximum=1, position=1,
        source=PUBLISHED, verified=True,
    )  # fmt: skip
    Rule.objects.create(
        rule_set=rule_set, kind="vice_chairs", minimum=1, maximum=5, position=2,
        source=PUBLISHED, verified=False,
    )  # fmt: skip
    for position, category in enumerate(categories[:REQUIRED], 3):
        Rule.objects.create(
            rule_set=rule_set, kind="category", category=category, minimum=1,
            position=position, source=REPORT, verified=True,
        )  # fmt: skip


def remove(apps, schema_editor):
    apps.get_model("roster", "RuleSet").objects.all().delete()
    apps.get_model("roster", "Category").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("roster", "0001_initial")]

    operations = [migrations.RunPython(add, remove)]
