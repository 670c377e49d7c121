from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.rules.languages import Language
from safetyportal.privacy.fields import EncryptedTextField

# They ask somebody to do something, so there is a day to look whether it was done.
ASKING = ("agreements", "conduct", "last_chance", "last_warning", "warning")


class LetterQuerySet(models.QuerySet["Letter"]):
    def sent(self) -> LetterQuerySet:
        return self.exclude(sent_at=None)

    def without_check(self) -> LetterQuerySet:
        """Sent, asking for something, and nobody looks whether it is done."""
        return self.sent().filter(check_on=None, sort__in=ASKING)


class Letter(models.Model):
    """A letter about a case to somebody who is not the reporter, or to the reporter as an answer. Kept as it was sent.

    Triggers refuse to change or remove one that was sent, and its paper.
    """

    class Sort(models.TextChoices):
        INVITATION = "invitation", _("Uitnodiging voor een gesprek")
        SECOND_INVITATION = "invitation2", _("Tweede uitnodiging")
        AGREEMENTS = "agreements", _("Afspraken")
        WARNING = "warning", _("Eerste waarschuwing")
        LAST_WARNING = "last_warning", _("Laatste waarschuwing")
        CONDUCT = "conduct", _("Gedragsaanwijzing")
        LAST_CHANCE = "last_chance", _("Laatstekansovereenkomst")
        ART14 = "art14", _("Informatie over gegevens (AVG art. 14)")
        OBJECTION = "objection", _("Antwoord op bezwaar")
        REPLY = "reply", _("Antwoord")
        OTHER = "other", _("Andere brief")

    case = models.ForeignKey("incidents.Case", on_delete=models.PROTECT, related_name="letters")
    sort = models.CharField(max_length=12, choices=Sort)
    # To whom in the case; none where it goes to a reporter or to somebody outside it.
    party = models.ForeignKey(
        "incidents.Party", on_delete=models.PROTECT, null=True, related_name="letters", db_index=False
    )
    # Which standard text it began with.
    text = models.ForeignKey("incidents.StandardText", on_delete=models.PROTECT, null=True, related_name="+")
    to_name = EncryptedTextField()
    to_address = EncryptedTextField()
    heading = EncryptedTextField()
    body = EncryptedTextField()
    # The same in another language, on a page of its own: an explanation, for the Dutch text holds.
    language = models.CharField(max_length=8, choices=Language, blank=True)
    explanation = EncryptedTextField(blank=True, default="")
    # Goes up with each change, so that nobody sends what he did not see.
    version = models.PositiveSmallIntegerField(default=1)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    check_on = models.DateField(null=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    sent_at = models.DateTimeField(null=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at=None, sent_by=None) | Q(sent_at__isnull=False, sent_by__isnull=False),
                name="letter_sent_by_iff_sent",
            ),
            models.CheckConstraint(
                condition=(Q(language="") & Q(explanation="")) | (~Q(language="") & ~Q(explanation="")),
                name="letter_explained_in_a_language",
            ),
            models.CheckConstraint(condition=~Q(language="nl"), name="letter_itself_is_dutch"),
        ]
        indexes = [
            models.Index(fields=["case", "-written_at"], name="letter_by_case"),
            models.Index(fields=["party"], condition=Q(party__isnull=False), name="letter_of_party"),
            # Those of Letter.without_check(), with nothing else.
            models.Index(
                fields=["case"],
                condition=Q(check_on=None, sent_at__isnull=False, sort__in=ASKING),
                name="letter_unchecked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sort} {self.pk}"

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None


class LetterPaper(models.Model):
    """The PDF of a letter as it was sent, so that another letterhead later changes nothing."""

    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, primary_key=True, related_name="paper")
    # In base64: PostgreSQL keeps the ciphertext as text.
    pdf = EncryptedTextField()
    sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"paper of letter {self.letter_id}"


CHECKED = frozenset(map(Letter.Sort, ASKING))
