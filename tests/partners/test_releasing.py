from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import changing
from incidents.intake.filing import Reporter
from incidents.models import Case, Kind, TimelineEntry
from incidents.rules.answers import Mode
from partners.models import Covenant, Partner, Referral
from partners.models.referral_words import Ground, State
from partners.referrals import to_triage
from partners.routing.routing import route_report
from partners.sharing import release_checks, releasing
from partners.sharing.sharing import FieldRefused
from safetyportal.accounts.models import RoleGrant, User
from safetyportal.accounts.roles import Role
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.deadlines import Name, bars_closing, open_for
from tests.world import at_home, days, home, in_stairwell, person, referral, route, routed
from tests.world import file as file_one

pytestmark = pytest.mark.django_db
Sort = TimelineEntry.Sort


def release(proposal: Referral, by: User, **changes: Any) -> None:
    values: dict[str, Any] = {
        "ground": Ground.COVENANT,
        "ground_text": "Ernstig en al lang.",
        "fields": [],
        "summary": "Elke week mensen op de trap.",
    }
    releasing.release(referral=proposal, by=by, at=timezone.now(), **(values | changes))


def by_hand(case: Case, partner: Partner, by: User, **changes: Any) -> Referral:
    values: dict[str, Any] = {
        "ground": Ground.INTEREST,
        "ground_text": "Nodig voor de veiligheid.",
        "fields": [],
        "summary": "Elke week mensen op de trap.",
    }
    return releasing.route_by_hand(case=case, partner=partner, by=by, at=timezone.now(), **(values | changes))


def proposal() -> Referral:
    return referral(routed("DRU-GEB", place=in_stairwell(18)), "BOA")


def partner(type_code: str) -> Partner:
    return Partner.objects.filter(type_code=type_code).earliest("id")


def test_the_partner_sees_a_proposal_only_when_a_person_released_it(association: None) -> None:
    waiting, boa = proposal(), person("boa@")
    assert not Referral.objects.for_(boa, "referral.list").filter(pk=waiting.pk).exists()

    release(waiting, person("noord@"))

    assert Referral.objects.for_(boa, "referral.list").queue().filter(pk=waiting.pk).exists()
    assert not Referral.objects.for_(person("jongerenwerk@"), "referral.list").filter(pk=waiting.pk).exists()


def test_a_release_keeps_who_on_what_ground_and_by_when(association: None) -> None:
    waiting, marieke = proposal(), person("noord@")

    release(waiting, marieke)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.mode, waiting.released_by, waiting.ground) == (
        "released",
        "H",
        marieke,
        "covenant",
    )
    assert waiting.due_at is not None
    assert open_for(subject_kind="case", subject_id=waiting.case_id).filter(name=Name.PARTNER_ANSWER).exists()
    assert bars_closing(subject_kind="case", subject_id=waiting.case_id)
    event = AuditEvent.objects.get(action="referral.release")
    assert (event.actor, event.object_id, event.ground) == (marieke, str(waiting.pk), "covenant")
    assert waiting.case.timeline.filter(sort=Sort.RELEASED, by=marieke).count() == 1


def test_a_second_release_is_refused(association: None) -> None:
    waiting = proposal()
    release(waiting, person("noord@"))

    with pytest.raises(release_checks.NotPossible):
        release(waiting, person("noord2@"), summary="Iets anders.")

    waiting.refresh_from_db()
    assert (waiting.released_by, waiting.summary) == (person("noord@"), "Elke week mensen op de trap.")


def test_of_eight_who_release_at_once_one_does(committed_association: None) -> None:
    waiting, marieke = proposal(), person("noord@")
    gate, outcomes = threading.Barrier(8), []

    def try_it() -> None:
        gate.wait()
        try:
            release(Referral.objects.get(pk=waiting.pk), marieke)
            outcomes.append("released")
        except release_checks.NotPossible:
            outcomes.append("too late")
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["released", *["too late"] * 7]
    assert AuditEvent.objects.filter(action="referral.release").count() == 1


@pytest.mark.parametrize("field", ["reporter", "about_home", "nonsense"])
def test_a_field_outside_the_matrix_stops_the_release(association: None, field: str) -> None:
    waiting = proposal()

    with pytest.raises(FieldRefused):
        release(waiting, person("noord@"), fields=[field])

    waiting.refresh_from_db()
    assert (waiting.fields, waiting.released_at) == ([], None)


def test_a_refused_proposal_is_never_seen_and_says_why(association: None) -> None:
    waiting, marieke = proposal(), person("noord@")

    releasing.refuse(referral=waiting, reason="Te weinig bekend.", by=marieke, at=timezone.now())

    waiting.refresh_from_db()
    assert (waiting.state, waiting.released_at) == (State.WITHDRAWN, None)
    assert not Referral.objects.for_(person("boa@"), "referral.list").exists()
    assert "Te weinig bekend." in waiting.case.timeline.filter(sort=Sort.NOTE).latest("id").text
    with pytest.raises(release_checks.NotPossible):
        release(waiting, marieke)


def test_a_protected_address_needs_a_lead_who_does_not_hold_the_case(association: None) -> None:
    waiting, lead = proposal(), person("teamleider@")
    waiting.blocks = ["protected"]
    waiting.save(update_fields=["blocks"])

    with pytest.raises(release_checks.NeedsSecondPerson):
        release(waiting, person("noord@"))
    Case.objects.filter(pk=waiting.case_id).update(holder=lead)
    with pytest.raises(release_checks.NeedsSecondPerson):
        release(waiting, lead)
    Case.objects.filter(pk=waiting.case_id).update(holder=person("noord@"))
    release(waiting, lead)

    waiting.refresh_from_db()
    assert waiting.released_by == lead


def test_a_person_may_choose_and_routing_leaves_that_alone(association: None) -> None:
    report = file_one("DRU-GEB")
    case, police = report.case, partner("POL")

    chosen = by_hand(case, police, person("noord@"))
    route(report)

    assert set(Referral.objects.filter(case=case).values_list("pk", flat=True)) == {chosen.pk}
    assert (chosen.state, chosen.mode, chosen.made_by) == ("released", "H", person("noord@"))


def test_choosing_by_hand_ends_the_wait_at_triage(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4))
    to_triage(case=case, why="terug", at=timezone.now())

    by_hand(case, partner("WB"), person("triage@"), ground=None, ground_text="")

    assert referral(case, "TRIAGE").state == State.FINISHED


def test_an_outside_partner_needs_a_ground_and_our_own_desk_none(association: None) -> None:
    case, marieke = routed("GEL-MUZ", place=at_home(4)), person("noord@")

    with pytest.raises(release_checks.NotPossible, match="ground"):
        by_hand(case, partner("POL"), marieke, ground=None)
    ours = by_hand(case, partner("WB"), marieke, ground=None, ground_text="")

    assert (ours.mode, ours.ground) == ("A", "")


def test_a_partner_gets_a_case_once(association: None) -> None:
    case, marieke = routed("GEL-MUZ", place=at_home(4)), person("noord@")
    by_hand(case, partner("POL"), marieke)

    with pytest.raises(release_checks.NotPossible, match="open"):
        by_hand(case, partner("POL"), marieke)


def test_a_retired_partner_gets_nothing(association: None) -> None:
    case, police = routed("GEL-MUZ", place=at_home(4)), partner("POL")
    police.active_to = timezone.localdate() - days(1)
    police.save(update_fields=["active_to"])

    with pytest.raises(release_checks.NotPossible, match="closed"):
        by_hand(case, police, person("noord@"))


def test_domestic_violence_goes_to_no_partner_by_any_hand(association: None) -> None:
    case, sanne = routed("AGR-HUIS", place=at_home(4)), person("beschermd@")

    with pytest.raises(release_checks.NotThroughPortal):
        by_hand(case, partner("POL"), sanne)
    with pytest.raises(release_checks.NotPossible, match="restricted"):
        by_hand(case, partner("WB"), sanne, ground=None, ground_text="")

    assert {one.partner.is_restricted for one in case.referrals.select_related("partner")} == {True}


def test_by_hand_a_protected_home_needs_a_second_person_too(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4))
    case.about_home = home(30)
    case.holder = person("noord@")
    case.save(update_fields=["about_home", "holder"])

    with pytest.raises(release_checks.NeedsSecondPerson):
        by_hand(case, partner("POL"), person("noord@"))
    by_hand(case, partner("POL"), person("teamleider@"))

    assert referral(case, "POL").released_by == person("teamleider@")


def test_a_lead_of_this_team_is_what_counts(association: None) -> None:
    waiting, glenn = proposal(), person("zuid@")
    waiting.blocks = ["protected"]
    waiting.save(update_fields=["blocks"])
    north = person("noord@").role_grants.get(role=Role.HANDLER).team
    RoleGrant.objects.create(
        user=glenn, role=Role.LEAD, team=person("teamleider-zuid@").role_grants.first().team
    )
    RoleGrant.objects.create(user=glenn, role=Role.HANDLER, team=north)

    with pytest.raises(release_checks.NeedsSecondPerson):
        release(waiting, User.objects.get(pk=glenn.pk))


def test_a_protected_case_about_a_secret_address_has_a_second_person_of_its_own(association: None) -> None:
    """A lead of the team does not see it: another who works with protected cases releases it."""
    case, sanne = routed("AGR-MDW", place=at_home(4)), person("beschermd@")
    Case.objects.filter(pk=case.pk).update(about_home=home(30), holder=sanne)
    case = Case.objects.select_related("about_home").get(pk=case.pk)
    assert case.restricted and not Case.objects.for_(person("teamleider@"), "referral.route").filter(
        pk=case.pk
    )

    for who in (sanne, person("noord@")):
        with pytest.raises(release_checks.NeedsSecondPerson):
            by_hand(case, partner("POL"), who)
    person("noord2@").role_grants.create(role=Role.RESTRICTED)
    by_hand(case, partner("POL"), person("noord2@"))

    assert case.referrals.get(partner__type_code="POL", released_by=person("noord2@")).state == State.RELEASED


def test_what_became_of_a_kind_that_goes_to_no_partner_is_not_released_any_more(association: None) -> None:
    """One has the proposal open, a colleague corrects the kind, and no round of routing came yet."""
    waiting, staff = proposal(), Client()
    staff.force_login(person("noord@"))
    url, typed = (
        reverse("proposal_page", args=[waiting.pk]),
        {"ground": "interest", "ground_text": "Nodig.", "summary": "Elke week."},
    )
    seen = staff.post(url, typed | {"preview": "1"}).context["seen"]
    changing.change_kind(
        case=waiting.case, kind=Kind.objects.get(pk="ZRG-SUI"), reason="Zorgen.", by=person("noord2@"), at=timezone.now()
    )  # fmt: skip

    answer = staff.post(url, typed | {"seen": seen})

    assert answer.status_code == 409 and "nooit via het portaal" in answer.content.decode()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.released_at) == (State.PROPOSED, None)


def test_routing_again_after_a_release_adds_nothing(association: None) -> None:
    waiting = proposal()
    release(waiting, person("noord@"))

    assert route_report(work_id=waiting.decision.order_id, at=timezone.now()) is None
    assert Referral.objects.filter(case=waiting.case, partner=waiting.partner).count() == 1


def test_a_home_named_after_the_proposal_needs_a_second_person_too(association: None) -> None:
    waiting = proposal()
    Case.objects.filter(pk=waiting.case_id).update(about_home=home(30))

    with pytest.raises(release_checks.NeedsSecondPerson):
        release(waiting, person("noord@"))
    release(waiting, person("teamleider@"))

    waiting.refresh_from_db()
    assert waiting.released_by == person("teamleider@")


def test_a_covenant_that_has_ended_is_no_ground(association: None) -> None:
    waiting, marieke = proposal(), person("noord@")
    Covenant.objects.update(ends_on=timezone.localdate() - days(1))

    with pytest.raises(release_checks.NotPossible, match="covenant"):
        release(waiting, marieke)
    with pytest.raises(release_checks.NotPossible, match="covenant"):
        by_hand(waiting.case, partner("POL"), marieke, ground=Ground.COVENANT)
    release(waiting, marieke, ground=Ground.INTEREST)

    waiting.refresh_from_db()
    assert waiting.ground == Ground.INTEREST


def test_nothing_is_released_to_a_partner_that_stopped(association: None) -> None:
    waiting = proposal()
    Partner.objects.filter(pk=waiting.partner_id).update(active_to=timezone.localdate() - days(1))

    with pytest.raises(release_checks.NotPossible, match="closed"):
        release(waiting, person("noord@"))


def test_mediation_gets_no_name_that_the_reporter_refused_to_give(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)

    with pytest.raises(FieldRefused, match="alleen mee met toestemming"):
        by_hand(case, partner("BB"), person("noord@"), fields=["reporter"])
    said_no = by_hand(case, partner("BB"), person("noord@"), fields=["reporter"], ground=Ground.CONSENT)

    assert said_no.fields == []


def test_by_hand_a_reporter_at_a_secret_address_needs_a_second_person_too(association: None) -> None:
    hidden = Reporter(mode=Mode.CONFIDENTIAL, name="Dana", home=home(30))
    case = routed("GEL-MUZ", place=at_home(30), reporter=hidden)

    with pytest.raises(release_checks.NeedsSecondPerson):
        by_hand(case, partner("POL"), person("noord@"))
