"""What the pages on people in a case show, read in a fixed number of statements. Telephone and mail are not among it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from incidents.models import Case, Hearing, Letter, Party, PartyCode, PartyWord, Report
from incidents.sides import both_sides
from incidents.sides.accused_words import REQUESTS, request_about, said_about
from incidents.sides.parties import OF_A_PERSON, residents_of
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.clock.models import Deadline

MOST_PARTIES, MOST_WORDS = 50, 100
TONES = {
    both_sides.Standing.HEARD: "ok",
    both_sides.Standing.TWICE: "ok",
    both_sides.Standing.INVITED: "info",
    both_sides.Standing.NO_SHOW: "warn",
    both_sides.Standing.NEVER: "warn",
}
# They told us something in confidence, as a reporter does: who they are is asked for, and written down.
HIDDEN = frozenset({Party.Role.WITNESS, Party.Role.REPORTER})
SAID = "said"


@dataclass(frozen=True)
class Line:
    """Somebody in the case. `talk` is the invitation that waits, `earlier` what came of others. `waiting`: what they wrote and
    nobody answered, by sort."""

    party: Party
    name: str
    standing: str = ""
    tone: str = ""
    is_heard: bool = False
    talk: Hearing | None = None
    earlier: list[Hearing] = field(default_factory=list)
    inform_by: datetime | None = None
    is_late: bool = False
    waiting: list[str] = field(default_factory=list)
    waits_until: datetime | None = None


@dataclass(frozen=True)
class People:
    reports: list[Report]
    accused: list[Line]
    others: list[Line]
    ended: list[Line]
    residents: bool
    is_restricted: bool


def read(*, case: Case, at: datetime) -> People:
    parties = list(
        Party.objects.filter(case=case).select_related("home").order_by("added_at", "pk")[:MOST_PARTIES]
    )
    lines = lines_of(case=case, parties=parties, at=at)
    there = [one for one in lines if one.party.ended_at is None]
    return People(
        reports=list(case.reports.select_related("spoken").order_by("filed_at", "number")[:MOST_PARTIES]),
        accused=[one for one in there if one.party.role == Party.Role.ACCUSED],
        others=[one for one in there if one.party.role != Party.Role.ACCUSED],
        ended=[one for one in lines if one.party.ended_at is not None],
        residents=bool(residents_of(case.about_home, at=at)),
        is_restricted=any(one.party.use_restricted_since for one in there),
    )


def lines_of(*, case: Case, parties: list[Party], at: datetime) -> list[Line]:
    talks: dict[int, list[Hearing]] = {one.pk: [] for one in parties}
    found = Hearing.objects.filter(party__in=parties).select_related("held_by", "second", "entry")
    for talk in found:
        talks[talk.party_id].append(talk)
    terms = list(open_for(subject_kind="case", subject_id=case.pk).filter(name__in=OF_A_PERSON))
    since = both_sides.counts_since(case, at)
    numbers: dict[str, int] = {}
    lines = []
    for party in parties:
        numbers[party.role] = numbers.get(party.role, 0) + 1
        name = _name(party, numbers[party.role])
        lines.append(_line(party, name, talks[party.pk], terms, since, at))
    return lines


def words_of(party: Party) -> list[PartyWord]:
    return list(
        PartyWord.objects.filter(party=party)
        .select_related("entry")
        .order_by("-entry__at", "-entry_id")[:MOST_WORDS]
    )


def number_of(party: Party) -> str:
    """The number on their letter, where they had one."""
    return PartyCode.objects.filter(party=party).values_list("number", flat=True).first() or ""


def addressees(case: Case) -> list[tuple[Party, str]]:
    """To whom in the case a letter can go, with the name that the pages give: people, and still on it."""
    found = Party.objects.filter(case=case).order_by("added_at", "pk")[:MOST_PARTIES]
    numbers: dict[str, int] = {}
    named = []
    for party in found:
        numbers[party.role] = numbers.get(party.role, 0) + 1
        named.append((party, _name(party, numbers[party.role])))
    return [(one, name) for one, name in named if one.ended_at is None and one.sort == Party.Sort.PERSON]


def letters_to(party: Party) -> list[Letter]:
    return list(Letter.objects.filter(party=party).select_related("case")[:MOST_WORDS])


def _name(party: Party, number: int) -> str:
    if party.role in HIDDEN:
        return f"{Party.Role(party.role).label} {number}"
    return party.name or str(Party.Sort(party.sort).label)


def _line(
    party: Party, name: str, talks: list[Hearing], terms: Iterable[Deadline], since: datetime, at: datetime
) -> Line:
    earlier = [one for one in talks if one.state != Hearing.State.INVITED]
    if party.role != Party.Role.ACCUSED:
        return Line(party, name)
    if not party.can_be_heard:
        cannot = "" if party.ended_at else _("Kan niet gehoord worden")
        return Line(party, name, standing=cannot, tone="neutral", earlier=earlier)
    how_far = both_sides.standing(talks, since)
    inform = next((one for one in terms if one.name == Name.INFORM and one.about == str(party.pk)), None)
    abouts = {**{request_about(party, sort): str(sort) for sort in REQUESTS}, said_about(party): SAID}
    waiting = [one for one in terms if one.about in abouts]
    return Line(
        party,
        name,
        standing=str(both_sides.SAID[how_far]),
        tone=TONES[how_far],
        is_heard=how_far in both_sides.ENOUGH,
        talk=next((one for one in talks if one.state == Hearing.State.INVITED), None),
        earlier=earlier,
        inform_by=inform.due if inform else None,
        is_late=inform is not None and inform.due < at,
        waiting=[abouts[one.about] for one in waiting],
        waits_until=min((one.due for one in waiting), default=None),
    )
