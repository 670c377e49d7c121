from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.models.conflict import Conflict, kept_out
from incidents.rules.answers import YesNo
from safetyportal.accounts.roles import Role
from safetyportal.policy.scopes import ScopedQuerySet
from safetyportal.privacy.fields import EncryptedTextField


class Seen(models.TextChoices):
    """What somebody saw or met at the door. Facts; what they mean is not for a list."""

    MAIL = "mail", _("Post stapelt zich op")
    NOBODY = "nobody", _("Lang niemand gezien")
    CURTAINS = "curtains", _("Gordijnen altijd dicht")
    NO_ACCESS = "no_access", _("Niet binnengekomen voor controle of reparatie")
    SMELL = "smell", _("Stank")
    FULL = "full", _("Woning vol of vervuild")
    CANNABIS = "cannabis", _("Warmte, geur of geluid als van een kwekerij")
    VISITORS = "visitors", _("Veel kort bezoek")
    CHILDREN = "children", _("Kinderen alleen of niet verzorgd")
    ARREARS = "arrears", _("Geen reactie op brieven over de huur")
    DAMAGE = "damage", _("Schade of kapotte deur")


class Worry(models.IntegerChoices):
    LITTLE = 1, _("Let erop")
    SOME = 2, _("Iemand moet kijken")
    MUCH = 3, _("Deze week nog")


class SignalState(models.TextChoices):
    NEW = "new", _("Nieuw")
    LOOKED = "looked", _("Bekeken")
    CASE = "case", _("Zaak geworden")
    ASIDE = "aside", _("Terzijde gelegd")


OPEN = (SignalState.NEW, SignalState.LOOKED)


class SignalQuerySet(ScopedQuerySet["PreventiveSignal"]):
    def alive(self, at: datetime) -> SignalQuerySet:
        """Not expired: what is, nobody sees any more, also before the daily job took it away."""
        return self.filter(expires_at__gt=at)

    def open(self) -> SignalQuerySet:
        return self.filter(state__in=OPEN)

    def scope_own_complexes(self, actor: Any) -> SignalQuerySet:
        """At the complexes of the actor's own teams; all of them for triage. Never where they live or whom they know (Conflict)."""
        kept = self.exclude(kept_out(actor, "case__")).exclude(
            complex__in=Conflict.objects.in_force()
            .filter(person=actor, complex__isnull=False)
            .values("complex")
        )
        if Role.TRIAGE in actor.roles:
            return kept
        return kept.filter(complex__team__in=actor.teams_as(frozenset({Role.HANDLER, Role.LEAD})))

    def scope_given_by_me(self, actor: Any) -> SignalQuerySet:
        return self.filter(by=actor)


class PreventiveSignal(models.Model):
    """What a colleague saw that may need a look. About a place, not an accusation: there is no field for a name, and it
    expires by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complex = models.ForeignKey("complexes.Complex", on_delete=models.PROTECT, related_name="+")
    entrance = models.ForeignKey("complexes.Entrance", on_delete=models.SET_NULL, null=True, related_name="+")
    home = models.ForeignKey("complexes.Home", on_delete=models.SET_NULL, null=True, related_name="+")
    space = models.ForeignKey("complexes.Space", on_delete=models.SET_NULL, null=True, related_name="+")
    # Where in the complex, in words, when no space of ours is meant.
    place_text = models.CharField(max_length=60, blank=True)
    seen = ArrayField(models.CharField(max_length=10, choices=Seen), default=list)
    text = EncryptedTextField(blank=True, default="")
    worry = models.PositiveSmallIntegerField(choices=Worry)
    # Whether the resident was told that this is passed on; "unknown": there was no talk.
    resident_knows = models.CharField(max_length=8, choices=YesNo)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=8, choices=SignalState, default=SignalState.NEW)
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    looked_at = models.DateTimeField(null=True)
    aside_reason = EncryptedTextField(blank=True, default="")
    case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, null=True, related_name="+")

    objects = SignalQuerySet.as_manager()

    class Meta:
        # For the list (signal_pages).
        indexes = [models.Index(fields=["-worry", "-at", "-id"], name="signal_in_order")]
        constraints = [
            models.CheckConstraint(condition=Q(worry__range=(1, 3)), name="signal_worry_1_to_3"),
            models.CheckConstraint(condition=~Q(seen=[]) | ~Q(text=""), name="signal_says_something"),
            models.CheckConstraint(condition=Q(home=None) | Q(space=None), name="signal_home_or_space"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("at")), name="signal_expires_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(state="new", looked_by=None, looked_at=None)
                | (~Q(state="new") & Q(looked_by__isnull=False, looked_at__isnull=False)),
                name="signal_looked_by_iff_not_new",
            ),
            models.CheckConstraint(
                condition=Q(state="case", case__isnull=False) | (~Q(state="case") & Q(case=None)),
                name="signal_case_iff_made",
            ),
            models.CheckConstraint(
                condition=(Q(state="aside") & ~Q(aside_reason="")) | (~Q(state="aside") & Q(aside_reason="")),
                name="signal_reason_iff_aside",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def said_seen(self) -> list[str]:
        return [str(Seen(one).label) for one in self.seen]

    @property
    def place(self) -> str:
        """Where it is, in words. Select complex, entrance, home and space along."""
        spot = self.home or self.space or self.entrance or self.place_text
        return f"{spot}, {self.complex}" if spot else str(self.complex)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def worry_tone(self) -> str:
        return {Worry.LITTLE: "neutral", Worry.SOME: "info", Worry.MUCH: "danger"}[Worry(self.worry)]

    @property
    def said_knows(self) -> str:
        return str(
            _("Niet gesproken") if self.resident_knows == YesNo.UNKNOWN else YesNo(self.resident_knows).label
        )
