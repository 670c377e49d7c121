from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Name(models.TextChoices):
    FIRST_CONTACT = "first_contact", _("Eerste contact")
    DECIDE = "decide", _("Besluit of wij dit oppakken")
    PROGRESS = "progress", _("Bericht over de voortgang")
    PARTNER_ANSWER = "partner_answer", _("Antwoord van de ketenpartner")
    QUESTION = "question", _("Vraag van een ketenpartner beantwoorden")
    REPORTER_ASKS = "reporter_asks", _("Bericht of verzoek van de melder")
    REPORTER_ANSWER = "reporter_answer", _("Antwoord van de melder")
    HEARING = "hearing", _("Gesprek met de bewoner over wie gemeld is")
    ANSWER_ACCUSED = "answer_accused", _("Bericht van de bewoner over wie gemeld is")
    INFORM = "inform", _("Bewoner informeren (AVG art. 14)")
    OBJECTION = "objection", _("Bezwaar beantwoorden")
    CHECK = "check", _("Controle van een afspraak")
    REVIEW = "review", _("Zaak opnieuw bekijken")
    TASK = "task", _("Taak")
    SCALED = "scaled", _("Opschaling opnieuw bekijken")
    CUT_OFF = "cut_off", _("Kiezen hoe het verder gaat")


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def open(self) -> Self:
        """Not met yet; a paused deadline is still open."""
        return self.filter(met_at=None)

    def late(self, at: datetime) -> Self:
        """Open, running and past."""
        return self.open().filter(paused_since=None, due__lt=at)

    def of(self, subject_kind: str, subject_id: object) -> Self:
        return self.filter(subject_kind=subject_kind, subject_id=str(subject_id))


class Deadline(models.Model):
    """Something somebody must do before `due`, about any kind of thing.

    `about` tells apart obligations of one name on one subject, such as the answers of two partners in one
    case.
    """

    subject_kind = models.CharField(max_length=20)
    subject_id = models.CharField(max_length=64)
    name = models.CharField(_("termijn"), max_length=20, choices=Name)
    about = models.CharField(max_length=64, blank=True, default="")
    team = models.ForeignKey("accounts.Team", on_delete=models.SET_NULL, null=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    due = models.DateTimeField()
    paused_since = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)
    bars_closing = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        # Due at the same moment: the first contact before the decision.
        ordering = ["due", "-name", "id"]
        indexes = [
            models.Index(fields=["team", "due"], condition=Q(met_at=None), name="deadline_open_of_team"),
            models.Index(fields=["subject_kind", "subject_id"], name="deadline_of_subject"),
            # What waits under one name, in all teams: for the work lists, without a look at the table.
            models.Index(
                fields=["name", "due"],
                include=["subject_kind", "subject_id", "paused_since", "bars_closing"],
                condition=Q(met_at=None),
                name="deadline_open_and_bars",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "name", "about"],
                condition=Q(met_at=None),
                name="deadline_open_once",
            ),
            models.CheckConstraint(
                condition=Q(met_at=None) | Q(paused_since=None), name="deadline_met_is_not_paused"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.subject_kind} {self.subject_id}"
