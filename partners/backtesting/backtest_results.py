"""What a backtest found, for who reads it: counts of the whole association, and of protected cases hardly more than that they are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from incidents.models import Kind
from partners.backtesting.backtest_counting import DIRECTLY, HIDDEN, NOW, OPEN, PROPOSED, THEN, Key, from_rows
from partners.models import Backtest, Partner
from partners.rules.rules_as_they_were import read_back
from safetyportal.clock.calendar import local_day

FEW = 5


@dataclass(frozen=True)
class Progress:
    """`per_second` is of the work itself; `ends_at` counts the waiting too and is not known before the first batch."""

    percent: int
    per_second: int
    ends_at: datetime | None


@dataclass(frozen=True)
class Changes:
    """Of so many reports how many go elsewhere, go to the same otherwise, newly need a person, and no longer do."""

    name: str
    reports: int
    elsewhere: int
    otherwise: int
    to_triage: int
    from_triage: int

    @property
    def is_change(self) -> bool:
        return bool(self.elsewhere or self.otherwise or self.to_triage or self.from_triage)


@dataclass(frozen=True)
class PartnerLine:
    name: str
    now_directly: int
    now_proposed: int
    then_directly: int
    then_proposed: int

    @property
    def now(self) -> int:
        return self.now_directly + self.now_proposed

    @property
    def then(self) -> int:
        return self.then_directly + self.then_proposed

    @property
    def more(self) -> int:
        return self.then - self.now


@dataclass(frozen=True)
class RuleLine:
    """How often a rule decided; None: it is not in that set. `never`: no report came to it in the set that was tried."""

    slug: str
    name: str
    now: int | None
    then: int | None
    never: bool
    broken: bool
    only_protected: bool


@dataclass(frozen=True)
class Protected:
    """In words, because small numbers would tell of one case."""

    reports: str
    elsewhere: str


@dataclass(frozen=True)
class Result:
    all: Changes
    protected: Protected
    partners: list[PartnerLine]
    kinds: list[Changes]
    rules: list[RuleLine]

    @property
    def changed_kinds(self) -> list[Changes]:
        return [line for line in self.kinds if line.is_change]

    @property
    def same_kinds(self) -> list[Changes]:
        return [line for line in self.kinds if not line.is_change]

    @property
    def words(self) -> list[tuple[str, int]]:
        """The outcome in five figures."""
        return [
            (_("Meldingen vergeleken"), self.all.reports),
            (_("Gaat ergens anders heen"), self.all.elsewhere),
            (_("Zelfde partners, anders gedeeld"), self.all.otherwise),
            (_("Nieuw naar triage"), self.all.to_triage),
            (_("Niet meer naar triage"), self.all.from_triage),
        ]


def progress(backtest: Backtest, at: datetime) -> Progress:
    done, total = backtest.done, backtest.total
    percent = 100 * done // total if total else 100
    per_second = round(done / backtest.seconds) if backtest.seconds else 0
    ends_at = at + (at - backtest.asked_at) * ((total - done) / done) if done else None
    return Progress(percent, per_second, ends_at)


def totals(backtest: Backtest) -> Changes:
    return _changes("", from_rows(backtest.result), "all")


def read(backtest: Backtest) -> Result:
    counts = from_rows(backtest.result)
    hidden = {what: counts[HIDDEN, "all", what] for what in ("reports", "elsewhere")}
    return Result(
        all=totals(backtest),
        protected=Protected(roughly(hidden["reports"]), roughly(hidden["elsewhere"])),
        partners=_partners(counts),
        kinds=_kinds(counts),
        rules=_rules(backtest, hits(backtest), counts),
    )


def hits(backtest: Backtest) -> dict[str, tuple[int, int]]:
    """By slug, how often a rule decided in the set in use and in the other; protected cases are not counted."""
    found: dict[str, list[int]] = {}
    for key, number in from_rows(backtest.result).items():
        if key[1] == "rule":
            found.setdefault(key[2], [0, 0])[key[3] == THEN] += number
    return {slug: (now, then) for slug, (now, then) in found.items()}


def roughly(number: int) -> str:
    """So that two backtests, of a day more or less, do not tell what came in on that day."""
    if number < FEW:
        return _("minder dan 5")
    return _("ongeveer {number}").format(number=FEW * round(number / FEW))


def _changes(name: str, counts: Counter[Key], *which: str) -> Changes:
    def of(what: str) -> int:
        return counts[(OPEN, *which, what)]

    return Changes(name, of("reports"), of("elsewhere"), of("otherwise"), of("to_triage"), of("from_triage"))


def _partners(counts: Counter[Key]) -> list[PartnerLine]:
    """The one where most changes first."""
    known = Partner.objects.in_bulk({int(key) for key in _named(counts, "partner")})
    lines = [
        PartnerLine(
            partner.name,
            *(
                counts[OPEN, "partner", str(partner.pk), side, how]
                for side in (NOW, THEN)
                for how in (DIRECTLY, PROPOSED)
            ),
        )
        for partner in known.values()
    ]
    return sorted(lines, key=lambda line: (-abs(line.more), -line.now, line.name))


def _kinds(counts: Counter[Key]) -> list[Changes]:
    """The one of which most goes elsewhere first."""
    known = Kind.objects.in_bulk(_named(counts, "kind"))
    lines = [_changes(kind.label, counts, "kind", code) for code, kind in known.items()]
    return sorted(lines, key=lambda line: (-line.elsewhere, -line.otherwise, -line.reports, line.name))


def _rules(backtest: Backtest, hit: Mapping[str, tuple[int, int]], counts: Counter[Key]) -> list[RuleLine]:
    """In the order of the set that was tried; what only the set in use has comes last."""
    on = local_day(backtest.asked_at)
    before = {rule.slug: rule for rule in backtest.against.rules.valid(on)}
    after = {rule.slug: rule for rule in read_back(backtest.rules) if rule.is_valid_on(on)}
    protected = set(Kind.objects.filter(restricted=True).values_list("pk", flat=True))
    lines = []
    for slug, rule in (after | {slug: rule for slug, rule in before.items() if slug not in after}).items():
        now, then = hit.get(slug, (0, 0))
        only_protected = bool(rule.kinds) and set(rule.kinds) <= protected
        lines.append(
            RuleLine(
                slug,
                rule.name,
                now if slug in before else None,
                then if slug in after else None,
                never=slug in after and not then and not only_protected,
                broken=counts[OPEN, "broken", slug, THEN] > 0,
                only_protected=only_protected,
            )
        )
    return lines


def _named(counts: Iterable[Key], what: str) -> set[str]:
    return {key[2] for key in counts if key[1] == what}
