"""What the register of processing takes from the portal itself: who gets data under which covenant, and which terms really run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from incidents.evidence import accepting, scanner
from incidents.intake import drafts
from partners.disclosing import attachments
from partners.models import Covenant, Partner
from partners.models.partner import Profile
from partners.models.referral import ACCESS_AFTER_CLOSING
from partners.scaling.scale_criteria import SCALABLE
from safetyportal.clock import office
from safetyportal.texts import association

MOST = 2000
HOUR = 3600


@dataclass(frozen=True)
class Parts:
    """The columns that are not the same everywhere, each as a sentence."""

    controller: str
    ours: str
    partners: str
    with_files: str
    scaled: str
    mailer: str
    cases: str
    files: str
    shared: str
    mails: str
    signals: str
    accounts: str
    security: str


def read(*, on: date) -> Parts:
    none_yet = _("Het portaal heeft hier nog geen termijn voor.")
    hours = int(accepting.UNSENT_KEPT.total_seconds()) // HOUR
    return Parts(
        controller=_controller(),
        ours=" ".join(one for one in (_("Eigen medewerkers van het team."), _processors(on)) if one),
        partners=_partners(on),
        with_files=_with_files(on),
        scaled=_partners(on, Q(type_code__in=SCALABLE)),
        mailer=_("Wie de mailserver beheert: {host}.").format(host=settings.EMAIL_HOST),
        cases=" ".join([_drafts(), _("Daarna zolang de zaak er is."), none_yet]),
        files=" ".join(
            [
                _("Bij de melding. Wat niet verstuurd is: {hours} uur.").format(hours=hours),
                _("Het bestand zoals het kwam: {days} dagen.").format(days=settings.DAYS_ORIGINALS_ARE_KEPT),
                none_yet,
            ]
        ),
        shared=_(
            "Inzien kan tot {days} dagen na sluiten. Wat onder een convenant is gedeeld, uiterlijk tot het einde daarvan. Wat een partner antwoordt, blijft in de zaak. Een bestand kan een partner zelf opslaan."
        ).format(days=ACCESS_AFTER_CLOSING.days),
        mails=" ".join([_("Het adres van een melder: tot de mail verstuurd is."), none_yet]),
        signals=_("{days} dagen, dan vanzelf weg.").format(days=office.current().signal_days),
        accounts=" ".join([_("Zolang iemand hier werkt."), none_yet]),
        security=_security(),
    )


def _controller() -> str:
    ours = association.current()
    return ", ".join(one for one in (ours.name, ours.phone, ours.email) if one)


def _drafts() -> str:
    hours = int(drafts.KEPT.total_seconds()) // HOUR
    return _("Wat niet verstuurd is: {hours} uur.").format(hours=hours)


def _with_files(on: date) -> str:
    """The outside partners that may have files as the matrix is now; a person chooses each file."""
    chosen = [one for one in Profile if attachments.profile_may_have(one)]
    return _("Ketenpartners, als een medewerker het bestand voor die partner kiest: {names}.").format(
        names=_partners(on, Q(profile__in=chosen))
    )


def _partners(on: date, which: Q | None = None) -> str:
    """Each outside partner that takes part, with until when its agreement runs."""
    ends = _ends(on)
    active = Partner.objects.active(on).filter(which or Q(), is_internal=False).order_by("name")
    said = [_with_end(name, ends.get(pk)) for pk, name in active.values_list("pk", "name")[:MOST]]
    return "; ".join(said) or _("Er doet nog geen ketenpartner mee.")


def _with_end(name: str, ends: date | None) -> str:
    if ends is None:
        return _("{name} (geen geldig convenant)").format(name=name)
    return _("{name} (convenant tot en met {day})").format(name=name, day=_day(ends))


def _processors(on: date) -> str:
    """Who works for us on our orders."""
    running = Covenant.objects.in_force(on).filter(sort=Covenant.Sort.PROCESSING)
    found = running.order_by("partner__name").values_list("partner__name", "ends_on")[:MOST]
    said = [
        _("{name} (verwerkersovereenkomst tot en met {day})").format(name=name, day=_day(ends))
        for name, ends in found
    ]
    return _("Verwerkers: {names}.").format(names="; ".join(said)) if said else ""


def _ends(on: date) -> dict[int, date]:
    running = Covenant.objects.in_force(on).filter(Q(partner__is_internal=False))
    found = running.order_by("ends_on").values_list("partner", "ends_on")
    return dict(found[:MOST])


def _day(value: date) -> str:
    return date_format(value, "j F Y", use_l10n=False)


def _security() -> str:
    return " ".join(
        [
            _("Naam, contact en bestanden versleuteld."),
            _(
                "Ieder ziet alleen zaken van het eigen team of de eigen organisatie, en inzien wordt vastgelegd."
            ),
            _("Inloggen met een tweede stap verplicht.")
            if settings.SECOND_FACTOR_REQUIRED
            else _("Inloggen met een tweede stap is hier niet verplicht."),
            _("Bestanden gaan langs een virusscanner.")
            if scanner.is_on()
            else _("Er is geen virusscanner ingesteld."),
            _("Mails zonder inhoud van een zaak."),
        ]
    )
