from django.db import migrations, models

from safetyportal.migrating import AddIndexConcurrently


class Migration(migrations.Migration):
    """What nobody could be told of."""

    atomic = False

    dependencies = [("partners", "0017_deliveries")]

    operations = [
        AddIndexConcurrently(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("delivery", "nobody")),
                fields=["delivered_at"],
                name="referral_told_nobody",
            ),
        ),
    ]
