"""Staff see what a partner sees, but not who reported: that has a page of its own, with a right of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case
from incidents.rules.answers import Mode
from partners.at_work import asking
from partners.models import Partner, Referral
from partners.models.referral_words import Ground
from partners.referrals import propose
from partners.sharing import revealing
from tests.partners import scaling_up
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import filing, person, routed

NAME, PHONE, EMAIL = "Geheima Fluisterman", "06-00004242", "fluister@example.nl"
FACTS = re.compile(r'include "(?:partner/parts/facts|staff/parts/(?:to_be_seen|sharing))\.html"')


def reported(mode: Mode) -> Case:
    who = replace(filing("DRU-GEB").reporter, mode=mode, name=NAME, phone=PHONE, email=EMAIL)
    found = routed("DRU-GEB", reporter=who, consent=mode == Mode.NAMED or None)
    return Case.objects.get(pk=found.pk)


def told(mode: Mode, partner: str = "politie-noord") -> Referral:
    """The partner knows who reported: by name along with the case, or in confidence because two people said so."""
    found = by_hand(reported(mode), partner, fields=["reporter"] if mode == Mode.NAMED else [])
    if mode == Mode.CONFIDENTIAL:
        reveal = revealing.ask(
            referral=found, report=found.case.reports.get(), ground=Ground.VITAL, motive="Na een bedreiging.",
            by=person("noord@"), at=timezone.now(),
        )  # fmt: skip
        revealing.confirm(reveal=reveal, not_told_why="", by=person("teamleider@"), at=timezone.now())
    return found


def question(found: Referral) -> str:
    asked = asking.ask(
        referral=found, text="Wie?", by=found.partner.memberships.earliest("pk").user, at=timezone.now()
    )
    return reverse("question_page", args=[asked.pk])


def proposal(found: Referral) -> str:
    waiting = propose(
        case=found.case, partner=Partner.objects.get(code="ggd-meldpunt"), mode="H", at=timezone.now()
    )
    assert waiting is not None
    return reverse("proposal_page", args=[waiting.pk])


def choice(found: Referral) -> str:
    partner = Partner.objects.get(code="gemeente-lindestad")
    return f"{reverse('route_by_hand', args=[found.case.number])}?partner={partner.pk}"


def scaling(found: Referral) -> str:
    house = Partner.objects.get(code=scaling_up.MUNICIPALITY)
    return f"{reverse('case_scale', args=[found.case.number])}?partner={house.pk}"


def scaled(found: Referral) -> str:
    waiting = scaling_up.proposed(found.case, code=scaling_up.MUNICIPALITY, fields=["reporter"])
    return reverse("scale_page", args=[waiting.pk])


# Each template that shows what a partner sees, and a page on which it stands.
PAGES: dict[str, Callable[[Referral], str]] = {
    "staff/question.html": question,
    "staff/share_anew.html": lambda found: reverse("referral_anew", args=[found.pk]),
    "staff/proposal.html": proposal,
    "staff/route_by_hand.html": choice,
    "staff/scaling/propose.html": scaling,
    "staff/scaling/page.html": scaled,
}


def text_of(email: str, url: str) -> str:
    answer = client_of(email).get(url)
    assert answer.status_code == 200, url
    text: str = answer.content.decode()
    return text


def test_every_page_that_shows_what_a_partner_sees_is_looked_at_here() -> None:
    root = Path(settings.BASE_DIR) / "templates"
    found = {
        str(one.relative_to(root)) for one in root.glob("staff/**/*.html") if FACTS.search(one.read_text())
    }

    assert found - {"staff/parts/to_be_seen.html", "staff/parts/sharing.html"} == set(PAGES)


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("mode", [Mode.CONFIDENTIAL, Mode.NAMED])
@pytest.mark.parametrize("template", PAGES)
def test_no_page_of_staff_says_who_reported(template: str, mode: Mode) -> None:
    url = PAGES[template](told(mode))

    for email in ("noord2@", "teamleider@"):
        said = text_of(email, url)
        assert not [word for word in (NAME, PHONE, PHONE[3:], EMAIL) if word in said]


@pytest.mark.django_db
@pytest.mark.usefixtures("association")
@pytest.mark.parametrize("mode", [Mode.CONFIDENTIAL, Mode.NAMED])
def test_that_the_partner_sees_it_is_said_and_the_partner_does(mode: Mode) -> None:
    found = told(mode)
    key = "Melder, in vertrouwen" if mode == Mode.CONFIDENTIAL else "Melder</dt>"

    said = text_of("noord2@", question(found))
    theirs = text_of("wijkagent-noord@", page_of(found))

    assert key in said and "Naam en contact van de melder (hier niet getoond)" in said
    assert NAME in theirs and PHONE in theirs
