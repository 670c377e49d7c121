from django.db import migrations, models

from safetyportal.migrating import AddIndexConcurrently, RemoveIndexConcurrently


class Migration(migrations.Migration):
    """Also of what was out of sight of the partner when its people were to be told."""

    atomic = False

    dependencies = [("partners", "0027_fill_what_went_along")]

    operations = [
        AddIndexConcurrently(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("delivery__in", ("nobody", "out_of_sight"))),
                fields=["delivered_at"],
                name="referral_not_told",
            ),
        ),
        RemoveIndexConcurrently(model_name="referral", name="referral_told_nobody"),
    ]
