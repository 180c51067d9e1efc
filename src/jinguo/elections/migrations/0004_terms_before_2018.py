"""Until the law of 2018-12-29 a village's term was three years; the default set says so by date."""

from datetime import date

from django.db import migrations

CHANGED = date(2018, 12, 29)
BEFORE = "村民委员会组织法第十一条（2018-12-29修正前）"
VILLAGE = 5


def part(apps, schema_editor):
    """The default set ends where the law changed; a copy of it goes on from there."""
    rule_set = apps.get_model("elections", "ElectionRuleSet")
    rule = apps.get_model("elections", "ElectionRule")
    for old in rule_set.objects.filter(prefix="", valid_from=None, valid_until=None):
        new = rule_set.objects.create(
            name=old.name, source=old.source, verified=old.verified, valid_from=CHANGED
        )
        for one in rule.objects.filter(rule_set=old):
            one.pk, one.rule_set, one._state.adding = None, new, True
            one.save()
        old.valid_until = CHANGED
        old.save()
        rule.objects.filter(rule_set=old, kind="term", level=VILLAGE).update(
            minimum=3, maximum=3, source=BEFORE, verified=False
        )


def join(apps, schema_editor):
    """One default set again, without a date."""
    rule_set = apps.get_model("elections", "ElectionRuleSet")
    rule_set.objects.filter(prefix="", valid_from=None, valid_until=CHANGED).delete()
    rule_set.objects.filter(prefix="", valid_from=CHANGED).update(valid_from=None)


class Migration(migrations.Migration):
    dependencies = [("elections", "0003_congresses")]

    operations = [migrations.RunPython(part, join)]
