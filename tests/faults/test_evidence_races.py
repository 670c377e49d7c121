"""Adding a photo while the report is sent, thrown away or left: one of the two, and nothing half."""

from __future__ import annotations

import pytest
from django.utils import timezone

from incidents.evidence import accepting
from incidents.intake import drafts
from incidents.intake.reporting import send_draft
from incidents.models import Draft, Evidence, EvidencePiece, Report
from tests.faults.test_races import race
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import received
from tests.world import filing

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed_association")]


def adding(draft: Draft) -> None:
    with received(making.jpeg()) as file:
        accepting.add_to_draft(draft_id=draft.pk, file=file, at=timezone.now())


@pytest.mark.parametrize("turn", range(3))
def test_adding_and_leaving_leave_nothing(turn: int) -> None:
    draft = drafts.begin(at=timezone.now())
    adding(draft)

    outcomes = race(
        *[lambda: adding(draft)] * 3,
        lambda: drafts.discard(draft_id=draft.pk),
    )

    assert set(outcomes) <= {"won", "DoesNotExist"} and outcomes["won"] >= 1
    assert not Draft.objects.filter(pk=draft.pk).exists()
    assert not Evidence.objects.exists() and not EvidencePiece.objects.exists()


@pytest.mark.parametrize("turn", range(3))
def test_adding_taking_away_and_sending_lose_nothing_that_was_kept(turn: int) -> None:
    draft = drafts.begin(at=timezone.now())
    adding(draft)
    first = draft.evidence.get()

    outcomes = race(
        lambda: adding(draft),
        lambda: accepting.remove(evidence=first),
        lambda: send_draft(draft_id=draft.pk, filing=filing("GEL-MUZ"), at=timezone.now()),
        lambda: accepting.purge(at=timezone.now()),
    )

    assert set(outcomes) <= {"won", "DoesNotExist"}, outcomes
    report = Report.objects.get(draft=draft)
    assert all(one.kept_at for one in report.evidence.all())
    assert Evidence.objects.filter(draft=draft).count() == 0
    assert all(one.files.count() == 3 for one in report.evidence.all())
