from django.db import migrations, models

from safetyportal.migrating import AddIndexConcurrently


class Migration(migrations.Migration):
    """Reports in the order in which they were filed: for what goes through all of them."""

    atomic = False

    dependencies = [("incidents", "0053_scaling")]

    operations = [
        AddIndexConcurrently(
            model_name="report",
            index=models.Index(fields=["filed_at", "id"], name="report_by_day"),
        ),
    ]
