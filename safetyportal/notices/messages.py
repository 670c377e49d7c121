"""The texts of our mails. None says what a report is about, to whom it went, or that it is one: a mail may be read
by somebody else in the house, and a partner's mailbox is not a case file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Message:
    subject: Any
    body: Any
    path: str

    def render(
        self, association: str, phone: str, link: str = "", numbers: Mapping[str, int] | None = None
    ) -> tuple[str, str]:
        """Subject and body; `link` in place of this message's own path, each of `numbers` as so many cases."""
        address = f"{settings.PUBLIC_URL}{link or self.path}"
        counted = {name: _cases(number) for name, number in (numbers or {}).items()}
        words = {"association": association, "phone": phone, "link": address, **counted}
        return str(self.subject).format(**words), str(self.body).format(**words)


def _cases(number: int) -> str:
    if not number:
        return gettext("geen zaken")
    return ngettext("%(n)s zaak", "%(n)s zaken", number) % {"n": number}


MESSAGES: dict[str, Message] = {
    "reporter_received": Message(
        _("Uw bericht aan {association}"),
        _(
            "Goedendag,\n\nWij hebben uw bericht ontvangen. Met uw nummer en uw code ziet u hoe het gaat:\n{link}\n\n"
            "Hebt u vragen? Bel ons: {phone}.\n\n{association}\n"
        ),
        "/volgen/",
    ),
    "reporter_update": Message(
        _("Er is nieuws van {association}"),
        _(
            "Goedendag,\n\nEr staat nieuws voor u klaar. Bekijk het met uw nummer en uw code:\n{link}\n\n"
            "Hebt u vragen? Bel ons: {phone}.\n\n{association}\n"
        ),
        "/volgen/",
    ),
    "reporter_reminder": Message(
        _("Er wacht nog iets op u bij {association}"),
        _(
            "Goedendag,\n\nEr wacht nog iets op uw antwoord. Bekijk het met uw nummer en uw code:\n{link}\n\n"
            "Hebt u vragen? Bel ons: {phone}.\n\n{association}\n"
        ),
        "/volgen/",
    ),
    "reporter_link": Message(
        _("Uw link van {association}"),
        _(
            "Goedendag,\n\nMet deze link opent u uw pagina. De link werkt 15 minuten en één keer:\n{link}\n\n"
            "Hebt u hier niet om gevraagd? Doe dan niets.\n\n{association}\n"
        ),
        "/volgen/",
    ),
    "reporter_address": Message(
        _("Klopt dit e-mailadres? {association}"),
        _(
            "Goedendag,\n\nMet deze link bevestigt u dat dit uw e-mailadres is. De link werkt 24 uur en één keer:\n{link}\n\n"
            "Hebt u hier niet om gevraagd? Doe dan niets.\n\n{association}\n"
        ),
        "/volgen/",
    ),
    "reporter_address_old": Message(
        _("Uw e-mailadres bij {association} verandert"),
        _(
            "Goedendag,\n\nIemand met uw nummer en code wil een ander e-mailadres gebruiken. Was u dit niet? Bel ons dan "
            "meteen: {phone}.\n\n{link}\n\n{association}\n"
        ),
        "/volgen/",
    ),
    "partner_new": Message(
        _("Er staat iets voor u klaar bij {association}"),
        _(
            "Goedendag,\n\nIn uw werklijst staat een nieuwe of aangevulde doorverwijzing. Log in om die te bekijken:\n{link}\n"
        ),
        "/partner/",
    ),
    "partner_reminder": Message(
        _("Herinnering: er wacht iets op uw antwoord bij {association}"),
        _("Goedendag,\n\nIn uw werklijst wacht een doorverwijzing op uw antwoord. Log in:\n{link}\n"),
        "/partner/",
    ),
    "partner_answer": Message(
        _("Antwoord op uw vraag aan {association}"),
        _("Goedendag,\n\nIn uw werklijst staat een antwoord op uw vraag. Log in om het te lezen:\n{link}\n"),
        "/partner/",
    ),
    "staff_answer": Message(
        _("Een ketenpartner heeft geantwoord"),
        _(
            "Goedendag,\n\nEen ketenpartner heeft op een van uw zaken geantwoord. Log in om het te lezen:\n{link}\n"
        ),
        "/werk/",
    ),
    "staff_urgent": Message(
        _("Er is een nieuwe zaak met spoed"),
        _("Goedendag,\n\nIn uw werklijst staat een nieuwe zaak met spoed. Log in:\n{link}\n"),
        "/werk/",
    ),
    "staff_second": Message(
        _("Een collega vraagt u om een besluit"),
        _(
            "Goedendag,\n\nEen collega vraagt u als tweede persoon om een besluit. Log in om het te bekijken:\n{link}\n"
        ),
        "/thuis/",
    ),
    "staff_digest": Message(
        _("Uw termijnen van vandaag"),
        _(
            "Goedendag,\n\nU hebt {today} met een termijn vandaag, en {late} te laat. Log in om te kijken:\n{link}\n"
        ),
        "/werk/?holder=me",
    ),
    "staff_handed_over": Message(
        _("Een collega heeft een zaak aan u overgedragen"),
        _(
            "Goedendag,\n\nEen collega heeft een zaak aan u overgedragen. Log in om de zaak te zien:\n{link}\n"
        ),
        "/werk/?holder=me",
    ),
    "duty_alert": Message(
        _("Er is een spoedmelding"),
        _("Goedendag,\n\nEr is een spoedmelding. Log in om te kijken:\n{link}\n"),
        "/werk/dienst/",
    ),
    "account_invite": Message(
        _("Uw account bij {association}"),
        _(
            "Goedendag,\n\n{association} heeft een account voor u gemaakt. Kies hier zelf een wachtwoord. De link werkt "
            "24 uur en één keer:\n{link}\n\nVerwacht u dit niet? Doe dan niets, of bel ons: {phone}.\n"
        ),
        "/inloggen/",
    ),
    "account_reset": Message(
        _("Begin opnieuw met uw account bij {association}"),
        _(
            "Goedendag,\n\nEen beheerder heeft uw account leeggemaakt, zodat u opnieuw kunt beginnen. Uw oude wachtwoord en "
            "uw tweede stap werken niet meer. De link werkt 15 minuten en één keer:\n{link}\n\nHebt u hier niet om "
            "gevraagd? Bel ons dan meteen: {phone}.\n"
        ),
        "/inloggen/",
    ),
    "account_changed": Message(
        _("Er is iets veranderd aan hoe u inlogt bij {association}"),
        _(
            "Goedendag,\n\nUw wachtwoord of uw tweede stap is veranderd. Deed u dat zelf? Dan hoeft u niets te doen. "
            "Was u dit niet? Bel ons dan meteen: {phone}.\n\nUw account:\n{link}\n"
        ),
        "/account/",
    ),
    "test_mail": Message(
        _("Proefmail van {association}"),
        _(
            "Goedendag,\n\nU vroeg om deze proefmail. Komt die aan, dan gaat mail van het portaal goed de deur uit. U hoeft "
            "niets te doen:\n{link}\n"
        ),
        "/werk/beheer/inrichten/",
    ),
    "account_password": Message(
        _("Een nieuw wachtwoord bij {association}"),
        _(
            "Goedendag,\n\nKies hier een nieuw wachtwoord. De link werkt 15 minuten en één keer:\n{link}\n\n"
            "Hebt u hier niet om gevraagd? Doe dan niets: uw wachtwoord blijft zoals het is.\n"
        ),
        "/inloggen/",
    ),
}
