from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AccountLinkQuerySet(models.QuerySet["AccountLink"]):
    def live(self) -> AccountLinkQuerySet:
        """Neither used nor ended; it may have expired."""
        return self.filter(used_at=None, ended_at=None)


class AccountLink(models.Model):
    """A link that one person may use once to set a password. The database holds its hash, the mail the link itself."""

    class Purpose(models.TextChoices):
        INVITE = "invite", _("Uitnodiging")
        RESET = "reset", _("Opnieuw beginnen")
        PASSWORD = "password", _("Nieuw wachtwoord")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="account_links")
    purpose = models.CharField(max_length=10, choices=Purpose)
    token_hash = models.CharField(max_length=64, unique=True)
    # Nobody: the person asked for it, or the first administrator was made on the server itself.
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = AccountLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(used_at=None, ended_at=None), name="account_link_one_live"
            ),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(ended_at=None), name="account_link_used_or_ended"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} for {self.user_id}"

    def opens(self, at: datetime) -> bool:
        return self.used_at is None and self.ended_at is None and at < self.expires_at and self.user.is_active
