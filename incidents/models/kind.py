from __future__ import annotations

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from safetyportal.clock.urgency import Urgency


class Labelled(models.Model):
    label_nl = models.CharField(max_length=80)
    label_en = models.CharField(max_length=80)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The label in the reader's language; Dutch where there is none of their own."""
        return self.label_en if get_language() == "en" else self.label_nl


class KindGroup(Labelled):
    code = models.CharField(max_length=3, primary_key=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]


class KindQuerySet(models.QuerySet["Kind"]):
    def active(self, on: date) -> Self:
        return self.filter(Q(active_to=None) | Q(active_to__gte=on), active_from__lte=on)

    def for_tenants(self, on: date) -> Self:
        return self.active(on).exclude(intake=Kind.Intake.STAFF)


class Kind(Labelled):
    """A kind of report (soort): what it is called, how fast we answer, how it may be shared, where it goes first.

    `share` is the floor of routing (A < M < T < H < N): a rule may be stricter, never looser.
    """

    class Intake(models.TextChoices):
        OPEN = "open", _("Melden kan")
        CALL_FIRST = "call_first", _("Eerst bellen, daarna melden")
        CLOSED = "closed", _("Niet via het portaal: bellen")
        STAFF = "staff", _("Alleen voor medewerkers")

    class FirstAnswer(models.TextChoices):
        """What we say first (domain 3.1, "empathisch nee"); whoever wants to report, may."""

        CASE = "case", _("Meteen melden")
        ADVICE = "advice", _("Eerst advies om het zelf op te lossen")
        MEDIATION = "mediation", _("Eerst hulp van buurtbemiddeling aanbieden")

    class Share(models.TextChoices):
        AUTOMATIC = "A", _("Automatisch, ook zonder convenant: dit gaat over een plek")
        MINIMISED = "M", _("Automatisch, met een convenant")
        CONSENT = "T", _("Alleen met toestemming van de melder")
        HOLD = "H", _("Een medewerker geeft vrij")
        NONE = "N", _("Niet via het portaal")

    class Law(models.TextChoices):
        NO = "no", _("Nee")
        MAY = "may", _("Kan")
        YES = "yes", _("Ja")

    code = models.CharField(max_length=12, primary_key=True)
    group = models.ForeignKey(KindGroup, on_delete=models.PROTECT, related_name="kinds")
    position = models.PositiveSmallIntegerField()
    hint_nl = models.CharField(max_length=200, blank=True)
    hint_en = models.CharField(max_length=200, blank=True)
    urgency = models.CharField(max_length=2, choices=Urgency)
    intake = models.CharField(max_length=10, choices=Intake)
    call_line = models.CharField(max_length=20, blank=True)
    call_text_nl = models.TextField(blank=True)
    call_text_en = models.TextField(blank=True)
    # In which words people say it, parted by commas: what incidents.taxonomy.finding searches.
    words_nl = models.TextField(blank=True)
    words_en = models.TextField(blank=True)
    first_answer = models.CharField(max_length=10, choices=FirstAnswer, default=FirstAnswer.CASE)
    advice_nl = models.TextField(blank=True)
    advice_en = models.TextField(blank=True)
    # What is asked about it today; empty only while the taxonomy is being loaded.
    questions = models.ForeignKey(
        "incidents.QuestionSet", on_delete=models.PROTECT, null=True, related_name="+"
    )
    share = models.CharField(max_length=1, choices=Share)
    may_propose = models.BooleanField(default=False)
    art9 = models.CharField(max_length=3, choices=Law)
    art10 = models.CharField(max_length=3, choices=Law)
    restricted = models.BooleanField(default=False)
    one_to_one = models.BooleanField(default=False)
    nature = models.FloatField()
    # Codes of partner types; who that is here and now, routing finds out.
    first_partners = ArrayField(models.CharField(max_length=12), default=list)
    second_partners = ArrayField(models.CharField(max_length=12), default=list)
    named_partners = ArrayField(models.CharField(max_length=12), default=list)
    vera = models.CharField(max_length=12, blank=True)
    active_from = models.DateField(default=date(2026, 1, 1))
    active_to = models.DateField(null=True, blank=True)

    objects = KindQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(nature__gte=0, nature__lte=1), name="kind_nature"),
            models.CheckConstraint(
                condition=~Q(intake="closed") | ~Q(call_line=""), name="kind_closed_has_number"
            ),
            models.CheckConstraint(
                condition=Q(first_answer="case") | ~Q(advice_nl=""), name="kind_first_answer_says_something"
            ),
        ]

    @property
    def accuses_somebody(self) -> bool:
        """A report of this kind may say that somebody did wrong, who may pay it back when he sees it written."""
        both_may = self.art9 != self.Law.NO and self.art10 == self.Law.MAY
        return self.art10 == self.Law.YES or both_may

    @property
    def hint(self) -> str:
        """A softer line below the label, in the reader's language where there is one."""
        return self.hint_en if get_language() == "en" and self.hint_en else self.hint_nl

    @property
    def advice(self) -> list[str]:
        """What people can do themselves, line by line, in the reader's language where there is one."""
        text = self.advice_en if get_language() == "en" and self.advice_en else self.advice_nl
        return [line.strip() for line in text.splitlines() if line.strip()]

    @property
    def call_text_language(self) -> str:
        return "en" if get_language() == "en" and self.call_text_en else "nl"

    @property
    def call_text(self) -> str:
        """Whom to call first and why, in `call_text_language`."""
        return self.call_text_en if self.call_text_language == "en" else self.call_text_nl
