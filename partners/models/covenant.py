from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from partners.defaults.data_types import DATA_TYPES, IN_OWN_WORDS
from safetyportal.privacy.fields import EncryptedTextField

WARNED_BEFORE = timedelta(days=60)


class CovenantQuerySet(models.QuerySet["Covenant"]):
    def in_force(self, on: date) -> CovenantQuerySet:
        return self.filter(starts_on__lte=on, ends_on__gte=on)

    def signed(self) -> CovenantQuerySet:
        """Those that can be a ground: what a contractor may do for us is no reason to share a case with it."""
        return self.filter(sort=Covenant.Sort.COVENANT)

    def naming(self, data_type: str) -> CovenantQuerySet:
        """Those that let this go (data_types.named)."""
        let_go = Q(data_types__contains=[data_type])
        if data_type in IN_OWN_WORDS:
            let_go |= ~Q(data_types__overlap=list(DATA_TYPES))
        return self.filter(let_go)

    def ending(self, on: date) -> CovenantQuerySet:
        """Over in the next sixty days, while nothing follows it."""
        return self.in_force(on).filter(ends_on__lte=on + WARNED_BEFORE).unrenewed()

    def unrenewed(self) -> CovenantQuerySet:
        """Those after which no other of its sort goes on with the same partner, without a day between."""
        next_day = OuterRef("ends_on") + timedelta(days=1)
        following = Covenant.objects.filter(
            partner=OuterRef("partner"),
            sort=OuterRef("sort"),
            starts_on__lte=next_day,
            ends_on__gt=OuterRef("ends_on"),
        )
        return self.filter(~Exists(following))


class Covenant(models.Model):
    """The agreement that lets data go to a partner (convenant, or processing agreement with a contractor)."""

    class Sort(models.TextChoices):
        COVENANT = "covenant", _("Convenant")
        PROCESSING = "processing", _("Verwerkersovereenkomst")

    class Standing(models.TextChoices):
        COMING = "coming", _("Nog niet begonnen")
        VALID = "valid", _("Geldig")
        ENDING = "ending", _("Loopt binnen 60 dagen af")
        ENDED = "ended", _("Afgelopen")

    partner = models.ForeignKey("partners.Partner", on_delete=models.PROTECT, related_name="covenants")
    sort = models.CharField(max_length=12, choices=Sort, default=Sort.COVENANT)
    purpose = models.CharField(max_length=200)
    data_types = ArrayField(models.CharField(max_length=60), default=list)
    starts_on = models.DateField()
    ends_on = models.DateField()
    # Under which mark the signed one lies in the association's own archive; a copy is a CovenantPaper.
    document = models.CharField(max_length=120, blank=True)
    # Of the partner's and of our privacy officer: an address of the function, not somebody's name.
    contact = models.CharField(max_length=120, blank=True)
    own_contact = models.CharField(max_length=120, blank=True, default="", db_default="")

    objects = CovenantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="covenant_ends_after_start"
            )
        ]
        indexes = [models.Index(fields=["ends_on", "id"], name="covenant_by_end")]

    def __str__(self) -> str:
        return f"{self.partner_id}: {self.purpose}"

    def standing(self, on: date) -> Standing:
        if self.starts_on > on:
            return self.Standing.COMING
        if self.ends_on < on:
            return self.Standing.ENDED
        return self.Standing.ENDING if self.ends_on <= on + WARNED_BEFORE else self.Standing.VALID


class CovenantPaper(models.Model):
    """A clean copy of the signed covenant, a PDF kept encrypted. The newest counts; none is taken away."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    covenant = models.ForeignKey(Covenant, on_delete=models.PROTECT, related_name="papers")
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    key = EncryptedTextField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-added_at", "-id"]
        indexes = [models.Index(fields=["covenant", "-added_at"], name="covenant_papers")]

    def __str__(self) -> str:
        return f"paper of {self.covenant_id}"


class CovenantPiece(models.Model):
    """A piece of a paper, encrypted (privacy.sealing)."""

    paper = models.ForeignKey(CovenantPaper, on_delete=models.CASCADE, related_name="pieces")
    position = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "position"], name="covenant_piece_once")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.position}"
