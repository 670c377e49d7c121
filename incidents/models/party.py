from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from safetyportal.policy.scopes import ScopedQuerySet
from safetyportal.privacy.fields import EncryptedTextField


class PartyQuerySet(ScopedQuerySet["Party"]):
    def current(self) -> PartyQuerySet:
        """Not taken off the case."""
        return self.filter(ended_at=None)

    def accused(self) -> PartyQuerySet:
        return self.current().filter(role=Party.Role.ACCUSED)

    def scope_own_reply(self, actor: Any) -> PartyQuerySet:
        """Somebody with a letter is reached by its session (incidents.sides.accused_session), never through an account."""
        return self.none()


class Party(models.Model):
    """Somebody a case is about or who knows something of it. Never deleted: taken off, with a reason.

    Who reported is not here: a report has its own ReporterIdentity. The name is in no timeline, list or log.
    """

    class Role(models.TextChoices):
        ACCUSED = "accused", _("Bewoner over wie gemeld is")
        REPORTER = "reporter", _("Klaagde ook, zonder melding")
        WITNESS = "witness", _("Getuige")
        OTHER = "other", _("Anders betrokken")

    class Sort(models.TextChoices):
        PERSON = "person", _("Een persoon")
        UNKNOWN = "unknown", _("Onbekend wie")
        GROUP = "group", _("Een groep")

    case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(max_length=10, choices=Role)
    sort = models.CharField(max_length=8, choices=Sort, default=Sort.PERSON)
    # Of a group or somebody unknown: what people call them, such as "groep jongeren".
    name = EncryptedTextField(blank=True, default="")
    phone = EncryptedTextField(blank=True, default="")
    email = EncryptedTextField(blank=True, default="")
    address_note = EncryptedTextField(blank=True, default="")
    # Keyed hashes: find a person again without being able to read the table.
    phone_index = models.CharField(max_length=64, blank=True, db_index=True)
    email_index = models.CharField(max_length=64, blank=True, db_index=True)
    home = models.ForeignKey("complexes.Home", on_delete=models.SET_NULL, null=True, related_name="+")
    # Taken over from the tenancy administration.
    resident = models.ForeignKey("complexes.Resident", on_delete=models.SET_NULL, null=True, related_name="+")
    # The language to write and speak in, and whether somebody must interpret; None is not known.
    language = models.CharField(max_length=8, default="nl")
    needs_interpreter = models.BooleanField(null=True)

    # Of a case that was merged into this one: where they go back to when it is set apart again.
    came_from = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    # What was told to the accused, and when (AVG art. 14): kind and months as they were then, never a day or an hour.
    informed_at = models.DateTimeField(null=True)
    told_kind = models.ForeignKey("incidents.Kind", on_delete=models.PROTECT, null=True, related_name="+")
    told_from = models.DateField(null=True)
    told_until = models.DateField(null=True)
    told_rule = EncryptedTextField(blank=True, default="")
    told_text = EncryptedTextField(blank=True, default="")
    # Informing harms the purpose for now: until when it waits. Why, the timeline says.
    inform_delayed_until = models.DateField(null=True)
    # AVG art. 18: since then the data are kept and not used.
    use_restricted_since = models.DateTimeField(null=True)

    objects = PartyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["case"], condition=Q(ended_at=None), name="party_of_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="party_ended_by_iff_ended",
            ),
            models.CheckConstraint(
                condition=Q(informed_at=None, told_kind=None)
                | Q(informed_at__isnull=False, told_kind__isnull=False, role="accused"),
                name="party_told_iff_informed",
            ),
            models.CheckConstraint(
                condition=Q(use_restricted_since=None) | Q(role="accused"), name="party_restricted_accused"
            ),
            models.UniqueConstraint(
                fields=["case", "resident", "role"],
                condition=Q(ended_at=None, came_from=None),
                name="party_resident_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} in {self.case_id}"

    @property
    def can_be_heard(self) -> bool:
        """Somebody we know; nobody can talk to an unknown person or to a group."""
        return self.role == Party.Role.ACCUSED and self.sort == Party.Sort.PERSON and self.ended_at is None


class PartyCode(models.Model):
    """The way in for somebody a case is about: a number of their own and an Argon2id hash of a code that was shown once."""

    party = models.OneToOneField(
        Party, on_delete=models.CASCADE, primary_key=True, related_name="access_code"
    )
    number = models.CharField(max_length=12, unique=True)
    hash = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.number


class PartyLetter(models.Model):
    """A code that a member of staff is printing; gone after ten minutes."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(db_index=True)
    code = EncryptedTextField()

    def __str__(self) -> str:
        return f"letter with a code of {self.party_id}"


class PartyWord(models.Model):
    """Which lines of the timeline are between us and this party: what they wrote, unchanged, and what we answered."""

    class Sort(models.TextChoices):
        STATEMENT = "statement", _("Eigen verklaring")
        WHEN = "when", _("Wanneer de bewoner kan")
        INTERPRETER = "interpreter", _("Vraag om een tolk of een andere taal")
        OBJECTION = "objection", _("Bezwaar")
        CORRECTION = "correction", _("Verzoek om iets te verbeteren")
        RESTRICTION = "restriction", _("Verzoek om de gegevens niet te gebruiken")
        ANSWER = "answer", _("Antwoord van ons")

    entry = models.OneToOneField(
        "incidents.TimelineEntry", on_delete=models.CASCADE, primary_key=True, related_name="party_word"
    )
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="words")
    sort = models.CharField(max_length=12, choices=Sort)

    def __str__(self) -> str:
        return f"{self.sort} of {self.party_id}"
