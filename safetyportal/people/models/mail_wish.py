from __future__ import annotations

from django.conf import settings
from django.db import models


class MailWish(models.Model):
    """Which mails somebody wants. Without a row, or with None, what fits their role (people.mail_wishes)."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="mail_wish"
    )
    digest = models.BooleanField(null=True)
    handed_over = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.user_id)
