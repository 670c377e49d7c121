from django.db import migrations, models


class Migration(migrations.Migration):
    """Through which queue a mail goes, for whom one at a time, of what occasion it tells and what was wrong with it."""

    dependencies = [("notices", "0005_covenant_alarm")]

    operations = [
        migrations.AlterField(
            model_name="alarm",
            name="code",
            field=models.CharField(
                choices=[
                    ("no_rule", "Geen regel past bij deze melding"),
                    ("no_partner", "Geen actieve ketenpartner voor deze plek"),
                    ("rule_broken", "Een routeringsregel werkt niet"),
                    ("routing_dead", "De melding kon niet worden gerouteerd"),
                    ("notice_dead", "Een bericht kon niet worden verstuurd"),
                    ("partner_empty", "Bij een ketenpartner werkt niemand die wij kunnen mailen"),
                    ("code_guessing", "Veel verkeerde codes ingevoerd"),
                    ("scanner_away", "De virusscanner antwoordt niet: bestanden wachten"),
                    ("duty_empty", "Er kwam een spoedzaak en niemand had dienst"),
                    ("duty_silent", "Niemand reageerde op een spoedzaak"),
                    ("invariant", "De bewaking ziet een fout in de verwerking"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="queue",
            field=models.CharField(db_default="notices", default="notices", max_length=24),
        ),
        migrations.AddField(
            model_name="notice",
            name="lane",
            field=models.CharField(blank=True, db_default="", default="", max_length=40),
        ),
        migrations.AddField(
            model_name="notice",
            name="about",
            field=models.CharField(blank=True, db_default="", default="", max_length=40),
        ),
        migrations.AddField(
            model_name="notice",
            name="trouble",
            field=models.CharField(
                blank=True,
                choices=[
                    ("slow", "de mailserver antwoordt te langzaam"),
                    ("away", "de mailserver is niet bereikbaar"),
                    ("address", "de mailserver kent het adres niet"),
                    ("refused", "de mailserver weigert het bericht"),
                    ("other", "er ging iets mis in het portaal"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
    ]
