from django.db import migrations, models

from safetyportal.migrating import AddIndexConcurrently


class Migration(migrations.Migration):
    """What of all mail to partners did not go out, and that it did not because the partner could not see the case any more."""

    atomic = False

    dependencies = [("notices", "0008_rule_alarms")]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="trouble",
            field=models.CharField(
                blank=True,
                choices=[
                    ("slow", "de mailserver antwoordt te langzaam"),
                    ("away", "de mailserver is niet bereikbaar"),
                    ("address", "de mailserver kent het adres niet"),
                    ("refused", "de mailserver weigert het bericht"),
                    ("gone", "wie het krijgt, ziet de zaak niet meer"),
                    ("other", "er ging iets mis in het portaal"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        AddIndexConcurrently(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("sent_at", None)) & ~models.Q(("about", "")),
                fields=["about"],
                name="notice_not_through",
            ),
        ),
    ]
