import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import safetyportal.privacy.fields


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0012_shared_line"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="covenant",
            name="own_contact",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AlterField(
            model_name="covenant",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="covenants", to="partners.partner"
            ),
        ),
        migrations.AddIndex(
            model_name="covenant", index=models.Index(fields=["ends_on", "id"], name="covenant_by_end")
        ),
        migrations.AddIndex(
            model_name="partner", index=models.Index(fields=["name", "code"], name="partner_by_name")
        ),
        migrations.CreateModel(
            name="CovenantPaper",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("key", safetyportal.privacy.fields.EncryptedTextField()),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "covenant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="partners.covenant",
                    ),
                ),
            ],
            options={
                "ordering": ["-added_at", "-id"],
                "indexes": [models.Index(fields=["covenant", "-added_at"], name="covenant_papers")],
            },
        ),
        migrations.CreateModel(
            name="CovenantPiece",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("data", models.BinaryField()),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pieces",
                        to="partners.covenantpaper",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "position"), name="covenant_piece_once")
                ],
            },
        ),
    ]
