"""A report stays as filed, but for the case it belongs to: merging and splitting move it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

MOVES = """
CREATE FUNCTION portal_report_moves_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'case_id' = to_jsonb(OLD) - 'case_id' THEN
        RETURN NEW;
    END IF;
    -- Only the privacy scrub may, which says so for its own transaction.
    IF current_setting('portal.scrub', true) = 'on' THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    RAISE EXCEPTION '% is kept as written', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER report_as_filed ON incidents_report;
CREATE TRIGGER report_as_filed BEFORE UPDATE OR DELETE ON incidents_report
    FOR EACH ROW EXECUTE FUNCTION portal_report_moves_only();
"""

MOVES_BACK = """
DROP TRIGGER report_as_filed ON incidents_report;
CREATE TRIGGER report_as_filed BEFORE UPDATE OR DELETE ON incidents_report
    FOR EACH ROW EXECUTE FUNCTION portal_refuse_change();
DROP FUNCTION portal_report_moves_only();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0019_merging"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="ReportMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("merge", "Samengevoegd"),
                            ("unmerge", "Weer apart gezet"),
                            ("split", "Gesplitst"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "from_case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incidents.case"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="incidents.report",
                    ),
                ),
                (
                    "to_case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incidents.case"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "indexes": [models.Index(fields=["report", "at"], name="report_move_by_report")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("from_case", models.F("to_case")), _negated=True),
                        name="report_move_goes_elsewhere",
                    )
                ],
            },
        ),
        migrations.RunSQL(MOVES, MOVES_BACK),
    ]
