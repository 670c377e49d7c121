"""What an alarm names, in words of whoever reads it. An alarm itself keeps codes: the ground floor knows no partner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from partners.covenants import covenant_alarms
from partners.defaults.default_types import PARTNER_TYPES_BY_CODE
from partners.models import Partner
from safetyportal.notices.models import Alarm, Trouble

Code = Alarm.Code


def title(alarm: Alarm, *, on: date) -> str:
    if alarm.code != Code.COVENANT_ENDS:
        return str(alarm.get_code_display())
    if covenant_alarms.has_ended(alarm, on=on):
        return _("Een convenant is afgelopen en niet verlengd")
    return _("Een convenant loopt binnen 60 dagen af")


def details(alarms: Sequence[Alarm]) -> dict[int, str]:
    """Of each alarm what it is about besides its title, in one statement at most."""
    lanes = {one.subject for one in alarms if one.code == Code.NOTICE_DEAD}
    found = Partner.objects.filter(code__in=lanes).values_list("code", "name") if lanes else ()
    names = dict(found)
    return {one.pk: _detail(one, names) for one in alarms}


def _detail(alarm: Alarm, names: dict[str, str]) -> str:
    if alarm.code == Code.NO_PARTNER:
        known = PARTNER_TYPES_BY_CODE.get(alarm.detail)
        return str(known.name) if known else alarm.detail
    if alarm.code == Code.NOTICE_DEAD:
        # To whom it went that is no partner, nobody is told here: the subject is a key.
        trouble = str((Trouble(alarm.detail) if alarm.detail in Trouble.values else Trouble.OTHER).label)
        name = names.get(alarm.subject)
        return f"{name}: {trouble}" if name else trouble
    return alarm.detail or alarm.subject
