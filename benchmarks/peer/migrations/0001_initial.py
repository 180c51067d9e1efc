"""The peers' tables, and the floor's: fourteen texts, no key, no index."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=12, unique=True)),
                ('text', models.CharField(max_length=100, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True)),
                ('name', models.CharField(max_length=60)),
                ('gender', models.CharField(blank=True, max_length=10)),
                ('ethnicity', models.CharField(blank=True, max_length=20)),
                ('birth_month', models.DateField(null=True)),
                ('political_status', models.CharField(blank=True, max_length=30)),
                ('education', models.CharField(blank=True, max_length=30)),
                ('occupation', models.CharField(blank=True, max_length=120)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('post', models.CharField(choices=[('chair', 'Chair'), ('vice_chair', 'Vice-chair'), ('standing', 'Standing member'), ('executive', 'Executive member'), ('delegate', 'Delegate'), ('congress_director', "Director of the women's congress committee"), ('congress_member', "Member of the women's congress committee")], max_length=20)),
                ('kind', models.CharField(blank=True, choices=[('', 'Not stated'), ('full_time', 'Full-time'), ('part_time', 'Part-time'), ('seconded', 'Seconded')], max_length=10)),
                ('categories', models.CharField(blank=True, max_length=200)),
                ('remark', models.CharField(blank=True, max_length=300)),
                ('starts_on', models.DateField()),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='peer.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['phone'], name='peer_phone'), models.Index(fields=['name', 'birth_month'], name='peer_name_birth')],
            },
        ),
        migrations.RunSQL(
            "create table peer_line (" + ", ".join(f"c{at} text" for at in range(14)) + ")",
            "drop table peer_line",
        ),
    ]
