"""Who reported in confidence is told to a partner only when one person asks why and another one agrees."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incidents.following import dialogue
from incidents.handling import casework
from incidents.models import Case, Report, ReporterIdentity, TimelineEntry
from incidents.rules.answers import Mode
from incidents.rules.workflow import CloseReason
from partners import ending
from partners.at_work import withdrawing
from partners.models import MatrixCell, Partner, Referral, Reveal
from partners.models.referral_words import IN_QUEUE, Ground, State
from partners.sharing import revealing
from safetyportal.accounts.models import User
from safetyportal.audit.models import AuditEvent
from safetyportal.notices import outbox
from safetyportal.notices.models import Notice
from safetyportal.policy.gate import may
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import CODE, anonymous, at_home, days, file, filing, person, routed

NAME, PHONE, EMAIL = "Geheima Fluisterman", "06-00004242", "fluister@example.nl"
SAID = {"ground": "vital", "motive": "De wijkagent vraagt het na een bedreiging."}
POLICE, TOWN = "wijkagent-noord@", "veiligheid@lindestad"


def in_confidence(**changes: Any) -> Case:
    who = replace(filing("DRU-GEB").reporter, mode=Mode.CONFIDENTIAL, name=NAME, phone=PHONE, email=EMAIL)
    return routed("DRU-GEB", reporter=changes.pop("reporter", who), **changes)


@pytest.fixture
def police(association: None) -> Referral:
    return by_hand(in_confidence(), "politie-noord")


def report_of(found: Referral) -> Report:
    return found.case.reports.get()


def ask(found: Referral, client: Client | None = None, **changes: Any) -> Any:
    said = {"report": report_of(found).number} | SAID | changes
    return (client or client_of("noord@")).post(
        reverse("reveal_ask", args=[found.pk]),
        {key: value for key, value in said.items() if value is not None},
    )


def asked(found: Referral, **changes: Any) -> Reveal:
    assert ask(found, **changes).status_code == 302
    return Reveal.objects.filter(referral=found).latest("pk")


def decide(reveal: Reveal, email: str = "teamleider@", **said: str) -> Any:
    return client_of(email).post(reverse("reveal_decide", args=[reveal.pk]), {"telling": "tell"} | said)


def refuse(reveal: Reveal, email: str = "teamleider@", reason: str = "Kan zonder naam.") -> Any:
    return client_of(email).post(reverse("reveal_refuse", args=[reveal.pk]), {"reason": reason})


def text_of(response: Any) -> str:
    return response.content.decode()


def seen_by(email: str, found: Referral) -> str:
    return text_of(client_of(email).get(page_of(found)))


def knows(email: str, found: Referral) -> bool:
    page = seen_by(email, found)
    assert (NAME in page) == (PHONE in page) == (EMAIL in page)
    return NAME in page


def own_page(report: Report) -> str:
    client = Client()
    client.post(reverse("follow_enter"), {"number": report.number, "code": CODE})
    return text_of(client.get(reverse("follow_report")))


@pytest.mark.django_db
@pytest.mark.parametrize("second", ["teamleider@", "privacy@"])
def test_until_a_second_person_agrees_nothing_goes_and_then_that_partner_knows(
    police: Referral, second: str
) -> None:
    town = by_hand(police.case, "gemeente-lindestad")
    assert not knows(POLICE, police)
    reveal = asked(police)
    assert not knows(POLICE, police)

    assert decide(reveal, second).status_code == 302

    assert knows(POLICE, police)
    assert not knows(TOWN, town)
    kept = AuditEvent.objects.get(action="reveal.confirm")
    assert (kept.actor, kept.ground, kept.object_id) == (person(second), "vital", str(police.pk))
    lines = TimelineEntry.objects.filter(case=police.case, sort="revealed").order_by("pk")
    assert [line.by for line in lines] == [person("noord@"), person(second)]
    assert all("Vitaal belang" in line.text and NAME not in line.text for line in lines)
    assert SAID["motive"] not in seen_by(POLICE, police)


@pytest.mark.django_db
def test_the_name_is_on_no_page_of_those_who_decide(police: Referral) -> None:
    page = text_of(client_of("noord@").get(reverse("reveal_ask", args=[police.pk])))
    reveal = asked(police)

    pages = [page, text_of(client_of("noord@").get(reverse("reveal_ask", args=[police.pk])))]
    for email in ("teamleider@", "privacy@"):
        pages += [text_of(client_of(email).get(reverse("reveal_list")))]
        pages += [text_of(client_of(email).get(reverse("reveal_decide", args=[reveal.pk])))]
    assert not [one for one in pages if NAME in one or PHONE in one or EMAIL in one]
    assert SAID["motive"] in pages[-1] and report_of(police).number in pages[-2]


@pytest.mark.django_db
def test_the_reporter_reads_it_in_plain_words_and_gets_a_mail_without_content(police: Referral) -> None:
    mail.outbox.clear()
    decide(asked(police, ground="legal_duty"))
    page = own_page(report_of(police))

    assert "Wij hebben uw naam en contactgegevens gedeeld met de politie. Dat moest van de wet." in page
    assert "Lindestad-Noord" not in page and SAID["motive"] not in page
    for one in Notice.objects.all():
        outbox.send(work_id=one.pk, at=timezone.now())
    assert [one for one in mail.outbox if EMAIL in one.to]
    assert not [one for one in mail.outbox if "politie" in (one.subject + one.body).lower()]


@pytest.mark.django_db
def test_only_that_reporter_is_told(police: Referral) -> None:
    neighbour = file("DRU-GEB", place=at_home(8))
    Report.objects.filter(pk=neighbour.pk).update(case=police.case)
    reveal = Reveal.objects.create(
        referral=police, report=Report.objects.exclude(pk=neighbour.pk).get(case=police.case), ground="vital",
        motive="x", asked_at=timezone.now(), asked_by=person("noord@"),
    )  # fmt: skip

    decide(reveal)

    assert "gedeeld met de politie" not in own_page(neighbour)


@pytest.mark.django_db
def test_when_telling_is_dangerous_the_reporter_hears_nothing_and_the_privacy_officer_reads_why(
    police: Referral,
) -> None:
    reveal = asked(police)

    unsaid = decide(reveal, telling="dangerous")
    assert unsaid.status_code == 422 and "waarom het gevaarlijk is" in text_of(unsaid)
    both = decide(reveal, telling="tell", not_told_why="De partner leest mee.")
    assert both.status_code == 422 and "De partner leest mee." in text_of(both)
    assert not knows(POLICE, police)
    decide(reveal, telling="dangerous", not_told_why="De partner leest mee op de telefoon.")

    assert knows(POLICE, police)
    assert "gedeeld met" not in own_page(report_of(police))
    assert "De partner leest mee op de telefoon." in text_of(
        client_of("privacy@").get(reverse("reveal_list"))
    )
    assert "De partner leest mee op de telefoon." not in text_of(
        client_of("teamleider@").get(reverse("reveal_list"))
    )


@pytest.mark.django_db
def test_refusing_has_a_reason_and_nothing_goes(police: Referral) -> None:
    reveal = asked(police)

    assert refuse(reveal, reason=" ").status_code == 422
    assert refuse(reveal).status_code == 302

    assert not knows(POLICE, police)
    page = text_of(client_of("noord@").get(reverse("reveal_ask", args=[police.pk])))
    assert "Kan zonder naam." in page and "Afgewezen" in page
    assert "gedeeld met" not in own_page(report_of(police))
    assert asked(police).pk != reveal.pk  # and may be asked again


@pytest.mark.django_db
def test_who_asked_can_take_it_back_and_nobody_else(police: Referral) -> None:
    reveal = asked(police)
    address = reverse("reveal_take_back", args=[reveal.pk])

    assert client_of("noord2@").post(address).status_code == 404
    client_of("noord@").post(address)

    reveal.refresh_from_db()
    assert reveal.state == "refused"
    assert decide(reveal).status_code == 409
    assert not knows(POLICE, police)


@pytest.mark.django_db
def test_who_asked_or_holds_the_case_is_no_second_person(police: Referral) -> None:
    own = asked(police)
    Reveal.objects.filter(pk=own.pk).update(asked_by=person("teamleider@"))
    assert decide(own).status_code == 404
    with pytest.raises(revealing.NotRevealed, match="not_yours"):
        revealing.confirm(reveal=own, not_told_why="", by=person("teamleider@"), at=timezone.now())

    Reveal.objects.filter(pk=own.pk).update(asked_by=person("noord@"))
    Case.objects.filter(pk=police.case_id).update(holder=person("teamleider@"))
    assert decide(own).status_code == 404
    with pytest.raises(revealing.NotRevealed, match="not_yours"):
        revealing.confirm(reveal=own, not_told_why="", by=person("teamleider@"), at=timezone.now())
    assert not knows(POLICE, police)


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["noord2@", "teamleider-zuid@", "triage@", "beheer@", POLICE])
def test_nobody_else_is_one_either(police: Referral, email: str) -> None:
    reveal = asked(police)

    assert decide(reveal, email).status_code in (403, 404)
    assert refuse(reveal, email).status_code in (403, 404)
    with pytest.raises(revealing.NotRevealed, match="not_yours"):
        revealing.confirm(reveal=reveal, not_told_why="", by=person(email), at=timezone.now())


@pytest.mark.django_db
def test_a_protected_case_is_for_the_privacy_officer(police: Referral) -> None:
    reveal = asked(police)
    Case.objects.filter(pk=police.case_id).update(restricted=True)

    address = reverse("reveal_decide", args=[reveal.pk])
    assert client_of("teamleider@").get(address).status_code == 404
    assert address not in text_of(client_of("teamleider@").get(reverse("reveal_list")))
    assert client_of("privacy@").get(address).status_code == 200


@pytest.mark.django_db
def test_the_database_refuses_one_person_for_both(police: Referral) -> None:
    reveal = asked(police)

    with pytest.raises(IntegrityError, match="reveal_second_person"), transaction.atomic():
        Reveal.objects.filter(pk=reveal.pk).update(
            state="confirmed", decided_by=reveal.asked_by, decided_at=timezone.now(), told=True
        )


@pytest.mark.django_db
def test_of_an_anonymous_reporter_there_is_nothing_to_tell(association: None) -> None:
    found = by_hand(in_confidence(reporter=anonymous()), "politie-noord")

    page = text_of(client_of("noord@").get(reverse("reveal_ask", args=[found.pk])))
    answer = ask(found)

    assert f"Melding {report_of(found).number} is anoniem" in page and "Vraag een tweede persoon" not in page
    assert answer.status_code == 422 and SAID["motive"] in text_of(answer)
    assert not Reveal.objects.exists()


@pytest.mark.django_db
def test_who_reported_by_name_needs_no_reveal(association: None) -> None:
    found = by_hand(routed("DRU-GEB"), "politie-noord")

    assert ask(found).status_code == 422
    assert "geen melder die in vertrouwen meldde" in text_of(
        client_of("noord@").get(reverse("reveal_ask", args=[found.pk]))
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"ground": None}, "Kies een grond."),
        ({"ground": "covenant"}, "Kies een grond uit de lijst."),
        ({"ground": "interest"}, "Kies een grond uit de lijst."),
        ({"motive": " "}, "Schrijf waarom deze partner"),
        ({"report": None}, "Kies een melding."),
        ({"report": "M-0000-0000"}, "Kies een melding uit de lijst"),
    ],
)
def test_a_request_without_ground_or_motive_is_none(
    police: Referral, said: dict[str, Any], words: str
) -> None:
    answer = ask(police, **said)

    assert answer.status_code == 422 and words in text_of(answer)
    assert "motive" in said or SAID["motive"] in text_of(answer)
    assert not Reveal.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["handhaving-lindestad", "wijkteam-noord", "buurtbemiddeling-lindestad"])
def test_other_partners_never_know_it(police: Referral, code: str) -> None:
    Referral.objects.filter(case=police.case, partner__code=code).update(state=State.WITHDRAWN)
    found = by_hand(police.case, code)

    assert ask(found).status_code == 409
    Reveal.objects.create(  # whoever wrote it
        referral=found, report=report_of(found), ground="vital", motive="x", asked_at=timezone.now(),
        asked_by=person("noord@"), state="confirmed", decided_by=person("teamleider@"), decided_at=timezone.now(),
        told=True,
    )  # fmt: skip
    member = Partner.objects.get(code=code).memberships.select_related("user").first()
    assert member is not None and not knows(member.user.email, found)


@pytest.mark.django_db
def test_asked_twice_it_waits_once(police: Referral) -> None:
    asked(police)
    again = ask(police, client_of("noord2@"), motive="Ik vraag het ook.")
    assert again.status_code == 409 and "Ik vraag het ook." in text_of(again)


def _close(found: Referral) -> None:
    for one in found.case.referrals.filter(state__in=IN_QUEUE, partner__is_internal=False):
        withdrawing.withdraw(referral=one, reason="Klaar.", by=person("noord@"), at=timezone.now())
    reason = CloseReason.SOLVED
    casework.close(
        case=found.case, status=reason.status, reason=reason, message="Klaar.", by=person("noord@"), at=timezone.now()
    )  # fmt: skip


@pytest.mark.django_db
def test_a_request_that_nobody_decided_ends_with_its_case(police: Referral) -> None:
    reveal = asked(police)
    address = reverse("reveal_decide", args=[reveal.pk])
    assert address in text_of(client_of("teamleider@").get(reverse("reveal_list")))

    _close(police)

    assert address not in text_of(client_of("teamleider@").get(reverse("reveal_list")))
    for waiting in list(ending.waiting()):
        ending.end(work_id=waiting.pk, at=timezone.now())
    reveal.refresh_from_db()
    assert reveal.state == "lapsed"
    late = decide(reveal)
    assert late.status_code == 409 and "al beslist, of de vraag is vervallen" in text_of(late)


@pytest.mark.django_db
def test_withdrawn_before_it_was_decided_nobody_is_named(police: Referral) -> None:
    reveal = asked(police)
    withdrawing.withdraw(referral=police, reason="Klaar.", by=person("noord@"), at=timezone.now())

    late = decide(reveal, not_told_why="", telling="tell")

    assert late.status_code == 409
    assert "Bevestigd" not in text_of(late)
    reveal.refresh_from_db()
    assert reveal.state == "asked"


@pytest.mark.django_db
def test_access_that_ends_takes_the_name_along(police: Referral) -> None:
    decide(asked(police))
    assert knows(POLICE, police)

    MatrixCell.objects.update_or_create(profile="police", field="reporter", defaults={"shown": "never"})
    assert not knows(POLICE, police)
    MatrixCell.objects.all().delete()
    assert knows(POLICE, police)
    ReporterIdentity.objects.filter(report=report_of(police)).delete()
    assert not knows(POLICE, police)
    Case.objects.filter(pk=police.case_id).update(status="closed", closed_at=timezone.now() - days(31))
    assert client_of(POLICE).get(page_of(police)).status_code == 404


@pytest.mark.django_db
def test_a_partner_that_stopped_meanwhile_is_told_nothing(police: Referral) -> None:
    reveal = asked(police)
    Partner.objects.filter(pk=police.partner_id).update(active_to=date(2026, 1, 2))

    assert decide(reveal).status_code == 409


@pytest.mark.django_db
def test_who_decides_hears_that_the_reporter_is_afraid(police: Referral) -> None:
    reveal = asked(police)
    dialogue.say(report=report_of(police), sort="afraid", text="Ik ben bang.", at=timezone.now())

    page = text_of(client_of("privacy@").get(reverse("reveal_decide", args=[reveal.pk])))

    assert "bang te zijn dat anderen het weten" in page


@pytest.mark.django_db(transaction=True)
def test_of_two_who_decide_at_once_one_does(committed_association: None) -> None:
    police = by_hand(in_confidence(), "politie-noord")
    reveal = revealing.ask(
        referral=police, report=report_of(police), ground=Ground.VITAL, motive="x", by=person("noord@"),
        at=timezone.now(),
    )  # fmt: skip
    start, outcomes = threading.Barrier(2), []

    def act(email: str) -> None:
        try:
            who, found = person(email), Reveal.objects.select_related("referral").get(pk=reveal.pk)
            start.wait()
            if email == "privacy@":
                revealing.refuse(reveal=found, reason="Nee.", by=who, at=timezone.now())
            else:
                revealing.confirm(reveal=found, not_told_why="", by=who, at=timezone.now())
            outcomes.append("done")
        except revealing.NotRevealed as refusal:
            outcomes.append(refusal.why)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=[one]) for one in ("teamleider@", "privacy@")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["decided", "done"]


# Who learns that somebody asked


def mailed() -> list[str]:
    found = Notice.objects.filter(template="staff_second")
    return sorted(found.values_list("user__email", flat=True))


def may_decide_all(reveal: Reveal) -> list[str]:
    everybody = User.objects.filter(is_active=True)
    return sorted(
        one.email
        for one in everybody
        if may("reveal.decide", one)
        and Reveal.objects.for_(one, "reveal.decide").filter(pk=reveal.pk).exists()
    )


def test_who_may_decide_gets_one_mail_that_says_nothing_and_who_asked_gets_none(police: Referral) -> None:
    reveal = asked(police)

    assert person("teamleider@").email in mailed() and person("privacy@").email in mailed()
    assert mailed() == may_decide_all(reveal) and person("noord@").email not in mailed()
    notice = Notice.objects.get(template="staff_second", user=person("teamleider@"))
    outbox.send(work_id=notice.pk, at=timezone.now())
    sent = mail.outbox[-1]
    for word in (
        NAME,
        police.case.number,
        report_of(police).number,
        "melder",
        "noemen",
        "Politie",
        SAID["motive"],
    ):
        assert word not in f"{sent.subject} {sent.body}"


def test_a_lead_who_asks_or_holds_the_case_is_not_mailed(police: Referral) -> None:
    casework.take(case=police.case, by=person("teamleider@"), at=timezone.now())
    asked(police)

    assert person("teamleider@").email not in mailed() and person("privacy@").email in mailed()


def test_of_a_protected_case_nobody_is_mailed(police: Referral) -> None:
    Case.objects.filter(pk=police.case_id).update(restricted=True)
    revealing.ask(
        referral=Referral.objects.get(pk=police.pk), report=report_of(police), ground=Ground.VITAL, motive="Nodig.",
        by=person("noord@"), at=timezone.now(),
    )  # fmt: skip

    assert mailed() == []


def test_asking_twice_mails_once(police: Referral) -> None:
    asked(police)
    before = mailed()

    ask(police)

    assert mailed() == before


def test_the_menu_counts_a_lead_what_waits(police: Referral) -> None:
    def item() -> str:
        page = client_of("teamleider@").get(reverse("reveal_list")).content.decode()
        return page.split(f'href="{reverse("reveal_list")}"')[1].split("</a>")[0]

    before = item()
    reveal = asked(police)
    waiting = item()
    refuse(reveal)

    assert "portal-count" not in before and "portal-count" not in item()
    assert '<span class="portal-count">1</span>' in waiting
