from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Association(models.Model):
    """The housing association whose portal this is: one row, read with texts.association.current()."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("naam"), max_length=120)
    phone = models.CharField(_("telefoonnummer"), max_length=30)
    phone_hours = models.CharField(_("bereikbaar"), max_length=120, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    address = models.TextField(_("adres"), blank=True)
    # Letters: what stands below the name, and at the foot of the page (registration, bank account, visiting address).
    website = models.CharField(_("website"), max_length=120, blank=True)
    letter_foot = models.TextField(_("onderaan de brief"), blank=True)
    # The key of a Logo; empty: the name stands there in letters.
    logo = models.CharField(_("logo"), max_length=16, blank=True, default="", db_default="")
    # Colours in place of those of static/css/tokens.css, as #1d5c42 by name; `style_version` stands in their address.
    colours = models.JSONField(default=dict, blank=True)
    style_version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("woningcorporatie")
        verbose_name_plural = _("woningcorporatie")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="association_only_one")]

    def __str__(self) -> str:
        return self.name
