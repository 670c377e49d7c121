"""What 0017 to 0027 promised of large tables is looked up and indexed, while those are read and written."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations

from safetyportal.migrating import IndexForeignKey


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("incidents", "0043_letter_of_party")]
    operations = [
        ValidateConstraint("case", "case_closed_at_iff_closed"),
        ValidateConstraint("timelineentry", "timeline_personal_is_of_somebody"),
        ValidateConstraint("case", "case_merged_into_iff_merged"),
        ValidateConstraint("case", "case_not_into_itself"),
        ValidateConstraint("report", "report_filed_by_iff_staff"),
        ValidateConstraint("evidence", "evidence_of_draft_report_or_signal"),
        IndexForeignKey("case", "merged_into"),
        IndexForeignKey("evidence", "signal"),
    ]
