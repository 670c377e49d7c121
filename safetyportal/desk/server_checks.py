"""The lines of the checklist about the server: addresses, keys, and whether the processes give signs of life."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _

from safetyportal.desk.check import Check, check, unknown
from safetyportal.desk.installation import Installation
from safetyportal.privacy.checks import STAND_IN
from safetyportal.privacy.keys import BadKeys, field_keys

ROUTING = "routing_overview"


def checks(found: Installation) -> list[Check]:
    return [*_settings(), *_processes(found)]


def _settings() -> Iterator[Check]:
    secure = str(settings.PUBLIC_URL).startswith("https://")
    yield check(
        "https",
        _("Adres van het portaal"),
        wrong="" if secure else _("Het adres begint niet met https. Op de server: PUBLIC_URL."),
        right=_("Het adres begint met https."),
        why=_("Zonder https kan iemand onderweg meelezen."),
    )
    yield check(
        "second_factor",
        _("Tweede stap bij inloggen"),
        wrong=""
        if settings.SECOND_FACTOR_REQUIRED
        else _(
            "Medewerkers en partners kunnen met alleen een wachtwoord inloggen. Op de server: SECOND_FACTOR_REQUIRED."
        ),
        right=_("Medewerkers en partners loggen altijd in met een tweede stap."),
        why=_("Een wachtwoord lekt. Een tweede stap houdt de deur dan dicht."),
    )
    yield check(
        "keys",
        _("Sleutels"),
        wrong=_(
            "De sleutels zijn die van de demo. Op de server: SECRET_KEY, FIELD_KEYS, INDEX_KEY, CODE_PEPPER."
        )
        if has_demo_keys()
        else "",
        right=_("Er zijn eigen sleutels."),
        why=_("De sleutels van de demo kent iedereen. Daarmee zijn namen en adressen te lezen."),
    )
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2].lower()
    yield check(
        "sender",
        _("Afzender van mails"),
        wrong=_("De afzender is een voorbeeld. Op de server: MAIL_FROM.")
        if not domain or domain == "example.nl" or domain.endswith(".example.nl")
        else "",
        right=_("De afzender is ingesteld."),
        why=_("Mail van een adres dat niet bestaat, komt niet aan of bij de ongewenste mail."),
    )


def has_demo_keys() -> bool:
    texts = (settings.SECRET_KEY, settings.INDEX_KEY, settings.CODE_PEPPER)
    try:
        first = field_keys()[0]
    except BadKeys:
        return True
    return first.id.startswith("demo") or any(str(text).startswith(STAND_IN) for text in texts)


def _processes(found: Installation) -> Iterator[Check]:
    reasons = {
        "relay": _("De doorgever brengt elke melding op weg. Is die weg, dan wacht alles."),
        "worker": _("De verwerker verstuurt mails en let op termijnen."),
    }
    for code, process in found.processes.items():
        yield check(
            code,
            process.name,
            wrong=_("Geeft geen teken van leven.") if process.is_silent else "",
            right=_("Werkt."),
            why=reasons[code],
            where=ROUTING,
        )
    title = _("Berichtenbus (broker)")
    why = _("Zonder berichtenbus komt een melding wel aan, maar gaan er geen mails uit.")
    if found.processes["worker"].is_silent:
        # A page never asks the broker itself: one that accepts and does not answer would keep it hanging.
        words = _("Dat is te zien aan de verwerker, en die geeft nu geen teken van leven.")
        yield unknown("broker", title, found=words, why=why, where=ROUTING)
    else:
        yield check("broker", title, wrong="", right=_("Brengt berichten over naar de verwerker."), why=why)
