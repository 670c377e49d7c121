from __future__ import annotations

from django.db import models

from safetyportal.privacy.fields import EncryptedTextField


class ReporterIdentity(models.Model):
    """Who the reporter is, apart from the report and encrypted. There is no row for an anonymous reporter."""

    report = models.OneToOneField(
        "incidents.Report", on_delete=models.CASCADE, primary_key=True, related_name="identity"
    )
    name = EncryptedTextField(blank=True, default="")
    phone = EncryptedTextField(blank=True, default="")
    email = EncryptedTextField(blank=True, default="")
    home = models.ForeignKey("complexes.Home", on_delete=models.SET_NULL, null=True, related_name="+")
    # Keyed hashes: find a person's reports again without being able to read the table.
    phone_index = models.CharField(max_length=64, blank=True, db_index=True)
    email_index = models.CharField(max_length=64, blank=True, db_index=True)

    def __str__(self) -> str:
        return f"identity of {self.report_id}"


class AccessCode(models.Model):
    """The reporter's way back: an Argon2id hash of a code that was shown once."""

    report = models.OneToOneField(
        "incidents.Report", on_delete=models.CASCADE, primary_key=True, related_name="access_code"
    )
    hash = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"code of {self.report_id}"
