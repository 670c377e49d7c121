"""Up to the care-and-safety house or the municipality, by two people, and back again."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone

from incidents.acts import NotNow
from incidents.escalation import ladder
from incidents.handling import casework, holding
from incidents.joining import merging
from incidents.models import Case
from incidents.rules.workflow import CloseReason, Status
from partners import ending
from partners.at_work import answering
from partners.models import Covenant, Partner, Referral, ScaleUp
from partners.models.referral_words import Ground, State
from partners.referrals import propose
from partners.scaling import scaling, scaling_back
from partners.scaling.scale_criteria import SCALING, criteria_for, look_again_months
from partners.scaling.scale_tried import tried
from partners.sharing import release_checks
from partners.sharing.sharing import FieldRefused
from safetyportal.accounts.models import User
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.calendar import add_month, local_day
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.notices.models import Notice
from safetyportal.policy.gate import may
from tests.incidents.doing import wanted as wanted_step
from tests.partners.partner_side import by_hand, client_of
from tests.partners.scaling_up import HOUSE, MUNICIPALITY, also_lead, proposed, scaled
from tests.world import CODE, at_home, days, home, person, routed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(association: None) -> Case:
    found = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=found, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=found.pk)


def typed(code: str = HOUSE, **changes: object) -> dict[str, object]:
    return {
        "criteria": criteria_for("ZVH" if code == HOUSE else "GEM")[:1], "tried": "Twee gesprekken.",
        "question": "Wilt u de regie nemen?", "expected": "Een plan.", "answer_on": f"{timezone.localdate() + days(30)}",
        "lead": "theirs", "ground": "interest", "ground_text": "Het moet.", "summary": "Elke week onrust.",
    } | changes  # fmt: skip


def sent(scale_up: ScaleUp) -> Referral:
    scale_up.refresh_from_db()
    assert scale_up.referral is not None
    return scale_up.referral


# Who learns that somebody proposed it


def mailed() -> list[str]:
    found = Notice.objects.filter(template="staff_second")
    return sorted(found.values_list("user__email", flat=True))


def test_the_leads_who_may_decide_get_one_mail_and_who_proposed_or_holds_it_none(case: Case) -> None:
    also_lead("noord@")  # holds the case
    also_lead("noord2@")

    scale_up = proposed(case, by="noord2@")

    everybody = [one for one in User.objects.filter(is_active=True) if may("scale.confirm", one)]
    able = [one for one in everybody if scaling.may_confirm(scale_up=scale_up, case=case, by=one)]
    seeing = [one for one in able if ScaleUp.objects.for_(one, "scale.confirm").filter(pk=scale_up.pk)]
    assert mailed() == sorted(one.email for one in seeing)
    assert person("teamleider@").email in mailed()
    assert not {person("noord@").email, person("noord2@").email} & set(mailed())


# Going up


def test_nothing_leaves_before_a_second_person_says_yes(case: Case) -> None:
    scale_up = proposed(case)
    assert not case.referrals.filter(partner__code=HOUSE).exists()

    scaling.confirm(scale_up=scale_up, by=person("teamleider@"), at=timezone.now())

    out = sent(scale_up)
    assert (out.state, out.mode, out.ground) == (State.RELEASED, "H", Ground.COVENANT)
    assert (out.made_by, out.released_by) == (person("noord@"), person("teamleider@"))
    assert AuditEvent.objects.filter(action="referral.release", object_id=str(out.pk)).count() == 1
    assert list(case.timeline.filter(sort="scaled").order_by("pk").values_list("by__email", flat=True)) == [
        person("noord@").email,
        person("teamleider@").email,
    ]


def test_the_partner_reads_the_summary_and_the_question_and_nothing_of_ours(case: Case) -> None:
    by_hand(case, "politie-noord")
    scale_up = proposed(case)
    scaling.confirm(scale_up=scale_up, by=person("teamleider@"), at=timezone.now())

    summary = sent(scale_up).summary

    assert all(
        words in summary for words in ("Elke week onrust", "Wilt u de regie nemen?", "Een plan met wie")
    )
    assert "gesprekken" not in summary and "onze partners" not in summary and "Politie" not in summary


def test_the_partner_answers_by_the_day_that_was_asked(case: Case) -> None:
    day = timezone.localdate() + days(21)

    out = sent(scaled(case, answer_on=day))

    waiting = open_for(subject_kind="case", subject_id=case.pk).get(
        name=Name.PARTNER_ANSWER, about=str(out.pk)
    )
    assert out.due_at is not None
    assert local_day(out.due_at) == local_day(waiting.due) == day


def test_it_is_looked_at_again_after_as_many_months_as_the_association_says(case: Case) -> None:
    scaled(case)

    then = timezone.now()
    for _month in range(3):
        then = add_month(then)
    due = open_for(subject_kind="case", subject_id=case.pk).get(name=Name.SCALED).due
    assert timedelta() <= local_day(due) - local_day(then) <= days(5)  # a free day moves on


@pytest.mark.parametrize("who", ["noord@", "noord2@", "zuid@"])
def test_neither_who_proposed_nor_a_colleague_who_leads_nothing_sends_it(case: Case, who: str) -> None:
    scale_up = proposed(case)

    with pytest.raises(scaling.NotSecond):
        scaling.confirm(scale_up=scale_up, by=person(who), at=timezone.now())

    assert not case.referrals.filter(partner__code=HOUSE).exists()


def test_a_lead_who_holds_the_case_or_proposed_it_is_no_second_person(case: Case) -> None:
    lead = also_lead("noord@")  # holds it
    by_other = proposed(case, by="noord2@")
    with pytest.raises(scaling.NotSecond):
        scaling.confirm(scale_up=by_other, by=lead, at=timezone.now())
    scaling.refuse(scale_up=by_other, reason="Nog niet.", by=person("teamleider@"), at=timezone.now())

    own = proposed(case, by="teamleider@")
    with pytest.raises(scaling.NotSecond):
        scaling.confirm(scale_up=own, by=person("teamleider@"), at=timezone.now())


def test_who_proposed_it_takes_it_back_and_a_second_person_says_no_and_nobody_else(case: Case) -> None:
    def says_no(email: str) -> None:
        scaling.refuse(scale_up=scale_up, reason="Nog niet.", by=person(email), at=timezone.now())

    scale_up = proposed(case, by="noord2@")
    with pytest.raises(scaling.NotSecond):
        says_no("noord@")  # holds the case
    says_no("noord2@")
    scale_up = proposed(case, by="noord@")
    with pytest.raises(scaling.NotSecond):
        says_no("noord2@")
    answer = client_of("noord2@").post(reverse("scale_refuse", args=[scale_up.pk]), {"reason": "Nee."})
    assert answer.status_code == 409
    says_no("teamleider@")


def test_the_database_knows_that_two_people_are_needed(case: Case) -> None:
    scale_up = scaled(case)

    with pytest.raises(IntegrityError, match="scale_up_has_second_person"):
        ScaleUp.objects.filter(pk=scale_up.pk).update(decided_by=scale_up.made_by)


def test_a_case_is_scaled_up_once_at_a_time(case: Case) -> None:
    scaled(case)

    with pytest.raises(scaling.Waits):
        proposed(case, code=MUNICIPALITY)


def test_of_two_who_send_it_at_once_one_does(committed_association: None) -> None:
    found = routed("GEL-MUZ", place=at_home(4), consent=False)
    scale_up, lead = proposed(found), person("teamleider@")
    gate, outcomes = threading.Barrier(4), []

    def try_it() -> None:
        gate.wait()
        try:
            scaling.confirm(scale_up=ScaleUp.objects.get(pk=scale_up.pk), by=lead, at=timezone.now())
            outcomes.append("sent")
        except scaling.TooLate:
            outcomes.append("late")
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["late", "late", "late", "sent"]
    assert found.referrals.filter(partner__code=HOUSE).count() == 1


def test_a_covenant_that_ended_is_no_ground_then_or_at_the_yes(case: Case) -> None:
    scale_up = proposed(case)
    Covenant.objects.filter(partner__code=HOUSE).update(ends_on=timezone.localdate() - days(1))

    with pytest.raises(release_checks.NotPossible, match="covenant"):
        scaling.confirm(scale_up=scale_up, by=person("teamleider@"), at=timezone.now())
    scaling.refuse(scale_up=scale_up, reason="Convenant weg.", by=person("noord@"), at=timezone.now())
    with pytest.raises(release_checks.NotPossible, match="covenant"):
        proposed(case)
    scaled(case, ground=Ground.INTEREST)

    assert case.referrals.get(partner__code=HOUSE).ground == Ground.INTEREST


def test_a_house_that_retired_or_works_elsewhere_gets_nothing(case: Case) -> None:
    scale_up = proposed(case)
    Partner.objects.filter(code=HOUSE).update(active_to=timezone.localdate() - days(1))

    with pytest.raises(release_checks.NotPossible, match="closed"):
        scaling.confirm(scale_up=scale_up, by=person("teamleider@"), at=timezone.now())
    scaling.refuse(scale_up=scale_up, reason="Weg.", by=person("noord@"), at=timezone.now())
    with pytest.raises(release_checks.NotPossible, match="elsewhere"):
        proposed(case, code="gemeente-vaartdorp")


def test_a_proposal_of_routing_that_waits_is_what_is_released(case: Case) -> None:
    house = Partner.objects.get(code=HOUSE)
    waiting = propose(case=case, partner=house, mode="H", at=timezone.now())

    out = sent(scaled(case))

    assert waiting is not None and out.pk == waiting.pk
    assert (out.state, out.made_by) == (State.RELEASED, person("noord@"))


def test_where_it_lies_already_it_does_not_go_twice(case: Case) -> None:
    by_hand(case, HOUSE)

    with pytest.raises(release_checks.NotPossible, match="open"):
        proposed(case)


def test_a_kind_that_goes_to_no_partner_is_not_scaled_either(association: None) -> None:
    found = routed("AGR-HUIS", place=at_home(4))

    with pytest.raises(release_checks.NotThroughPortal):
        proposed(found, by="beschermd@")
    page = client_of("beschermd@").get(reverse("case_scale", args=[found.number])).content.decode()
    assert "Bel zelf" in page


def test_a_protected_case_is_sent_by_another_who_works_with_those(association: None) -> None:
    found = routed("BUR-TREI", place=at_home(4))
    Case.objects.filter(pk=found.pk).update(restricted=True)
    other = person("noord2@")
    other.role_grants.create(role="restricted")
    scale_up = proposed(found, by="beschermd@", ground=Ground.INTEREST)

    with pytest.raises(scaling.NotSecond):
        scaling.confirm(scale_up=scale_up, by=person("beschermd@"), at=timezone.now())
    scaling.confirm(scale_up=scale_up, by=person("noord2@"), at=timezone.now())

    assert found.referrals.get(partner__code=HOUSE).state == State.RELEASED


def test_a_protected_case_about_a_secret_address_goes_up_by_the_same_second_person(case: Case) -> None:
    """Who the page says may send it, can: a lead of the team does not see the case."""
    Case.objects.filter(pk=case.pk).update(about_home=home(30), restricted=True)
    person("noord2@").role_grants.create(role="restricted")
    scale_up = proposed(case, ground=Ground.INTEREST)

    assert scaling.may_confirm(scale_up=scale_up, case=Case.objects.get(pk=case.pk), by=person("noord2@"))
    scaling.confirm(scale_up=scale_up, by=person("noord2@"), at=timezone.now())

    assert case.referrals.get(partner__code=HOUSE).state == State.RELEASED


def test_while_data_may_only_be_kept_it_goes_up_on_few_grounds(case: Case) -> None:
    from incidents.sides import rights
    from tests.incidents.parties import accused

    rights.restrict(party=accused(case), reason="Gevraagd.", by=person("noord@"), at=timezone.now())

    with pytest.raises(release_checks.NotPossible, match="only kept"):
        proposed(case)


def test_a_proposal_lapses_with_its_case(case: Case) -> None:
    scale_up = proposed(case)

    casework.close(
        case=case, status=Status.CLOSED, reason=CloseReason.SOLVED, message="Klaar.", by=person("noord@"), at=timezone.now()
    )  # fmt: skip
    for one in list(ending.waiting()):
        ending.end(work_id=one.pk, at=timezone.now())

    scale_up.refresh_from_db()
    assert scale_up.state == ScaleUp.State.LAPSED
    with pytest.raises(NotNow):
        scaling.confirm(scale_up=scale_up, by=person("teamleider@"), at=timezone.now())


def test_it_is_not_withdrawn_but_comes_back_by_its_own_page(case: Case) -> None:
    scale_up = scaled(case)
    withdraw = reverse("referral_withdraw", args=[sent(scale_up).pk])

    answers = [client_of("noord@").get(withdraw), client_of("noord@").post(withdraw, {"reason": "Terug."})]

    assert [one.headers["Location"] for one in answers] == [reverse("scale_page", args=[scale_up.pk])] * 2
    assert sent(scale_up).state == State.RELEASED


def test_while_it_is_up_a_case_neither_closes_nor_merges(case: Case) -> None:
    scale_up = scaled(case)
    answering.finish(referral=sent(scale_up), outcome="Besproken.", by=person("boa@"), at=timezone.now())

    with pytest.raises(casework.NotClosable):
        casework.close(
            case=case, status=Status.CLOSED, reason=CloseReason.SOLVED, message="Klaar.", by=person("noord@"),
            at=timezone.now(),
        )  # fmt: skip
    with pytest.raises(merging.CannotMerge, match="partner"):
        into = routed("GEL-MUZ", place=at_home(10), consent=False)
        merging.merge(cases=[case], into=into, reason="", message="", by=person("noord@"), at=timezone.now())


# While it is up, and back


def test_looking_again_sets_the_next_day(case: Case) -> None:
    scale_up, day = scaled(case), timezone.localdate() + days(40)

    scaling_back.look(
        scale_up=scale_up, text="Zij zoeken een woning.", next_on=day, by=person("noord@"), at=timezone.now()
    )

    waiting = open_for(subject_kind="case", subject_id=case.pk).get(name=Name.SCALED)
    assert local_day(waiting.due) == day
    assert ScaleUp.objects.get(pk=scale_up.pk).state == ScaleUp.State.UP


def bring_back(scale_up: ScaleUp, leads: str = "noord@") -> None:
    scaling_back.back(
        scale_up=scale_up,
        result="Er is een plan.",
        leads=person(leads),
        by=person("noord@"),
        at=timezone.now(),
    )


def test_coming_back_takes_what_they_still_had_and_leaves_one_line(case: Case) -> None:
    scale_up = scaled(case)
    answering.accept(referral=sent(scale_up), by=person("boa@"), at=timezone.now())
    assert Case.objects.get(pk=case.pk).status == Status.AT_PARTNER
    lines = case.timeline.count()

    bring_back(scale_up)

    fresh = Case.objects.get(pk=case.pk)
    assert (sent(scale_up).state, fresh.status) == (State.WITHDRAWN, Status.APPROACH)
    assert case.timeline.count() == lines + 1
    left = open_for(subject_kind="case", subject_id=case.pk).filter(
        name__in=(Name.SCALED, Name.PARTNER_ANSWER), bars_closing=True
    )
    assert not left.exists()
    assert (scale_up.state, scale_up.result, scale_up.leads_again) == (
        "back",
        "Er is een plan.",
        person("noord@"),
    )


def test_what_they_finished_stays_finished(case: Case) -> None:
    scale_up = scaled(case)
    answering.finish(referral=sent(scale_up), outcome="Wij doen het.", by=person("boa@"), at=timezone.now())

    bring_back(scale_up)

    out = sent(scale_up)
    assert (out.state, out.outcome) == (State.FINISHED, "Wij doen het.")


def test_with_another_partner_at_work_the_case_stays_there(case: Case) -> None:
    scale_up, police = scaled(case), by_hand(case, "politie-noord")
    for one in (sent(scale_up), police):
        answering.accept(referral=one, by=person("wijkagent-noord@"), at=timezone.now())

    bring_back(scale_up)

    assert Case.objects.get(pk=case.pk).status == Status.AT_PARTNER


def test_who_leads_again_holds_the_case(case: Case) -> None:
    scale_up = scaled(case)

    with pytest.raises(holding.CannotHold):
        bring_back(scale_up, leads="zuid@")
    bring_back(scale_up, leads="noord2@")

    assert Case.objects.get(pk=case.pk).holder == person("noord2@")


def test_it_comes_back_once_and_may_go_up_again(case: Case) -> None:
    scale_up = scaled(case)
    bring_back(scale_up)

    with pytest.raises(scaling.TooLate):
        bring_back(scale_up)
    scaled(Case.objects.get(pk=case.pk), code=MUNICIPALITY)

    assert list(case.scale_ups.values_list("state", flat=True)) == ["up", "back"]


# What is seen


def test_pages_of_the_case_say_where_it_is_and_who_leads(case: Case) -> None:
    client = client_of("noord@")
    scale_up = scaled(case)

    for name in ("case_page", "case_approach", "case_sharing", "case_tasks", "case_people"):
        page = client.get(reverse(name, args=[case.number])).content.decode()
        assert "Opgeschaald naar" in page and "De regie ligt daar." in page, name
    inbox = client.get(reverse("staff_inbox")).content.decode()
    assert "Opgeschaald naar Zorg- en Veiligheidshuis De Vaart" in inbox

    bring_back(scale_up)

    page = client.get(reverse("case_sharing", args=[case.number])).content.decode()
    assert "De regie ligt daar." not in page and "Afgeschaald" in page
    assert "Opgeschaald naar" not in client.get(reverse("staff_inbox")).content.decode()


def test_our_own_lead_is_named(case: Case) -> None:
    scaled(case, lead=ScaleUp.Lead.OURS)

    page = client_of("noord@").get(reverse("case_page", args=[case.number])).content.decode()

    assert f"De regie ligt bij ons: {person('noord@').name}" in page


def reads(case: Case) -> str:
    from django.test import Client

    client = Client()
    client.post(reverse("follow_enter"), {"number": case.reports.get().number, "code": CODE})
    return client.get(reverse("follow_report")).content.decode()


def test_who_reported_reads_no_more_than_the_usual_status(case: Case) -> None:
    before = reads(case)
    scale_up = scaled(case)
    up = reads(case)
    answering.accept(referral=sent(scale_up), by=person("boa@"), at=timezone.now())
    accepted = reads(case)
    bring_back(scale_up)
    after = reads(case)

    for page in (up, accepted, after):
        assert not any(
            word in page.lower() for word in ("opgeschaald", "opschal", "veiligheidshuis", "afgeschaald")
        )
    assert up.count("Wij onderzoeken") == before.count("Wij onderzoeken") > 0
    assert "In behandeling met een partner" in accepted


def test_steps_and_partners_with_their_answers_are_filled_in(case: Case) -> None:
    ladder.set_step(case=case, wanted=wanted_step("L2"), by=person("noord@"), at=timezone.now())
    police = by_hand(case, "politie-noord")
    answering.finish(
        referral=police, outcome="Niets aangetroffen.", by=person("wijkagent-noord@"), at=timezone.now()
    )
    by_hand(case, "wijkteam-noord")

    words = tried(case=case)

    assert "L2 Gesprek en afspraken op papier" in words
    assert "Politie Lindestad-Noord, afgerond: Niets aangetroffen." in words
    assert "Sociaal wijkteam Noord, nog geen antwoord" in words
    page = client_of("noord@").get(reverse("case_scale", args=[case.number]), {"to": HOUSE}).content.decode()
    assert "Niets aangetroffen." in page


def test_the_whole_way_through_the_pages(case: Case) -> None:
    handler, lead = client_of("noord@"), client_of("teamleider@")
    address = f"{reverse('case_scale', args=[case.number])}?to={HOUSE}"

    empty = handler.post(address, {})
    made = handler.post(address, typed())
    scale_up = ScaleUp.objects.get()
    page = reverse("scale_page", args=[scale_up.pk])
    of_maker, of_lead = handler.get(page).content.decode(), lead.get(page).content.decode()
    by_maker = handler.post(reverse("scale_confirm", args=[scale_up.pk]))
    waiting = lead.get(reverse("staff_inbox"), {"list": "scale"}).content.decode()
    yes = lead.post(reverse("scale_confirm", args=[scale_up.pk]))
    again = lead.post(reverse("scale_confirm", args=[scale_up.pk]))
    no_words = handler.post(reverse("scale_back", args=[scale_up.pk]), {"leads": str(person("noord@").pk)})
    look = handler.post(
        reverse("scale_look", args=[scale_up.pk]),
        {"text": "Loopt.", "next_on": f"{timezone.localdate() + days(9)}"},
    )
    back = handler.post(
        reverse("scale_back", args=[scale_up.pk]),
        {"result": "Er is een plan.", "leads": str(person("noord@").pk)},
    )

    assert empty.status_code == 422 and "Kruis minstens één kenmerk aan" in empty.content.decode()
    assert made.status_code == 302 and made["Location"] == page
    assert "Ik ben het eens" in of_lead and "Ik ben het eens" not in of_maker
    assert by_maker.status_code == 403
    assert case.number in waiting
    assert (yes.status_code, again.status_code) == (302, 409)
    assert no_words.status_code == 422 and "Schrijf op wat de partner zei" in no_words.content.decode()
    assert (look.status_code, back.status_code) == (302, 302)
    scale_up.refresh_from_db()
    assert scale_up.state == ScaleUp.State.BACK


def test_the_second_person_sees_what_the_partner_will_see(case: Case) -> None:
    scale_up = proposed(case)

    page = client_of("teamleider@").get(reverse("scale_page", args=[scale_up.pk])).content.decode()
    lead_on = page[page.index("Kijkt u mee?") :]

    assert "ziet Zorg- en Veiligheidshuis De Vaart meteen dit" in lead_on
    assert "Wilt u de regie nemen?" in lead_on and "Elke week onrust" in lead_on
    assert "Twee gesprekken" not in lead_on


def test_a_field_that_they_may_not_have_is_refused_when_it_is_proposed(case: Case) -> None:
    with pytest.raises(FieldRefused):
        proposed(case, fields=["reporter"])

    assert not ScaleUp.objects.exists()


@pytest.mark.parametrize("sent", [["reporter"], ["zz\0"], [f"field-{one}" for one in range(90)]])
def test_a_field_that_was_not_offered_is_written_down(case: Case, sent: list[str]) -> None:
    address = f"{reverse('case_scale', args=[case.number])}?to={HOUSE}"

    answer = client_of("noord@").post(address, typed(fields_shown=sent))

    assert answer.status_code in (302, 422)
    detail = AuditEvent.objects.get(action="referral.field_refused").detail
    assert (detail["partner"], detail["number"]) == (HOUSE, len(sent))


def test_who_proposed_it_may_take_it_back(case: Case) -> None:
    scale_up, client = proposed(case), client_of("noord@")

    answer = client.post(reverse("scale_refuse", args=[scale_up.pk]), {"reason": "Toch zelf."})

    scale_up.refresh_from_db()
    assert answer.status_code == 302
    assert (scale_up.state, scale_up.refusal) == ("refused", "Toch zelf.")
    assert not case.referrals.filter(partner__code=HOUSE).exists()


def test_what_was_typed_stays_when_the_release_refuses(case: Case) -> None:
    Covenant.objects.filter(partner__code=HOUSE).update(ends_on=timezone.localdate() - days(1))
    address = f"{reverse('case_scale', args=[case.number])}?to={HOUSE}"

    answer = client_of("noord@").post(address, typed(ground="covenant", question="Onze eigen woorden?"))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "geen geldig convenant" in page and "Onze eigen woorden?" in page


# Criteria


def test_an_association_sets_its_own_criteria(case: Case) -> None:
    SCALING.save("alles", {"house": "Er spelen drie dingen.", "municipality": "X.", "look_again_months": 1})  # type: ignore[misc]
    address = f"{reverse('case_scale', args=[case.number])}?to={HOUSE}"
    client = client_of("noord@")

    page = client.get(address).content.decode()
    old = client.post(address, typed(criteria=["Wij en onze partners komen er samen niet uit."]))
    client.post(address, typed(criteria=["Er spelen drie dingen."]))
    SCALING.save("alles", {"house": "Weer anders."})  # type: ignore[misc]

    assert "Er spelen drie dingen." in page
    assert old.status_code == 422
    assert look_again_months() == 1
    # As it was said then.
    assert ScaleUp.objects.get().criteria == ["Er spelen drie dingen."]


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("", "minstens één kenmerk"),
        ("a\n" * 3, ""),
        ("\n".join(map(str, range(13))), "Hoogstens 12"),
        ("x" * 201, "200 tekens"),
    ],
)
def test_criteria_are_few_and_short(said: str, refused: str) -> None:
    form = SCALING.form({"house": said, "municipality": "Goed.", "look_again_months": "3"}, subject="alles")

    assert form.is_valid() == (not refused)
    if refused:
        assert refused in str(form.errors["house"])
    else:
        assert form.values()["house"] == "a"
