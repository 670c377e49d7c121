"""A later round never overrules a human: each state in which a person or partner can leave a referral, through each change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from complexes.models import Complex
from incidents.handling import changing
from incidents.intake.filing import Place
from incidents.models import Case, Kind
from incidents.rules.answers import PlaceKind
from partners import referrals
from partners.at_work import answering, asking, cutting_off, sharing_anew, withdrawing
from partners.models import Covenant, CutOff, Partner, PartnerArea, Referral, ScaleUp
from partners.models.referral_words import Ground, State
from partners.routing.routing import route_report
from partners.scaling import scaling, scaling_back
from partners.sharing import release_checks, releasing
from safetyportal.clock.deadlines import Name, open_for
from tests.partners.partner_side import by_hand
from tests.partners.scaling_up import HOUSE, proposed, scaled
from tests.world import days, home, in_stairwell, person, referral, reroute, routed, types

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
BOA, POLICE = "handhaving-lindestad", "politie-noord"


# How a case comes to it: enforcement has it by itself (eight homes), or as a proposal (five homes).


def sent() -> Case:
    return routed("DRU-GEB")


def held_back() -> Case:
    return routed("DRU-GEB", place=in_stairwell(18))


def boa(case: Case) -> Referral:
    return referral(case, "BOA")


def accept(found: Referral, by: str = "boa@") -> None:
    answering.accept(referral=found, by=person(by), at=timezone.now())


def finish(found: Referral, by: str = "boa@") -> None:
    answering.finish(referral=found, outcome="Gesproken.", by=person(by), at=timezone.now())


def ask(found: Referral) -> Any:
    return asking.ask(referral=found, text="Hoe laat?", by=person("boa@"), at=timezone.now())


def answer(found: Referral) -> None:
    asking.answer(
        question=ask(found), text="Na tienen.", ground=Ground.COVENANT, ground_text="Nodig.", by=person("noord@"),
        at=timezone.now(),
    )  # fmt: skip


def take_back(found: Referral) -> None:
    ask(found)
    asking.take_back(referral=found, by=person("boa@"), at=timezone.now())


def decline(found: Referral) -> None:
    answering.decline(referral=found, reason="Niet aan ons.", by=person("boa@"), at=timezone.now())


def withdraw(found: Referral) -> None:
    withdrawing.withdraw(referral=found, reason="Wij doen het.", by=person("noord@"), at=timezone.now())


def refuse(found: Referral) -> None:
    releasing.refuse(referral=found, reason="Niet nodig.", by=person("noord@"), at=timezone.now())


def release(found: Referral, **more: Any) -> None:
    share = {"ground": Ground.INTEREST, "ground_text": "Nodig.", "fields": [], "summary": "Elke week."}
    releasing.release(referral=found, **share, by=person("noord@"), at=timezone.now(), **more)


def share_anew(found: Referral) -> None:
    share = {"ground": Ground.INTEREST, "ground_text": "Nodig.", "fields": [], "summary": "Elke week."}
    sharing_anew.share_anew(referral=found, **share, by=person("noord@"), at=timezone.now())  # type: ignore[arg-type]


def propose_by_hand(case: Case) -> Referral:
    police = Partner.objects.get(code=POLICE)
    made = referrals.propose(case=case, partner=police, mode="H", at=timezone.now(), by=person("noord@"))
    assert made is not None
    return made


def up(case: Case) -> Referral:
    found = scaled(case).referral
    assert found is not None
    return found


def back(case: Case) -> Referral:
    found = up(case)
    scaling_back.back(
        scale_up=ScaleUp.objects.get(),
        result="Een plan.",
        leads=person("noord@"),
        by=person("noord@"),
        at=timezone.now(),
    )
    return Referral.objects.get(pk=found.pk)


def up_from_a_proposal(case: Case) -> Referral:
    referrals.propose(case=case, partner=Partner.objects.get(code=HOUSE), mode="H", at=timezone.now())
    return up(case)


def then(*acts: Callable[[Referral], Any], of: Callable[[], Case] = sent) -> Callable[[], Referral]:
    """Enforcement's referral, after these acts of people."""

    def make() -> Referral:
        case = of()
        for act in acts:
            act(boa(case))
        return boa(case)

    return make


def on(
    start: Callable[[], Case], make: Callable[[Case], Referral], *acts: Callable[..., Any]
) -> Callable[[], Referral]:
    """A referral that a person made in such a case, after these acts."""

    def made() -> Referral:
        found = make(start())
        for act in acts:
            act(found, "wijkagent-noord@") if act in (accept, finish) else act(found)
        return Referral.objects.get(pk=found.pk)

    return made


# name -> how a person or partner leaves it so, and in which state that is
LEFT: dict[str, tuple[Callable[[], Referral], State]] = {
    "accepted": (then(accept), State.ACCEPTED),
    "asked": (then(ask), State.ASKED),
    "accepted and asked": (then(accept, ask), State.ASKED),
    "asked and answered": (then(answer), State.RELEASED),
    "asked and taken back": (then(take_back), State.RELEASED),
    "given back": (then(decline), State.DECLINED),
    "finished": (then(finish), State.FINISHED),
    "accepted and finished": (then(accept, finish), State.FINISHED),
    "withdrawn by staff": (then(withdraw), State.WITHDRAWN),
    "accepted, then withdrawn": (then(accept, withdraw), State.WITHDRAWN),
    "shared anew": (then(share_anew), State.RELEASED),
    "refused": (then(refuse, of=held_back), State.WITHDRAWN),
    "released": (then(release, of=held_back), State.RELEASED),
    "released and accepted": (then(release, accept, of=held_back), State.ACCEPTED),
    "released and given back": (then(release, decline, of=held_back), State.DECLINED),
    "by hand": (on(sent, lambda case: by_hand(case, POLICE)), State.RELEASED),
    "by hand and accepted": (on(sent, lambda case: by_hand(case, POLICE), accept), State.ACCEPTED),
    "by hand and withdrawn": (on(sent, lambda case: by_hand(case, POLICE), withdraw), State.WITHDRAWN),
    "proposed by a person": (on(sent, propose_by_hand), State.PROPOSED),
    "scaled up": (on(sent, up), State.RELEASED),
    "scaled up from a proposal": (on(sent, up_from_a_proposal), State.RELEASED),
    "scaled up and accepted": (on(sent, up, accept), State.ACCEPTED),
    "scaled up and finished": (on(sent, up, finish), State.FINISHED),
    "scaled back": (on(sent, back), State.WITHDRAWN),
}


def change(kind: str) -> Callable[[Case], None]:
    return lambda case: changing.change_kind(
        case=case, kind=Kind.objects.get(pk=kind), reason="Anders.", by=person("noord@"), at=timezone.now()
    )


def move(case: Case) -> None:
    """Where none of them works."""
    there = Complex.objects.exclude(pk=home(2).complex.pk).order_by("pk")[0]
    here = home(2).complex
    for partner in Partner.objects.filter(code__in=(BOA, POLICE, HOUSE)):
        partner.areas.all().delete()
        PartnerArea.objects.create(partner=partner, complex=here)
    changing.change_place(
        case=case, place=Place(PlaceKind.SPACE, there), reason="Daar.", by=person("noord@"), at=timezone.now()
    )


def all_of(*acts: Callable[[Case], None]) -> Callable[[Case], None]:
    def do(case: Case) -> None:
        for act in acts:
            act(Case.objects.get(pk=case.pk))

    return do


CHANGES: dict[str, Callable[[Case], None]] = {
    "kind": change("GEL-INST"),  # of the technical desk alone
    "kind that is theirs too": change("VEI-SLAAP"),
    "place": move,
    "kind and place": all_of(move, change("GEL-INST")),
    "protected kind": change("AGR-HUIS"),
    "protected kind and place": all_of(move, change("AGR-HUIS")),
}


def rounds(case: Case) -> None:
    """Every round that was ordered, as a worker does them."""
    from incidents.models import RoutingOrder

    for order in RoutingOrder.objects.filter(report__case=case, done_at=None).order_by("round"):
        assert route_report(work_id=order.pk, at=timezone.now()) is not None


def as_it_is(found: Referral) -> dict[str, Any]:
    values = dict(Referral.objects.filter(pk=found.pk).values().get())
    return {
        name: value for name, value in values.items() if name not in ("rung_at", "next_at", "delivered_at")
    }


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("left", LEFT)
def test_what_somebody_left_so_stays_so(left: str, what: str) -> None:
    make, state = LEFT[left]
    found = make()
    case, before = found.case, as_it_is(found)
    assert before["state"] == state

    CHANGES[what](case)
    rounds(case)

    assert as_it_is(found) == before
    assert case.referrals.filter(partner=found.partner).count() == 1


@pytest.mark.parametrize("start", [sent, held_back])
@pytest.mark.parametrize("what", [what for what in CHANGES if what != "kind that is theirs too"])
def test_what_nobody_touched_goes(what: str, start: Callable[[], Case]) -> None:
    """Else the table above would hold for nothing."""
    case = start()

    CHANGES[what](case)
    rounds(case)

    assert boa(case).state == State.WITHDRAWN
    assert "teruggenomen door het portaal" in "\n".join(case.timeline.values_list("text", flat=True))


@pytest.mark.parametrize(
    "left", [left for left in LEFT if "hand" in left or "scaled" in left or "a person" in left]
)
def test_after_a_choice_of_a_person_others_outside_are_only_proposed(left: str) -> None:
    case = LEFT[left][0]().case
    Referral.objects.filter(case=case, partner__code=BOA).delete()

    change("VEI-SLAAP")(case)
    rounds(case)

    assert "BOA" in types(case, State.PROPOSED)
    assert "BOA" not in types(case, State.RELEASED)


@pytest.mark.parametrize("what", CHANGES)
def test_a_scale_up_that_waits_for_a_second_person_waits_on(what: str) -> None:
    case = sent()
    scale_up = proposed(case)

    CHANGES[what](case)
    rounds(case)

    scale_up.refresh_from_db()
    assert scale_up.state == ScaleUp.State.PROPOSED
    assert not case.referrals.filter(partner__code=HOUSE).exists()


@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ("place", release_checks.NotPossible),
        ("protected kind", release_checks.NotThroughPortal),
        ("protected kind and place", release_checks.NotThroughPortal),
    ],
)
def test_the_second_person_cannot_send_it_where_it_may_no_longer_go(
    what: str, refusal: type[Exception]
) -> None:
    case, lead = sent(), person("teamleider@")
    scale_up = proposed(case)
    CHANGES[what](case)
    # Somebody who may still decide about it as it is now.
    lead.role_grants.get_or_create(role="lead", team=Case.objects.get(pk=case.pk).team)

    with pytest.raises(refusal):
        scaling.confirm(scale_up=scale_up, by=type(lead).objects.get(pk=lead.pk), at=timezone.now())

    assert not case.referrals.filter(partner__code=HOUSE).exists()


def test_given_back_and_changed_a_case_is_still_somewhere() -> None:
    """Whoever gave it back does not have it, and is not asked again: triage keeps it."""
    case = sent()
    decline(boa(case))
    assert types(case, State.RELEASED) == {"TRIAGE"}

    change("VEI-SLAAP")(case)  # theirs too, so that nobody else is in the plan
    reroute(case)

    others = types(case, State.RELEASED) | types(case, State.PROPOSED)
    assert others, "it lies nowhere"


def test_what_was_cut_off_and_untouched_goes_with_what_was_to_be_chosen() -> None:
    case = sent()
    Covenant.objects.filter(partner__code=BOA).update(ends_on=timezone.localdate() - days(1))
    assert cutting_off.look(at=timezone.now()) == 1

    change("GEL-INST")(case)
    rounds(case)

    assert boa(case).state == State.WITHDRAWN
    assert not CutOff.objects.now().exists()
    waiting = open_for(subject_kind="case", subject_id=case.pk)
    assert not waiting.filter(name__in=(Name.CUT_OFF, Name.PARTNER_ANSWER), about=str(boa(case).pk)).exists()
