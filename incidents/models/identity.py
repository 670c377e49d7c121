from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from incidents.rules.answers import BestTime, Mode, Reach
from safetyportal.privacy.fields import EncryptedTextField


class ReporterIdentity(models.Model):
    """Who the reporter is, apart from the report and encrypted. There is no row for an anonymous reporter."""

    report = models.OneToOneField(
        "incidents.Report", on_delete=models.CASCADE, primary_key=True, related_name="identity"
    )
    name = EncryptedTextField(blank=True, default="")
    phone = EncryptedTextField(blank=True, default="")
    email = EncryptedTextField(blank=True, default="")
    # How this person may safely be reached.
    reach = ArrayField(models.CharField(max_length=10, choices=Reach), default=list)
    best_time = models.CharField(max_length=10, choices=BestTime, blank=True)
    mail_stopped = models.BooleanField(default=False)
    # Reported without a name, and told us later: since when, and whether the name may be used.
    disclosed_at = models.DateTimeField(null=True)
    disclosed_as = models.CharField(max_length=12, choices=Mode, blank=True)
    home = models.ForeignKey("complexes.Home", on_delete=models.SET_NULL, null=True, related_name="+")
    # Keyed hashes: find a person's reports again without being able to read the table.
    phone_index = models.CharField(max_length=64, blank=True, db_index=True)
    email_index = models.CharField(max_length=64, blank=True, db_index=True)

    def __str__(self) -> str:
        return f"identity of {self.report_id}"

    @property
    def is_confidential(self) -> bool:
        """Nobody outside the team may hear the name."""
        return (self.disclosed_as or self.report.mode) != Mode.NAMED

    @property
    def said_reach(self) -> str:
        """What must not be done, in words."""
        return ", ".join(str(Reach(one).label) for one in self.reach)


class AccessCode(models.Model):
    """The reporter's way back: an Argon2id hash of a code that was shown once."""

    report = models.OneToOneField(
        "incidents.Report", on_delete=models.CASCADE, primary_key=True, related_name="access_code"
    )
    hash = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"code of {self.report_id}"


class CodeLetter(models.Model):
    """A new code that a member of staff is printing; gone after ten minutes."""

    report = models.ForeignKey("incidents.Report", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(db_index=True)
    code = EncryptedTextField()

    def __str__(self) -> str:
        return f"letter with a code of {self.report_id}"


class LinkRequest(models.Model):
    """Somebody asked for a link with this number and this address; work for the relay, and gone when it is done.

    Whether the two belong together is looked at there, so that asking takes as long whatever is true.
    """

    number = EncryptedTextField()
    email = EncryptedTextField()
    asked_at = models.DateTimeField()
    rung_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"link asked for at {self.asked_at:%Y-%m-%d %H:%M}"


class ReporterLink(models.Model):
    """A mailed link, once and for a short time; the mail holds the token, we its hash."""

    class Purpose(models.TextChoices):
        ENTER = "enter", _("Melding openen")
        ADDRESS = "address", _("E-mailadres bevestigen")

    report = models.ForeignKey("incidents.Report", on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=10, choices=Purpose)
    token_hash = models.CharField(max_length=64, unique=True)
    # The address to confirm.
    email = EncryptedTextField(blank=True, default="")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.purpose} link of {self.report_id}"
