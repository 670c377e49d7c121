from django.db import migrations, models


class Migration(migrations.Migration):
    """What became of telling a partner's people that something waits."""

    dependencies = [("partners", "0016_reveal")]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="delivery",
            field=models.CharField(
                blank=True,
                choices=[
                    ("told", "Gemaild"),
                    ("own_desk", "Niet nodig: eigen afdeling"),
                    ("protected", "Niet nodig: beschermde zaak"),
                    ("out_of_sight", "Niet nodig: de partner ziet de zaak niet meer"),
                    ("nobody", "Niemand om te mailen"),
                ],
                db_default="",
                default="",
                max_length=12,
            ),
        ),
    ]
