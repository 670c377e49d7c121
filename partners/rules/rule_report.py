"""How the rules of a set are doing: what is wrong with each, and when it last fitted a report. A handful of statements, however many reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, Min, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from complexes.models import Complex, Space
from incidents.models import Kind, Question
from partners.defaults.default_types import PARTNER_TYPES_BY_CODE
from partners.models import Partner, RoutingDecision, RoutingRule, RuleSet
from partners.rules import rule_health
from partners.rules.rule_boxes import Known, KnownKind
from partners.rules.rule_health import Code, Finding, Severity
from partners.rules.rule_targets import Agreed, targets_there
from partners.weighing import directory
from partners.weighing.directory import Directory
from safetyportal.accounts.models import User

LONG_UNUSED = timedelta(days=365)
ENDS_SOON = timedelta(days=30)


@dataclass(frozen=True)
class RuleHealth:
    """What staff/parts/rule_health.html shows of one rule."""

    findings: tuple[Finding, ...]
    last_match: datetime | None


@dataclass(frozen=True)
class Use:
    """A rule through all sets that were in use, by its slug."""

    since: datetime
    last: datetime | None


def report(*, rule_set: RuleSet, at: datetime) -> dict[str, RuleHealth]:
    """By slug, for every rule of the set."""
    rules = list(rule_set.rules.order_by("position", "id"))
    uses = _uses(rules)
    found: dict[str, list[Finding]] = {}
    for finding in _findings(rules, uses, at):
        found.setdefault(finding.slug, []).append(finding)
    return {
        rule.slug: RuleHealth(
            findings=tuple(found.get(rule.slug, ())),
            last_match=uses[rule.slug].last if rule.slug in uses else None,
        )
        for rule in rules
    }


def findings_of(rules: Sequence[RoutingRule], *, at: datetime) -> list[Finding]:
    """Of rules that are not kept yet: all but how they were used."""
    return _findings(rules, {}, at)


def findings(*, rule_set: RuleSet, at: datetime) -> list[Finding]:
    """All that is to be said about the rules that are switched on."""
    rules = list(rule_set.rules.order_by("position", "id"))
    return _findings(rules, _uses(rules), at)


def _findings(rules: Sequence[RoutingRule], uses: dict[str, Use], at: datetime) -> list[Finding]:
    kinds = list(Kind.objects.all())
    there = directory.read(timezone.localdate(at))
    known = _known(rules, kinds, there, at)
    on = [rule for rule in rules if rule.is_active]
    return [
        *rule_health.check(rules, known),
        *targets_there(rules, known, there, _agreed(kinds)),
        *_owners(on),
        *_ending(on, at),
        *_unused(on, uses, at),
    ]


def _agreed(kinds: Iterable[Kind]) -> Agreed:
    return Agreed(
        shares={kind.code: kind.share for kind in kinds},
        had=frozenset(Partner.objects.order_by().values_list("type_code", flat=True).distinct()),
    )


def _known(rules: Sequence[RoutingRule], kinds: Iterable[Kind], there: Directory, at: datetime) -> Known:
    today = timezone.localdate(at)
    answers = _answers(rules)
    return Known(
        today=today,
        kinds={
            kind.code: KnownKind(
                group=kind.group_id,
                is_closed=kind.active_to is not None and kind.active_to < today,
                answers=answers.get(kind.code),
            )
            for kind in kinds
        },
        complexes=_complexes(rules, there),
        spaces=frozenset(Space.Sort.values),
        partner_types=frozenset(PARTNER_TYPES_BY_CODE)
        | {listed.partner.type_code for listed in there.partners},
    )


def _answers(rules: Sequence[RoutingRule]) -> dict[str, dict[str, frozenset[str]]]:
    """By kind and question, what can be answered today; only of kinds whose answers a rule looks at."""
    asked = {rule.kinds[0] for rule in rules if rule.question_key and len(rule.kinds) == 1}
    if not asked:
        return {}
    found: dict[str, dict[str, frozenset[str]]] = {}
    now = Kind.objects.filter(pk__in=asked).values("questions")
    for question in Question.objects.filter(question_set__in=now).select_related("question_set"):
        known = found.setdefault(question.question_set.kind_id, {})
        known[question.key] = frozenset(value for value, _label in question.choices)
    return found


def _complexes(rules: Sequence[RoutingRule], there: Directory) -> dict[int, tuple[str, str]]:
    """One complex of each neighbourhood, and those that a rule or an area names."""
    named = {rule.complex_id for rule in rules if rule.complex_id}
    named |= {area.complex_id for one in there.partners for area in one.areas if area.complex_id}
    some = Complex.objects.order_by().values("municipality", "neighbourhood").annotate(one=Min("id"))
    found = {row["one"]: (row["municipality"], row["neighbourhood"]) for row in some}
    for pk, municipality, neighbourhood in Complex.objects.filter(pk__in=named).values_list(
        "id", "municipality", "neighbourhood"
    ):
        found[pk] = (municipality, neighbourhood)
    return found


def _uses(rules: Sequence[RoutingRule]) -> dict[str, Use]:
    """One look into the index for each rule of each set, however many decisions there are."""
    last = RoutingDecision.objects.filter(rule=OuterRef("pk")).order_by("-decided_at")
    rows = (
        RoutingRule.objects.filter(
            slug__in=[rule.slug for rule in rules], rule_set__activated_at__isnull=False
        )
        .annotate(last_match=Subquery(last.values("decided_at")[:1]))
        .order_by()
        .values("slug")
        .annotate(since=Min("rule_set__activated_at"), last=Max("last_match"))
    )
    return {row["slug"]: Use(row["since"], row["last"]) for row in rows}


def _owners(rules: Sequence[RoutingRule]) -> list[Finding]:
    """Owners that are gone. Of rules that wait for their first one the page says once how many there are."""
    owners = {rule.owner_id for rule in rules if rule.owner_id}
    there = set(
        User.objects.filter(pk__in=owners, is_active=True)
        .filter(Q(role_grants__waiting=False))
        .values_list("pk", flat=True)
    )
    text = _("De eigenaar van deze regel werkt hier niet meer. Kies een andere eigenaar.")
    return [
        Finding(rule.slug, Code.OWNER, Severity.WARNING, text)
        for rule in rules
        if rule.owner_id not in there and not rule.waits_for_an_owner
    ]


def _ending(rules: Sequence[RoutingRule], at: datetime) -> list[Finding]:
    today = timezone.localdate(at)
    text = _("Deze regel loopt binnen 30 dagen af. Geef hem een nieuwe einddatum als hij nog nodig is.")
    return [
        Finding(rule.slug, Code.ENDS, Severity.WARNING, text)
        for rule in rules
        if rule.valid_to and today <= rule.valid_to <= today + ENDS_SOON
    ]


def _unused(rules: Sequence[RoutingRule], uses: dict[str, Use], at: datetime) -> list[Finding]:
    """Rules that were there all year and fitted nothing. Whoever says in the rule why it stays, is asked again after a year."""
    begin = at - LONG_UNUSED
    text = _(
        "Deze regel paste de laatste 12 maanden op geen enkele melding. Haal hem weg, of schrijf in de uitleg "
        "waarom hij blijft: dan vragen wij het over een jaar weer."
    )
    return [
        Finding(rule.slug, Code.UNUSED, Severity.WARNING, text)
        for rule in rules
        if (use := uses.get(rule.slug))
        and use.since <= begin
        and rule.valid_from <= timezone.localdate(begin)
        and (use.last is None or use.last < begin)
        and (rule.changed_at is None or rule.changed_at <= begin)
    ]
