from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone

from incidents.intake.filing import Place, Reporter
from incidents.models import Case, Question, Report, RoutingOrder
from incidents.rules.answers import Mode, PlaceKind, Sign, YesNo
from partners.models import Covenant, Partner, Referral, RoutingDecision, RoutingRule
from partners.models.referral_words import State
from partners.routing import routing
from partners.rules import rule_sets
from partners.weighing.facts import gather
from safetyportal.accounts.roles import Role
from safetyportal.clock.calendar import add_working_days
from safetyportal.notices.models import Alarm, Notice
from tests.partners.partner_side import client_of
from tests.ruling import rule_first, rules_become
from tests.world import (
    NOON,
    anonymous,
    at_home,
    days,
    file,
    filing,
    home,
    in_stairwell,
    person,
    referral,
    route,
    routed,
    types,
)

pytestmark = pytest.mark.django_db


def question_about(kind: str) -> Question:
    """The first of its questions that is answered from a list."""
    found = Question.objects.filter(question_set__kind=kind).exclude(sort=Question.Sort.LINE).first()
    assert found is not None
    return found


def said(decision: RoutingDecision) -> str:
    return "\n".join(f"{step['title']} {step['outcome']} {step['text']}" for step in decision.steps)


def test_weekly_drug_use_in_a_stairwell_goes_at_once_to_enforcement(association: None) -> None:
    case = routed("DRU-GEB")

    assert case.severity_band == "S2"
    assert "BOA" in types(case, State.RELEASED)
    assert referral(case, "BOA").mode == "M"
    assert referral(case, "BOA").fields == []


def test_the_same_at_an_entrance_of_five_homes_is_a_proposal(association: None) -> None:
    case = routed("DRU-GEB", place=in_stairwell(18))

    assert "BOA" in types(case, State.PROPOSED)
    assert referral(case, "BOA").blocks == ["few_homes"]


def test_a_confused_neighbour_waits_for_a_person(association: None) -> None:
    case = routed("ZRG-VERW", place=at_home(4))

    assert "OGGZ" in types(case, State.PROPOSED)
    assert not Referral.objects.filter(
        case=case, partner__is_internal=False, released_at__isnull=False
    ).exists()


def test_noise_goes_to_mediation_with_consent_and_a_second_source(association: None) -> None:
    earlier = Reporter(mode=Mode.NAMED, name="Dana", home=home(6))
    file("GEL-MUZ", place=at_home(6), reporter=earlier, at=timezone.now() - days(20))

    case = routed("GEL-MUZ", place=at_home(), consent=True)

    assert types(case, State.RELEASED) == {"WC", "BB"}
    assert referral(case, "BB").fields == ["reporter"]


def test_noise_one_to_one_is_a_proposal_even_with_consent(association: None) -> None:
    case = routed("GEL-MUZ", place=at_home(), consent=True)

    assert types(case, State.PROPOSED) == {"BB"}
    assert referral(case, "BB").blocks == ["one_to_one"]


def test_noise_without_consent_never_reaches_mediation(association: None) -> None:
    report = file("GEL-MUZ", place=at_home(), consent=False)
    decision = route(report)

    assert set(Referral.objects.filter(case=report.case).values_list("partner__type_code", flat=True)) == {
        "WC"
    }
    assert "gaf de melder toestemming? nee" in said(decision)


def test_domestic_violence_stays_in_the_restricted_queue_without_any_mail(association: None) -> None:
    case = routed("AGR-HUIS", place=at_home(4))

    assert case.restricted
    assert types(case, State.RELEASED) == {"BESCHERMD"}
    assert Referral.objects.filter(case=case).count() == 1
    assert not Notice.objects.exists()


def test_an_unknown_place_goes_to_triage(association: None) -> None:
    report = file("GEL-MUZ", place=Place(PlaceKind.UNKNOWN, text="Parkweg 3"))
    decision = route(report)

    assert decision.outcome == RoutingDecision.Outcome.TRIAGE
    assert types(report.case, State.RELEASED) == {"TRIAGE"}


def test_a_place_where_no_partner_works_goes_to_triage_with_an_alarm(association: None) -> None:
    Partner.objects.filter(type_code__in=["BOA", "JON", "POL"]).update(
        active_to=timezone.localdate() - days(1)
    )
    rules_become(lambda rules: rules.filter(kinds__contains=["DRU-GEB"]).update(targets=[["BOA", "M"]]))

    case = routed("DRU-GEB")

    assert types(case, State.RELEASED) == {"TRIAGE"}
    assert Alarm.objects.filter(code=Alarm.Code.NO_PARTNER, subject=case.number).exists()
    page = client_of("triage@").get(reverse("routing_overview")).content.decode()
    assert "Handhaving (boa)" in page and ">BOA<" not in page


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("targets", "not a list"),
        ("targets", [["BOA"]]),
        ("targets", [["BOA", "?"]]),
        ("targets", [[1, 2]]),
        ("targets", []),
        ("bands", ["S9"]),
    ],
)
def test_a_broken_rule_sends_the_report_to_triage_with_an_alarm(
    association: None, change: str, value: object
) -> None:
    rules_become(lambda rules: rules.filter(kinds__contains=["DRU-GEB"]).update(**{change: value}))

    case = routed("DRU-GEB")

    assert types(case, State.RELEASED) == {"TRIAGE"}
    assert Alarm.objects.filter(code=Alarm.Code.RULE_BROKEN).exists()


def test_no_rule_at_all_gives_triage_and_an_alarm(association: None) -> None:
    rules_become(lambda rules: rules.update(is_active=False))

    case = routed("DRU-GEB")

    assert types(case, State.RELEASED) == {"TRIAGE"}
    assert Alarm.objects.filter(code=Alarm.Code.NO_RULE, subject=case.number).exists()


def test_triage_reads_that_no_rule_fits_and_not_why_the_last_one_does_not(association: None) -> None:
    rules_become(lambda rules: rules.exclude(slug="buren-s1").update(is_active=False))

    case = routed("DRU-GEB")

    assert case.referrals.get().why == "geen regel past"
    told = [entry.text for entry in case.timeline.all()]
    assert any("geen regel past" in text for text in told)
    assert not any("staat er niet in" in text for text in told)


def test_triage_reads_that_the_place_is_not_known(association: None) -> None:
    case = routed("DRU-GEB", place=Place(PlaceKind.UNKNOWN, text="Nergensstraat 1"))

    assert case.referrals.get().why == "het adres staat niet in onze lijst"


def test_the_first_matching_rule_wins_and_may_depend_on_the_hour(association: None) -> None:
    rule_first(
        position=1,
        slug="nacht",
        name="'s Nachts",
        kinds=["DRU"],
        hour_from=22,
        hour_to=6,
        targets=[["POL", "M"]],
    )
    tonight = timezone.localtime().replace(hour=23)

    by_night = route(file("DRU-GEB", at=tonight))
    by_day = route(file("DRU-GEB", place=in_stairwell(18), at=tonight.replace(hour=12)))

    assert by_night.rule_name == "'s Nachts"
    assert by_day.rule_name != "'s Nachts"


def test_a_rule_can_never_be_looser_than_the_kind(association: None) -> None:
    rule_first(position=1, slug="los", name="Te los", kinds=["ZRG-VERW"], targets=[["OGGZ", "A"]])

    case = routed("ZRG-VERW", place=at_home(4))

    assert types(case, State.PROPOSED) == {"OGGZ"}


@pytest.mark.parametrize(
    ("changes", "block"),
    [
        ({"story": "De buurman is psychotisch, zegt hij zelf."}, "law"),
        ({"names_person": YesNo.YES}, "suspect"),
    ],
)
def test_a_stored_fact_holds_back_the_minimum(
    association: None, changes: dict[str, object], block: str
) -> None:
    case = routed("DRU-GEB", **changes)

    assert referral(case, "BOA").state == State.PROPOSED
    assert block in referral(case, "BOA").blocks


def test_a_child_keeps_the_report_with_staff(association: None) -> None:
    report = file("DRU-GEB", child_involved=YesNo.YES)
    decision = route(report)

    assert not Referral.objects.filter(case=report.case, partner__is_internal=False).exists()
    assert Referral.objects.filter(case=report.case, partner__is_internal=True).exists()
    assert "kind onder de 16" in said(decision)


def test_an_unanswered_question_is_shown_as_not_known(association: None) -> None:
    decision = route(file("DRU-GEB", names_person=YesNo.UNKNOWN))

    assert "Noemt de melding iemand met naam? niet bekend" in said(decision)


def test_an_expired_covenant_makes_it_a_proposal(association: None) -> None:
    Covenant.objects.filter(partner__type_code="BOA").update(ends_on=timezone.localdate() - days(1))

    case = routed("DRU-GEB")

    assert referral(case, "BOA").blocks == ["covenant"]


def test_a_second_report_of_the_same_place_is_its_own_case_and_a_proposal(association: None) -> None:
    first = routed("DRU-GEB")

    second = routed("DRU-GEB", reporter=anonymous())

    assert second.pk != first.pk
    assert second.suspected_duplicate_of == first
    assert referral(second, "BOA").blocks == ["duplicate"]


def test_what_a_person_chose_stands(association: None) -> None:
    report = file("DRU-GEB")
    police = Partner.objects.filter(type_code="POL").first()
    assert police is not None
    from partners.models.referral_words import Ground
    from partners.sharing.releasing import route_by_hand

    route_by_hand(
        case=report.case, partner=police, ground=Ground.INTEREST, ground_text="Overleg met de wijkagent.",
        fields=[], summary="Groep op de trap.", by=person("noord@"), at=timezone.now(),
    )  # fmt: skip
    decision = route(report)

    assert set(Referral.objects.filter(case=report.case).values_list("partner__type_code", flat=True)) == {
        "POL"
    }
    assert "wat een mens besloot, blijft staan" in said(decision)


def test_routing_twice_gives_one_decision(association: None) -> None:
    report = file("DRU-GEB")
    route(report)
    count = Referral.objects.count()

    again = routing.route_report(work_id=RoutingOrder.objects.get(report=report).pk, at=timezone.now())

    assert again is None
    assert Referral.objects.count() == count


def test_a_failing_routing_is_tried_again_and_ends_in_triage(
    association: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = file("DRU-GEB")
    order = RoutingOrder.objects.get(report=report)
    monkeypatch.setattr(routing, "gather", lambda **_: 1 / 0)

    for _attempt in range(routing.MAX_ATTEMPTS):
        routing.route_report(work_id=order.pk, at=timezone.now())

    order.refresh_from_db()
    assert order.dead_at is not None
    assert types(report.case, State.RELEASED) == {"TRIAGE"}
    assert Alarm.objects.filter(code=Alarm.Code.ROUTING_DEAD, subject=report.case.number).exists()


@pytest.mark.django_db(transaction=True)
def test_eight_racing_routings_give_one_decision(
    committed_association: None, caplog: pytest.LogCaptureFixture
) -> None:
    report = file("DRU-GEB")
    order = RoutingOrder.objects.get(report=report)
    start = threading.Barrier(8)
    won: list[object] = []

    def race() -> None:
        start.wait()
        won.append(routing.route_report(work_id=order.pk, at=timezone.now()))
        connection.close()

    threads = [threading.Thread(target=race) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    order.refresh_from_db()
    assert len([one for one in won if one is not None]) == 1
    assert RoutingDecision.objects.count() == 1
    # The constraint alone would also leave one decision, by failing seven times: losing the race is no failure.
    assert [record.message for record in caplog.records if record.name == "partners.routing.routing"] == []
    assert order.attempts == 0
    assert Referral.objects.filter(case=report.case).count() == len(types(report.case, State.RELEASED))


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_a_report_without_an_order(committed_association: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        file("DRU-GEB")
        RoutingOrder.objects.all().delete()

    assert not Report.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_an_order_done_without_decision(committed_association: None) -> None:
    file("DRU-GEB")

    with pytest.raises(IntegrityError), transaction.atomic():
        RoutingOrder.objects.update(done_at=timezone.now())


def test_the_database_refuses_to_change_a_report(association: None) -> None:
    report = file("DRU-GEB")

    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(story="anders")


def test_routing_takes_few_statements(association: None, django_assert_max_num_queries: object) -> None:
    report = file("DRU-GEB")

    with django_assert_max_num_queries(40):  # type: ignore[operator]
        route(report)


def test_an_urgent_case_tells_the_team_without_content(association: None) -> None:
    routed("AGR-BED", place=at_home(4))

    told = set(Notice.objects.filter(template="staff_urgent").values_list("user__email", flat=True))
    assert {email.split("@")[0] for email in told} >= {"noord", "noord2"}


def test_who_is_not_a_handler_yet_is_not_told(association: None) -> None:
    waits = person("centrum@")
    north = person("noord@").role_grants.get(role=Role.HANDLER).team
    waits.role_grants.create(role=Role.HANDLER, team=north, waiting=True, granted_by=person("systeem@"))

    routed("AGR-BED", place=at_home(4))

    assert Notice.objects.filter(template="staff_urgent").exists()
    assert not Notice.objects.filter(template="staff_urgent", user=waits).exists()


def test_due_dates_follow_the_partner(association: None) -> None:
    case = routed("DRU-GEB")

    due = referral(case, "BOA").due_at
    assert due is not None
    assert timedelta(days=4) < due - timezone.now() < timedelta(days=12)


def test_filing_keeps_no_house_number_on_report_or_case(association: None) -> None:
    report = file("GEL-MUZ", place=at_home())

    columns = {field.name for field in [*Report._meta.fields, *Case._meta.fields]}
    assert "home" not in columns
    assert report.identity.home == filing("GEL-MUZ").reporter.home


def test_a_restricted_case_never_falls_into_everybodys_triage(association: None) -> None:
    report = file("AGR-HUIS", place=Place(PlaceKind.UNKNOWN, text="Parkweg 3"))
    route(report)

    assert types(report.case, State.RELEASED) == {"BESCHERMD"}


def test_a_case_that_was_closed_before_routing_goes_to_nobody(association: None) -> None:
    report = file("DRU-GEB")
    Case.objects.filter(pk=report.case_id).update(status="closed", closed_at=timezone.now())

    decision = route(report)

    assert not Referral.objects.filter(case=report.case_id).exists()
    assert "Is de zaak nog open? nee" in said(decision)


def test_a_rule_cannot_send_a_restricted_case_to_an_ordinary_desk(association: None) -> None:
    rule_first(position=0, slug="fout", name="Alles naar de wijk", targets=[["WB", "A"]])

    case = routed("AGR-HUIS", place=at_home(4))

    assert types(case, State.RELEASED) == {"BESCHERMD"}


def test_flagged_text_with_a_child_in_it_is_not_even_proposed(association: None) -> None:
    rule_first(position=0, slug="plek", name="Afval naar boa", targets=[["BOA", "A"]])

    case = routed("VUI-ALG", story="Hij dealt hier.", child_involved=YesNo.YES)

    assert "BOA" not in types(case, State.PROPOSED)


def test_flagged_text_about_a_secret_address_is_for_a_second_person(association: None) -> None:
    rule_first(position=0, slug="plek", name="Afval naar boa", targets=[["BOA", "A"]])
    report = file("VUI-ALG", story="Hij dealt hier.")
    Case.objects.filter(pk=report.case_id).update(about_home=home(30))

    route(report)

    assert set(referral(report.case, "BOA").blocks) == {"law", "protected"}


def test_what_a_program_may_have_filled_in_waits_for_a_person(association: None) -> None:
    report = file("DRU-GEB", signs=(Sign.MANY,))
    route(report)

    waiting = Referral.objects.filter(case=report.case, partner__is_internal=False)

    assert {(one.state, "automatic" in one.blocks) for one in waiting} == {("proposed", True)}


@pytest.mark.parametrize(
    ("said", "known"), [(YesNo.YES, True), (YesNo.NO, False), (YesNo.UNKNOWN, None), (None, None)]
)
def test_a_question_that_was_not_asked_is_not_known_and_never_no(
    association: None, said: YesNo | None, known: bool | None
) -> None:
    report = file("VUI-ALG", child_involved=said)

    facts = gather(order=RoutingOrder.objects.get(report=report), case=report.case)

    assert facts.child is known


@pytest.mark.parametrize(
    ("fits", "differs"),
    [
        ({"neighbourhood": "{neighbourhood}"}, {"neighbourhood": "Elders"}),
        ({"spaces": ["TRH", "CEH"]}, {"spaces": ["LIF"]}),
        ({"weekdays": [3]}, {"weekdays": [1, 7]}),
    ],
)
def test_a_rule_may_depend_on_place_and_day(
    association: None, fits: dict[str, Any], differs: dict[str, Any]
) -> None:
    where = in_stairwell(2)
    if "neighbourhood" in fits:
        fits = {"neighbourhood": home(2).complex.neighbourhood}
    content = {"kinds": ["DRU-GEB"], "targets": [["JON", "M"]]}
    rules_become(
        lambda rules: [
            RoutingRule.objects.create(
                rule_set=rule_sets.draft(), position=place, slug=slug, name=slug, **content, **one
            )
            for place, (slug, one) in enumerate((("niet", differs), ("wel", fits)))
        ]
    )

    decision = route(file("DRU-GEB", place=where, at=NOON))

    assert decision.rule_name == "wel"


def test_a_rule_may_depend_on_an_answer(association: None) -> None:
    asked = question_about("GEL-MUZ")
    first, second = (value for value, _label in asked.choices[:2])
    content = {"kinds": ["GEL-MUZ"], "targets": [["WC", "A"]], "question_key": asked.key}
    rule_first(slug="elders", name="elders", answer_value=second, **content)
    rule_first(slug="hier", name="hier", answer_value=first, **content)
    report = file("GEL-MUZ", place=at_home(4), answers={str(asked.pk): [first]})

    assert route(report).rule_name == "hier"


def test_an_answer_about_another_kind_says_nothing(association: None) -> None:
    asked = question_about("GEL-MUZ")
    other = Question.objects.filter(key=asked.key).exclude(question_set__kind="GEL-MUZ")[0]
    first = asked.choices[0][0]
    rule_first(
        slug="hier",
        name="hier",
        kinds=["GEL-MUZ"],
        targets=[["WC", "A"]],
        question_key=asked.key,
        answer_value=first,
    )
    report = file("GEL-MUZ", place=at_home(4), answers={str(other.pk): [first]})

    assert route(report).rule_name != "hier"


def test_a_rule_may_have_its_own_term(association: None) -> None:
    rule_first(slug="vlug", name="Vlug", kinds=["DRU-GEB"], targets=[["JON", "M", 1]])

    sent = referral(routed("DRU-GEB"), "JON")

    assert sent.due_at == add_working_days(sent.released_at, 1)


def test_a_rule_in_use_is_never_altered(association: None) -> None:
    with pytest.raises(IntegrityError, match="is or was in use"):
        RoutingRule.objects.update(name="anders")
