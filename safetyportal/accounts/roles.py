"""Who people are: audiences and roles. Pure data; what a role may do stands in policy."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """On which side of the house an account lives. One account never lives on two sides."""

    STAFF = "staff", _("medewerker")
    PARTNER = "partner", _("ketenpartner")


class Role(TextChoices):
    HANDLER = "handler", _("Medewerker wijk")
    LEAD = "lead", _("Teamleider")
    TRIAGE = "triage", _("Triage")
    RESTRICTED = "restricted", _("Beschermde zaken")
    DESK = "desk", _("Interne afdeling")
    PRIVACY = "privacy", _("Privacyfunctionaris")
    FUNCTIONAL = "functional", _("Functioneel beheerder")
    SYSADMIN = "sysadmin", _("Systeembeheerder")
    PARTNER = "partner", _("Ketenpartner")
    PARTNER_ADMIN = "partner_admin", _("Beheerder bij ketenpartner")
