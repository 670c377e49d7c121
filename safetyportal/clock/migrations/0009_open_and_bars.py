from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """Which partner is late is asked of what bars closing; with that in the index the table is left alone."""

    atomic = False

    dependencies = [("clock", "0008_answer_accused")]

    operations = [
        AddIndexConcurrently(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(("met_at", None)),
                fields=["name", "due"],
                include=("subject_kind", "subject_id", "paused_since", "bars_closing"),
                name="deadline_open_and_bars",
            ),
        ),
        RemoveIndexConcurrently(model_name="deadline", name="deadline_open_by_name"),
    ]
