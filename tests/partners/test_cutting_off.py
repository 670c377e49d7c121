"""A covenant ends, a partner stops or a case becomes protected while a partner has it in hand: shown, told once, with ways on."""

from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case, Conflict
from partners.at_work import answering, asking, cutting_off, sharing_anew, withdrawing
from partners.mailing import delivering
from partners.models import Covenant, CutOff, Partner, Referral
from partners.models.referral_words import Ground, State
from partners.sharing import release_checks
from safetyportal.celery import app
from safetyportal.clock.deadlines import Name, open_for
from safetyportal.clock.models import Deadline
from safetyportal.notices.models import Notice
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import days, person, referral, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
BOA = "handhaving-lindestad"


@pytest.fixture
def case() -> Case:
    """Drug use in a stairwell: enforcement has the minimum, under its covenant."""
    found = routed("DRU-GEB")
    casework.take(case=found, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=found.pk)


def covenant_ends(code: str = BOA) -> None:
    Covenant.objects.filter(partner__code=code).update(ends_on=timezone.localdate() - days(1))


def covenant_renewed(code: str = BOA) -> None:
    Covenant.objects.filter(partner__code=code).update(ends_on=timezone.localdate() + days(400))


def stops(code: str = BOA) -> None:
    Partner.objects.filter(code=code).update(active_to=timezone.localdate() - days(1))


def look() -> int:
    return cutting_off.look(at=timezone.now())


def terms(case: Case, name: Name) -> list[Deadline]:
    return list(open_for(subject_kind="case", subject_id=case.pk).filter(name=name))


def sees(case: Case, email: str = "boa@") -> bool:
    return Referral.objects.for_(person(email), "referral.read").filter(case=case).exists()


def anew(found: Referral, by: str = "noord@", **changes: object) -> None:
    values = {
        "ground": Ground.INTEREST, "ground_text": "Nog nodig.", "fields": [], "summary": "Elke week.", "by": person(by),
        "at": timezone.now(),
    } | changes  # fmt: skip
    sharing_anew.share_anew(referral=found, **values)  # type: ignore[arg-type]


# Who is told of what


@pytest.mark.parametrize(
    ("mode", "ground", "is_cut"),
    [("A", "", False), ("M", "", True), ("T", "", True), ("H", "covenant", True), ("H", "interest", False)],
)
@pytest.mark.parametrize("state", [State.RELEASED, State.ACCEPTED, State.ASKED])
def test_what_leans_on_a_covenant_is_cut_off_with_it(
    case: Case, mode: str, ground: str, state: State, is_cut: bool
) -> None:
    by = person("noord@") if mode == "H" else None
    answered = (
        {"answered_by": person("boa@"), "answered_at": timezone.now()} if state != State.RELEASED else {}
    )
    there = Referral.objects.filter(pk=referral(case, "BOA").pk)
    there.update(mode=mode, ground=ground, released_by=by, state=state, **answered)
    covenant_ends()

    assert look() == int(is_cut)
    assert sees(case) is not is_cut


@pytest.mark.parametrize("state", [State.PROPOSED, State.WITHDRAWN, State.DECLINED])
def test_what_the_partner_does_not_have_in_hand_is_not(case: Case, state: State) -> None:
    out = {} if state != State.PROPOSED else {"released_at": None}
    why = {"answer": "Nee."} if state == State.DECLINED else {}
    Referral.objects.filter(pk=referral(case, "BOA").pk).update(state=state, **out, **why)
    covenant_ends()

    assert look() == 0


def test_an_own_desk_and_a_partner_of_another_place_are_not(case: Case) -> None:
    routed("VUI-ALG")
    covenant_ends("politie-noord")

    assert look() == 0


def test_it_is_said_once_with_a_day_to_choose(case: Case) -> None:
    covenant_ends()

    assert [look(), look(), look()] == [1, 0, 0]

    line = case.timeline.get(sort="cut_off")
    assert "Handhaving (boa) Lindestad: het convenant eindigde." in line.text
    (choose,) = terms(case, Name.CUT_OFF)
    assert choose.due < timezone.now() + days(7) and choose.team_id == case.team_id
    (answer,) = terms(case, Name.PARTNER_ANSWER)
    assert answer.paused_since is not None and answer.bars_closing


@pytest.mark.parametrize(
    ("end", "why", "words"),
    [
        (covenant_ends, "covenant", "het convenant eindigde"),
        (stops, "retired", "doet niet meer mee"),
        (lambda: Case.objects.update(restricted=True), "protected", "beschermde zaak"),
    ],
)
def test_the_case_says_first_who_sees_nothing_and_why(case: Case, end: object, why: str, words: str) -> None:
    person("noord@").role_grants.create(role="restricted")
    end()  # type: ignore[operator]
    look()

    client = client_of("noord@")
    page = client.get(reverse("case_page", args=[case.number])).content.decode()
    listed = client.get(reverse("staff_inbox"), {"list": "cut_off"}).content.decode()
    sharing = client.get(reverse("case_sharing", args=[case.number])).content.decode()

    assert CutOff.objects.get().why == why
    first = page[page.index("Eerst doen") :].split("</section>")[0]
    assert words in first and "Handhaving (boa) Lindestad" in first
    assert reverse("route_by_hand", args=[case.number]) in first
    there = referral(case, "BOA")
    assert reverse("referral_withdraw", args=[there.pk]) in first
    assert (reverse("referral_anew", args=[there.pk]) in first) == (why != "retired")
    assert case.number in listed
    assert "Ziet de zaak niet meer" in sharing


def test_staff_are_offered_nothing_that_would_be_refused_for_such_a_partner(case: Case) -> None:
    found = referral(case, "BOA")
    delivering.deliver(work_id=found.pk, at=timezone.now())

    def offers() -> bool:
        page = client_of("noord@").get(reverse("case_sharing", args=[case.number])).content.decode()
        return reverse("referral_deliver", args=[found.pk]) in page

    before = offers()
    covenant_ends()
    look()

    assert before and not offers()


def test_a_partner_that_cannot_see_it_is_not_reminded(case: Case) -> None:
    covenant_ends()
    look()

    with time_machine.travel(timezone.now() + days(20)):
        assert delivering.remind(at=timezone.now()) == 0
    covenant_renewed()
    look()
    with time_machine.travel(timezone.now() + days(12)):
        assert delivering.remind(at=timezone.now()) == 1


# Ways on


def test_on_another_ground_the_partner_sees_all_of_it_again(case: Case) -> None:
    there, boa = referral(case, "BOA"), person("boa@")
    answering.accept(referral=there, by=boa, at=timezone.now())
    asking.ask(referral=there, text="Hoe laat?", by=boa, at=timezone.now())
    covenant_ends()
    look()
    assert not sees(case)

    anew(there)

    there.refresh_from_db()
    assert (there.state, there.ground, there.mode, there.released_by) == (
        "asked",
        "interest",
        "H",
        person("noord@"),
    )
    assert there.answered_by == boa
    page = client_of("boa@").get(page_of(there)).content.decode()
    assert "Hoe laat?" in page and "Elke week." in page
    assert not terms(case, Name.CUT_OFF) and not CutOff.objects.now().exists()
    assert case.timeline.filter(sort="released").count() == 1


def test_the_term_of_the_partner_stood_still_meanwhile(case: Case) -> None:
    there, before = referral(case, "BOA"), timezone.now()
    covenant_ends()
    look()
    with time_machine.travel(before + days(14)):
        anew(there)

        there.refresh_from_db()
        (answer,) = terms(case, Name.PARTNER_ANSWER)
        assert answer.paused_since is None and there.due_at == answer.due
        assert there.due_at is not None and there.due_at > before + days(14)


def test_taken_back_there_is_nothing_more_to_choose(case: Case) -> None:
    covenant_ends()
    look()

    withdrawing.withdraw(
        referral=referral(case, "BOA"), reason="Wij doen het zelf.", by=person("noord@"), at=timezone.now()
    )

    assert not terms(case, Name.CUT_OFF) and not CutOff.objects.now().exists()
    listed = client_of("noord@").get(reverse("staff_inbox"), {"list": "cut_off"}).content.decode()
    assert case.number not in listed
    look()
    assert not CutOff.objects.filter(ended_at=None).exists()
    assert not case.timeline.filter(sort="sees_again").exists()


def test_a_covenant_that_is_renewed_ends_it_by_itself(case: Case) -> None:
    covenant_ends()
    look()
    covenant_renewed()

    assert look() == 0

    assert sees(case)
    assert not terms(case, Name.CUT_OFF)
    (answer,) = terms(case, Name.PARTNER_ANSWER)
    assert answer.paused_since is None
    assert case.timeline.filter(sort="sees_again").count() == 1
    look()
    assert case.timeline.filter(sort="sees_again").count() == 1


def test_a_question_keeps_the_term_standing_still_after_that(case: Case) -> None:
    asking.ask(referral=referral(case, "BOA"), text="Hoe laat?", by=person("boa@"), at=timezone.now())
    covenant_ends()
    look()
    covenant_renewed()
    look()

    (answer,) = terms(case, Name.PARTNER_ANSWER)
    assert answer.paused_since is not None


def test_a_second_time_it_is_said_again(case: Case) -> None:
    covenant_ends()
    look()
    covenant_renewed()
    look()
    covenant_ends()

    assert look() == 1
    assert case.timeline.filter(sort="cut_off").count() == 2


@pytest.mark.parametrize(
    ("end", "ground", "refusal"),
    [(covenant_ends, Ground.COVENANT, "covenant"), (stops, Ground.INTEREST, "closed")],
)
def test_what_a_release_refuses_is_refused_here(
    case: Case, end: object, ground: Ground, refusal: str
) -> None:
    end()  # type: ignore[operator]
    look()

    with pytest.raises(release_checks.NotPossible, match=refusal):
        anew(referral(case, "BOA"), ground=ground)

    assert not sees(case) and terms(case, Name.CUT_OFF)


def test_what_is_no_longer_in_hand_is_not_shared_anew(case: Case) -> None:
    there = referral(case, "BOA")
    answering.decline(referral=there, reason="Niet aan ons.", by=person("boa@"), at=timezone.now())

    with pytest.raises(release_checks.NotPossible):
        anew(there)
    page = client_of("noord@").get(reverse("referral_anew", args=[there.pk]))

    assert page.status_code == 409 and "niet meer in handen" in page.content.decode()


def test_the_way_by_the_page(case: Case) -> None:
    covenant_ends()
    look()
    client, address = client_of("noord@"), reverse("referral_anew", args=[referral(case, "BOA").pk])

    page = client.get(address).content.decode()
    empty = client.post(address, {})
    done = client.post(address, {"ground": "interest", "ground_text": "Nog nodig.", "summary": "Elke week."})

    assert 'value="interest"' in page and 'value="covenant"' not in page
    assert empty.status_code == 422
    assert (done.status_code, sees(case)) == (302, True)


# What the partner reads


def lost_page(case: Case, email: str) -> tuple[int, str]:
    answer = client_of(email).get(page_of(referral(case, "BOA")))
    return answer.status_code, answer.content.decode()


def test_its_people_read_that_it_is_over_and_nothing_of_the_case(case: Case) -> None:
    covenant_ends()
    look()

    status, page = lost_page(case, "boa@")

    assert status == 404
    assert "U kunt deze zaak niet meer zien" in page and "afspraken" in page
    assert case.number not in page and "Esdoorn" not in page and case.kind.label not in page
    assert case.number not in client_of("boa@").get(reverse("partner_queue")).content.decode()


def test_a_stranger_does_not_learn_that_there_was_anything(case: Case) -> None:
    covenant_ends()
    look()
    strangers = {lost_page(case, email) for email in ("wijkagent-zuid@", "jongerenwerk@")}
    nothing = client_of("wijkagent-zuid@").get(
        "/partner/doorverwijzingen/2f0f7b0a-0000-4000-8000-000000000000/"
    )

    assert all(status == 404 and "niet meer zien" not in page for status, page in strangers)
    assert nothing.status_code == 404


def test_of_a_case_that_became_protected_not_even_that(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(restricted=True)
    look()

    status, page = lost_page(case, "boa@")

    assert status == 404 and "niet meer zien" not in page


def test_who_is_kept_out_of_the_case_reads_the_plain_404(case: Case) -> None:
    covenant_ends()
    Conflict.objects.create(
        case=case, person=person("boa@"), sort="near", stated_by=person("boa@"), stated_at=timezone.now()
    )

    status, page = lost_page(case, "boa@")

    assert status == 404 and "niet meer zien" not in page


def test_what_was_typed_when_it_ended_comes_back(case: Case) -> None:
    there, client = referral(case, "BOA"), client_of("boa@")
    answering.accept(referral=there, by=person("boa@"), at=timezone.now())
    covenant_ends()

    answer = client.post(
        reverse("referral_finish", args=[there.pk]), {"text": "Wij hebben de hal vrijgemaakt."}
    )

    there.refresh_from_db()
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Wij hebben de hal vrijgemaakt." in page and "niet verstuurd" in page
    assert there.state == State.ACCEPTED


def test_a_partner_that_stopped_reads_so(case: Case) -> None:
    stops()

    assert "werkt hier niet meer met ons samen" in lost_page(case, "boa@")[1]


# Many at once


def test_the_clock_looks_by_itself() -> None:
    assert app.conf.beat_schedule["cut-off"]["task"] == "partners.tasks.look_for_cut_off"


def test_of_many_all_are_told_of(case: Case) -> None:
    for _ in range(6):
        by_hand(routed("GEL-MUZ"), BOA, ground=Ground.COVENANT)
    mails = Notice.objects.count()
    covenant_ends()

    assert look() == 7
    assert Notice.objects.count() == mails
    assert CutOff.objects.now().count() == 7
