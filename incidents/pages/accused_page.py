"""What somebody who was reported about may see with number and code: what we told them, and what is between us.

No report, no number of reports, no day or hour, no status, no note. Whatever else the case holds does not come here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from incidents.following.code_door import try_code
from incidents.models import Hearing, Party, PartyCode, PartyWord
from incidents.rules.numbers import read_number
from incidents.shielding.coarse_times import said_span
from incidents.sides.accused_letters import PREFIX

Sort = PartyWord.Sort
MOST_WORDS = 100


@dataclass(frozen=True)
class Word:
    """Something they wrote, or our answer."""

    at: datetime
    title: str
    text: str
    is_own: bool


@dataclass(frozen=True)
class Talk:
    takes_place_at: datetime
    way: str
    place: str
    with_interpreter: bool


@dataclass(frozen=True)
class Told:
    number: str
    kind: str
    months: str
    rule: str
    text: str
    talk: Talk | None
    is_restricted: bool
    words: tuple[Word, ...]


def enter(*, number: str, code: str, client: str, at: datetime) -> Party | None:
    """Whose page this number and code open, or None; as followup.enter. Raises code_door.TooManyTries."""
    known = read_number(number, PREFIX)

    def find() -> tuple[str, PartyCode] | None:
        access = PartyCode.objects.filter(number=known).first()
        return (access.hash, access) if access else None

    opened = try_code(known=known, code=code, client=client, find=find, at=at)
    party = reachable(party_id=opened.party_id) if opened is not None else None
    # Renewed between looking and now.
    return party if party and opened and party.access_code.made_at == opened.made_at else None


def reachable(*, party_id: int) -> Party | None:
    """While they are on the case, have a code, and the case is not one in which a page may be a danger."""
    parties = Party.objects.accused().filter(
        pk=party_id, access_code__isnull=False, case__restricted=False, informed_at__isnull=False
    )
    return parties.select_related("access_code", "told_kind", "case").first()


def told(*, party: Party) -> Told:
    """`party` as `reachable` gives it."""
    words = PartyWord.objects.filter(party=party).select_related("entry").order_by("-entry__at", "-entry_id")
    talk = Hearing.objects.filter(party=party, state=Hearing.State.INVITED).first()
    return Told(
        number=party.access_code.number,
        kind=party.told_kind.label if party.told_kind else "",
        months=said_span(party.told_from, party.told_until),
        rule=party.told_rule,
        text=party.told_text,
        talk=_talk(talk) if talk is not None and party.case.is_open else None,
        is_restricted=party.use_restricted_since is not None,
        words=tuple(_word(one) for one in words[:MOST_WORDS]),
    )


def _talk(talk: Hearing) -> Talk:
    return Talk(talk.takes_place_at, str(Hearing.Way(talk.way).label), talk.place, talk.needs_interpreter)


def _word(word: PartyWord) -> Word:
    is_own = word.sort != Sort.ANSWER
    return Word(
        at=word.entry.at,
        title=str(Sort(word.sort).label) if is_own else "",
        text=word.entry.text,
        is_own=is_own,
    )
