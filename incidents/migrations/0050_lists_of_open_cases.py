from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """Indexes from which the lists that know their cases from elsewhere are read without the table."""

    atomic = False

    dependencies = [("incidents", "0049_plain_words")]

    operations = [
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                condition=models.Q(
                    models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"), ("id__gt", 0)
                ),
                fields=["id"],
                include=("team", "restricted", "urgency", "opened_at", "closed_at"),
                name="case_live_by_key",
            ),
        ),
        AddIndexConcurrently(
            model_name="letter",
            index=models.Index(
                condition=models.Q(
                    ("check_on", None),
                    ("sent_at__isnull", False),
                    ("sort__in", ("agreements", "conduct", "last_chance", "last_warning", "warning")),
                ),
                fields=["case"],
                name="letter_unchecked",
            ),
        ),
        RemoveIndexConcurrently(model_name="letter", name="letter_without_check"),
    ]
