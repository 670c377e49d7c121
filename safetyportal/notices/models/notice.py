from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from safetyportal.privacy.fields import EncryptedTextField
from safetyportal.queues import NOTICES


class Trouble(models.TextChoices):
    """What was wrong when a mail did not go out, without an address or a server's own words."""

    SLOW = "slow", _("de mailserver antwoordt te langzaam")
    AWAY = "away", _("de mailserver is niet bereikbaar")
    ADDRESS = "address", _("de mailserver kent het adres niet")
    REFUSED = "refused", _("de mailserver weigert het bericht")
    GONE = "gone", _("wie het krijgt, ziet de zaak niet meer")
    OTHER = "other", _("er ging iets mis in het portaal")


class Notice(models.Model):
    """One mail that must go out: the row is the outbox. It names a text and a person, never a case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    template = models.CharField(max_length=40)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True)
    address = EncryptedTextField(blank=True, default="")
    # Where the mail leads, if that is for this person alone; emptied once it is out.
    link = EncryptedTextField(blank=True, default="")
    # Counts that stand in the mail, never more than that.
    numbers = models.JSONField(default=dict, db_default={})
    # Which queue sends it; `lane`: for whom no two may be under way at once (a slow server of theirs holds one hand).
    queue = models.CharField(max_length=24, default=NOTICES, db_default=NOTICES)
    lane = models.CharField(max_length=40, blank=True, default="", db_default="")
    # What it tells of, by a key of the app that queued it.
    about = models.CharField(max_length=40, blank=True, default="", db_default="")
    dedupe_key = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField(default=timezone.now)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=10, choices=Trouble, blank=True, default="", db_default="")
    sent_at = models.DateTimeField(null=True)
    dead_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) ^ ~Q(address=""), name="notice_one_recipient"
            )
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(sent_at=None, dead_at=None), name="notice_waiting"),
            models.Index(
                fields=["queue", "next_at"], condition=Q(sent_at=None, dead_at=None), name="notice_next"
            ),
            models.Index(
                fields=["queue", "lane"], condition=Q(leased_until__isnull=False), name="notice_under_way"
            ),
            models.Index(fields=["about"], condition=~Q(about=""), name="notice_about"),
            models.Index(
                fields=["queue", "lane"],
                condition=Q(sent_at=None, dead_at=None, trouble="slow"),
                name="notice_slow",
            ),
            models.Index(
                fields=["about"], condition=Q(sent_at=None) & ~Q(about=""), name="notice_not_through"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.id}"
