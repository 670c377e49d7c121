from __future__ import annotations

from django.db import models


class Logo(models.Model):
    """A logo for letters, cleaned; Association.logo names the one in use. Kept, so that a change can be put back."""

    # Of what is in it: the same picture is the same logo.
    key = models.CharField(max_length=16, primary_key=True)
    # A JPEG, in base64.
    picture = models.TextField()

    def __str__(self) -> str:
        return self.key
