import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0041_task_came_from")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="party",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="incidents.party",
            ),
        ),
    ]
