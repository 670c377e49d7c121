import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import safetyportal.privacy.fields


class Migration(migrations.Migration):
    dependencies = [
        ("complexes", "0001_initial"),
        ("incidents", "0026_entry"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PreventiveSignal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("place_text", models.CharField(blank=True, max_length=60)),
                (
                    "seen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("mail", "Post stapelt zich op"),
                                ("nobody", "Lang niemand gezien"),
                                ("curtains", "Gordijnen altijd dicht"),
                                ("no_access", "Niet binnengekomen voor controle of reparatie"),
                                ("smell", "Stank"),
                                ("full", "Woning vol of vervuild"),
                                ("cannabis", "Warmte, geur of geluid als van een kwekerij"),
                                ("visitors", "Veel kort bezoek"),
                                ("children", "Kinderen alleen of niet verzorgd"),
                                ("arrears", "Geen reactie op brieven over de huur"),
                                ("damage", "Schade of kapotte deur"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("text", safetyportal.privacy.fields.EncryptedTextField(blank=True, default="")),
                (
                    "worry",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Let erop"), (2, "Iemand moet kijken"), (3, "Deze week nog")]
                    ),
                ),
                (
                    "resident_knows",
                    models.CharField(
                        choices=[("yes", "Ja"), ("no", "Nee"), ("unknown", "Weet ik niet")], max_length=8
                    ),
                ),
                ("at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Nieuw"),
                            ("looked", "Bekeken"),
                            ("case", "Zaak geworden"),
                            ("aside", "Terzijde gelegd"),
                        ],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("looked_at", models.DateTimeField(null=True)),
                ("aside_reason", safetyportal.privacy.fields.EncryptedTextField(blank=True, default="")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incidents.case",
                    ),
                ),
                (
                    "complex",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="complexes.complex"
                    ),
                ),
                (
                    "entrance",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="complexes.entrance",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="complexes.home",
                    ),
                ),
                (
                    "looked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="complexes.space",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("worry__range", (1, 3))), name="signal_worry_1_to_3"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seen", []), _negated=True),
                            models.Q(("text", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="signal_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("home", None), ("space", None), _connector="OR"),
                        name="signal_home_or_space",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("at"))),
                        name="signal_expires_after_it_began",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("looked_at", None), ("looked_by", None), ("state", "new")),
                            models.Q(
                                models.Q(("state", "new"), _negated=True),
                                ("looked_at__isnull", False),
                                ("looked_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="signal_looked_by_iff_not_new",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case__isnull", False), ("state", "case")),
                            models.Q(models.Q(("state", "case"), _negated=True), ("case", None)),
                            _connector="OR",
                        ),
                        name="signal_case_iff_made",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "aside"), models.Q(("aside_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "aside"), _negated=True), ("aside_reason", "")),
                            _connector="OR",
                        ),
                        name="signal_reason_iff_aside",
                    ),
                ],
            },
        ),
    ]
