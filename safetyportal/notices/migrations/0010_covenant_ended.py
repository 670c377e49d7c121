from django.db import migrations, models


class Migration(migrations.Migration):
    """The words of an alarm that stays when the day has come."""

    dependencies = [
        ("notices", "0009_rule_health_alarms"),
    ]

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
                    ("covenant_ends", "Een convenant loopt af of is afgelopen"),
                    ("rule_owner", "Een routeringsregel heeft geen eigenaar meer"),
                    ("rule_shadowed", "Een routeringsregel komt nooit aan de beurt"),
                    ("rule_partner", "Een routeringsregel noemt een ketenpartner die er niet is"),
                    ("rule_unknown", "Een routeringsregel noemt iets dat niet meer bestaat"),
                    (
                        "rule_covenant",
                        "Een routeringsregel stuurt naar een ketenpartner zonder geldig convenant",
                    ),
                    ("rule_never", "Voor een routeringsregel kan geen melding meer komen"),
                    ("rule_catches_all", "Een routeringsregel neemt alles wat eronder staat"),
                    ("rule_unused", "Een routeringsregel paste een jaar lang op geen enkele melding"),
                    ("rule_ends", "Een routeringsregel loopt binnen 30 dagen af"),
                    ("invariant", "De bewaking ziet een fout in de verwerking"),
                ],
                max_length=20,
            ),
        ),
    ]
