"""Whom a case is about: put on it, told so, asked for their side, and what came of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from bench.fill import mix, moments
from bench.fill.copying import NULL
from bench.fill.life import Life, Tables, draw
from bench.fill.people import Staff
from bench.fill.pools import Pool
from incidents.models import Hearing, Party

STANCES = Hearing.Stance.values
SAID = "Herkent dat er soms muziek is. Zegt er in de avond op te letten."
WEEK = 7 * moments.DAY
OF_THE_TALK = {
    "held": ("heard", SAID),
    "written": ("heard", SAID),
    "no_show": ("no_show", "Niet verschenen."),
}


@dataclass
class Sides:
    """`party` is the next key."""

    tables: Tables
    random: Random
    staff: Staff
    party: int

    def __post_init__(self) -> None:
        self.names = Pool(Party, "name", self.random)
        self.groups = Pool(Party, "name", self.random, words=("Groep jongeren", "Bezoekers", "Onbekende man"))

    def add(self, life: Life) -> None:
        """Nobody puts somebody on a case that nobody took."""
        random = self.random
        if not life.holder:
            return
        if random.random() < mix.ALSO_INVOLVED:
            self._put(life, random.choice(("witness", "other")), "person", life.taken)
        if not life.about or random.random() >= mix.ACCUSED:
            return
        at = life.taken + int(random.random() * min(3 * moments.DAY, life.till - life.taken))
        sort = draw(mix.ACCUSED_SORTS, random)
        party = self._put(life, "accused", sort, at)
        if sort == "person":
            life.accused = party
            self._talk(life, at)

    def _put(self, life: Life, role: str, sort: str, at: int) -> int:
        random, key = self.random, self.party
        self.party += 1
        can_be_heard = role == "accused" and sort == "person"
        told = 0
        if can_be_heard and random.random() < mix.INFORMED:
            told = life.some_moment(random, at)
        self.tables.parties.add(
            str(key), str(life.key), role, sort, (self.names if sort == "person" else self.groups).draw(),
            str(life.home) if can_be_heard and life.home else NULL, moments.text(at), str(life.holder),
            *((moments.text(told), life.kind.pk, _month(life.opened), _month(told)) if told else (NULL,) * 4),
        )  # fmt: skip
        self._say(life, at, "party", f"Betrokkene toegevoegd: {Party.Role(role).label}")
        if can_be_heard:
            ended = told or (0 if life.is_open else life.ends)
            self.tables.term(life, "inform", at, at + 30 * moments.DAY, met=ended, about=str(key))
        if told:
            self._say(life, told, "informed", "De bewoner is geïnformeerd: per brief.")
        return key

    def _talk(self, life: Life, since: int) -> None:
        """A first invitation, and a second one for who did not come."""
        random = self.random
        if random.random() >= mix.INVITED:
            return
        at = since + int(random.random() * 14 * moments.DAY)
        for nth in (1, 2):
            if at >= life.till:
                return
            takes_place, by = at + WEEK, life.holder
            state = self._came_of_it(life, takes_place, nth)
            waits = state == "invited"
            ended = 0 if waits else min(takes_place, life.till)
            self.tables.hearings.add(
                str(life.accused), str(nth), moments.text(at), str(by), moments.text(takes_place),
                random.choice(Hearing.Way.values), str(by), state, NULL if waits else moments.text(ended),
                random.choice(STANCES) if state in ("held", "written") else "",
            )  # fmt: skip
            self._say(life, at, "invited", f"{nth}e uitnodiging.")
            self.tables.term(life, "hearing", at, takes_place, met=ended, about=str(life.accused), owner=by)
            if state in OF_THE_TALK:
                self._say(life, ended, *OF_THE_TALK[state])
            life.talk_waits = waits
            if state in ("held", "written") or (state == "no_show" and nth == 2):
                life.heard = ended
            if state != "no_show":
                return
            at = ended + 2 * moments.DAY

    def _came_of_it(self, life: Life, takes_place: int, nth: int) -> str:
        random = self.random
        if takes_place >= life.till:
            return "invited" if life.is_open else "cancelled"
        if life.is_open and random.random() < mix.TALK_NOT_WRITTEN_DOWN:
            return "invited"
        if random.random() < (mix.NO_SHOW if nth == 1 else mix.NO_SHOW_AGAIN):
            return "no_show"
        return "written" if random.random() < mix.IN_WRITING else "held"

    def _say(self, life: Life, at: int, sort: str, text: str) -> None:
        by = life.holder
        self.tables.say(life, at, sort, text, by=by, label=self.staff.names[by], sensitive=sort == "heard")


def _month(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().replace(day=1).isoformat()
