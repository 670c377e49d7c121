"""Who else takes part, as a partner reads it: only who does, and only what was so when it was released."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from incidents.models import Case
from partners.at_work import answering, sharing_anew, withdrawing
from partners.disclosing.disclosure import disclose
from partners.models import Referral
from partners.models.referral_words import Ground
from safetyportal.accounts.models import User
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import at_home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
POLICE, TEAM, CARE = "Politie Lindestad-Noord", "wijkteam-noord", "ggd-meldpunt"


@pytest.fixture
def case() -> Case:
    return routed("GEL-MUZ", place=at_home(4), consent=False)


def told(found: Referral) -> tuple[str, ...] | None:
    return disclose(referral=Referral.objects.get(pk=found.pk)).others


def police(case: Case) -> Referral:
    return by_hand(case, "politie-noord", fields=["others"])


def test_from_whom_it_was_taken_or_who_gave_it_back_takes_no_part(case: Case) -> None:
    now = timezone.now()
    wrong, back = by_hand(case, CARE), by_hand(case, TEAM)
    withdrawing.withdraw(referral=wrong, reason="Verkeerde partner.", by=person("noord@"), at=now)
    answering.decline(referral=back, reason="Niet voor ons.", by=member(back), at=now)
    out = police(case)

    page = client_of("wijkagent-noord@").get(page_of(out)).content.decode()

    assert told(out) == ()
    assert "Doen ook mee" not in page and wrong.partner.name not in page and back.partner.name not in page


def test_who_has_it_in_hand_or_finished_does(case: Case) -> None:
    done, busy = by_hand(case, CARE), by_hand(case, TEAM)
    answering.accept(referral=done, by=member(done), at=timezone.now())
    answering.finish(referral=done, outcome="Klaar.", by=member(done), at=timezone.now())

    assert told(police(case)) == tuple(sorted([done.partner.name, busy.partner.name]))


def test_who_came_later_is_told_with_the_next_release_and_not_before(case: Case) -> None:
    out, later = police(case), timezone.now() + timedelta(minutes=5)
    joined = by_hand(case, TEAM, at=later)
    assert told(out) == ()

    sharing_anew.share_anew(
        referral=out, ground=Ground.INTEREST, ground_text="Samen.", fields=["others"], summary="",
        by=person("noord@"), at=later + timedelta(minutes=5),
    )  # fmt: skip

    assert told(out) == (joined.partner.name,)


def member(found: Referral) -> User:
    return found.partner.memberships.earliest("pk").user
