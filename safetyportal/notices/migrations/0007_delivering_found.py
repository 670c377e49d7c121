from django.db import migrations, models

from safetyportal.migrating import AddIndexConcurrently


class Migration(migrations.Migration):
    """What is next in a queue, what is under way, and the mails of one occasion."""

    atomic = False

    dependencies = [("notices", "0006_delivering")]

    operations = [
        AddIndexConcurrently(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("dead_at", None), ("sent_at", None)),
                fields=["queue", "next_at"],
                name="notice_next",
            ),
        ),
        AddIndexConcurrently(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("leased_until__isnull", False)),
                fields=["queue", "lane"],
                name="notice_under_way",
            ),
        ),
        AddIndexConcurrently(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("about", ""), _negated=True), fields=["about"], name="notice_about"
            ),
        ),
    ]
