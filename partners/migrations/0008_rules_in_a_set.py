from django.db import migrations
from django.utils import timezone


def put_in_a_set(apps, schema_editor):
    """What an association has until now is its first set, in use. Done again it changes nothing."""
    rules, sets = apps.get_model("partners", "RoutingRule"), apps.get_model("partners", "RuleSet")
    if rules.objects.filter(rule_set=None).exists():
        now = timezone.now()
        first, _ = sets.objects.get_or_create(
            number=1, defaults={"state": "active", "made_at": now, "activated_at": now}
        )
        rules.objects.filter(rule_set=None).update(rule_set=first)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("partners", "0007_rule_sets")]
    operations = [migrations.RunPython(put_in_a_set, migrations.RunPython.noop)]
