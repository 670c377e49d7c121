from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0027_signals"), ("clock", "0007_open_by_name")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="last_contact_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="case",
            name="next_due",
            field=models.DateTimeField(null=True),
        ),
    ]
