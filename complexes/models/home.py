from __future__ import annotations

import re
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

NOT_IN_POSTCODE = re.compile(r"[^0-9A-Z]")


class HomeQuerySet(models.QuerySet["Home"]):
    def at_postcode(self, typed: str) -> Self:
        """Homes at a postcode as people type it: any case, with or without spaces."""
        return self.filter(postcode=tidy_postcode(typed))

    def at_number(self, number: int, addition: str = "") -> Self:
        return self.filter(number=number, addition__iexact=addition.strip())


class Home(models.Model):
    """A home of the association (VHE). Its flags protect the people behind the door; they are never shown to partners."""

    complex = models.ForeignKey("complexes.Complex", on_delete=models.CASCADE, related_name="homes")
    entrance = models.ForeignKey(
        "complexes.Entrance", on_delete=models.SET_NULL, null=True, blank=True, related_name="homes"
    )
    street = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    addition = models.CharField(max_length=10, blank=True)
    postcode = models.CharField(max_length=6)
    city = models.CharField(max_length=60)
    # BAG nummeraanduiding, 16 digits with a leading zero: text.
    bag_id = models.CharField(max_length=16, blank=True)
    is_secret_address = models.BooleanField(_("geheim adres"), default=False)
    is_shelter = models.BooleanField(_("opvang of beschermd wonen"), default=False)

    objects = HomeQuerySet.as_manager()

    class Meta:
        ordering = ["street", "number", "addition"]
        verbose_name = _("woning")
        verbose_name_plural = _("woningen")
        constraints = [
            models.UniqueConstraint(fields=["postcode", "number", "addition"], name="home_address_once"),
            models.CheckConstraint(
                condition=models.Q(postcode__regex=r"^[0-9]{4}[A-Z]{2}$"), name="home_postcode"
            ),
        ]
        indexes = [models.Index(fields=["entrance"], name="home_by_entrance")]

    def __str__(self) -> str:
        return self.address

    @property
    def address(self) -> str:
        return f"{self.street} {self.number}{self.addition}"

    @property
    def is_protected(self) -> bool:
        return self.is_secret_address or self.is_shelter


def tidy_postcode(typed: str) -> str:
    """'1234 ab' -> '1234AB'; whatever was typed, never an error."""
    return NOT_IN_POSTCODE.sub("", typed.upper())
