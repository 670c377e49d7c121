"""The settings of a partner or desk (configuration.sections): made, changed, stopped and removed by a functional administrator."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners.defaults.default_types import PARTNER_TYPES_BY_CODE
from partners.forms.partner import PartnerForm
from partners.models import Partner, Referral
from partners.models.partner import Category
from partners.models.referral_words import OPEN_STATES
from partners.staffing import areas
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.configuration.changing import Refused
from safetyportal.configuration.fields import as_day
from safetyportal.configuration.models import Change
from safetyportal.configuration.sections import Section, Subject, Values

SECTION = "ketenpartners"
MOST = 1000
LONGEST_CODE = 40


def load(code: str) -> Values:
    """Of a code nobody has: an empty form, for who makes a new partner."""
    partner = Partner.objects.filter(code=code).first()
    if partner is None:
        today = timezone.localdate().isoformat()
        return {
            "name": "", "type_code": "", "category": "", "profile": "", "answer_days": 10, "towns": "",
            "neighbourhoods": "", "complexes": "", "active_from": today, "active_to": "",
        }  # fmt: skip
    where = areas.of(partner)
    return {
        "name": partner.name,
        "type_code": partner.type_code,
        "category": partner.category,
        "profile": partner.profile,
        "answer_days": partner.answer_days,
        "towns": "\n".join(where.towns),
        "neighbourhoods": "\n".join(where.neighbourhoods),
        "complexes": "\n".join(where.complexes),
        "active_from": partner.active_from.isoformat(),
        "active_to": partner.active_to.isoformat() if partner.active_to else "",
    }


def carry_out(code: str, values: Values, by: User, at: datetime) -> None:
    """Raises Refused where a partner would stop that still has work, or the last desk of its sort would."""
    partner = Partner.objects.select_for_update(of=("self",), no_key=True).filter(
        code=code
    ).first() or Partner(code=code)
    ends, kind = as_day(values["active_to"]), PARTNER_TYPES_BY_CODE[values["type_code"]]
    if partner.pk is not None:
        _check_last_resort(partner, ends, kind.code)
        _check_open(partner, ends, local_day(at))
    for name in ("name", "type_code", "category", "profile", "answer_days"):
        setattr(partner, name, values[name])
    partner.is_internal = values["category"] == Category.INTERNAL
    partner.is_restricted = kind.is_restricted
    partner.active_from, partner.active_to = as_day(values["active_from"]) or local_day(at), ends
    partner.save()
    areas.set_areas(
        partner=partner,
        areas=areas.Areas(
            *(tuple(values[name].splitlines()) for name in ("towns", "neighbourhoods", "complexes"))
        ),
    )


def _check_last_resort(partner: Partner, ends: date | None, type_code: str) -> None:
    if not partner.is_last_resort or (ends is None and type_code == partner.type_code):
        return
    others = Partner.objects.filter(type_code=partner.type_code, active_to=None).exclude(pk=partner.pk)
    if not others.exists():
        raise Refused(
            _("Hier komt alles wat niemand anders aanneemt. Maak eerst een andere afdeling van dit type.")
        )


def _check_open(partner: Partner, ends: date | None, today: date) -> None:
    if ends is None or ends >= today or ends == partner.active_to:
        return
    if number := open_referrals(partner):
        raise Refused(f"{open_words(number)} {WHAT_TO_DO}")


WHAT_TO_DO = gettext_lazy(
    "Laat ze intrekken of aan een ander doorverwijzen. Of kies een latere dag, en laat ze voor die tijd afhandelen. Op de pagina van de partner staat om welke zaken het gaat."
)


def open_referrals(partner: Partner) -> int:
    return Referral.objects.filter(partner=partner, state__in=OPEN_STATES).count()


def open_words(number: int) -> str:
    return ngettext(
        "Bij deze partner staat nog %(n)d doorverwijzing of voorstel open.",
        "Bij deze partner staan nog %(n)d doorverwijzingen en voorstellen open.",
        number,
    ) % {"n": number}


def outside_words(number: int) -> str:
    return ngettext(
        "%(n)d doorverwijzing of voorstel ligt buiten het gebied van deze partner. Dat blijft zo tot iemand het intrekt of anders doorverwijst.",
        "%(n)d doorverwijzingen en voorstellen liggen buiten het gebied van deze partner. Dat blijft zo tot iemand ze intrekt of anders doorverwijst.",
        number,
    ) % {"n": number}


def left_over(code: str) -> str:
    """What lies outside its area from now on. Nothing is withdrawn by itself."""
    partner = Partner.objects.filter(code=code).first()
    number = areas.outside(partner).count() if partner else 0
    if not number:
        return ""
    return f"{outside_words(number)} {_('Op de pagina van de partner staat om welke zaken het gaat.')}"


def warn(code: str, values: Values) -> list[str]:
    """What a change does to work that lies there now."""
    partner = Partner.objects.filter(code=code).first()
    number = open_referrals(partner) if partner else 0
    if partner is None or not number:
        return []
    said = []
    ends = as_day(values["active_to"])
    if ends and ends != partner.active_to:
        lost = _(
            "Na de laatste dag ziet de partner ze niet meer. Laat ze voor die dag afhandelen, intrekken of aan een ander doorverwijzen."
        )
        said += [open_words(number), lost]
    if values["profile"] != partner.profile:
        said += [open_words(number), _("Wat de partner daarin mag zien, verandert meteen.")]
    return said


def free_code(name: str) -> str:
    """An address for a new partner that none has or had: what was removed keeps its history."""
    base = slugify(name)[: LONGEST_CODE - 4].strip("-") or "partner"
    used = {"nieuw"} | set(Partner.objects.filter(code__startswith=base).values_list("code", flat=True))
    used |= set(
        Change.objects.filter(section=SECTION, subject__startswith=base).values_list("subject", flat=True)
    )
    return next(code for code in (base, *(f"{base}-{n}" for n in range(2, 999))) if code not in used)


def _subjects() -> list[Subject]:
    kinds = {True: str(_("Eigen afdelingen")), False: str(_("Ketenpartners"))}
    found = Partner.objects.order_by("is_internal", "name")[:MOST]
    return [Subject(one.code, one.name, kinds[one.is_internal]) for one in found]


PARTNERS = Section(
    name=SECTION,
    title=gettext_lazy("Ketenpartners en afdelingen"),
    about=gettext_lazy("Wie meedoet, waar, wat die partner mag zien en hoe snel er een antwoord moet zijn."),
    form=PartnerForm,
    subjects=_subjects,
    load=load,
    carry_out=carry_out,
    warns=warn,
    left=left_over,
    page=lambda code: reverse("partner_page", args=[code]),
)
