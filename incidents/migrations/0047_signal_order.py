from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0046_filled")]

    operations = [
        migrations.AddIndex(
            model_name="preventivesignal",
            index=models.Index(fields=["-worry", "-at", "-id"], name="signal_in_order"),
        ),
    ]
