import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """What whoever released it let go: which secret addresses, and which kind of case."""

    dependencies = [("partners", "0025_to_remind")]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="homes_along",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), db_default=[], default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="kind_along",
            field=models.CharField(blank=True, db_default="", default="", max_length=12),
        ),
        migrations.AlterField(
            model_name="cutoff",
            name="why",
            field=models.CharField(
                choices=[
                    ("covenant", "Het convenant eindigde"),
                    ("retired", "De partner doet niet meer mee"),
                    ("protected", "De zaak is nu een beschermde zaak"),
                    ("kind", "De zaak is nu van een soort die niet vanzelf naar een partner gaat"),
                ],
                max_length=10,
            ),
        ),
    ]
