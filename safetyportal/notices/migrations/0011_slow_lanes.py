from django.db import migrations, models

from safetyportal.migrating import AddIndexConcurrently


class Migration(migrations.Migration):
    """Which lanes have a mail that their server let wait too long."""

    atomic = False

    dependencies = [("notices", "0010_covenant_ended")]

    operations = [
        AddIndexConcurrently(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("dead_at", None), ("sent_at", None), ("trouble", "slow")),
                fields=["queue", "lane"],
                name="notice_slow",
            ),
        ),
    ]
