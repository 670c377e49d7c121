from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clock", "0007_open_by_name"),
    ]

    operations = [
        migrations.AlterField(
            model_name="deadline",
            name="name",
            field=models.CharField(
                choices=[
                    ("first_contact", "Eerste contact"),
                    ("decide", "Besluit of wij dit oppakken"),
                    ("progress", "Bericht over de voortgang"),
                    ("partner_answer", "Antwoord van de ketenpartner"),
                    ("question", "Vraag van een ketenpartner beantwoorden"),
                    ("reporter_asks", "Bericht of verzoek van de melder"),
                    ("reporter_answer", "Antwoord van de melder"),
                    ("hearing", "Gesprek met de bewoner over wie gemeld is"),
                    ("answer_accused", "Bericht van de bewoner over wie gemeld is"),
                    ("inform", "Bewoner informeren (AVG art. 14)"),
                    ("objection", "Bezwaar beantwoorden"),
                    ("check", "Controle van een afspraak"),
                    ("review", "Zaak opnieuw bekijken"),
                    ("task", "Taak"),
                ],
                max_length=20,
                verbose_name="termijn",
            ),
        ),
    ]
