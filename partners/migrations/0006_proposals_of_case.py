from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """The proposals that wait in the cases of somebody, without a look at those of everybody."""

    atomic = False

    dependencies = [("partners", "0005_ended_cases")]

    operations = [
        AddIndexConcurrently(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("state", "proposed")), fields=["case"], name="referral_proposed_case"
            ),
        ),
    ]
