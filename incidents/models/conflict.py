"""Who is kept out of what, and why (trust F65): a member of staff who lives there, is a party, or knows one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from incidents.models.identity import ReporterIdentity
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.policy.scopes import ScopedQuerySet
from safetyportal.privacy.keys import blind_index


class ConflictQuerySet(ScopedQuerySet["Conflict"]):
    def in_force(self) -> ConflictQuerySet:
        return self.filter(ended_at=None)

    def scope_own_conflicts(self, actor: Any) -> ConflictQuerySet:
        return self.in_force().filter(person=actor)

    def scope_managed_conflicts(self, actor: Any) -> ConflictQuerySet:
        """Of others, never one's own: of everybody for a privacy officer, of the people of one's own teams for a lead."""
        others = self.exclude(person=actor)
        if Role.PRIVACY in actor.roles:
            return others
        led = actor.teams_as(frozenset({Role.LEAD}))
        ours = User.objects.filter(role_grants__team__in=led, pk=OuterRef("person"))
        return others.filter(Exists(ours))


class Conflict(models.Model):
    """A reason why somebody may have nothing to do with one case, or with any case of one complex.

    It holds until a lead or privacy officer ends it with a reason. Why somebody is kept out stands in no timeline.
    """

    class Sort(models.TextChoices):
        LIVES = "lives", _("Woont daar")
        PARTY = "party", _("Is zelf betrokken: heeft gemeld, of is over wie gemeld is")
        NEAR = "near", _("Familie, vriend of bekende van iemand in de zaak")
        OTHER = "other", _("Een andere reden")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    complex = models.ForeignKey(
        "complexes.Complex", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    case = models.ForeignKey(
        "incidents.Case", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    sort = models.CharField(max_length=8, choices=Sort)
    stated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stated_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_why = models.CharField(max_length=300, blank=True)

    objects = ConflictQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(complex=None, case__isnull=False) | Q(complex__isnull=False, case=None),
                name="conflict_of_complex_or_case",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_why="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_why="")),
                name="conflict_ended_by_iff_at",
            ),
            # Nobody lets themselves in again.
            models.CheckConstraint(
                condition=Q(ended_by=None) | ~Q(ended_by=models.F("person")),
                name="conflict_ended_by_another",
            ),
            models.UniqueConstraint(
                fields=["person", "complex", "case"],
                condition=Q(ended_at=None),
                nulls_distinct=False,
                name="conflict_in_force_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.complex_id or self.case_id}"


def kept_out(actor: Any, case: str = "") -> Q:
    """The cases this person may have nothing to do with, to exclude. `case` is the way to a case ("case__").

    Besides what was stated: whose own work address is that of a reporter, or of somebody a case is about, is a party; in
    the case of now, and in those where it was before it was merged or split. Each part is looked up once a statement, by
    index, and is a handful of rows.
    """
    out = Q()
    for way, found in reasons_to_keep_out(actor):
        out |= Q(**{f"{case}{way}__in": found})
    return out or Q(pk__in=[])


def reasons_to_keep_out(actor: Any) -> list[tuple[str, models.QuerySet[Any, Any]]]:
    """The parts of it: what of a case is asked for ("pk" or "complex"), and the keys of what keeps this person out.

    A page that looked and found nothing at all says so (nothing_keeps_out), and it is not asked again for this person.
    """
    from incidents.models.party import Party  # which knows cases, and those know this
    from incidents.models.report_move import ReportMove

    if actor.__dict__.get("_nothing_keeps_out"):
        return []
    own = Conflict.objects.in_force().filter(person=actor)
    parts: list[tuple[str, models.QuerySet[Any, Any]]] = [
        ("complex", own.filter(complex__isnull=False).values("complex")),
        ("pk", own.filter(case__isnull=False).values("case")),
    ]
    if address := blind_index(actor.email, "email"):
        parties = ReporterIdentity.objects.filter(email_index=address)
        moved = ReportMove.objects.filter(report__identity__email_index=address)
        people = Party.objects.filter(email_index=address)
        parts += [
            ("pk", parties.values("report__case")),
            ("pk", moved.values("from_case")),
            ("pk", people.values("case")),
            ("pk", people.filter(came_from__isnull=False).values("came_from")),
        ]
    return parts


def nothing_keeps_out(actor: Any) -> None:
    """Of this person, for the request in which that was looked up."""
    actor.__dict__["_nothing_keeps_out"] = True
