from django.db import migrations, models


class Migration(migrations.Migration):
    """Of whom is late: whether its people were reminded."""

    dependencies = [("partners", "0023_whose_turn_is_later")]

    operations = [
        migrations.AddField(model_name="referral", name="reminded_at", field=models.DateTimeField(null=True)),
    ]
