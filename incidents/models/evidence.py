from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.models.case import Case
from safetyportal.policy.scopes import ScopedQuerySet
from safetyportal.privacy.fields import EncryptedTextField


class EvidenceQuerySet(ScopedQuerySet["Evidence"]):
    def scope_own_cases(self, actor: Any) -> EvidenceQuerySet:
        return self.sent().cleared().filter(report__case__in=Case.objects.scope_own_cases(actor))

    def sent(self) -> EvidenceQuerySet:
        """What a reporter sent us; not what still lies ready with a report or message being written."""
        return self.exclude(kept_at=None)

    def cleared(self) -> EvidenceQuerySet:
        """What the virus scanner let pass; everything where there is none."""
        return self.filter(Q(scan=None) | Q(scan__infected=False))


class Evidence(models.Model):
    """A photo, sound, film or PDF of a reporter: first with a draft or an unsent message, then with the report for good.
    Or a photo of a place, with a signal of a colleague.

    How the reporter's own file was called is not kept: names of files name people.
    """

    class Sort(models.TextChoices):
        PHOTO = "photo", _("Foto")
        SOUND = "sound", _("Geluid")
        FILM = "film", _("Filmpje")
        PAPER = "paper", _("Pdf")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey("incidents.Draft", on_delete=models.CASCADE, null=True, related_name="evidence")
    report = models.ForeignKey(
        "incidents.Report", on_delete=models.PROTECT, null=True, related_name="evidence"
    )
    # A photo of the place, with a signal of a colleague: it goes when that goes.
    signal = models.ForeignKey(
        "incidents.PreventiveSignal", on_delete=models.CASCADE, null=True, related_name="evidence"
    )
    # The message it came with, when it came after the report.
    entry = models.ForeignKey(
        "incidents.TimelineEntry", on_delete=models.PROTECT, null=True, related_name="evidence"
    )
    sort = models.CharField(max_length=10, choices=Sort)
    seconds = models.PositiveIntegerField(null=True)
    added_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(draft__isnull=False, report=None, signal=None, kept_at=None)
                | Q(draft=None, report__isnull=False, signal=None)
                | Q(draft=None, report=None, signal__isnull=False, kept_at=None),
                name="evidence_of_draft_report_or_signal",
            ),
            models.CheckConstraint(
                condition=Q(entry=None) | Q(kept_at__isnull=False), name="evidence_entry_only_when_sent"
            ),
        ]
        indexes = [
            models.Index(fields=["added_at"], condition=Q(kept_at=None), name="evidence_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.sort} {self.id}"

    @property
    def is_held(self) -> bool:
        """Nobody sees it: the virus scanner has not answered yet, or found something. Select `scan` along."""
        scan: VirusScan | None = getattr(self, "scan", None)
        return scan is not None and scan.infected is not False

    @property
    def is_infected(self) -> bool:
        scan: VirusScan | None = getattr(self, "scan", None)
        return scan is not None and scan.infected is True

    @property
    def is_photo(self) -> bool:
        return self.sort == self.Sort.PHOTO


class EvidenceFile(models.Model):
    """One file of an evidence: as it came (original, for a short time), as it may be shown, and a small picture."""

    class Part(models.TextChoices):
        ORIGINAL = "original", _("Origineel")
        SHOWN = "shown", _("Zonder gegevens van de camera")
        SMALL = "small", _("Klein")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="files")
    part = models.CharField(max_length=10, choices=Part)
    media_type = models.CharField(max_length=40)
    suffix = models.CharField(max_length=8)
    size = models.PositiveIntegerField()
    # SHA-256 of the file: whoever hands it to a judge can show that it is the same one.
    sha256 = models.CharField(max_length=64)
    key = EncryptedTextField()
    # Until when; empty: as long as the report.
    kept_until = models.DateTimeField(null=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evidence", "part"], name="evidence_part_once"),
            models.CheckConstraint(
                condition=~Q(part="original") | Q(kept_until__isnull=False), name="evidence_original_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} of {self.evidence_id}"


class EvidencePiece(models.Model):
    """A piece of a file, encrypted (privacy.sealing)."""

    file = models.ForeignKey(EvidenceFile, on_delete=models.CASCADE, related_name="pieces")
    position = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "position"], name="evidence_piece_once")]

    def __str__(self) -> str:
        return f"{self.file_id} {self.position}"


class VirusScan(models.Model):
    """'Let the scanner look at this': the outbox row, and its verdict."""

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, primary_key=True, related_name="scan")
    asked_at = models.DateTimeField()
    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    infected = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None, infected=None) | Q(done_at__isnull=False, infected__isnull=False),
                name="scan_verdict_iff_done",
            )
        ]
        indexes = [models.Index(fields=["next_at"], condition=Q(done_at=None), name="scan_waiting")]

    def __str__(self) -> str:
        return f"scan of {self.evidence_id}"
