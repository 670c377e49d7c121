from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from safetyportal.accounts.models import User


class TimelineQuerySet(models.QuerySet["TimelineEntry"]):
    def shown_to(self, actor: User) -> Self:
        """What this member of staff may read of a case that is open to them: all but the personal lines of others."""
        return self.exclude(~Q(by=actor), visibility=TimelineEntry.Visibility.PERSONAL)


class TimelineEntry(models.Model):
    """One thing that happened in a case: when, who, and for whose eyes. Never changed afterwards."""

    class Sort(models.TextChoices):
        FILED = "filed", _("Melding ontvangen")
        ROUTED = "routed", _("Gerouteerd")
        PROPOSED = "proposed", _("Voorstel voor doorverwijzing")
        RELEASED = "released", _("Doorverwijzing vrijgegeven")
        ACCEPTED = "accepted", _("Aangenomen door ketenpartner")
        DECLINED = "declined", _("Teruggegeven door ketenpartner")
        FINISHED = "finished", _("Afgerond door ketenpartner")
        ASKED = "asked", _("Vraag van ketenpartner")
        ANSWERED = "answered", _("Antwoord aan ketenpartner")
        ENCLOSED = "enclosed", _("Bestand gedeeld met ketenpartner")
        REVEALED = "revealed", _("Naam van de melder delen met ketenpartner")
        TAKEN = "taken", _("In behandeling genomen")
        NOTE = "note", _("Notitie")
        CONTACT = "contact", _("Contact met de melder")
        MESSAGE = "message", _("Bericht aan de melder")
        MARKED = "marked", _("Kenmerk gezet")
        SEVERITY = "severity", _("Ernst aangepast")
        CHANGED = "changed", _("Soort of plek veranderd")
        HANDED_OVER = "handed_over", _("Overgedragen")
        REOPENED = "reopened", _("Zaak heropend")
        QUESTION = "question", _("Vraag aan de melder")
        REPLY = "reply", _("Bericht van de melder")
        AGAIN = "again", _("Het gebeurde weer")
        AFRAID = "afraid", _("De melder is bang dat anderen het weten")
        COMPLAINT = "complaint", _("Klacht over hoe wij dit doen")
        REOPEN = "reopen_asked", _("Verzoek om te heropenen")
        ERASE = "erase_asked", _("Verzoek om gegevens te wissen")
        WITHDRAWN = "withdrawn", _("De melder trekt de melding in")
        DISCLOSED = "disclosed", _("De melder zegt wie hij is")
        RATED = "rated", _("Oordeel van de melder")
        STATUS = "status", _("Status veranderd")
        MERGED = "merged", _("Samengevoegd")
        UNMERGED = "unmerged", _("Weer apart gezet")
        SPLIT = "split", _("Gesplitst")
        PARTY = "party", _("Betrokkene")
        INVITED = "invited", _("Uitgenodigd voor een gesprek")
        HEARD = "heard", _("Andere kant gehoord")
        NO_SHOW = "no_show", _("Niet verschenen")
        STATEMENT = "statement", _("Eigen verklaring")
        INFORMED = "informed", _("Informatieplicht (AVG art. 14)")
        OBJECTION = "objection", _("Bezwaar")
        RESTRICTION = "restriction", _("Beperking van het gebruik")
        PLAN = "plan", _("Plan op maat")
        LADDER = "ladder", _("Stap op de ladder")
        CHECKED = "checked", _("Afspraak gecontroleerd")
        LETTER = "letter", _("Brief")
        TASK = "task", _("Taak")
        TASK_DONE = "task_done", _("Taak klaar")
        MAIL = "mail", _("E-mail toegevoegd")
        SIGNAL = "signal", _("Signaal van een medewerker")
        TRANSLATED = "translated", _("Vertaling")
        ALERTED = "alerted", _("Dienst gewaarschuwd")
        ACKNOWLEDGED = "acknowledged", _("Dienst kijkt ernaar")
        REOPEN_REFUSED = "reopen_no", _("Heropenen afgewezen")
        CONFLICT = "conflict", _("Belangenverstrengeling")
        SCALED = "scaled", _("Opschalen en afschalen")
        CUT_OFF = "cut_off", _("Ketenpartner ziet de zaak niet meer")
        SEES_AGAIN = "sees_again", _("Ketenpartner ziet de zaak weer")
        CLOSED = "closed", _("Zaak gesloten")
        ALARM = "alarm", _("Alarm")

    class Visibility(models.TextChoices):
        TEAM = "team", _("Medewerkers")
        REPORTER = "reporter", _("Ook de melder")
        PERSONAL = "personal", _("Alleen ikzelf")

    case = models.ForeignKey("incidents.Case", on_delete=models.CASCADE, related_name="timeline")
    # What is between us and one reporter: no other reporter of the case reads it. Empty: for the case as a whole.
    report = models.ForeignKey("incidents.Report", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    sort = models.CharField(max_length=12, choices=Sort)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.TEAM)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    # Who acted, in words that stay true when an account is gone: a name, a partner, the portal, the reporter.
    by_label = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    sensitive = models.BooleanField(default=False)

    objects = TimelineQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["case", "-at", "-id"], name="timeline_by_case"),
            # Whether somebody was heard, without reading the whole timeline of each case.
            models.Index(fields=["case"], condition=Q(sort="heard"), name="timeline_heard"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(sort="message") | Q(visibility="reporter"), name="timeline_message_to_reporter"
            ),
            models.CheckConstraint(
                condition=~Q(visibility="personal") | Q(by__isnull=False),
                name="timeline_personal_is_of_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sort} {self.at:%Y-%m-%d}"
