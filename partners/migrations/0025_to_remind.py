from django.db import migrations, models

from safetyportal.migrating import AddIndexConcurrently


class Migration(migrations.Migration):
    """What falls due, and whose people were not reminded yet."""

    atomic = False

    dependencies = [("partners", "0024_share_words")]

    operations = [
        AddIndexConcurrently(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("reminded_at", None), ("state__in", ["released", "accepted"])),
                fields=["due_at", "id"],
                name="referral_to_remind",
            ),
        ),
    ]
