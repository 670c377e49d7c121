"""What keeps a referral within reach of its partner or desk, as conditions of a query."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q
from django.utils import timezone

from incidents.models import Kind
from partners.defaults.data_types import MINIMUM
from partners.models.covenant import Covenant
from partners.models.membership import Membership
from partners.models.referral_words import LEANS_ON_COVENANT, Ground
from safetyportal.accounts.roles import Role


def own(actor: Any) -> Q:
    """At a partner or desk where the actor works now."""
    workplaces = Membership.objects.current(timezone.localdate()).filter(user=actor).values("partner")
    # Fetched once, as an array. Joined, the planner would weigh every order of that many tables on each request.
    member = Func(
        F("partner"),
        ArraySubquery(workplaces),
        template="%(expressions)s)",
        arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )
    # A desk for restricted cases is a right besides a membership: who loses the right has lost the queue.
    cleared = Q() if Role.RESTRICTED in actor.roles else Q(partner__is_restricted=False)
    return Q(member) & cleared


def seen(at: datetime) -> Q:
    """What keeps a partner or desk in sight of a case while it has it: it works with us, and what it leans on holds."""
    today = timezone.localdate(at)
    active = Q(partner__active_to=None) | Q(partner__active_to__gte=today)
    # A case that is seen shows the minimum, so that must be agreed.
    running = Covenant.objects.in_force(today).naming(MINIMUM).filter(partner=OuterRef("partner"))
    let_go = Exists(running.signed()) | (~Q(ground=Ground.COVENANT) & Exists(running))
    agreed = Q(partner__is_internal=True) | ~LEANS_ON_COVENANT | let_go
    # A case can become restricted later: ordinary desks and partners lose it in that moment, but for what a person
    # released to an outside partner on a ground.
    by_a_person = Q(partner__is_internal=False, released_by__isnull=False)
    open_to_them = Q(case__restricted=False) | Q(partner__is_restricted=True) | by_a_person
    return active & agreed & open_to_them & _of_a_kind_to_share()


def _of_a_kind_to_share() -> Q:
    """A case can become of another kind later. One that never goes by itself is out of sight outside, until a person lets the
    partner have it as that kind; of most of those nobody can (release_checks).
    """
    never = Kind.objects.filter(share=Kind.Share.NONE).values("pk")
    return Q(partner__is_internal=True) | ~Q(case__kind__in=never) | Q(case__kind=F("kind_along"))
