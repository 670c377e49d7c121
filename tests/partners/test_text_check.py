"""What goes to a partner besides a summary is looked through as well: a scale-up, an answer, and what stands below a photo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.handling import casework
from incidents.models import Case
from partners.at_work import asking
from partners.models import Attachment, Question, ScaleUp
from partners.models.referral_words import State
from tests.incidents.evidence.sending import sent_photo
from tests.partners.giving import SAID
from tests.partners.partner_side import by_hand, client_of
from tests.partners.scaling_up import HOUSE, proposed
from tests.partners.test_scaling import typed
from tests.world import at_home, person, routed

pytestmark = pytest.mark.django_db
LOOK, NAME = "Er is nog niets gedeeld", "Dit kan een naam zijn: Aisha Bouzian."
SAYS = "Vraag het aan Aisha Bouzian."
Ask = tuple[str, dict[str, Any], str, Callable[[], list[str]]]


@pytest.fixture
def case(association: None) -> Case:
    found = routed("GEL-MUZ", place=at_home(4), consent=False)
    casework.take(case=found, by=person("noord@"), at=timezone.now())
    return Case.objects.get(pk=found.pk)


@pytest.fixture
def staff() -> Client:
    return client_of("noord@")


def a_scale_up(case: Case, name: str) -> Ask:
    """Address, what is typed, the field, and what of it was kept."""
    address = f"{reverse('case_scale', args=[case.number])}?to={HOUSE}"
    return address, typed(), name, lambda: [getattr(one, name) for one in ScaleUp.objects.all()]


def an_answer(case: Case) -> Ask:
    there = by_hand(case, "politie-noord")
    question = asking.ask(referral=there, text="Wie?", by=person("wijkagent-noord@"), at=timezone.now())
    kept = Question.objects.exclude(answer="")
    said = {"ground": "interest", "ground_text": "Nodig.", "text": ""}
    return (
        reverse("question_page", args=[question.pk]),
        said,
        "text",
        lambda: [one.answer for one in kept.all()],
    )


def a_caption(case: Case) -> Ask:
    there, photo = by_hand(case, "politie-noord"), sent_photo(case.reports.get())
    address = reverse("attachment_new", args=[there.pk, photo.pk])
    return address, dict(SAID), "caption", lambda: [one.caption for one in Attachment.objects.all()]


TEXTS = pytest.mark.parametrize(
    "make",
    [
        lambda case: a_scale_up(case, "summary"),
        lambda case: a_scale_up(case, "question"),
        lambda case: a_scale_up(case, "expected"),
        an_answer,
        a_caption,
    ],
    ids=["summary", "question", "expected", "answer", "caption"],
)


@TEXTS
def test_a_name_is_shown_first_and_goes_only_when_that_was_seen(
    case: Case, staff: Client, make: Callable[[Case], Ask]
) -> None:
    address, said, name, kept = make(case)

    first = staff.post(address, said | {name: SAYS})
    page = first.content.decode()
    assert first.status_code == 200 and LOOK in page and NAME in page and SAYS in page
    other = staff.post(address, said | {name: f"{SAYS} Of aan Kees.", "seen": first.context["seen"]})
    assert other.status_code == 200 and kept() == [], "something else than was seen"
    done = staff.post(address, said | {name: SAYS, "seen": first.context["seen"]})

    assert done.status_code == 302 and kept() == [SAYS]


@TEXTS
def test_a_button_leaves_it_out_and_keeps_the_rest_as_typed(
    case: Case, staff: Client, make: Callable[[Case], Ask]
) -> None:
    address, said, name, kept = make(case)
    first = staff.post(address, said | {name: SAYS})

    looked = staff.post(address, said | {name: SAYS, "mask": first.context["found"][0].value})
    done = staff.post(address, said | {name: looked.context["form"][name].value()})

    assert looked.status_code == 200 and looked.context["found"] == []
    assert done.status_code == 302 and kept() == ["Vraag het aan [weggelaten]."]


@TEXTS
def test_what_says_nothing_too_much_goes_at_once(
    case: Case, staff: Client, make: Callable[[Case], Ask]
) -> None:
    address, said, name, kept = make(case)

    assert staff.post(address, said | {name: "Niets bijzonders."}).status_code == 302
    assert kept() == ["Niets bijzonders."]


@TEXTS
@pytest.mark.parametrize("mask", ["", "text:0:999", "caption:x", "🔥"])
def test_a_mask_that_is_of_nothing_changes_nothing(
    case: Case, staff: Client, make: Callable[[Case], Ask], mask: str
) -> None:
    address, said, name, kept = make(case)

    answer = staff.post(address, said | {name: SAYS, "mask": mask})

    assert answer.status_code == 200 and SAYS in answer.content.decode() and kept() == []


def test_the_second_person_sees_it_too_before_a_scale_up_goes(case: Case) -> None:
    scale_up = proposed(case, question=SAYS)
    lead, address = client_of("teamleider@"), reverse("scale_confirm", args=[scale_up.pk])

    page = lead.get(reverse("scale_page", args=[scale_up.pk]))
    unseen = lead.post(address)
    assert unseen.status_code == 200 and LOOK in unseen.content.decode()
    assert not case.referrals.filter(partner__code=HOUSE).exists()
    done = lead.post(address, {"seen": page.context["seen"]})

    assert NAME in page.content.decode() and 'name="mask"' not in page.content.decode()
    assert done.status_code == 302
    assert case.referrals.filter(partner__code=HOUSE, state=State.RELEASED).exists()


def test_who_may_not_decide_is_refused_and_not_asked_to_look(case: Case) -> None:
    scale_up = proposed(case, question=SAYS)

    answer = client_of("noord@").post(reverse("scale_confirm", args=[scale_up.pk]))

    assert answer.status_code in (403, 404, 409) and LOOK not in answer.content.decode()
