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

# The same in English: who answers, when to call.
ENGLISH = {
    "emergency": ("Police, fire brigade, ambulance", "If there is direct danger now."),
    "police": ("Police", "If it is not urgent."),
    "crime_tip": (
        "Meld Misdaad Anoniem (report crime anonymously)",
        "If you know something about a crime and want to stay unknown.",
    ),
    "domestic_violence": (
        "Veilig Thuis (domestic violence)",
        "If you suspect domestic violence or child abuse. Day and night, free.",
    ),
    "worrying": (
        "National line for worrying behaviour",
        "If you worry about somebody who is confused, and there is no direct danger.",
    ),
    "suicide": (
        "113 Suicide Prevention",
        "If you or somebody else is thinking about suicide. Day and night.",
    ),
    "animals": ("144 animal emergency line", "If an animal is injured or abused."),
    "gas": ("Gas and power faults", "If you smell gas or the power is out."),
    "victim": ("Victim Support Netherlands", "If you want help after a crime or an accident."),
    "municipality": ("Municipality", "If it is about the street, the park or the neighbourhood."),
}


def defaults() -> list[HelpLine]:
    """The lines as delivered, not saved."""
    return [
        HelpLine(
            code=code,
            number=number,
            label=label,
            when_text=when,
            label_en=ENGLISH[code][0],
            when_text_en=ENGLISH[code][1],
            order=10 * place,
            active="x" not in number,
        )
        for place, (code, number, label, when) in enumerate(LINES, start=1)
    ]


def load() -> int:
    """Add the lines that are not there yet; what the association changed stays. Returns how many were new.

    A line from before there was English gets it, where its Dutch is still ours.
    """
    known = HelpLine.objects.in_bulk(field_name="code")
    delivered = defaults()
    for line in delivered:
        if (old := known.get(line.code)) and not (old.label_en or old.when_text_en):
            same = HelpLine.objects.filter(pk=old.pk, label=line.label, when_text=line.when_text)
            same.update(label_en=line.label_en, when_text_en=line.when_text_en)
    new = [line for line in delivered if line.code not in known]
    HelpLine.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def shown() -> dict[str, HelpLine]:
    """The lines to show, by code, in their order."""
    return {line.code: line for line in HelpLine.objects.filter(active=True)}


def from_code() -> dict[str, HelpLine]:
    """The lines as delivered, without asking the database."""
    return {line.code: line for line in defaults() if line.active}
