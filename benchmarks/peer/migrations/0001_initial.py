"""The peers' tables, and the floor's: fourteen texts, no key, no index."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=12, unique=True)),
                ("text", models.CharField(max_length=100, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("gender", models.CharField(blank=True, max_length=10)),
                ("ethnicity", models.CharField(blank=True, max_length=20)),
                ("birth_month", models.DateField(null=True)),
                ("political_status", models.CharField(blank=True, max_length=30)),
                ("education", models.CharField(blank=True, max_length=30)),
                ("occupation", models.CharField(blank=True, max_length=120)),
                ("phone", models.CharField(blank=True, max_length=30)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("phone", ""), _negated=True),
                        fields=["phone"],
                        name="peer_phone",
                    ),
                    models.Index(fields=["name", "birth_month"], name="peer_name_birth"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("chair", "Chair"),
                            ("vice_chair", "Vice-chair"),
                            ("standing", "Standing member"),
                            ("executive", "Executive member"),
                            ("delegate", "Delegate"),
                            ("congress_director", "Director of the women's congress committee"),
                            ("congress_member", "Member of the women's congress committee"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not stated"),
                            ("full_time", "Full-time"),
                            ("part_time", "Part-time"),
                            ("seconded", "Seconded"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "categories",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=300)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="peer.person"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="peer.unit"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("post__in", ["chair", "vice_chair", "standing", "executive"]),
                        ),
                        fields=("unit", "person"),
                        name="peer_one_open_committee_seat",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            models.Q(
                                ("post__in", ["chair", "vice_chair", "standing", "executive"]),
                                _negated=True,
                            ),
                        ),
                        fields=("unit", "person", "post"),
                        name="peer_one_open_other_post",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                        name="peer_lasts",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            "create table peer_line (" + ", ".join(f"c{at} text" for at in range(14)) + ")",
            "drop table peer_line",
        ),
    ]
