"""What is done about a case: steps on the ladder, letters, the plan and the next look at it, and tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from bench.fill import mix, moments, stories
from bench.fill.copying import NO, NULL, YES, escaped
from bench.fill.life import Life, Tables, draw
from bench.fill.people import Staff
from bench.fill.pools import Pool
from incidents.models import LadderStep, Letter, Plan
from incidents.rules.ladder_levels import Level

LEVELS = ("L2", "L3", "L4", "L5", "L6", "L7")
LETTER_OF = {"L2": "agreements", "L3": "warning", "L4": "last_warning", "L5": "last_chance"}
FOUR_WEEKS = 28 * moments.DAY
OFFICE_CLOSES = 16 * 3600


@dataclass
class Approach:
    """`step`, `letter` and `task` are the next keys."""

    tables: Tables
    random: Random
    staff: Staff
    step: int
    letter: int
    task: int

    def __post_init__(self) -> None:
        random, reasons = self.random, stories.NOTES
        self.reasons = Pool(LadderStep, "reason", random, reasons)
        self.agreed = Pool(LadderStep, "agreed", random, reasons)
        self.to_name = Pool(Letter, "to_name", random)
        address = Pool(Letter, "to_address", random, ("Acacialaan 12, 1234 AB Lindestad",))
        heading = Pool(Letter, "heading", random, ("Uw gedrag in het trappenhuis", "Onze afspraken"))
        body = Pool(Letter, "body", random, stories.MESSAGES)
        self.parts = (address, heading, body)
        self.needs = [
            Pool(Plan, name, random, reasons) for name in ("reporter_needs", "resident_needs", "support")
        ]

    def add(self, life: Life) -> None:
        if not life.holder:
            return
        if life.accused:
            self._climb(life)
        self._tasks(life)

    def stand(self, life: Life, status: str) -> None:
        """What follows from how far the case is: a plan, and the next look at it."""
        random, since = self.random, life.taken
        with_plan = bool(life.holder) and random.random() < mix.PLANS[life.judged.band]
        if with_plan:
            since = life.some_moment(random, life.taken)
            review = self._review(life, since)
            self.tables.plans.add(
                str(life.key), "1", str(life.holder), *(pool.draw() for pool in self.needs), _day(review),
                str(life.holder), moments.text(since),
            )  # fmt: skip
            self._say(life, since, "plan", "Versie 1.")
        elif status == "monitoring":
            since = life.some_moment(random, life.taken)
            review = self._review(life, since)
        else:
            return
        self.tables.term(life, "review", since, review, met=0 if life.is_open else life.ends)

    def _review(self, life: Life, since: int) -> int:
        """The next look at it; of an open case it was mostly looked at every four weeks."""
        if not life.is_open:
            return _evening(since + FOUR_WEEKS)
        passed = (life.now - since) // FOUR_WEEKS if self.random.random() >= mix.NOT_LOOKED_AGAIN else 0
        return _evening(since + (passed + 1) * FOUR_WEEKS)

    def _climb(self, life: Life) -> None:
        random, level = self.random, draw(mix.LADDER, self.random)
        if not level or life.till - life.taken < 10 * moments.DAY:
            return
        if level > "L2" and not (life.heard and life.named):
            level = "L2"
        path = ("L1",) if level == "L1" else LEVELS[: LEVELS.index(level) + 1]
        begin = life.heard or life.taken
        for one, at in zip(path, sorted(life.some_moment(random, begin) for _ in path), strict=True):
            self._set(life, one, at, is_last=one == level)
            life.level = one
            self._write(life, LETTER_OF.get(one), at)

    def _set(self, life: Life, level: str, at: int, *, is_last: bool) -> None:
        random, key, by, stamp = self.random, self.step, str(life.holder), moments.text(at)
        self.step += 1
        waits = is_last and life.is_open and random.random() < mix.WAITS_FOR_SECOND
        check = _evening(at + FOUR_WEEKS) if random.random() < 0.5 else 0
        checked = 0
        if check and not waits:
            checked = self._check(life, f"step.{key}", at, check)
        self.tables.steps.add(
            str(key), str(life.key), "civil", level, "2" if waits else "0" if level == "L1" else "1",
            "proposed" if waits else "in_force", "agreement" if level < "L3" else "good_tenant", self.reasons.draw(),
            self.agreed.draw(), _day(check) if check else NULL, by, stamp, NULL if waits else by, NULL if waits else stamp,
            *((random.choice(LadderStep.Outcome.values), by, moments.text(checked)) if checked else ("", NULL, NULL)),
        )  # fmt: skip
        self._say(life, at, "ladder", f"{Level(level).label}.")

    def _write(self, life: Life, sort: str | None, at: int) -> None:
        if sort is None or self.random.random() >= mix.WITH_LETTER:
            return
        key, by, stamp = self.letter, str(life.holder), moments.text(at)
        self.letter += 1
        is_draft = life.is_open and self.random.random() < mix.DRAFT_LETTER
        check = _evening(at + FOUR_WEEKS) if self.random.random() >= mix.LETTER_WITHOUT_CHECK else 0
        self.tables.letters.add(
            str(key), str(life.key), sort, self.to_name.draw(), *(pool.draw() for pool in self.parts), by, stamp,
            _day(check) if check else NULL, NULL if is_draft else by, NULL if is_draft else stamp,
        )  # fmt: skip
        if not is_draft:
            self._say(life, at, "letter", f"{Letter.Sort(sort).label}.")
            if check:
                self._check(life, f"letter.{key}", at, check)

    def _check(self, life: Life, about: str, at: int, due: int) -> int:
        """When it was checked; 0 if it was not."""
        looked = min(due - int(self.random.random() * moments.DAY), life.till - 1)
        if due > life.now or (life.is_open and self.random.random() < mix.NOT_CHECKED):
            looked = 0
        met = looked or (0 if life.is_open else life.ends)
        self.tables.term(life, "check", at, due, met=max(met, at) if met else 0, about=about)
        if looked:
            self._say(life, max(looked, at), "checked", "De afspraak is nagekomen.")
        return max(looked, at) if looked else 0

    def _tasks(self, life: Life) -> None:
        random = self.random
        while random.random() < mix.TASKS:
            key, at, by = self.task, life.some_moment(random, life.taken), str(life.holder)
            self.task += 1
            due = _evening(at + random.randrange(1, 15) * moments.DAY)
            is_personal = random.random() < mix.REMINDERS
            done = min(due - 3600, life.till - 1) if not life.is_open or due < life.now else 0
            if life.is_open and random.random() < mix.NOT_DONE:
                done = 0
            done = max(done, at) if done else 0
            what = random.choice(stories.TASKS)
            self.tables.tasks.add(
                str(key), str(life.key), escaped(what), _day(due), by, YES if is_personal else NO, by,
                moments.text(at), by if done else NULL, moments.text(done) if done else NULL,
            )  # fmt: skip
            self.tables.term(
                life, "task", at, due, met=done, about=str(key), owner=life.holder, bars=not is_personal,
                subject="case_personal" if is_personal else "case",
            )  # fmt: skip
            if not is_personal:
                self._say(life, at, "task", what)
                if done:
                    self._say(life, done, "task_done", what)

    def _say(self, life: Life, at: int, sort: str, text: str) -> None:
        self.tables.say(life, at, sort, text, by=life.holder, label=self.staff.names[life.holder])


def _evening(seconds: int) -> int:
    """When the office closes that day, about."""
    return seconds // moments.DAY * moments.DAY + OFFICE_CLOSES


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
