import datetime

import django.db.models.functions.comparison
from django.db import migrations, models

from safetyportal.migrating import AddIndexConcurrently, RemoveIndexConcurrently


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("incidents", "0029_next_due"), ("clock", "0007_open_by_name")]

    operations = [
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                fields=["urgency", "opened_at", "id"],
                name="case_live_urgency_all",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                fields=["team", "urgency", "opened_at", "id"],
                name="case_live_urgency",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                fields=["opened_at", "id"],
                name="case_live_oldest_all",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                fields=["team", "opened_at", "id"],
                name="case_live_oldest",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                django.db.models.functions.comparison.Coalesce(
                    "next_due",
                    models.Value(datetime.datetime(9999, 1, 1, 0, 0, tzinfo=datetime.UTC)),
                ),
                models.F("id"),
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                name="case_live_term_all",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                models.F("team"),
                django.db.models.functions.comparison.Coalesce(
                    "next_due",
                    models.Value(datetime.datetime(9999, 1, 1, 0, 0, tzinfo=datetime.UTC)),
                ),
                models.F("id"),
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                name="case_live_term",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                models.Func(
                    "severity_band",
                    models.Value("1234"),
                    models.Value("4321"),
                    function="translate",
                    output_field=models.CharField(),
                ),
                models.F("opened_at"),
                models.F("id"),
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                name="case_live_severity_all",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                models.F("team"),
                models.Func(
                    "severity_band",
                    models.Value("1234"),
                    models.Value("4321"),
                    function="translate",
                    output_field=models.CharField(),
                ),
                models.F("opened_at"),
                models.F("id"),
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                name="case_live_severity",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                django.db.models.functions.comparison.Coalesce("last_contact_at", "opened_at"),
                models.F("id"),
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                name="case_live_contact_all",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                models.F("team"),
                django.db.models.functions.comparison.Coalesce("last_contact_at", "opened_at"),
                models.F("id"),
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                name="case_live_contact",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                fields=["holder", "urgency", "opened_at", "id"],
                name="case_live_holder",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("next_due__isnull", False), _connector="OR"),
                fields=["complex", "urgency", "opened_at", "id"],
                name="case_live_complex",
            ),
        ),
        AddIndexConcurrently(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status", "reopen_asked")),
                fields=["opened_at", "id"],
                name="case_reopen_asked",
            ),
        ),
        AddIndexConcurrently(
            model_name="timelineentry",
            index=models.Index(condition=models.Q(("sort", "heard")), fields=["case"], name="timeline_heard"),
        ),
        RemoveIndexConcurrently(
            model_name="case",
            name="case_inbox_all",
        ),
        RemoveIndexConcurrently(
            model_name="case",
            name="case_inbox",
        ),
    ]
