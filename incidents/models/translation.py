from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from incidents.rules.languages import DUTCH, Language
from safetyportal.privacy.fields import EncryptedTextField


class Translation(models.Model):
    """What a reporter wrote, in another language, by a person of ours. It stands beside the original and never in its place.

    Triggers refuse to change one; a better one comes beside it.
    """

    report = models.ForeignKey(
        "incidents.Report", on_delete=models.PROTECT, null=True, related_name="translations"
    )
    entry = models.ForeignKey(
        "incidents.TimelineEntry", on_delete=models.PROTECT, null=True, related_name="translations"
    )
    language = models.CharField(max_length=8, choices=Language, default=DUTCH)
    text = EncryptedTextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(report__isnull=False, entry=None) | Q(report=None, entry__isnull=False),
                name="translation_of_report_or_message",
            ),
        ]

    def __str__(self) -> str:
        return f"translation {self.pk}"


class SpokenLanguage(models.Model):
    """Which language a reporter reads and speaks, where staff know better than the language of the page used.

    The one place for a reporter; of somebody who is involved it stands in Party.
    """

    report = models.OneToOneField(
        "incidents.Report", on_delete=models.CASCADE, primary_key=True, related_name="spoken"
    )
    language = models.CharField(max_length=8, choices=Language)
    # "Tolk nodig": talking goes through an interpreter.
    needs_interpreter = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.language} of {self.report_id}"
