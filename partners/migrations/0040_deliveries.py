from django.db import migrations, models


class Migration(migrations.Migration):
    """What became of telling a partner's people that something waits."""

    dependencies = [("partners", "0081_whose_turn_is_later")]

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
                    ("gone", "Niet nodig: niet meer te openen"),
                    ("nobody", "Niemand om te mailen"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
    ]
