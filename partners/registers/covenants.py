"""The settings of a covenant (configuration.sections): made, changed and put back by privacy officer and functional administrator."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners.at_work import cutting_off
from partners.covenants import covenant_alarms
from partners.defaults import data_types
from partners.defaults.data_types import MINIMUM
from partners.forms.covenant import CovenantForm, overlap_words, overlapping, same_again
from partners.models import Covenant, Partner, Referral
from partners.models.referral_words import LEANS_ON_COVENANT, Ground
from partners.rules import rule_alarms
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.clock.calendar import local_day
from safetyportal.configuration import changing
from safetyportal.configuration.changing import Refused
from safetyportal.configuration.fields import as_day
from safetyportal.configuration.sections import Section, Subject, Values
from safetyportal.texts.day_field import day_after

SECTION = "convenanten"
MOST = 2000
PLAIN = ("sort", "purpose", "document", "contact", "own_contact")


def load(subject: str) -> Values:
    covenant = Covenant.objects.select_related("partner").filter(pk=subject).first()
    if covenant is None:
        raise LookupError(subject)
    return _values(covenant)


def blank(*, partner: str = "", after: Covenant | None = None) -> Values:
    """For a new one; one that goes on after another begins the day after, for as long. A day that no field takes stays open."""
    if after is None:
        today = timezone.localdate().isoformat()
        return _values(Covenant()) | {"partner": partner, "starts_on": today, "ends_on": ""}
    begins = day_after(after.ends_on, 1)
    ends = day_after(begins, (after.ends_on - after.starts_on).days) if begins else None
    return _values(after) | {"starts_on": _kept(begins), "ends_on": _kept(ends), "document": ""}


def _values(covenant: Covenant) -> Values:
    return {name: getattr(covenant, name) for name in PLAIN} | {
        "partner": covenant.partner.code if covenant.partner_id else "",
        "data_types": "\n".join(covenant.data_types),
        "starts_on": _kept(covenant.starts_on),
        "ends_on": _kept(covenant.ends_on),
    }


def _kept(day: date | None) -> str:
    return day.isoformat() if day else ""


@transaction.atomic
def make(*, values: Values, by: User, at: datetime, reason: str) -> Covenant:
    """A new one. Raises Refused when a colleague just made the same."""
    covenant = _fill(Covenant(), values, at)
    changing.keep_making(
        section=COVENANTS, subject=str(covenant.pk), values=values, by=by, at=at, reason=reason
    )
    return covenant


def _carry_out(subject: str, values: Values, by: User, at: datetime) -> None:
    _fill(Covenant.objects.select_for_update(of=("self",)).get(pk=subject), values, at)


def _fill(covenant: Covenant, values: Values, at: datetime) -> Covenant:
    # One at a time for each partner, or two could make the same in one moment.
    partner = Partner.objects.select_for_update(of=("self",), no_key=True).get(code=values["partner"])
    if other := same_again(covenant.pk or 0, values):
        raise Refused(overlap_words(other))
    for name in PLAIN:
        setattr(covenant, name, values[name])
    covenant.partner, covenant.data_types = partner, values["data_types"].splitlines()
    covenant.starts_on, covenant.ends_on = _day(values["starts_on"]), _day(values["ends_on"])
    covenant.save()
    covenant_alarms.look(at=at)
    # At once, and not when the clock comes round: who has such a case must choose, and rules lean on it.
    cutting_off.look(at=at)
    rule_alarms.check_rules(at=at)
    return covenant


def warn(subject: str, values: Values) -> list[str]:
    """What a change takes out of sight, and what would run beside it."""
    key = int(subject) if subject.isdigit() else 0
    others = overlapping(key, values).exclude(purpose__iexact=values["purpose"])
    said = [
        _("In deze dagen loopt ook: {purpose}. Bewaar dit alleen als het er twee moeten zijn.").format(
            purpose=one.purpose
        )
        for one in others[:3]
    ]
    if lost := _out_of_sight(key, _day(values["starts_on"]), _day(values["ends_on"])):
        said.append(lost)
    if less := _names_less(key, values):
        said.append(less)
    return said


def _names_less(key: int, values: Values) -> str:
    """What is seen on the ground of a covenant in force goes with the words that are taken from it."""
    held = Covenant.objects.in_force(timezone.localdate()).filter(pk=key).first()
    was = data_types.named(held.data_types) if held else frozenset[str]()
    lost = was - data_types.named(values["data_types"].splitlines())
    if held is None or not (lost or values["sort"] != held.sort):
        return ""
    if values["sort"] != held.sort:
        return _("Wat op grond van het convenant gedeeld is, ziet de partner dan meteen niet meer.")
    return _(
        "Dit ziet de partner dan meteen niet meer, als het op grond van dit convenant gedeeld is: {what}."
    ).format(what=", ".join(data_types.in_words(sorted(lost))))


def _out_of_sight(key: int, begins: date, ends: date) -> str:
    """Asked of a change that lets a covenant in force end before today, or begin later."""
    now = timezone.now()
    today = local_day(now)
    held = Covenant.objects.in_force(today).filter(pk=key).first()
    if held is None or begins <= today <= ends:
        return ""
    # As referral_scope.seen asks: the minimum must be named, and a processing agreement is no ground.
    others = (
        Covenant.objects.in_force(today).naming(MINIMUM).filter(partner=held.partner_id).exclude(pk=held.pk)
    )
    if others.signed().exists():
        return ""
    leans = Q(ground=Ground.COVENANT) if others.exists() else LEANS_ON_COVENANT
    number = Referral.objects.within_reach(now).filter(leans, partner=held.partner_id).count()
    if not number:
        return ""
    return ngettext(
        "De partner ziet dan meteen %(n)d zaak niet meer die onder deze afspraak gedeeld is.",
        "De partner ziet dan meteen %(n)d zaken niet meer die onder deze afspraak gedeeld zijn.",
        number,
    ) % {"n": number}


def _day(kept: str) -> date:
    found = as_day(kept)
    if found is None:
        raise ValueError("a covenant has two days")
    return found


def _subjects() -> list[Subject]:
    found = Covenant.objects.select_related("partner").order_by("partner__name", "-ends_on")[:MOST]
    return [Subject(str(one.pk), f"{one.get_sort_display()} {one.partner.name}") for one in found]


COVENANTS = Section(
    name=SECTION,
    title=gettext_lazy("Convenanten"),
    about=gettext_lazy("Met wie u afsprak gegevens te delen, waarvoor, welke en tot wanneer."),
    form=CovenantForm,
    subjects=_subjects,
    load=load,
    carry_out=_carry_out,
    warns=warn,
    page=lambda key: reverse("covenant_page", args=[key]),
    also=frozenset({Role.PRIVACY}),
)
