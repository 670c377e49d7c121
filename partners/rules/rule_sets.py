"""Sets of routing rules: a draft is copied from the set in use, changed and tried, and then put in its place."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from partners.models import RoutingRule, RuleSet
from partners.rules.rule_seen import seen_in
from partners.weighing.choosing import wrong_with
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record

State = RuleSet.State


class DraftExists(ValueError):
    """There is a draft already: one at a time, so that nobody puts aside what a colleague is working on."""


class NotADraft(ValueError):
    """The set is in use or was; only a draft can be changed or put in use."""


class ChangedMeanwhile(ValueError):
    """The draft is not as it was seen: somebody changed it since."""


class BrokenRules(ValueError):
    """The draft holds rules that cannot be carried out; `names` says which."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def active() -> RuleSet | None:
    return RuleSet.objects.filter(state=State.ACTIVE).first()


def draft() -> RuleSet | None:
    return RuleSet.objects.filter(state=State.DRAFT).first()


@transaction.atomic
def start_draft(*, by: User, at: datetime, like: RuleSet | None = None) -> RuleSet:
    """A draft with the rules of the set in use, or of an older one that is wanted back. Raises DraftExists."""
    source = like or active()
    number = (RuleSet.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    try:
        with transaction.atomic():
            made = RuleSet.objects.create(number=number, based_on=source, made_at=at, made_by=by)
    except IntegrityError as error:
        raise DraftExists from error
    copies = list(source.rules.all()) if source else []
    for place, rule in enumerate(copies, 1):
        rule.pk, rule.rule_set, rule.position = None, made, place
    RoutingRule.objects.bulk_create(copies)
    _record("rules.draft", made, by, at)
    return made


@transaction.atomic
def discard(*, rule_set: RuleSet, by: User, at: datetime) -> None:
    """Throw a draft away with all that was done in it. Raises NotADraft."""
    found = RuleSet.objects.select_for_update().filter(pk=rule_set.pk, state=State.DRAFT).first()
    if found is None:
        raise NotADraft(rule_set.number)
    _record("rules.discard", found, by, at)
    found.delete()


@transaction.atomic
def activate(*, rule_set: RuleSet, reason: str, by: User, at: datetime, seen: str = "") -> None:
    """Put a draft in the place of the set in use, at once for every report that is routed from now on.

    `seen` says what was looked at (rule_seen.seen_in). Raises NotADraft, ChangedMeanwhile, or BrokenRules when a rule that is
    switched on cannot be carried out.
    """
    sets = {one.pk: one for one in RuleSet.objects.select_for_update().exclude(state=State.RETIRED)}
    fresh = sets.get(rule_set.pk)
    if fresh is None or fresh.state != State.DRAFT:
        raise NotADraft(rule_set.number)
    if seen and seen_in(fresh.rules.all()) != seen:
        raise ChangedMeanwhile(rule_set.number)
    if broken := [rule.name for rule in fresh.rules.filter(is_active=True) if wrong_with(rule)]:
        raise BrokenRules(broken)
    RuleSet.objects.filter(state=State.ACTIVE).update(state=State.RETIRED)
    fresh.state, fresh.activated_at, fresh.activated_by, fresh.reason = State.ACTIVE, at, by, reason
    fresh.save(update_fields=["state", "activated_at", "activated_by", "reason"])
    _record("rules.activate", fresh, by, at)


def _record(action: str, rule_set: RuleSet, by: User, at: datetime) -> None:
    record(
        action=action,
        actor=by,
        object_kind="rule_set",
        object_id=str(rule_set.pk),
        detail={"number": rule_set.number},
        at=at,
    )
