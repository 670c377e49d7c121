from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from safetyportal.privacy.fields import EncryptedTextField


class Hearing(models.Model):
    """An invitation to somebody a case is about to tell their side (wederhoor), and what came of it.

    What was said stands once, in the line of the timeline that `entry` names.
    """

    class Way(models.TextChoices):
        OFFICE = "office", _("Op kantoor")
        HOME_VISIT = "home_visit", _("Huisbezoek")
        PHONE = "phone", _("Telefoon")
        VIDEO = "video", _("Videogesprek")

    class State(models.TextChoices):
        INVITED = "invited", _("Uitgenodigd")
        HELD = "held", _("Gesproken")
        WRITTEN = "written", _("Schriftelijk gereageerd")
        NO_SHOW = "no_show", _("Niet verschenen")
        MOVED = "moved", _("Verzet")
        CANCELLED = "cancelled", _("Vervallen")

    class Stance(models.TextChoices):
        AGREES = "agrees", _("Herkent wat er gemeld is")
        PARTLY = "partly", _("Herkent een deel")
        DENIES = "denies", _("Herkent het niet")
        SILENT = "silent", _("Wil er niets over zeggen")

    party = models.ForeignKey("incidents.Party", on_delete=models.PROTECT, related_name="hearings")
    round = models.PositiveSmallIntegerField()
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    takes_place_at = models.DateTimeField()
    way = models.CharField(max_length=10, choices=Way)
    place = EncryptedTextField(blank=True, default="")
    # Who talks: the one who holds the talk, and a second colleague where there is one.
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    needs_interpreter = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.INVITED)
    ended_at = models.DateTimeField(null=True)
    stance = models.CharField(max_length=8, choices=Stance, blank=True)
    entry = models.ForeignKey(
        "incidents.TimelineEntry", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-invited_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["party"], condition=Q(state="invited"), name="hearing_one_invitation"
            ),
            models.CheckConstraint(condition=Q(round__in=[1, 2]), name="hearing_round_1_or_2"),
            models.CheckConstraint(
                condition=Q(state="invited", ended_at=None)
                | (~Q(state="invited") & Q(ended_at__isnull=False)),
                name="hearing_ended_iff_not_invited",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["held", "written"]) | Q(stance=""), name="hearing_stance_if_heard"
            ),
            models.CheckConstraint(
                condition=Q(second=None) | ~Q(second=models.F("held_by")), name="hearing_two_people"
            ),
        ]

    def __str__(self) -> str:
        return f"hearing {self.round} of {self.party_id}"
