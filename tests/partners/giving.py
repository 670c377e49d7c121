"""A photo of a case that goes to the police, through the pages as staff use them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.models import Case, Evidence, EvidenceFile
from partners.models import Attachment, Referral
from tests.incidents.evidence.sending import sent_photo
from tests.partners.partner_side import by_hand, client_of
from tests.world import routed

POLICE = "wijkagent-noord@"
SAID = {
    "how": "whole",
    "caption": "De kapotte deur van de berging",
    "ground": "interest",
    "ground_text": "De politie herkent het voertuig.",
}


def case_with_photo(**changes: Any) -> tuple[Case, Evidence]:
    case = routed("DRU-GEB", **changes)
    return case, sent_photo(case.reports.get())


def more_photos(case: Case, many: int) -> list[Evidence]:
    """As many besides, each a minute later than the one before it; rows alone, without a picture."""
    report, now = case.reports.get(), timezone.now()
    made = [
        Evidence(report=report, sort="photo", added_at=now + timedelta(minutes=turn), kept_at=now)
        for turn in range(many)
    ]
    Evidence.objects.bulk_create(made)
    EvidenceFile.objects.bulk_create(
        EvidenceFile(
            evidence=one, part="shown", media_type="image/jpeg", suffix=".jpg", size=1, sha256="0" * 64
        )
        for one in made
    )
    return made


def to_police(case: Case) -> Referral:
    return by_hand(case, "politie-noord")


def choose(referral: Referral, evidence: Evidence, client: Client | None = None, **changes: Any) -> Any:
    """Post the page on which staff choose this file for this partner."""
    address = reverse("attachment_new", args=[referral.pk, evidence.pk])
    said = {name: value for name, value in (SAID | changes).items() if value is not None}
    return (client or client_of("noord@")).post(address, said)


def given(referral: Referral, evidence: Evidence, **changes: Any) -> Attachment:
    assert choose(referral, evidence, **changes).status_code == 302
    return Attachment.objects.get(referral=referral, evidence=evidence, ended_at=None)


def fetch(attachment: Attachment, email: str = POLICE, referral: Referral | None = None) -> Any:
    wanted = referral or attachment.referral
    return client_of(email).get(reverse("partner_file", args=[wanted.pk, attachment.pk]))


def body_of(response: Any) -> bytes:
    assert response.status_code == 200
    return b"".join(response.streaming_content) if response.streaming else response.content
