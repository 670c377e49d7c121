"""The numbers to call instead of, or before, writing to us."""

from __future__ import annotations

from safetyportal.texts.models import HelpLine

# code, number, who answers, when to call. The municipality's number differs per town: fill it in and show it.
LINES = (
    ("emergency", "112", "Politie, brandweer, ambulance", "Als er nu direct gevaar is."),
    ("police", "0900-8844", "Politie", "Als er geen spoed is."),
    (
        "crime_tip",
        "0800-7000",
        "Meld Misdaad Anoniem",
        "Als u iets weet over een misdaad en niet bekend wilt worden.",
    ),
    (
        "domestic_violence",
        "0800-2000",
        "Veilig Thuis",
        "Als u denkt aan huiselijk geweld of kindermishandeling. Dag en nacht, gratis.",
    ),
    (
        "worrying",
        "0800-1205",
        "Landelijk Meldpunt Zorgwekkend Gedrag",
        "Als u zich zorgen maakt over iemand die in de war is, en er is geen direct gevaar.",
    ),
    ("suicide", "113", "113 Zelfmoordpreventie", "Als u of iemand anders denkt aan zelfmoord. Dag en nacht."),
    ("animals", "144", "Meldpunt 144", "Als een dier gewond is of mishandeld wordt."),
    ("gas", "0800-9009", "Storingsnummer gas en stroom", "Als u gas ruikt of als de stroom uitvalt."),
    ("victim", "0900-0101", "Slachtofferhulp Nederland", "Als u hulp wilt na een misdrijf of een ongeluk."),
    ("municipality", "14 0xx", "Gemeente", "Als het gaat om de straat, het park of de buurt."),
)


def defaults() -> list[HelpLine]:
    """The lines as delivered, not saved."""
    return [
        HelpLine(
            code=code, number=number, label=label, when_text=when, order=10 * place, active="x" not in number
        )
        for place, (code, number, label, when) in enumerate(LINES, start=1)
    ]


def load() -> int:
    """Add the lines that are not there yet; what the association changed stays. Returns how many were new."""
    known = set(HelpLine.objects.values_list("code", flat=True))
    new = [line for line in defaults() if line.code not in known]
    HelpLine.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def shown() -> dict[str, HelpLine]:
    """The lines to show, by code, in their order."""
    return {line.code: line for line in HelpLine.objects.filter(active=True)}


def from_code() -> dict[str, HelpLine]:
    """The lines as delivered, without asking the database."""
    return {line.code: line for line in defaults() if line.active}
