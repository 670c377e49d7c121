"""What we owe the reporters of a case, and what they asked of us."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bench.fill import moments
from bench.fill.life import REPORTER, Life, Tables
from bench.fill.people import Staff


@dataclass
class Terms:
    tables: Tables
    random: Random
    staff: Staff

    def add(self, life: Life, status: str) -> None:
        random, tables, opened = self.random, self.tables, life.opened
        spoken = life.taken + int(random.random() * 2 * moments.DAY) if life.holder else 0
        if not life.is_open:
            spoken = min(spoken or life.ends, life.ends)
        first = moments.first_contact(life.kind.urgency)
        tables.term(life, "first_contact", opened, moments.due(opened, first), met=spoken)
        tables.term(
            life,
            "decide",
            opened,
            moments.due(opened, 5),
            met=life.taken or (0 if life.is_open else life.ends),
        )
        if 0 < spoken < life.now:
            last = max(spoken, life.till - int(random.random() * 17 * moments.DAY))
            paused = last if status == "waiting" else 0
            met = 0 if life.is_open else life.ends
            tables.term(life, "progress", last, moments.due(last, 10), met=met, paused=paused)
            if paused:
                self._ask(life, last)
        if status == "reopen_asked" or (life.is_open and random.random() < 0.05):
            self._asked(life, "reply" if life.is_open else "reopen_asked")

    def _ask(self, life: Life, at: int) -> None:
        """What we asked a reporter, who has not answered."""
        report, number = self.random.choice(life.reports)
        self.tables.term(life, "reporter_answer", at, moments.due(at, 10), about=f"question.{number}")
        self.tables.say(
            life, at, "question", "Hoe laat hoort u het meestal?", by=life.holder, label=self.staff.names[life.holder],
            report=report, visibility=REPORTER,
        )  # fmt: skip

    def _asked(self, life: Life, sort: str) -> None:
        """What a reporter asks of us, and nobody has looked at yet."""
        report, number = self.random.choice(life.reports)
        since = life.opened if life.is_open else life.ends
        at = max(since, life.now - int(self.random.random() * 5 * moments.DAY))
        self.tables.term(life, "reporter_asks", at, moments.due(at, 3), about=f"{sort}.{number}")
        text = "Het is nog niet voorbij. Wilt u nog een keer kijken?"
        self.tables.say(life, at, sort, text, label="Melder", report=report, visibility=REPORTER)
