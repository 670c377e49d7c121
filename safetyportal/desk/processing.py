"""The register of processing (AVG art. 30): what we do with whose data, for whom it is, and how long the portal really keeps it.

No personal data of anybody: names of partners, covenants and terms alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date

from django.utils.translation import gettext as _

from safetyportal.desk.processing_parts import Parts


@dataclass(frozen=True)
class Processing:
    """One row, each column a text."""

    controller: str
    name: str
    purpose: str
    people: str
    data: str
    ground: str
    recipients: str
    outside_eu: str
    kept: str
    security: str


def header() -> tuple[str, ...]:
    return (
        _("Verantwoordelijke"), _("Verwerking"), _("Doel"), _("Over wie"), _("Welke gegevens"), _("Grondslag"),
        _("Wie het krijgt"), _("Buiten de EU"), _("Hoe lang bewaard"), _("Beveiliging"),
    )  # fmt: skip


def rows(parts: Parts) -> list[Processing]:
    return [
        Processing(
            controller=parts.controller,
            name=name,
            purpose=purpose,
            people=people,
            data=data,
            ground=ground,
            recipients=recipients,
            outside_eu=outside_eu[0] if outside_eu else _("Nee"),
            kept=kept,
            security=parts.security,
        )
        for name, purpose, people, data, ground, recipients, kept, *outside_eu in _listed(parts)
    ]


def cells(found: list[Processing]) -> list[tuple[str, ...]]:
    return [astuple(one) for one in found]


def file_name(on: date) -> str:
    return f"verwerkingsregister-{on.isoformat()}.csv"


def _listed(parts: Parts) -> Iterator[tuple[str, ...]]:
    yield (
        _("Meldingen behandelen"),
        _("Overlast en onveiligheid in en om onze woningen oplossen"),
        _("Melders, bewoners over wie is gemeld, andere bewoners"),
        _(
            "Naam en contact van de melder, adres, wat er gebeurde, antwoorden op vragen, gesprekken, afspraken en brieven"
        ),
        _("AVG 6 lid 1 b (huurovereenkomst) en f (gerechtvaardigd belang van bewoners en corporatie)"),
        parts.ours,
        parts.cases,
    )
    yield (
        _("Foto’s, geluid en andere bestanden van melders"),
        _("Laten zien wat er gebeurde"),
        _("Melders, bewoners over wie is gemeld, wie op de foto staat"),
        _("Foto’s, geluid, filmpjes en pdf’s, zonder waar, wanneer en waarmee ze gemaakt zijn"),
        _("AVG 6 lid 1 f (gerechtvaardigd belang). Delen: een grond per bestand"),
        f"{parts.ours} {parts.with_files}",
        parts.files,
    )
    yield (
        _("Delen met ketenpartners"),
        _("Samen met politie, gemeente, zorg en welzijn oplossen wat wij niet alleen kunnen"),
        _("Melders, bewoners over wie is gemeld, wie op een bestand staat"),
        _(
            "Per groep ketenpartners vastgelegd. Altijd soort, plek, tijd en samenvatting, nooit de tekst van de melder, behalve regels uit het logboek die een medewerker koos. Wie in vertrouwen meldde, horen alleen politie en gemeente, als een tweede persoon dat besloot"
        ),
        _("AVG 6 lid 1 a, c, d of f, per zaak vastgelegd, of het convenant"),
        parts.partners,
        parts.shared,
    )
    yield (
        _("Opschalen naar zorg- en veiligheidshuis of gemeente"),
        _("Een plan maken met anderen, als gewone samenwerking niet genoeg is"),
        _("Bewoners over wie is gemeld, melders"),
        _(
            "Samenvatting, onze vraag en wat wij terug verwachten. Waarom wij opschalen en wat al geprobeerd is, blijft bij ons"
        ),
        _("AVG 6 lid 1 a, c, d of f, per zaak vastgelegd door twee personen, of het convenant"),
        parts.scaled,
        parts.shared,
    )
    yield (
        _("Rechtszaken"),
        _("Een vordering voorbereiden, instellen of verweren"),
        _("Melders, bewoners over wie is gemeld, getuigen"),
        _("Het dossier van de zaak: meldingen, brieven, afspraken, stappen"),
        _("AVG 6 lid 1 f, en 9 lid 2 f voor bijzondere gegevens"),
        _("Advocaat en rechter, buiten het portaal"),
        parts.cases,
    )
    yield (
        _("Gegevens over gezondheid"),
        _("Hulp voor wie in de war of verwaarloosd is. Wij leggen gedrag vast, geen diagnose"),
        _("Bewoners over wie is gemeld"),
        _("Gedrag dat iemand zag of hoorde"),
        _("AVG 9: verboden, behalve met toestemming, bij levensgevaar of voor een rechtsvordering"),
        _("Eigen medewerkers. Partners alleen na vrijgave door een medewerker, met de grond erbij"),
        parts.cases,
    )
    yield (
        _("Strafrechtelijke gegevens"),
        _("Onze bewoners, onze medewerkers en onze eigendommen beschermen"),
        _("Bewoners over wie is gemeld"),
        _("Wat iemand zag of hoorde dat strafbaar kan zijn. Geen strafblad"),
        _("AVG 10 en UAVG 31 tot en met 33: eigen belang van de corporatie"),
        _("Eigen medewerkers. Partners alleen na vrijgave door een medewerker, met de grond erbij"),
        parts.cases,
    )
    yield (
        _("Veiligheid van medewerkers"),
        _("Medewerkers en partners veilig op bezoek laten gaan"),
        _("Bewoners over wie is gemeld"),
        _("Alleen de aanwijzing: bezoek met twee"),
        _("AVG 6 lid 1 c (Arbowet) en f"),
        _("Eigen medewerkers. Partners alleen de aanwijzing"),
        parts.cases,
    )
    yield (
        _("Signalen van collega’s"),
        _("Eerder zien dat het ergens misgaat, voordat iemand meldt"),
        _("Niemand: het gaat over een plek. Wie het doorgeeft, staat erbij"),
        _("Plek, wat er te zien was, foto van de plek"),
        _("AVG 6 lid 1 f"),
        _("Eigen medewerkers van het team"),
        parts.signals,
    )
    yield (
        _("Accounts, toegang en wie wat inzag"),
        _("Alleen de juiste mensen laten inloggen, en achteraf kunnen nagaan wie wat bekeek"),
        _("Medewerkers en mensen bij ketenpartners"),
        _("Naam, e-mailadres, rol, afwezigheid, dienst, inloggen, welke zaak wanneer is bekeken"),
        _("AVG 6 lid 1 c en f, en 32 (beveiliging)"),
        _("Beheerders en privacyfunctionaris"),
        parts.accounts,
    )
    yield (
        _("Mails versturen"),
        _("Laten weten dat er iets klaarstaat in het portaal"),
        _("Melders met een e-mailadres, medewerkers en mensen bij ketenpartners"),
        _("E-mailadres en een vaste tekst, soms met aantallen of een link. Niets van een zaak"),
        _("AVG 6 lid 1 b en f"),
        parts.mailer,
        parts.mails,
        _("Alleen als deze mailserver daar staat"),
    )
    yield (
        _("Wie niet mag meedoen"),
        _("Voorkomen dat iemand een zaak ziet over de eigen buren of bekenden"),
        _("Medewerkers"),
        _("Bij welk complex of welke zaak iemand betrokken is"),
        _("AVG 6 lid 1 f"),
        _("De persoon zelf, teamleiders en privacyfunctionaris"),
        _("Zolang het geldt. Het portaal heeft hier nog geen termijn voor."),
    )
