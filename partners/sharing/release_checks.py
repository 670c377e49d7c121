"""Whether something may go to a partner now: asked alike by a release, a choice by hand, an answer, a file and a name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from incidents.models import Case, ReporterIdentity
from incidents.sides.rights import use_is_restricted
from partners.defaults.data_types import MINIMUM
from partners.defaults.default_matrix import Field
from partners.disclosing import agreements
from partners.models import Partner, Referral
from partners.models.referral_words import WHILE_ONLY_KEPT, Ground
from partners.staffing.options import is_closed_to_partners
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role


class NotPossible(ValueError):
    """The referral or case is no longer in a state for this; somebody may have been first."""


class NeedsSecondPerson(ValueError):
    """A protected address: a second person must release (is_second_person)."""


class NotThroughPortal(ValueError):
    """This kind never goes to a partner through the portal (share mode N, domain 1.2)."""


def check_choice(*, case: Case, partner: Partner, ground: Ground, at: datetime) -> None:
    """Whether a case may go to a partner outside on this ground, whoever sends it: for who proposes what another sends.

    Raises NotPossible or NotThroughPortal. Whether a second person is needed is asked at the release itself.
    """
    check_partner(partner, ground, at)
    check_use(case, partner, ground)
    _check_kind(case)


def check_answer(*, referral: Referral, ground: Ground | None, by: User, at: datetime) -> None:
    """Whether this person may tell this partner more: what holds for a release holds for an answer.

    An answer comes with the case as the partner sees it: who does not see it any more gets none, on whatever ground.
    """
    check_partner(referral.partner, ground, at)
    _check_reach(referral, at)
    _check_going(referral, ground, by)


def check_more(*, referral: Referral, ground: Ground | None, by: User, at: datetime) -> None:
    """The same of what goes along with a proposal: nobody outside sees that yet."""
    check_partner(referral.partner, ground, at)
    _check_going(referral, ground, by)


def _check_going(referral: Referral, ground: Ground | None, by: User) -> None:
    check_use(referral.case, referral.partner, ground)
    if not referral.partner.is_internal:
        check_outside(referral.case, ground, by)


def check_naming(*, referral: Referral, ground: Ground, at: datetime) -> None:
    """The same of who reported in confidence, for which two people are asked anyhow."""
    check_partner(referral.partner, ground, at)
    check_named(referral.partner, ground, {Field.REPORTER}, at)
    _check_reach(referral, at)
    check_use(referral.case, referral.partner, ground)


def _check_reach(referral: Referral, at: datetime) -> None:
    if not Referral.objects.within_reach(at).filter(pk=referral.pk).exists():
        raise NotPossible("reach")


def check_partner(partner: Partner, ground: Ground | None, at: datetime) -> None:
    """Somebody must be there to answer, and a covenant that has ended is no ground."""
    today = timezone.localdate(at)
    if not partner.is_active(today):
        raise NotPossible("closed")
    if ground == Ground.COVENANT and MINIMUM not in agreements.lets_go(partner=partner, on=today):
        raise NotPossible("covenant")


def check_named(partner: Partner, ground: Ground | None, types: Collection[str], at: datetime) -> None:
    """Where a covenant is the ground it must name what goes (`types`: words of data_types). Raises agreements.NotNamed."""
    if ground == Ground.COVENANT:
        agreements.check(partner=partner, types=types, on=timezone.localdate(at))


def check_use(case: Case, partner: Partner, ground: Ground | None) -> None:
    """While somebody's data may only be kept, nothing goes out of the house but on what AVG art. 18 lid 2 leaves."""
    if not partner.is_internal and ground not in WHILE_ONLY_KEPT and use_is_restricted(case):
        raise NotPossible("only kept")


def check_inside(case: Case, partner: Partner) -> None:
    """A restricted case stays with the desk for such cases."""
    if case.restricted and not partner.is_restricted:
        raise NotPossible("restricted")


def check_outside(case: Case, ground: Ground | None, by: User) -> None:
    if ground is None:
        raise NotPossible("ground")
    _check_kind(case)
    if is_protected(case):
        check_second_person(case, by)


def _check_kind(case: Case) -> None:
    if is_closed_to_partners(case):
        raise NotThroughPortal(case.kind.code)


def is_protected(case: Case) -> bool:
    """The home complained about or a reporter's own is a secret address or shelter, as it stands now.

    Asked when a person decides: staff often name the home only after the proposal was made.
    """
    if case.about_home is not None and case.about_home.is_protected:
        return True
    hidden = Q(home__is_secret_address=True) | Q(home__is_shelter=True)
    return ReporterIdentity.objects.filter(hidden, report__case=case).exists()


def is_second_person(*, case: Case, by: User) -> bool:
    """Who does not hold the case, and leads its team; of a protected case, which a lead does not see, works with those."""
    if case.holder_id == by.pk:
        return False
    if case.restricted and Role.RESTRICTED in by.roles:
        return True
    return case.team_id in by.teams_as(frozenset({Role.LEAD}))


def check_second_person(case: Case, by: User) -> None:
    if not is_second_person(case=case, by=by):
        raise NeedsSecondPerson
