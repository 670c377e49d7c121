"""Single files for one partner: nothing by default, what a person chose, and gone when it is taken away or access ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.evidence.keeping import Part
from incidents.models import Case, Evidence, EvidenceFile, EvidencePiece, ReportMove, TimelineEntry, VirusScan
from partners.at_work import withdrawing
from partners.disclosing import attachments
from partners.models import Attachment, Covenant, MatrixCell, Partner, Referral
from partners.models.partner import Profile
from partners.models.referral_words import State
from safetyportal.audit.models import AuditEvent
from tests.incidents.evidence import making
from tests.incidents.evidence.sending import laid_ready
from tests.partners.giving import (
    POLICE,
    SAID,
    body_of,
    case_with_photo,
    choose,
    fetch,
    given,
    more_photos,
    to_police,
)
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import at_home, days, home, person, referral, routed

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(association: None) -> Evidence:
    return case_with_photo()[1]


@pytest.fixture
def police(photo: Evidence) -> Referral:
    assert photo.report is not None
    return to_police(photo.report.case)


def seen_by(email: str, found: Referral) -> str:
    return client_of(email).get(page_of(found)).content.decode()


def said(response: Any) -> str:
    return response.content.decode()


def test_nothing_of_what_a_reporter_sent_goes_along_by_itself(police: Referral, photo: Evidence) -> None:
    page = seen_by(POLICE, police)

    assert "data:image" not in page
    assert str(photo.pk) not in page


def test_of_many_files_the_newest_stand_first_and_the_older_ones_are_a_page_away(
    police: Referral, photo: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "PAGE_SIZE", 3)
    newer = more_photos(police.case, 4)
    staff = client_of("noord@")
    address = reverse("attachment_list", args=[police.pk])

    first = said(staff.get(address))
    older = said(staff.get(f"{address}?na={newer[1].pk}"))

    assert [number for number in range(1, 6) if f"Foto {number} kiezen" in first] == [3, 4, 5]
    assert first.index("Foto 5 kiezen") < first.index("Foto 3 kiezen")
    assert f"?na={newer[1].pk}" in first and "Oudere bestanden" in first and "Nieuwste bestanden" not in first
    assert [number for number in range(1, 6) if f"Foto {number} kiezen" in older] == [1, 2]
    assert str(photo.pk) in older and "Oudere bestanden" not in older and "Nieuwste bestanden" in older
    assert given(police, newer[3]).evidence == newer[3]


@pytest.mark.parametrize("typed", ["x", "0", "00000000-0000-0000-0000-000000000000", "é", "a" * 500])
def test_a_place_in_the_files_that_does_not_exist_is_the_beginning(
    police: Referral, photo: Evidence, typed: str
) -> None:
    page = client_of("noord@").get(reverse("attachment_list", args=[police.pk]), {"na": typed})

    assert page.status_code == 200 and "Foto 1 kiezen" in said(page)


def test_a_chosen_photo_shows_with_its_caption_and_opens(police: Referral, photo: Evidence) -> None:
    attachment = given(police, photo)

    page = seen_by(POLICE, police)
    assert SAID["caption"] in page and "data:image/jpeg" in page
    assert SAID["ground_text"] not in page
    response = fetch(attachment)
    body = body_of(response)
    clean = EvidenceFile.objects.get(evidence=photo, part=Part.SHOWN)
    assert len(body) == clean.size and body[:2] == b"\xff\xd8"
    assert making.MARK not in body
    assert response.headers["Content-Disposition"].startswith("inline")
    assert str(photo.pk)[:8] not in response.headers["Content-Disposition"]


def test_each_step_is_written_down(police: Referral, photo: Evidence) -> None:
    attachment = given(police, photo)
    fetch(attachment)
    client_of("noord@").post(reverse("attachment_end", args=[police.pk, attachment.pk]))

    kept = {one.action: one for one in AuditEvent.objects.filter(object_kind="referral", object_id=police.pk)}
    assert kept["referral.attach"].actor == person("noord@")
    assert kept["referral.attach"].ground == "interest"
    assert kept["referral.file"].actor == person(POLICE)
    assert kept["referral.unattach"].detail["attachment"] == str(attachment.pk)
    lines = TimelineEntry.objects.filter(case=police.case, sort="enclosed").order_by("id")
    assert SAID["ground_text"] in lines[0].text and "weggehaald" in lines[1].text


def test_only_the_partner_of_that_referral_gets_it(police: Referral, photo: Evidence) -> None:
    attachment = given(police, photo)
    other = by_hand(police.case, "gemeente-lindestad")

    for email in ("veiligheid@lindestad", "wijkagent-zuid@", "boa@", "jongerenwerk@"):
        assert fetch(attachment, email).status_code == 404, email
        assert fetch(attachment, email, other).status_code == 404, email
    assert fetch(attachment, POLICE, other).status_code == 404
    assert SAID["caption"] not in seen_by("veiligheid@lindestad", other)


def test_taken_away_it_is_gone_at_once(police: Referral, photo: Evidence) -> None:
    attachment = given(police, photo)

    answer = client_of("noord@").post(reverse("attachment_end", args=[police.pk, attachment.pk]), follow=True)

    assert "ziet dit bestand niet meer" in said(answer)
    assert fetch(attachment).status_code == 404
    assert SAID["caption"] not in seen_by(POLICE, police)
    assert (
        client_of("noord@").post(reverse("attachment_end", args=[police.pk, attachment.pk])).status_code
        == 409
    )
    assert given(police, photo).pk != attachment.pk  # and may be given again


def test_with_a_proposal_it_waits_until_that_is_released(photo: Evidence) -> None:
    assert photo.report is not None
    proposal = Referral.objects.create(
        case=photo.report.case, partner=Partner.objects.get(code="politie-noord"), mode="H", state=State.PROPOSED,
        created_at=timezone.now(),
    )  # fmt: skip
    attachment = given(proposal, photo)
    assert fetch(attachment).status_code == 404
    assert SAID["caption"] in said(client_of("noord@").get(reverse("proposal_page", args=[proposal.pk])))

    client_of("noord@").post(
        reverse("proposal_page", args=[proposal.pk]),
        {"ground": "interest", "ground_text": "Nodig.", "summary": "Elke week handel."},
    )

    assert fetch(attachment).status_code == 200
    assert SAID["caption"] in seen_by(POLICE, proposal)


def _closed_long_ago(found: Referral) -> None:
    Case.objects.filter(pk=found.case_id).update(status="closed", closed_at=timezone.now() - days(31))


def _retired(found: Referral) -> None:
    Partner.objects.filter(pk=found.partner_id).update(active_to=date(2026, 1, 2))


def _withdrawn(found: Referral) -> None:
    withdrawing.withdraw(referral=found, reason="Niet meer nodig.", by=person("noord@"), at=timezone.now())


def _left_the_case(found: Referral) -> None:
    """The report with the photo went to another case."""
    other = routed("GEL-MUZ", place=at_home(6))
    report = found.case.reports.get()
    ReportMove.objects.create(
        report=report,
        from_case=found.case,
        to_case=other,
        sort="split",
        at=timezone.now(),
        by=person("noord@"),
    )
    type(report).objects.filter(pk=report.pk).update(case=other)


def _another_profile(found: Referral) -> None:
    Partner.objects.filter(pk=found.partner_id).update(profile=Profile.BASIC)


def _infected(found: Referral) -> None:
    evidence = Evidence.objects.get(report__case=found.case)
    now = timezone.now()
    VirusScan.objects.create(evidence=evidence, asked_at=now, next_at=now, done_at=now, infected=True)


@pytest.mark.parametrize(
    "happens", [_closed_long_ago, _retired, _withdrawn, _left_the_case, _another_profile, _infected]
)
def test_it_is_gone_when_access_ends(police: Referral, photo: Evidence, happens: Any) -> None:
    attachment = given(police, photo)
    assert fetch(attachment).status_code == 200

    happens(police)

    assert fetch(attachment).status_code == 404
    page = client_of(POLICE).get(page_of(police))
    assert page.status_code == 404 or SAID["caption"] not in said(page)


def test_what_leans_on_a_covenant_ends_with_it_and_the_rest_stays(police: Referral, photo: Evidence) -> None:
    leaning = given(police, photo, ground="covenant")
    standing = given(police, _sent(photo, making.png()), caption="Het hek")

    Covenant.objects.update(ends_on=date(2026, 1, 2))

    assert fetch(leaning).status_code == 404
    assert fetch(standing).status_code == 200
    page = seen_by(POLICE, police)
    assert "Het hek" in page and SAID["caption"] not in page


@pytest.mark.parametrize(
    ("code", "may"),
    [("gemeente-lindestad", True), ("handhaving-lindestad", False), ("wijkteam-noord", False), ("technische-dienst", True)],
)  # fmt: skip
def test_only_some_partners_may_have_files(photo: Evidence, code: str, may: bool) -> None:
    assert photo.report is not None
    partner = Partner.objects.filter(code=code).first() or Partner.objects.filter(type_code="TECH").first()
    assert partner is not None
    Referral.objects.filter(case=photo.report.case, partner=partner).update(state=State.WITHDRAWN)
    found = by_hand(photo.report.case, partner.code, **({"ground": None} if partner.is_internal else {}))

    answer = choose(found, photo, only_place="on" if partner.profile == Profile.TECHNICAL else None)

    assert answer.status_code == (302 if may else 409)
    assert Attachment.objects.filter(referral=found).exists() is may
    shown = said(client_of("noord@").get(reverse("case_sharing", args=[found.case.number])))
    assert (reverse("attachment_list", args=[found.pk]) in shown) is may
    if not may:
        assert "Deze partner mag geen bestanden krijgen" in said(answer)
        assert SAID["caption"] in said(answer)


def test_what_an_association_forbids_is_gone_at_once(police: Referral, photo: Evidence) -> None:
    attachment = given(police, photo)

    MatrixCell.objects.update_or_create(profile="police", field="attachments", defaults={"shown": "never"})

    assert fetch(attachment).status_code == 404
    assert SAID["caption"] not in seen_by(POLICE, police)
    assert choose(police, photo).status_code == 409


def test_whoever_does_technical_work_gets_a_photo_of_the_place_and_nothing_else(photo: Evidence) -> None:
    assert photo.report is not None
    desk = Partner.objects.filter(type_code="TECH").earliest("id")
    found = by_hand(photo.report.case, desk.code, ground=None)
    sound = _sent(photo, making.ogg())

    unsure = choose(found, photo)
    heard = choose(found, sound, how=None, all_of_it="on", only_place="on")

    assert unsure.status_code == 422 and "alleen een foto van de plek" in said(unsure)
    assert heard.status_code == 409 and "Kies een foto." in said(heard)
    assert not Attachment.objects.exists()


def _sent(beside: Evidence, body: bytes) -> Evidence:
    assert beside.report is not None
    made = laid_ready(beside.report, body)
    Evidence.objects.filter(pk=made.pk).update(kept_at=timezone.now())
    return Evidence.objects.get(pk=made.pk)


@pytest.mark.parametrize(("body", "suffix"), [(making.ogg, "ogg"), (making.mp4, "mp4"), (making.pdf, "pdf")])
def test_sound_film_and_pdf_go_whole_or_not_at_all(
    police: Referral, photo: Evidence, body: Any, suffix: str
) -> None:
    other = _sent(photo, body())
    page = said(client_of("noord@").get(reverse("attachment_new", args=[police.pk, other.pk])))
    assert "Afdekken kan alleen bij een foto" in page and "data-mask" not in page

    unsure = choose(police, other, how=None)
    assert unsure.status_code == 422 and SAID["caption"] in said(unsure)
    attachment = given(police, other, how=None, all_of_it="on")

    response = fetch(attachment)
    assert (
        response.headers["Content-Disposition"].startswith("attachment")
        and suffix in response.headers["Content-Disposition"]
    )
    assert making.MARK not in body_of(response)


def _scanning(photo: Evidence) -> None:
    VirusScan.objects.create(evidence=photo, asked_at=timezone.now(), next_at=timezone.now())


def _virus(photo: Evidence) -> None:
    now = timezone.now()
    VirusScan.objects.create(evidence=photo, asked_at=now, next_at=now, done_at=now, infected=True)


def _no_copy(photo: Evidence) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL portal.scrub = 'on'")
    EvidencePiece.objects.filter(file__evidence=photo, file__part=Part.SHOWN).delete()
    EvidenceFile.objects.filter(evidence=photo, part=Part.SHOWN).delete()


def _unsent(photo: Evidence) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL portal.scrub = 'on'")
    Evidence.objects.filter(pk=photo.pk).update(kept_at=None, entry=None)


def _case_closed(photo: Evidence) -> None:
    assert photo.report is not None
    Case.objects.filter(pk=photo.report.case_id).update(status="closed", closed_at=timezone.now())


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_scanning, "nog nagekeken op virussen"),
        (_virus, "zit een virus"),
        (_no_copy, "geen schone kopie"),
        (_unsent, "hoort niet bij deze zaak"),
        (_case_closed, "De zaak is gesloten"),
    ],
)
def test_what_cannot_go_is_refused_in_words_and_what_was_typed_stays(
    police: Referral, photo: Evidence, spoil: Any, words: str
) -> None:
    spoil(photo)

    answer = choose(police, photo, ground_text="Met veel moeite getypt.")

    assert answer.status_code == 409
    assert words in said(answer) and "Met veel moeite getypt." in said(answer)
    assert not Attachment.objects.exists()


def test_a_file_of_another_case_is_refused_as_one_that_is_not_there(
    police: Referral, photo: Evidence
) -> None:
    _other, strange = case_with_photo(place=at_home(6))

    answer = choose(police, strange)
    strange_page = client_of("noord@").get(reverse("attachment_new", args=[police.pk, strange.pk]))
    no_page = client_of("noord@").get(reverse("attachment_new", args=[police.pk, police.pk]))

    assert answer.status_code == 409
    assert "hoort niet bij deze zaak" in said(answer) and SAID["ground_text"] in said(answer)
    assert strange_page.status_code == no_page.status_code == 404
    assert not Attachment.objects.exists()


def test_of_two_who_choose_the_same_file_the_second_hears_that(police: Referral, photo: Evidence) -> None:
    given(police, photo)

    answer = choose(police, photo, client_of("noord2@"), caption="Nog eens")

    assert answer.status_code == 409
    assert "heeft dit bestand al" in said(answer) and "Nog eens" in said(answer)


def test_about_a_protected_address_a_second_person_chooses(police: Referral, photo: Evidence) -> None:
    hidden = home(4)
    type(hidden).objects.filter(pk=hidden.pk).update(is_secret_address=True)
    Case.objects.filter(pk=police.case_id).update(about_home=hidden)

    assert choose(police, photo).status_code == 409
    assert choose(police, photo, client_of("teamleider@")).status_code == 302


@pytest.mark.parametrize("name", ["attachment_list", "attachment_new", "attachment_seen", "attachment_end"])
def test_staff_of_another_team_and_partners_reach_none_of_it(
    police: Referral, photo: Evidence, name: str
) -> None:
    attachment = given(police, photo)
    key = {"attachment_new": photo.pk}.get(name, attachment.pk)
    address = reverse(name, args=[police.pk] if name == "attachment_list" else [police.pk, key])

    for email, wanted in (("zuid@", 404), (POLICE, 403), ("beheer@", 403)):
        for method in ("get", "post"):
            assert getattr(client_of(email), method)(address).status_code in (wanted, 405), (email, method)


def test_who_looks_after_it_sees_the_very_file_that_the_partner_gets(
    police: Referral, photo: Evidence
) -> None:
    attachment = given(police, photo, how="masked", cells=["0"])

    own = client_of("noord@").get(reverse("attachment_seen", args=[police.pk, attachment.pk]))

    assert own.content == body_of(fetch(attachment))


def test_the_row_is_kept_as_it_was_given(police: Referral, photo: Evidence) -> None:
    attachment = given(police, photo)
    with pytest.raises(DatabaseError, match="kept as written"), transaction.atomic():
        Attachment.objects.filter(pk=attachment.pk).update(ground="consent")


def test_an_unknown_client_is_sent_to_sign_in(police: Referral, photo: Evidence) -> None:
    attachment = given(police, photo)

    assert Client().get(reverse("partner_file", args=[police.pk, attachment.pk])).status_code == 302
    assert referral(police.case, "POL").pk == police.pk


def test_after_releasing_by_hand_the_files_come_next_when_that_was_asked(photo: Evidence) -> None:
    assert photo.report is not None
    address = reverse("route_by_hand", args=[photo.report.case.number])
    good = {"ground": "interest", "ground_text": "Nodig.", "summary": "Handel bij de deur.", "files": "x"}
    client = client_of("noord@")
    assert 'name="files"' in said(client.get(f"{address}?to=politie-noord"))
    assert 'name="files"' not in said(client.get(f"{address}?to=wijkteam-noord"))

    answer = client.post(f"{address}?to=politie-noord", good)

    made = Referral.objects.get(case=photo.report.case, partner__code="politie-noord")
    assert answer.url == reverse("attachment_list", args=[made.pk])
