from django.db import migrations, models

from safetyportal.migrating import AddIndexConcurrently


class Migration(migrations.Migration):
    """When a rule last fitted a report, without a look at all decisions."""

    atomic = False

    dependencies = [("partners", "0021_backtests")]

    operations = [
        AddIndexConcurrently(
            model_name="routingdecision",
            index=models.Index(fields=["rule", "decided_at"], name="decision_of_rule"),
        ),
    ]
