from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partners", "0009_rule_set_guards")]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="answer_days",
            field=models.PositiveSmallIntegerField(null=True),
        ),
    ]
