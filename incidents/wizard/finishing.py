"""From the answers of a draft to what is filed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from complexes.models import Home, Space
from incidents.intake.filing import Filing, Place, Reporter
from incidents.rules.answers import Frequency, Mode, PlaceKind, Sign, Since, YesNo
from incidents.wizard import steps
from incidents.wizard.written import Written


class Unfinished(ValueError):
    """An answer is missing, or no longer holds: its step must be asked (again)."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


def filing_from(*, written: Written, language: str, signs: Iterable[Sign] = ()) -> Filing:
    """What would be filed now; `signs` that a program wrote it, besides what it wrote. Raises Unfinished with the step still open."""
    if (step := steps.current(written)).slug != "controle" or written.kind is None:
        raise Unfinished(step.slug)
    home = _home(written)
    story, asked, contact = written.of("verhaal"), written.of("vragen"), written.of("contact")
    named = contact["mode"] == Mode.NAMED
    return Filing(
        kind=written.kind,
        place=_place(written, home),
        reporter=_reporter(written, home),
        story=story["story"],
        **answered(asked),
        names_person=YesNo(story["names_person"]),
        consent=contact.get("consent") if named and written.asks_consent else None,
        language=language,
        signs=(*signs, *([Sign.TRAP] if contact.get("trap") else [])),
    )


def answered(asked: Mapping[str, Any]) -> dict[str, Any]:
    """What was answered to the questions of a kind (QuestionsForm.answer), as a Filing has it."""
    return {
        "frequency": asked.get("frequency") or Frequency.UNKNOWN,
        "since": asked.get("since") or Since.UNKNOWN,
        "impact": tuple(asked.get("impact") or ()),
        "last_seen_on": date.fromisoformat(last) if (last := asked.get("last_seen_on")) else None,
        "day_part": asked.get("day_part") or "",
        "answers": asked.get("own") or {},
        "child_involved": YesNo(child) if (child := asked.get("child_involved")) else None,
    }


def _home(written: Written) -> Home | None:
    address = written.of("adres")
    if address.get("unknown"):
        return None
    home = Home.objects.select_related("complex", "entrance").filter(pk=address["home"]).first()
    if home is None:
        raise Unfinished("adres")
    return home


def _place(written: Written, home: Home | None) -> Place:
    spot = written.of("plek")
    if home is None:
        return Place(PlaceKind.UNKNOWN, text=spot.get("text", ""))
    if spot["where"] == "home":
        return Place(PlaceKind.HOME, complex=home.complex, entrance=home.entrance)
    if spot["where"] == "space":
        return _space(spot, home)
    return Place(PlaceKind.SPACE, complex=home.complex, text=spot.get("text", ""))


def _space(spot: dict[str, Any], home: Home) -> Place:
    found = Space.objects.select_related("entrance").filter(pk=spot["space"], complex=home.complex).first()
    if found is None:
        raise Unfinished("plek")
    return Place(PlaceKind.SPACE, complex=home.complex, entrance=found.entrance, space=found)


def _reporter(written: Written, home: Home | None) -> Reporter:
    contact = written.of("contact")
    mode, minor = Mode(contact["mode"]), YesNo(contact["minor"])
    if mode == Mode.ANONYMOUS:
        return Reporter(mode, minor=minor)
    lives_here = written.of("adres").get("lives_here") == YesNo.YES
    return Reporter(
        mode,
        name=contact["name"],
        phone=contact["phone"],
        email=contact["email"],
        home=home if lives_here else None,
        minor=minor,
        reach=tuple(contact.get("reach") or ()),
        best_time=contact.get("best_time") or "",
    )
