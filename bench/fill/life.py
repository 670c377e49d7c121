"""One case as it goes by, and the tables that take its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from bench.fill import mix, moments
from bench.fill.copying import NO, NULL, YES, Table, escaped
from bench.fill.judging import Judged
from incidents.models import (
    AccessCode,
    Case,
    CaseTask,
    Evidence,
    EvidenceFile,
    Hearing,
    Kind,
    LadderStep,
    Letter,
    Party,
    Plan,
    Report,
    ReporterIdentity,
    RoutingOrder,
    TimelineEntry,
)
from incidents.timeline import HEARD_FROM_US, PORTAL
from partners.models import Question, Referral, RoutingDecision
from safetyportal.clock.models import Deadline

TEAM, REPORTER, PERSONAL = TimelineEntry.Visibility.values


@dataclass(slots=True)
class Life:
    """`ends` is the moment of closing, later than `now` for a case that is open. Holder 0: nobody yet.

    `about`: it is about the home. `named`: a reporter gave a name. `heard`: when the accused was, or had the chance twice.
    """

    key: int
    kind: Kind
    judged: Judged
    opened: int
    ends: int
    now: int
    team: int
    holder: int
    taken: int
    town: int
    place: tuple[str, str, str]
    home: int | None
    reporters: int
    reports: list[tuple[str, str]] = field(default_factory=list)  # id and number
    consented: bool = False
    with_partner: bool = False
    about: bool = False
    named: bool = False
    accused: int = 0
    heard: int = 0
    talk_waits: bool = False
    level: str = ""
    contacted: int = 0
    events: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        return self.ends > self.now

    @property
    def till(self) -> int:
        """The last moment at which something may have happened."""
        return min(self.ends, self.now)

    @property
    def begun(self) -> int:
        """When somebody of ours first did something about it."""
        return self.taken if self.holder else self.opened

    def some_moment(self, random: Random, since: int = 0) -> int:
        first = max(since, self.opened)
        return first + int((self.till - first) * random.random())


class Tables:
    def __init__(self) -> None:
        self.cases = Table(
            Case,
            "id number kind restricted status urgency severity_score severity_parts severity_band complex entrance space "
            "team holder suspected_duplicate_of about_home mark_aggression_risk opened_at closed_at close_reason last_contact_at",
        )
        self.reports = Table(
            Report,
            "id number draft_key case kind filed_at channel filed_by language place_kind complex entrance space "
            "place_text story story_sensitive last_seen_on day_part frequency since impact answers looks_automatic signs "
            "names_person child_involved reporter_minor mode consent",
        )
        self.identities = Table(
            ReporterIdentity, "report name phone email reach home phone_index email_index"
        )
        self.codes = Table(AccessCode, "report hash made_at")
        self.orders = Table(RoutingOrder, "id report asked_at next_at done_at")
        self.decisions = Table(
            RoutingDecision, "id order rule rule_name rule_version outcome steps decided_at"
        )
        self.referrals = Table(
            Referral,
            "id case partner decision mode state why fields summary created_at ground ground_text released_at released_by "
            "due_at delivered_at next_at answered_at answered_by answer finished_at finished_by outcome",
        )
        self.questions = Table(Question, "referral text asked_at asked_by")
        self.timeline = Table(TimelineEntry, "case report at sort visibility by by_label text sensitive")
        self.deadlines = Table(
            Deadline,
            "subject_kind subject_id name about team owner due paused_since met_at bars_closing created_at",
        )
        self.parties = Table(
            Party, "id case role sort name home added_at added_by informed_at told_kind told_from told_until"
        )
        self.hearings = Table(
            Hearing, "party round invited_at invited_by takes_place_at way held_by state ended_at stance"
        )
        self.steps = Table(
            LadderStep,
            "id case track level climbs state ground reason agreed check_on made_by made_at decided_by decided_at "
            "outcome checked_by checked_at",
        )
        self.letters = Table(
            Letter,
            "id case sort to_name to_address heading body written_by written_at check_on sent_by sent_at",
        )
        self.plans = Table(
            Plan, "case version holder reporter_needs resident_needs support review_on made_by made_at"
        )
        self.tasks = Table(CaseTask, "id case what due_on owner is_personal made_by made_at done_by done_at")
        self.evidence = Table(Evidence, "id report sort added_at kept_at")
        self.files = Table(EvidenceFile, "id evidence part media_type suffix size sha256 key")

    @property
    def all(self) -> tuple[Table, ...]:
        return tuple(vars(self).values())

    def term(
        self, life: Life, name: str, created: int, due: int, *, met: int = 0, paused: int = 0, about: str = "",
        bars: bool = False, owner: int = 0, subject: str = "case",
    ) -> None:  # fmt: skip
        """An obligation of the case; one that was met later than now is open still."""
        self.deadlines.add(
            subject, str(life.key), name, about, str(life.team) if subject == "case" else NULL,
            str(owner) if owner else NULL, moments.text(due),
            moments.text(paused) if paused else NULL, moments.text(met) if 0 < met <= life.now else NULL,
            YES if bars else NO, moments.text(created),
        )  # fmt: skip

    def say(
        self, life: Life, at: int, sort: str, text: str = "", *, by: int = 0, label: str = PORTAL, report: str = NULL,
        visibility: str = TEAM, sensitive: bool = False,
    ) -> None:  # fmt: skip
        """A line of the timeline; what would be later than now has not happened."""
        if at <= life.now:
            if sort in HEARD_FROM_US:
                life.contacted = max(life.contacted, at)
            line = (
                str(life.key), report, moments.text(at), sort, visibility, str(by) if by else NULL, label, escaped(text),
                YES if sensitive else NO,
            )  # fmt: skip
            life.events.append((at, "\t".join(line)))

    def tell(self, life: Life) -> None:
        """The lines in the order in which they were written."""
        life.events.sort(key=lambda event: event[0])
        for _at, line in life.events:
            self.timeline.add(line)


def draw(share: dict[str, float], random: Random) -> str:
    return random.choices(list(share), list(share.values()))[0]


def closes_after(band: str, random: Random) -> int:
    days = moments.lognormal(mix.CLOSED_AFTER_DAYS[band], mix.CLOSED_SIGMA, random)
    return int(max(0.2, days) * moments.DAY)
