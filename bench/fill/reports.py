"""The reports of a case: who, how, in which words, with what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from bench.fill import mix, moments, stories
from bench.fill.copying import NO, NULL, YES, as_array, as_json, escaped
from bench.fill.life import Life, Tables, draw
from bench.fill.numbering import Numbers
from bench.fill.people import Reporter, Staff
from bench.fill.routes import Route
from incidents import timeline
from incidents.models import EvidenceFile, Kind
from incidents.rules.answers import Channel, DayPart
from safetyportal.privacy.keys import encrypt
from safetyportal.privacy.sealing import new_key

# How the ways in are called in the portal as it is; what it does not know yet, staff filed.
WAYS = {"web": Channel.PORTAL.value, "phone": "phone", "visit": "visit", "mail": "mail"}
CHANNELS = {way: name if name in Channel.values else Channel.STAFF.value for way, name in WAYS.items()}
ASKED_CONSENT = ("T",)
LABEL_UNKNOWN_PLACE = "Bij de oude school"


@dataclass
class Reports:
    tables: Tables
    random: Random
    staff: Staff
    people: list[Reporter]
    numbers: Numbers
    code_hash: str
    answers: dict[str, list[str]]
    fallback: list[int]
    order: int
    filed: int = 0

    def __post_init__(self) -> None:
        context = EvidenceFile._meta.get_field("key").context
        self.file_key = encrypt(new_key(), context)

    def file(self, life: Life, route: Route | None) -> int:
        """All reports of a case, each routed, or waiting for that without a route; returns the decision about the first."""
        first = self.order
        for place in range(life.reporters):
            at = life.opened
            if place:
                at += int(min(life.till - at, 60 * moments.DAY) * self.random.random())
            self._one(life, route, at, place)
        return first

    def _one(self, life: Life, route: Route | None, at: int, place: int) -> None:
        random, tables, kind, judged = self.random, self.tables, life.kind, life.judged
        key, number = f"{random.getrandbits(128):032x}", self.numbers.report()
        mode = "anonymous" if random.random() < mix.MODES["anonymous"] / 100 else draw(_NAMED, random)
        way = draw(mix.WAYS_IN, random)
        if kind.intake in (Kind.Intake.CLOSED, Kind.Intake.STAFF):
            way = "phone"
        by = 0 if way == "web" else random.choice(self.staff.handlers.get(life.team) or self.fallback)
        consent = NULL
        if kind.share in ASKED_CONSENT:
            consent = YES if mode != "anonymous" and random.random() < mix.CONSENT else NO
        life.consented = life.consented or consent == YES
        automatic = random.random() < mix.AUTOMATIC
        complex_, entrance, space = life.place
        known = complex_ != NULL
        stamp = moments.text(at)
        heavy = Kind.Law.YES in (kind.art9, kind.art10) or kind.restricted
        tables.reports.add(
            key, number, f"{random.getrandbits(128):032x}", str(life.key), kind.code, stamp, CHANNELS[way],
            str(by) if by else NULL, draw(mix.LANGUAGES, random),
            "unknown" if not known else "home" if space == NULL else "space", complex_, entrance, space,
            "" if known else LABEL_UNKNOWN_PLACE, escaped(stories.story(kind.code, kind.group_id, self.filed, random)),
            YES if heavy or random.random() < 0.04 else NO, _day(at, random), random.choice(DayPart.values),
            judged.frequency, judged.since, judged.impact, random.choice(self.answers[kind.code]),
            YES if automatic else NO, as_array(["too_fast"] if automatic else []),
            random.choice(("yes", "no", "no", "unknown")), judged.child, "no", mode, consent,
        )  # fmt: skip
        self.filed += 1
        life.reports.append((key, number))
        tables.codes.add(key, self.code_hash, stamp)
        if mode != "anonymous":
            life.named = True
            self._identity(life, key)
        self._route(route, key, at)
        name = self.staff.names[by] if by else timeline.REPORTER
        tables.say(life, at, "filed", by=by, label=name, report=key if place else NULL)
        if random.random() < mix.WITH_EVIDENCE and not kind.restricted:
            self._evidence(key, stamp)

    def _identity(self, life: Life, report: str) -> None:
        who, random = random_of(self.people, self.random), self.random
        beside = NULL if life.home is None else str(life.home)
        reach = as_array(["no_call"] if random.random() < 0.05 else [])
        self.tables.identities.add(
            report, who.name, who.phone, who.email, reach, beside, who.phone_index, who.email_index
        )

    def _route(self, route: Route | None, report: str, at: int) -> None:
        key, done = str(self.order), moments.text(at + 2)
        asked = moments.text(at)
        self.tables.orders.add(key, report, asked, asked, done if route else NULL)
        if route:
            self.tables.decisions.add(
                key, key, route.rule, route.rule_name, route.rule_version, route.outcome, route.steps, done
            )
        self.order += 1

    def _evidence(self, report: str, stamp: str) -> None:
        """Without a single byte of it: lists and pages show that it is there."""
        random = self.random
        key = f"{random.getrandbits(128):032x}"
        self.tables.evidence.add(key, report, "photo", stamp, stamp)
        for part, size in (("shown", 300_000), ("small", 12_000)):
            name, digest = f"{random.getrandbits(128):032x}", f"{random.getrandbits(256):064x}"
            self.tables.files.add(name, key, part, "image/jpeg", "jpg", str(size), digest, self.file_key)


_NAMED = {mode: share for mode, share in mix.MODES.items() if mode != "anonymous"}


def random_of(people: list[Reporter], random: Random) -> Reporter:
    return people[int(len(people) * random.random())]


def _day(at: int, random: Random) -> str:
    day = datetime.fromtimestamp(at, UTC) - timedelta(days=random.randrange(3))
    return day.date().isoformat()


def answers_of(kind: Kind, random: Random) -> list[str]:
    """Some sets of answers to its own questions, as COPY takes them."""
    found = []
    asked = (
        list(kind.questions.questions.filter(only_if_key="").exclude(sort="line")) if kind.questions else []
    )
    for _ in range(6):
        said = {}
        for one in asked:
            choices = [value for value, _label in one.choices]
            said[str(one.pk)] = [random.choice(choices)]
        found.append(as_json(said))
    return found
