from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Alarm(models.Model):
    """Something the portal could not do by itself and a person must look at. Carries no personal data."""

    class Code(models.TextChoices):
        NO_RULE = "no_rule", _("Geen regel past bij deze melding")
        NO_PARTNER = "no_partner", _("Geen actieve ketenpartner voor deze plek")
        RULE_BROKEN = "rule_broken", _("Een routeringsregel werkt niet")
        ROUTING_DEAD = "routing_dead", _("De melding kon niet worden gerouteerd")
        NOTICE_DEAD = "notice_dead", _("Een bericht kon niet worden verstuurd")
        PARTNER_EMPTY = "partner_empty", _("Bij een ketenpartner werkt niemand die wij kunnen mailen")
        CODE_GUESSING = "code_guessing", _("Veel verkeerde codes ingevoerd")
        SCANNER_AWAY = "scanner_away", _("De virusscanner antwoordt niet: bestanden wachten")
        DUTY_EMPTY = "duty_empty", _("Er kwam een spoedzaak en niemand had dienst")
        DUTY_SILENT = "duty_silent", _("Niemand reageerde op een spoedzaak")
        COVENANT_ENDS = "covenant_ends", _("Een convenant loopt af of is afgelopen")
        RULE_OWNER = "rule_owner", _("Een routeringsregel heeft geen eigenaar meer")
        RULE_SHADOWED = "rule_shadowed", _("Een routeringsregel komt nooit aan de beurt")
        RULE_PARTNER = "rule_partner", _("Een routeringsregel noemt een ketenpartner die er niet is")
        RULE_UNKNOWN = "rule_unknown", _("Een routeringsregel noemt iets dat niet meer bestaat")
        RULE_COVENANT = (
            "rule_covenant",
            _("Een routeringsregel stuurt naar een ketenpartner zonder geldig convenant"),
        )
        RULE_NEVER = "rule_never", _("Voor een routeringsregel kan geen melding meer komen")
        RULE_CATCHES_ALL = "rule_catches_all", _("Een routeringsregel neemt alles wat eronder staat")
        RULE_UNUSED = "rule_unused", _("Een routeringsregel paste een jaar lang op geen enkele melding")
        RULE_ENDS = "rule_ends", _("Een routeringsregel loopt binnen 30 dagen af")
        INVARIANT = "invariant", _("De bewaking ziet een fout in de verwerking")

    code = models.CharField(max_length=20, choices=Code)
    subject = models.CharField(max_length=80)
    detail = models.CharField(max_length=300, blank=True)
    raised_at = models.DateTimeField(default=timezone.now)
    cleared_at = models.DateTimeField(null=True)
    cleared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "subject"], condition=Q(cleared_at=None), name="alarm_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.subject}"
