from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Complex(models.Model):
    """A building or group of homes that is managed as one: the unit for trend, meeting and measure."""

    class Form(models.TextChoices):
        HIGH_RISE = "high_rise", _("Hoogbouw")
        GALLERY = "gallery", _("Galerijflat")
        STAIRWELL = "stairwell", _("Portiekflat")
        HOUSES = "houses", _("Eengezinswoningen")
        SENIOR = "senior", _("Seniorencomplex")

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    municipality = models.CharField(max_length=60)
    neighbourhood = models.CharField(max_length=60)
    form = models.CharField(max_length=12, choices=Form)
    team = models.ForeignKey("accounts.Team", on_delete=models.PROTECT, related_name="complexes")

    class Meta:
        ordering = ["name"]
        verbose_name = _("complex")
        verbose_name_plural = _("complexen")

    def __str__(self) -> str:
        return self.name


class Entrance(models.Model):
    complex = models.ForeignKey(Complex, on_delete=models.CASCADE, related_name="entrances")
    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["complex_id", "name"]
        verbose_name = _("portiek")
        verbose_name_plural = _("portieken")
        constraints = [models.UniqueConstraint(fields=["complex", "name"], name="entrance_name_once")]

    def __str__(self) -> str:
        return self.name


class Space(models.Model):
    """A shared space of a complex or of one entrance. Codes are VERA's COLLECTIEFOBJECTSOORT."""

    class Sort(models.TextChoices):
        HALL = "CEH", _("Centrale hal")
        STAIRS = "TRH", _("Trappenhuis")
        GALLERY = "GAL", _("Galerij")
        LIFT = "LIF", _("Lift")
        STORAGE = "BER", _("Berging")
        BIKES = "FTS", _("Fietsenstalling")
        CELLAR = "KEL", _("Kelder")
        PARKING_IN = "IAP", _("Parkeergarage")
        PARKING_OUT = "UAP", _("Parkeerplaats")
        PASSAGE = "ONG", _("Onderdoorgang")
        PLAYGROUND = "SPP", _("Speelplaats")
        BACK_PATH = "APD", _("Achterpad")
        CHUTE = "STK", _("Stortkoker")
        GARDEN = "TUI", _("Gezamenlijke tuin")
        TERRACE = "TER", _("Terrein rond het gebouw")
        ROOF = "DAK", _("Dak")

    complex = models.ForeignKey(Complex, on_delete=models.CASCADE, related_name="spaces")
    entrance = models.ForeignKey(
        Entrance, on_delete=models.CASCADE, null=True, blank=True, related_name="spaces"
    )
    sort = models.CharField(max_length=3, choices=Sort)
    name = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["complex_id", "entrance_id", "sort"]
        verbose_name = _("ruimte")
        verbose_name_plural = _("ruimtes")
        constraints = [
            models.UniqueConstraint(
                fields=["complex", "entrance", "sort", "name"], nulls_distinct=False, name="space_once"
            ),
            models.CheckConstraint(condition=~Q(sort=""), name="space_has_sort"),
        ]

    def __str__(self) -> str:
        return self.name or str(self.get_sort_display())
