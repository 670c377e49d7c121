"""What the portal can put in a standard text of a case by itself. Who reported is not among it, and cannot be."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from incidents.models import Case, Hearing, Report
from incidents.rules.languages import DUTCH
from incidents.shielding.coarse_times import Seen, period
from incidents.standard_texts.variables import Variable
from safetyportal.accounts.models import User
from safetyportal.texts.association import current
from safetyportal.texts.templatetags.portal import moment

MOST_REPORTS = 200
# The pages have no other languages, so dates and kinds in a text are in one of these.
SPOKEN = ("nl", "en")


def of_case(*, case: Case, by: User, at: datetime, language: str = DUTCH, to: str = "") -> dict[str, str]:
    """By variable. `to` is the name a letter begins with; a message on the reporter's page begins without one."""
    ours = current()
    with spoken(language):
        return {
            Variable.SALUTATION: salutation(to, language=language),
            Variable.NUMBER: case.number,
            Variable.KIND: _lower(case.kind.label),
            Variable.PLACE: case.complex.name if case.complex else "",
            Variable.PERIOD: period(seen_in(case)),
            Variable.TODAY: said_day(timezone.localdate(at), language=language),
            Variable.WORKER: by.name,
            Variable.ASSOCIATION: ours.name,
            Variable.PHONE: ours.phone,
            Variable.HOURS: ours.phone_hours,
        }


def of_talk(talk: Hearing | None, *, language: str = DUTCH) -> dict[str, str]:
    """Of a talk with whom the letter goes to: when and where it will be, or on which day it was. What is missing is asked."""
    if talk is None:
        return {}
    with spoken(language):
        if talk.state != Hearing.State.INVITED:
            return {
                Variable.TALK_DATE.value: said_day(timezone.localdate(talk.takes_place_at), language=language)
            }
        known = {Variable.TALK_DATE.value: moment(talk.takes_place_at), Variable.TALK_PLACE.value: talk.place}
    return {name: said for name, said in known.items() if said}


def spoken(language: str) -> translation.override:
    """The nearest language that we have words in."""
    return translation.override(language if language in SPOKEN else "en")


def salutation(to: str, *, language: str = DUTCH) -> str:
    with spoken(language):
        return _("Beste %(name)s") % {"name": to} if to else _("Goedendag")


def said_day(day: date, *, language: str = DUTCH) -> str:
    with spoken(language):
        return date_format(day, "j F Y", use_l10n=False)


def seen_in(case: Case) -> list[Seen]:
    """The last that each household told us; all who gave no name count as one, for they may be."""
    reports = case.reports.select_related("identity").only(
        "case", "filed_at", "last_seen_on", "day_part",
        "identity__home_id", "identity__phone_index", "identity__email_index",
    )  # fmt: skip
    seen: dict[str, Seen] = {}
    for report in reports.order_by("filed_at", "number")[:MOST_REPORTS]:
        seen[_household(report)] = Seen(
            on=report.last_seen_on or timezone.localdate(report.filed_at), day_part=report.day_part
        )
    return list(seen.values())


def _household(report: Report) -> str:
    identity = getattr(report, "identity", None)
    if identity is None:
        return ""
    return str(identity.home_id or identity.email_index or identity.phone_index or "")


def _lower(label: str) -> str:
    """A kind in the middle of a sentence; an abbreviation keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
