from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.models import Case
from incidents.models.conflict import kept_out
from partners.models.referral_words import IN_QUEUE, Ground
from safetyportal.accounts.roles import Role
from safetyportal.policy.scopes import ScopedQuerySet
from safetyportal.privacy.fields import EncryptedTextField

# On no other ground is somebody named who reported in confidence.
GROUNDS = (Ground.CONSENT, Ground.VITAL, Ground.LEGAL_DUTY)


class RevealQuerySet(ScopedQuerySet["Reveal"]):
    def waiting(self) -> RevealQuerySet:
        """Not decided, and not over: the partner still works on it, and the case is open."""
        return self.filter(
            state=Reveal.State.ASKED, referral__state__in=IN_QUEUE, referral__case__closed_at=None
        )

    def untold(self) -> RevealQuerySet:
        """Named without a word to the reporter, because that would be dangerous."""
        return self.filter(state=Reveal.State.CONFIRMED, told=False)

    def scope_own_cases(self, actor: Any) -> RevealQuerySet:
        return self.filter(referral__case__in=Case.objects.scope_own_cases(actor))

    def scope_overseen(self, actor: Any) -> RevealQuerySet:
        """Of every case for a privacy officer, of the cases of one's own teams for a lead; of none with which one has to do."""
        if Role.PRIVACY in actor.roles:
            return self.exclude(kept_out(actor, "referral__case__"))
        led = actor.teams_as(frozenset({Role.LEAD}))
        return self.scope_own_cases(actor).filter(referral__case__team__in=led)

    def scope_to_decide(self, actor: Any) -> RevealQuerySet:
        """The second pair of eyes: neither who asked nor who holds the case."""
        mine = Q(asked_by=actor) | Q(referral__case__holder=actor, referral__case__holder__isnull=False)
        return self.scope_overseen(actor).exclude(mine)


class Reveal(models.Model):
    """Somebody asked to tell one partner who reported in confidence, with a motive; a second person decides.

    A request that nobody decided ends with its case. It shows name and contact with that referral alone.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Wacht op een tweede persoon")
        CONFIRMED = "confirmed", _("Bevestigd")
        REFUSED = "refused", _("Afgewezen")
        LAPSED = "lapsed", _("Vervallen met de zaak")

    referral = models.ForeignKey("partners.Referral", on_delete=models.PROTECT, related_name="reveals")
    report = models.ForeignKey("incidents.Report", on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=12, choices=Ground)
    motive = EncryptedTextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    refusal = EncryptedTextField(blank=True, default="")
    # Whether the reporter was told, and why that would be dangerous.
    told = models.BooleanField(null=True)
    not_told_why = EncryptedTextField(blank=True, default="")

    objects = RevealQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state="asked"), name="reveal_waiting"),
            models.Index(
                fields=["-decided_at"], condition=Q(state="confirmed", told=False), name="reveal_untold"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "report"],
                condition=Q(state__in=["asked", "confirmed"]),
                name="reveal_once",
            ),
            models.CheckConstraint(
                condition=Q(ground__in=["consent", "vital", "legal_duty"]), name="reveal_ground"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "lapsed"], decided_at=None, decided_by=None)
                | Q(state__in=["confirmed", "refused"], decided_at__isnull=False, decided_by__isnull=False),
                name="reveal_decided_iff_at",
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | ~Q(decided_by=F("asked_by")), name="reveal_second_person"
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal=""), name="reveal_refused_has_reason"
            ),
            models.CheckConstraint(
                condition=(~Q(state="confirmed") & Q(told=None))
                | Q(state="confirmed", told=True, not_told_why="")
                | (Q(state="confirmed", told=False) & ~Q(not_told_why="")),
                name="reveal_told_or_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"reveal of {self.report_id} to {self.referral_id}: {self.state}"

    @property
    def waits(self) -> bool:
        """Select `referral__case` along."""
        return (
            self.state == self.State.ASKED
            and self.referral.state in IN_QUEUE
            and self.referral.case.closed_at is None
        )
