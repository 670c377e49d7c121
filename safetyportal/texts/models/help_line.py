from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class HelpLine(models.Model):
    """A number somebody else answers, and when to call it."""

    code = models.SlugField(max_length=30, unique=True)
    number = models.CharField(_("telefoonnummer"), max_length=30)
    label = models.CharField(_("wie neemt op"), max_length=80)
    when_text = models.CharField(_("wanneer bellen"), max_length=200)
    label_en = models.CharField(max_length=80, blank=True)
    when_text_en = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("volgorde"))
    active = models.BooleanField(_("tonen"), default=True)

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("hulplijn")
        verbose_name_plural = _("hulplijnen")

    def __str__(self) -> str:
        return f"{self.number} {self.label}"

    @property
    def who(self) -> str:
        """Who answers, in the reader's language where there is one."""
        return self.label_en if get_language() == "en" and self.label_en else self.label

    @property
    def when(self) -> str:
        return self.when_text_en if get_language() == "en" and self.when_text_en else self.when_text
