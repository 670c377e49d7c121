"""Each pair of state and act: done with one line and one record, or refused without a trace."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from incidents.act_table import TABLE
from incidents.acting import Stale
from incidents.acts import Act, NotNow
from incidents.following import dialogue
from incidents.handling import casework
from incidents.joining import merging
from incidents.models import Case, TimelineEntry
from incidents.models.case import Band
from incidents.rules.workflow import NEXT, RESTING, CloseReason, Status
from safetyportal.audit.models import AuditEvent
from tests.incidents.doing import HOW
from tests.partners.partner_side import client_of
from tests.world import at_home, person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
Sort = TimelineEntry.Sort
# Done under an own name too: what the reporter reads with it.
BESIDES = {Sort.MESSAGE}
# What leaves the house leaves the line of its release as well.
ALONG = {Act.CONFIRM_SCALE: {Sort.RELEASED}}
# Only a case that took another in gives it back.
BEFORE = {Act.GIVE_BACK: ["case.receive"], Act.LET_IN: ["case.keep_out"]}


def case_in(status: Status, act: Act) -> Case:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    ended = status in RESTING
    if status == Status.MERGED:
        into = routed("GEL-MUZ", place=at_home(10), consent=False)
        merging.merge(cases=[case], into=into, reason="", message="", by=person("noord2@"), at=timezone.now())
        return Case.objects.get(pk=case.pk)
    Case.objects.filter(pk=case.pk).update(
        status=status,
        closed_at=timezone.now() if ended else None,
        close_reason=CloseReason.SOLVED if ended else "",
        holder=None if act == Act.TAKE else person("noord@"),
    )
    return Case.objects.get(pk=case.pk)


def traces(case: Case) -> list[tuple[str, str]]:
    return list(case.timeline.order_by("pk").values_list("pk", "sort"))


def records(case: Case) -> list[str]:
    found = AuditEvent.objects.filter(object_kind="case", object_id=str(case.pk))
    return list(found.order_by("pk").values_list("action", flat=True))


def test_every_act_is_tried() -> None:
    assert set(HOW) == set(Act) == set(TABLE)


@pytest.mark.parametrize("act", list(Act))
def test_an_act_in_each_state(act: Act) -> None:
    for status in Status:
        case, row = case_in(status, act), TABLE[act]
        lines, written = traces(case), records(case)
        if status in row.when:
            HOW[act](case, person("noord@"), timezone.now())
            new = [sort for _, sort in traces(case)[len(lines) :]]
            besides_own = [TABLE[Act(one.removeprefix("case."))].sort for one in BEFORE.get(act, [])]
            assert new.count(row.sort) == 1 + besides_own.count(row.sort), (act, status)
            besides = {TABLE[Act(one.removeprefix("case."))].sort for one in BEFORE.get(act, [])}
            besides |= ALONG.get(act, set())
            assert set(new) - {row.sort} - besides <= (BESIDES if row.tells else set()), (act, status)
            assert records(case)[len(written) :] == [*BEFORE.get(act, []), f"case.{act}"], (act, status)
            now = Status(Case.objects.get(pk=case.pk).status)
            assert now in row.to.get(status, {status}), (act, status)
        else:
            with pytest.raises(casework.AlreadyTaken if act == Act.TAKE else NotNow):
                HOW[act](case, person("noord@"), timezone.now())
            assert (traces(case), records(case)) == (lines, written), (act, status)
            assert Case.objects.get(pk=case.pk).status == status, (act, status)


@pytest.mark.parametrize("act", list(Act))
def test_no_act_leads_where_the_workflow_does_not(act: Act) -> None:
    for source, targets in TABLE[act].to.items():
        assert source in TABLE[act].when
        assert targets <= NEXT[source], (act, source)


def test_a_stale_page_is_told_who_did_what_and_overwrites_nothing() -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    newest = max(case.timeline.values_list("pk", flat=True))
    casework.override_severity(
        case=case, band=Band.S4, reason="Gevaarlijk.", by=person("noord2@"), at=timezone.now()
    )

    answer = client_of("noord@").post(
        reverse("case_severity", args=[case.number]), {"band": "S1", "reason": "Valt mee.", "seen": newest}
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert person("noord2@").name in page and "Ernst aangepast" in page and "Valt mee." in page
    assert Case.objects.get(pk=case.pk).severity_band == "S4"

    shown = max(case.timeline.values_list("pk", flat=True))
    again = client_of("noord@").post(
        reverse("case_severity", args=[case.number]), {"band": "S1", "reason": "Toch.", "seen": shown}
    )
    assert again.status_code == 302


def test_closing_minds_whatever_others_did_since() -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    newest = max(case.timeline.values_list("pk", flat=True))
    casework.note(case=case, text="Nog niet sluiten.", by=person("noord2@"), at=timezone.now())

    with pytest.raises(Stale):
        casework.close(
            case=case, status=Status.CLOSED, reason="solved", message="Klaar.", by=person("noord@"),
            at=timezone.now(), seen=newest,
        )  # fmt: skip

    assert Case.objects.get(pk=case.pk).is_open


@pytest.mark.parametrize("forged", ["close", "reopen", "take", "approach", "x" * 200, "", "{{7*7}}"])
def test_a_forged_act_is_refused(forged: str) -> None:
    """A case in triage cannot be moved to the approach at once, nor closed through the wrong door."""
    case = case_in(Status.TRIAGE, Act.NOTE)

    answer = client_of("noord@").post(reverse("case_advance", args=[case.number]), {"act": forged})

    assert answer.status_code == 422
    assert Case.objects.get(pk=case.pk).status == Status.TRIAGE


def test_a_personal_note_is_read_by_nobody_else() -> None:
    case = routed("GEL-MUZ", place=at_home(4), consent=False)
    client_of("noord@").post(
        reverse("case_note", args=[case.number]), {"text": "Alleen-ik-weet-dit", "is_personal": "on"}
    )

    page = reverse("case_page", args=[case.number])
    assert "Alleen-ik-weet-dit" in client_of("noord@").get(page).content.decode()
    assert "Alleen-ik-weet-dit" not in client_of("noord2@").get(page).content.decode()
    assert "Alleen-ik-weet-dit" not in client_of("teamleider@").get(page).content.decode()


def test_the_reporter_asks_to_reopen_and_staff_refuse() -> None:
    case = case_in(Status.INVESTIGATION, Act.NOTE)
    reason = CloseReason.NOT_OURS
    casework.close(
        case=case,
        status=reason.status,
        reason=reason,
        message="Klaar.",
        by=person("noord@"),
        at=timezone.now(),
    )
    dialogue.say(report=case.reports.get(), sort=Sort.REOPEN, text="Het gaat door.", at=timezone.now())
    assert Case.objects.get(pk=case.pk).status == Status.REOPEN_ASKED

    answer = client_of("noord@").post(
        reverse("case_refuse_reopening", args=[case.number]),
        {"reason": "Niets nieuws.", "message": "Bel de gemeente."},
    )

    case.refresh_from_db()
    assert answer.status_code == 302
    assert case.status == Status.NOT_TAKEN and case.closed_at is not None
    assert case.timeline.filter(sort=Sort.MESSAGE, text="Bel de gemeente.").exists()


def test_a_case_is_not_reopened_after_eight_weeks() -> None:
    case = case_in(Status.CLOSED, Act.REOPEN)
    Case.objects.filter(pk=case.pk).update(closed_at=timezone.now() - timedelta(weeks=9))

    answer = client_of("noord@").post(
        reverse("case_reopen", args=[case.number]), {"reason": "Weer.", "message": "Wij kijken."}
    )

    assert answer.status_code == 409
    assert "acht weken" in answer.content.decode() and "Weer." in answer.content.decode()
