from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from incidents.rules.answers import (
    Channel,
    DayPart,
    Frequency,
    Impact,
    Mode,
    PlaceKind,
    Sign,
    Since,
    YesNo,
)
from incidents.rules.languages import DUTCH, name_of
from safetyportal.policy.scopes import ScopedQuerySet

if TYPE_CHECKING:
    from incidents.models.translation import SpokenLanguage


class ReportQuerySet(ScopedQuerySet["Report"]):
    def scope_own_report(self, actor: object) -> ReportQuerySet:
        """A reporter reaches a report by its session (incidents.pages.followup), never through an account."""
        return self.none()

    def scope_entered_by_me(self, actor: Any) -> ReportQuerySet:
        """What the actor wrote down for somebody else."""
        return self.filter(filed_by=actor)


class Report(models.Model):
    """A report exactly as filed. Triggers refuse UPDATE and DELETE (but the privacy scrub's).

    It holds no name, no contact and no house number: those stand apart in ReporterIdentity.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=12, unique=True)
    # One report per draft, whatever the number of posts.
    draft_key = models.UUIDField(unique=True)
    case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, related_name="reports")
    kind = models.ForeignKey("incidents.Kind", on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.PORTAL)
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    language = models.CharField(max_length=8, default="nl")

    place_kind = models.CharField(max_length=8, choices=PlaceKind)
    complex = models.ForeignKey("complexes.Complex", on_delete=models.PROTECT, null=True, related_name="+")
    entrance = models.ForeignKey("complexes.Entrance", on_delete=models.PROTECT, null=True, related_name="+")
    space = models.ForeignKey("complexes.Space", on_delete=models.PROTECT, null=True, related_name="+")
    place_text = models.TextField(blank=True)

    story = models.TextField()
    # The text may hold health or crime: by its kind or by its words.
    story_sensitive = models.BooleanField()
    last_seen_on = models.DateField(null=True)
    day_part = models.CharField(max_length=10, choices=DayPart, blank=True)
    frequency = models.CharField(max_length=8, choices=Frequency)
    since = models.CharField(max_length=8, choices=Since)
    impact = ArrayField(models.CharField(max_length=10, choices=Impact), default=list)
    # What was answered to the questions of the kind: {key of a Question: [answers]}. Questions never change.
    answers = models.JSONField(default=dict)
    # It may come from a program; the signs say why. Kept, never refused. The oldest such reports kept no signs.
    looks_automatic = models.BooleanField(default=False)
    signs = ArrayField(models.CharField(max_length=10, choices=Sign), default=list, db_default=[])
    names_person = models.CharField(max_length=8, choices=YesNo)
    # Empty: not asked, which is not known either (partners.weighing.facts). Older reports say "unknown" for both.
    child_involved = models.CharField(max_length=8, choices=YesNo, blank=True)
    reporter_minor = models.CharField(max_length=8, choices=YesNo)

    mode = models.CharField(max_length=12, choices=Mode)
    # None: never asked, because this kind needs no consent.
    consent = models.BooleanField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(place_kind="unknown", complex=None)
                | (~Q(place_kind="unknown") & Q(complex__isnull=False)),
                name="report_place_known_or_not",
            ),
            # Somebody without a name cannot have agreed to pass it on.
            models.CheckConstraint(
                condition=~Q(mode="anonymous") | Q(consent=None) | Q(consent=False),
                name="report_anonymous_no_consent",
            ),
            models.CheckConstraint(
                condition=Q(signs=[]) | Q(looks_automatic=True), name="report_signs_only_if_automatic"
            ),
            models.CheckConstraint(
                condition=Q(channel="portal", filed_by=None)
                | (~Q(channel="portal") & Q(filed_by__isnull=False)),
                name="report_filed_by_iff_staff",
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="report_by_case"),
            models.Index(fields=["complex", "kind", "filed_at"], name="report_by_place"),
            # In the order of filing: what goes through all of them (partners.backtesting.backtests).
            models.Index(fields=["filed_at", "id"], name="report_by_day"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def said_signs(self) -> str:
        """Why it may come from a program, in words."""
        return ", ".join(str(Sign(one).label) for one in self.signs)

    @property
    def letter_language(self) -> str:
        """In which language of the portal we write to this reporter."""
        return self.language if self.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE

    @property
    def said_language(self) -> str:
        """The language, where it is not the one everybody expects. Select `spoken` along."""
        spoken = self.spoken_or_none
        language = spoken.language if spoken else self.language
        return "" if language == DUTCH else name_of(language)

    @property
    def wants_interpreter(self) -> bool:
        """Somebody interprets when we call or visit. Select `spoken` along."""
        spoken = self.spoken_or_none
        return spoken is not None and spoken.needs_interpreter

    @property
    def spoken_or_none(self) -> SpokenLanguage | None:
        found: SpokenLanguage | None = getattr(self, "spoken", None)
        return found
