"""Cases one after the other, day by day, and all that happened in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from bench.fill import mix, moments, stories
from bench.fill.approach import Approach
from bench.fill.copying import NO, NULL, YES
from bench.fill.judging import Judging
from bench.fill.life import PERSONAL, REPORTER, TEAM, Life, Tables, closes_after, draw
from bench.fill.numbering import Numbers
from bench.fill.people import Staff
from bench.fill.places import ENTRANCES as ENTRANCES_EACH
from bench.fill.places import HOMES, NEIGHBOURHOODS_PER_TOWN, SPACES, SPOTS, Places
from bench.fill.places import NEIGHBOURHOOD as COMPLEXES_EACH
from bench.fill.referrals import Referrals
from bench.fill.reports import Reports
from bench.fill.routes import Routes
from bench.fill.sides import Sides
from bench.fill.terms import Terms
from incidents.models import Kind

ENDED_WELL = {"solved": 40, "agreed": 30, "handed_over": 10, "not_found": 15, "withdrawn": 5}
NOT_TAKEN = {"not_ours": 60, "too_little": 40}
DIARY = {"note": 50, "contact": 28, "message": 17, "marked": 5}
TWO_WEEKS = 14 * moments.DAY
SAID_MARK = "Bezoek met twee: ja"
REMEMBERED = 20_000


@dataclass
class Cases:
    """Writes into `tables`; the caller empties those from time to time."""

    tables: Tables
    random: Random
    staff: Staff
    places: Places
    kinds: list[Kind]
    judging: Judging
    routes: Routes
    reports: Reports
    referrals: Referrals
    sides: Sides
    approach: Approach
    terms: Terms
    numbers: Numbers
    fallback: int
    key: int
    now: int
    unrouted: bool = False  # only filed: no report was routed, nobody took anything up

    def __post_init__(self) -> None:
        self.chances = [chance(kind, self.kinds) for kind in self.kinds]
        # Of a home, the case about it that was opened last and until when it was open: a new one may be the same.
        self.lately: dict[int, tuple[int, int, int]] = {}

    def add(self, day: date) -> None:
        """A case that was opened on this day."""
        random = self.random
        kind = random.choices(self.kinds, self.chances)[0]
        opened = min(moments.on(day, noise=kind.group_id == "GEL", random=random), self.now - 60)
        reporters = random.choices(list(mix.REPORTERS), list(mix.REPORTERS.values()))[0]
        judged = self.judging.draw(kind.nature, reporters, random)
        life = self._begin(kind, judged, opened, reporters)
        if self.unrouted:
            self._only_file(life)
            return
        taken_up = random.random() >= mix.NOT_TAKEN
        if not taken_up:
            life.ends = opened + int((0.3 + 4 * random.random()) * moments.DAY)
        again = self._reopened(life) if taken_up else 0
        self._take(life)
        route = self.routes.find(kind, judged.band, place_known=life.place[0] != NULL)
        decision = self.reports.file(life, route)
        self.referrals.share(life, route, decision)
        life.about = bool(
            life.home is not None
            and life.place[2] == NULL
            and life.holder
            and random.random() < mix.ABOUT_A_HOME
        )
        self._work(life)
        self.sides.add(life)
        self.approach.add(life)
        status, reason, rested = self._stand(life, taken_up)
        if again:
            self._say_reopened(life, again)
        if rested:
            self._say_closed(life, life.ends)
        self.terms.add(life, status)
        self.approach.stand(life, status)
        self._case(life, status, reason)
        self.tables.tell(life)

    def _only_file(self, life: Life) -> None:
        life.ends, life.reporters = life.now + moments.DAY, 1
        self.reports.file(life, None)
        self.terms.add(life, "received")
        self._case(life, "received", "")
        self.tables.tell(life)

    def _begin(self, kind: Kind, judged, opened: int, reporters: int) -> Life:
        random, places = self.random, self.places
        self.key += 1
        ends = opened + closes_after(judged.band, random)
        if random.random() < mix.PLACE_UNKNOWN:
            return Life(
                self.key, kind, judged, opened, ends, self.now, self.fallback, 0, 0, 0, (NULL, NULL, NULL), None, reporters
            )  # fmt: skip
        home = places.draw(random)
        near, place = divmod(home, HOMES)
        spot = SPOTS[place]
        entrance = (
            NULL if spot.entrance is None else str(places.entrance + near * ENTRANCES_EACH + spot.entrance)
        )
        space = NULL
        if random.random() < mix.IN_SPACE.get(kind.group_id, 0.1):
            shared = spot.of_entrance if spot.of_entrance and random.random() < 0.7 else spot.of_complex
            entrance = entrance if shared is spot.of_entrance else NULL
            space = str(places.space + near * len(SPACES) + random.choice(shared))
        where = (str(places.complex + near * len(COMPLEXES_EACH) + spot.complex), entrance, space)
        return Life(
            self.key, kind, judged, opened, ends, self.now, places.team(home), 0, 0, near // NEIGHBOURHOODS_PER_TOWN,
            where, places.home + home, reporters,
        )  # fmt: skip

    def _reopened(self, life: Life) -> int:
        """When, if it ever was; it then ends later."""
        random = self.random
        if random.random() >= mix.REOPENED or life.ends + TWO_WEEKS > life.now:
            return 0
        again = life.ends + int((1 + 50 * random.random()) * moments.DAY)
        if again >= life.now:
            return 0
        life.events.append((life.ends, ""))  # where the first closing goes
        life.ends = again + closes_after(life.judged.band, random) // 2
        return again

    def _take(self, life: Life) -> None:
        random = self.random
        people = self.staff.restricted if life.kind.restricted else self.staff.handlers.get(life.team)
        at = life.opened + int(random.random() * 2.5 * moments.DAY)
        if random.random() < 0.03 or at >= life.till:
            return
        life.holder, life.taken = random.choice(people or self.staff.triage), at
        self.tables.say(life, at, "taken", by=life.holder, label=self.staff.names[life.holder])

    def _work(self, life: Life) -> None:
        """The diary: notes, contacts, messages. Nobody writes in a case that nobody took."""
        if not life.holder:
            return
        random, names = self.random, self.staff.names
        count = min(mix.DIARY_MOST, int(moments.lognormal(mix.DIARY_MEDIAN, mix.DIARY_SIGMA, random)))
        for _ in range(count):
            sort, by = draw(DIARY, random), life.holder
            at = life.some_moment(random, life.taken)
            text, visibility = random.choice(WORDS[sort]), REPORTER if sort == "message" else TEAM
            if sort == "note" and random.random() < 0.03:
                visibility = PERSONAL
            self.tables.say(
                life, at, sort, text, by=by, label=names[by], visibility=visibility,
                sensitive=sort == "note" and random.random() < 0.1,
            )  # fmt: skip

    def _stand(self, life: Life, taken_up: bool) -> tuple[str, str, bool]:
        """Status, reason, and whether it was closed."""
        random = self.random
        if not life.is_open:
            if life.now - life.ends < TWO_WEEKS and random.random() < mix.REOPEN_ASKED:
                return "reopen_asked", draw(ENDED_WELL, random), True
            if taken_up:
                return "closed", draw(ENDED_WELL, random), True
            return "not_taken", draw(NOT_TAKEN, random), True
        if not life.holder:
            return "received" if life.now - life.opened < 2 * moments.DAY else "triage", "", False
        if life.talk_waits:
            return "hearing", "", False
        if life.with_partner and random.random() < 0.8:
            return "at_partner", "", False
        if life.level >= "L2" and random.random() < mix.APPROACH_AFTER_AGREEMENTS:
            return "approach", "", False
        return draw(mix.OPEN_STATUS, random), "", False

    def _say_reopened(self, life: Life, again: int) -> None:
        first = next(at for at, line in life.events if not line)
        life.events = [event for event in life.events if event[1]]
        self._say_closed(life, first)
        by = life.holder or self.staff.triage[0]
        self.tables.say(
            life, again, "reopened", "De overlast begon opnieuw.", by=by, label=self.staff.names[by]
        )

    def _say_closed(self, life: Life, at: int) -> None:
        by = life.holder or self.staff.triage[0]
        name = self.staff.names[by]
        self.tables.say(life, at, "closed", by=by, label=name)
        self.tables.say(life, at, "message", stories.LAST_MESSAGE, by=by, label=name, visibility=REPORTER)

    def _case(self, life: Life, status: str, reason: str) -> None:
        random, judged, kind = self.random, life.judged, life.kind
        two = random.random() < (0.2 if kind.group_id == "AGR" else 0.01)
        self.tables.cases.add(
            str(life.key), self.numbers.case(), kind.code, YES if kind.restricted else NO, status, kind.urgency,
            judged.score, judged.parts, judged.band, *life.place, str(life.team), str(life.holder) if life.holder else NULL,
            self._alike(life), str(life.home) if life.about else NULL, YES if two else NULL, moments.text(life.opened),
            NULL if life.is_open else moments.text(life.ends), reason,
            moments.text(life.contacted) if life.contacted else NULL,
        )  # fmt: skip

    def _alike(self, life: Life) -> str:
        if life.home is None:
            return NULL
        before = self.lately.get(life.home)
        if len(self.lately) > REMEMBERED:
            self.lately.clear()
        self.lately[life.home] = (life.key, life.opened, life.ends)
        if before and before[1] <= life.opened < before[2] and life.opened - before[1] < TWO_WEEKS:
            return str(before[0])
        return NULL


WORDS = {
    "note": stories.NOTES, "contact": stories.CONTACTS, "message": stories.MESSAGES, "marked": (SAID_MARK,),
}  # fmt: skip


def chance(kind: Kind, kinds: list[Kind]) -> float:
    """Of a kind among all: the group's share, divided over its kinds."""
    siblings = sum(mix.RARE_KINDS.get(one.code, 1) for one in kinds if one.group_id == kind.group_id)
    return mix.GROUPS[kind.group_id] * mix.RARE_KINDS.get(kind.code, 1) / siblings
