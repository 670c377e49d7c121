"""By which words a case is found. 0042 orders that for the cases that are there."""

from __future__ import annotations

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0038_ending")]

    operations = [
        migrations.CreateModel(
            name="IndexOrder",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="incidents.case",
                    ),
                ),
                ("asks", models.PositiveIntegerField(default=1)),
                ("rung_at", models.DateTimeField(null=True)),
                ("next_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="CaseWords",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="incidents.case",
                    ),
                ),
                ("words", django.contrib.postgres.search.SearchVectorField(default="")),
                ("indexed_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["words"], name="case_words"
                    )
                ]
            },
        ),
    ]
