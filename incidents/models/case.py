from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import CharField, Func, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from incidents.models.alert import DutyCall
from incidents.models.conflict import kept_out
from incidents.rules.workflow import RESTING, Status
from safetyportal.accounts.roles import Role
from safetyportal.clock.urgency import Urgency
from safetyportal.policy.scopes import ScopedQuerySet

MOST_CALLS = 200


class Band(models.TextChoices):
    """Severity in four bands (domain 1.3)."""

    S1 = "S1", _("S1 last")
    S2 = "S2", _("S2 overlast")
    S3 = "S3", _("S3 ernstig")
    S4 = "S4", _("S4 zeer ernstig")


NEVER = datetime(9999, 1, 1, tzinfo=UTC)
# What somebody may have to do something for: what is open, and what is closed and owes an answer.
LIVE = Q(closed_at=None) | Q(next_due__isnull=False)

# True of every case; it asks for the index that finds live ones by their key.
BY_KEY = Q(id__gt=0)


def next_term() -> Coalesce:
    """When the first running term ends; without one, later than all."""
    return Coalesce("next_due", Value(NEVER))


def silent_since() -> Coalesce:
    """Since when the reporter heard nothing from a person."""
    return Coalesce("last_contact_at", "opened_at")


def worst_first() -> Func:
    """A word that puts S4 before S1."""
    return Func("severity_band", Value("1234"), Value("4321"), function="translate", output_field=CharField())


class CaseQuerySet(ScopedQuerySet["Case"]):
    def open(self) -> CaseQuerySet:
        """Not ended. In these words the partial indexes below serve it."""
        return self.filter(closed_at=None)

    def scope_own_cases(self, actor: Any) -> CaseQuerySet:
        """Cases of the actor's own teams; all of them for triage; restricted ones only with that right.

        And the open cases about which the actor, on duty, was called: until a colleague looks, or the next working day is over.
        Never one of which somebody is kept out (Conflict), whatever the role.
        """
        return self._in_sight(actor, DutyCall.objects.current().filter(user=actor).values("alert__case"))

    def scope_listed_cases(self, actor: Any) -> CaseQuerySet:
        """The same, for a list: mostly nobody was called, and then nothing keeps the list from its index."""
        everything = Role.TRIAGE in actor.roles
        return self._in_sight(actor, [] if everything else cases_called_about(actor))

    def _in_sight(self, actor: Any, called: Any) -> CaseQuerySet:
        roles = actor.roles
        visible = Q(restricted=False)
        if Role.TRIAGE not in roles:
            visible &= Q(team__in=actor.teams_as(frozenset({Role.HANDLER, Role.LEAD})))
            if called != []:
                visible |= Q(pk__in=called, restricted=False, closed_at=None)
        if Role.RESTRICTED in roles:
            visible |= Q(restricted=True)
        return self.filter(visible).exclude(kept_out(actor))

    def scope_contact_cases(self, actor: Any) -> CaseQuerySet:
        """Of which the actor sees at once who reported: held by them, of a team they lead, or protected with that right."""
        mine = Q(holder=actor) | Q(team__in=actor.teams_as(frozenset({Role.LEAD})))
        if Role.RESTRICTED in actor.roles:
            mine |= Q(restricted=True)
        return self.scope_own_cases(actor).filter(mine)

    def keeping_out(self, actor: Any) -> CaseQuerySet:
        """Those that this person may have nothing to do with."""
        return self.filter(kept_out(actor))


def cases_called_about(actor: Any) -> list[int]:
    """Read once for each actor, as their roles are: joined to every list of cases it would keep that from its index."""
    known: list[int] | None = actor.__dict__.get("_called_about")
    if known is None:
        calls = DutyCall.objects.current().filter(user=actor).order_by("-pk")
        known = list(calls.values_list("alert__case_id", flat=True)[:MOST_CALLS])
        called_about(actor, known)
    return known


def called_about(actor: Any, cases: list[int]) -> None:
    """A page that looked it up already says so, and it is not asked again for this person."""
    actor.__dict__["_called_about"] = cases


class Case(models.Model):
    """The work on one or more reports (zaak). Its severity shows its parts; people may overrule it with a reason."""

    number = models.CharField(max_length=12, unique=True)
    kind = models.ForeignKey("incidents.Kind", on_delete=models.PROTECT, related_name="+")
    restricted = models.BooleanField()
    status = models.CharField(max_length=20, choices=Status, default=Status.RECEIVED)
    urgency = models.CharField(max_length=2, choices=Urgency)
    severity_score = models.PositiveSmallIntegerField()
    severity_parts = models.JSONField()
    severity_band = models.CharField(max_length=2, choices=Band)
    severity_reason = models.CharField(max_length=300, blank=True)

    complex = models.ForeignKey("complexes.Complex", on_delete=models.PROTECT, null=True, related_name="+")
    entrance = models.ForeignKey("complexes.Entrance", on_delete=models.PROTECT, null=True, related_name="+")
    space = models.ForeignKey("complexes.Space", on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey("accounts.Team", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    suspected_duplicate_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    # Marks that staff set by hand; None is "niet bekend", never "nee".
    about_home = models.ForeignKey("complexes.Home", on_delete=models.SET_NULL, null=True, related_name="+")
    mark_sensitive = models.BooleanField(null=True)
    mark_named_suspect = models.BooleanField(null=True)
    mark_child = models.BooleanField(null=True)
    mark_employee = models.BooleanField(null=True)
    mark_aggression_risk = models.BooleanField(null=True)

    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    close_reason = models.CharField(max_length=20, blank=True)

    # For the work lists. When the reporter last had a contact, message or question of ours (timeline.write), and when
    # the first running term ends: a trigger on the terms keeps that, whoever opens, meets or pauses one.
    last_contact_at = models.DateTimeField(null=True)
    next_due = models.DateTimeField(null=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(RESTING), closed_at__isnull=False)
                | (~Q(status__in=sorted(RESTING)) & Q(closed_at=None)),
                name="case_closed_at_iff_closed",
            ),
            models.CheckConstraint(
                condition=Q(status="merged", merged_into__isnull=False)
                | (~Q(status="merged") & Q(merged_into=None)),
                name="case_merged_into_iff_merged",
            ),
            models.CheckConstraint(condition=~Q(merged_into=models.F("id")), name="case_not_into_itself"),
            models.CheckConstraint(condition=Q(severity_score__lte=100), name="case_severity_0_100"),
        ]
        indexes = [
            # One for each order of the work lists (desk.keyset): for who sees all teams, and for who sees some.
            models.Index(fields=["urgency", "opened_at", "id"], condition=LIVE, name="case_live_urgency_all"),
            models.Index(
                fields=["team", "urgency", "opened_at", "id"], condition=LIVE, name="case_live_urgency"
            ),
            models.Index(fields=["opened_at", "id"], condition=LIVE, name="case_live_oldest_all"),
            models.Index(fields=["team", "opened_at", "id"], condition=LIVE, name="case_live_oldest"),
            models.Index(next_term(), "id", condition=LIVE, name="case_live_term_all"),
            models.Index("team", next_term(), "id", condition=LIVE, name="case_live_term"),
            models.Index(worst_first(), "opened_at", "id", condition=LIVE, name="case_live_severity_all"),
            models.Index("team", worst_first(), "opened_at", "id", condition=LIVE, name="case_live_severity"),
            models.Index(silent_since(), "id", condition=LIVE, name="case_live_contact_all"),
            models.Index("team", silent_since(), "id", condition=LIVE, name="case_live_contact"),
            # Filters that leave little: what one person holds, what is at one complex, and what is nowhere.
            models.Index(
                fields=["holder", "urgency", "opened_at", "id"], condition=LIVE, name="case_live_holder"
            ),
            models.Index(
                fields=["complex", "urgency", "opened_at", "id"], condition=LIVE, name="case_live_complex"
            ),
            models.Index(
                fields=["opened_at", "id"], condition=Q(status="reopen_asked"), name="case_reopen_asked"
            ),
            # Who acts must have heard the other side: the work list looks at these, and at no other case.
            models.Index(fields=["id"], condition=Q(status="approach"), name="case_in_approach"),
            # For lists that know their cases from elsewhere (a letter, a question): which of them are open and in sight, and
            # in which order, without a look at the table. Only for who asks in these words (BY_KEY): as the smallest of
            # all it would draw other lists to it, which then read it whole.
            models.Index(
                fields=["id"],
                include=["team", "restricted", "urgency", "opened_at", "closed_at"],
                condition=LIVE & BY_KEY,
                name="case_live_by_key",
            ),
            models.Index(fields=["complex", "kind", "opened_at"], name="case_by_place"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


DUPLICATE_WINDOW = timedelta(days=14)
