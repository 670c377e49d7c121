from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Moment(models.TextChoices):
    """When in a case a text is of use. What is for a letter is read by whoever the letter goes to, the rest by the reporter."""

    RECEIVED = "received", _("Eerste contact")
    QUESTION = "question", _("Vraag aan de melder")
    PROGRESS = "progress", _("Voortgang")
    MEDIATION = "mediation", _("Buurtbemiddeling aangeboden")
    SPOKEN = "spoken", _("Na het gesprek met de andere bewoner")
    PARTNER = "partner", _("Een ketenpartner werkt mee")
    SOLVED = "solved", _("Sluiten: de overlast is voorbij")
    AGREED = "agreed", _("Sluiten: er zijn afspraken gemaakt")
    HANDED_OVER = "handed_over", _("Sluiten: een ketenpartner heeft het overgenomen")
    NOT_FOUND = "not_found", _("Sluiten: wij konden niets vaststellen")
    WITHDRAWN = "withdrawn", _("Sluiten: de melder trekt de melding in")
    NOT_OURS = "not_ours", _("Niet opgepakt: dit is niet aan ons")
    TOO_LITTLE = "too_little", _("Niet opgepakt: wij weten te weinig")
    REOPENED = "reopened", _("Heropend")
    REOPEN_REFUSED = "reopen_no", _("Heropenen afgewezen")
    INVITATION = "invitation", _("Brief: uitnodiging voor een gesprek")
    SECOND_INVITATION = "invitation2", _("Brief: tweede uitnodiging")
    AGREEMENTS = "agreements", _("Brief: afspraken na een gesprek")
    WARNING = "warning", _("Brief: eerste waarschuwing")
    LAST_WARNING = "last_warning", _("Brief: laatste waarschuwing")
    CONDUCT = "conduct", _("Brief: gedragsaanwijzing")
    LAST_CHANCE = "last_chance", _("Brief: laatstekansovereenkomst")
    ART14 = "art14", _("Brief: wij hebben gegevens over u (AVG art. 14)")
    OBJECTION = "objection", _("Brief: antwoord op bezwaar")
    REPLY = "reply", _("Brief: antwoord")
    OTHER = "other", _("Brief: anders")


FOR_LETTERS = frozenset(
    {
        Moment.INVITATION,
        Moment.SECOND_INVITATION,
        Moment.AGREEMENTS,
        Moment.WARNING,
        Moment.LAST_WARNING,
        Moment.CONDUCT,
        Moment.LAST_CHANCE,
        Moment.ART14,
        Moment.OBJECTION,
        Moment.REPLY,
        Moment.OTHER,
    }
)


class StandardText(models.Model):
    """A text to start a message or a letter from (standaardtekst). Delivered, changed and added to through the settings.

    A retired one stays, because the history of the settings and letters that were made of it name its code.
    """

    code = models.SlugField(primary_key=True, max_length=40)
    moment = models.CharField(max_length=12, choices=Moment)
    # For one group of kinds only; empty is for all.
    group = models.ForeignKey("incidents.KindGroup", on_delete=models.PROTECT, null=True, related_name="+")
    label = models.CharField(max_length=80)
    # What a letter says it is about.
    heading = models.CharField(max_length=120, blank=True)
    text_nl = models.TextField()
    # By language as of incidents.rules.languages; without Dutch.
    translations = models.JSONField(default=dict, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(moment__in=sorted(FOR_LETTERS)) | ~Q(heading=""), name="standard_text_letter_has_heading"
            ),
            models.CheckConstraint(condition=~Q(translations__has_key="nl"), name="standard_text_dutch_apart"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.label
