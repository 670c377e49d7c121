"""Every address that can change a case, found in the URLs: what is done leaves as many lines as records; what is refused or
forged leaves neither, and no hidden field decides.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from incidents import acting
from incidents.act_table import TABLE as ACTS
from incidents.acts import Act
from incidents.models import Case, Report, TimelineEntry
from safetyportal.audit.models import AuditEvent
from tests.house.test_strangers import TABLE, Stage, set_stage
from tests.house.urls import walk
from tests.partners.partner_side import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]

# Acts of partners, and what staff do with them: in the log by these names.
SHARING = {
    "referral.release", "referral.refuse", "referral.withdraw", "referral.accept", "referral.decline", "referral.finish",
    "referral.ask", "referral.take_back", "question.answer", "referral.attach", "referral.unattach", "referral.deliver",
    "reveal.ask", "reveal.confirm", "reveal.refuse",
}  # fmt: skip
# A line of its own in the log and in the case, but not by an act on the case: a code on paper.
LETTERS = {"reporter.letter"}
# What the reporter reads besides, and what a mail or the portal adds by itself.
BESIDES = {TimelineEntry.Sort.MESSAGE, TimelineEntry.Sort.ROUTED, TimelineEntry.Sort.ALARM}
STATE = ("status", "restricted", "team_id", "merged_into_id", "closed_at", "number")
HOSTILE = "<script>alert(1)</script>{{ 7|add:7 }}=1+1"
FORGED = {
    "status": "closed", "restricted": "", "team": "1", "holder": "1", "by": "1", "at": "1999-01-01", "merged_into": "1",
    "act": "close", "to": "closed", "state": "in_force", "seen": "-1", "kind": "x", "level": "L9", "track": "x", "next":
    "https://example.nl/", "number": "Z-0000-0000", "case": "1", "version": "999", "party": "1", "text": HOSTILE,
    "reason": HOSTILE, "message": HOSTILE, "due_on": "31-02-2027", "ground": "x", "fields": "story",
}  # fmt: skip
PLAIN = {
    "text": "Gezien.", "reason": "Daarom.", "message": "Wij kijken ernaar.", "what": "Bellen.", "due_on_day": "1",
    "due_on": "2027-01-04", "act": "investigate", "band": "S3", "house_number": "6", "why": "Nodig.", "is_personal": "",
    "language": "tr", "ground": "interest", "ground_text": "Nodig.", "outcome": "kept", "sort": "near", "answer": "Ja.",
}  # fmt: skip


@pytest.fixture
def stage() -> Stage:
    return set_stage()


def addresses(stage: Stage) -> list[tuple[str, str]]:
    """What a member of staff or a partner may post to about a case of theirs."""
    rules = {one.name: one.callback for one in walk(get_resolver().url_patterns)}
    return [
        (name, reverse(name, kwargs=stage.urls[what]))
        for (name, method, what) in TABLE
        if method == "POST"
        and rules[name].__module__.partition(".")[0] in ("incidents", "partners")
        and set(stage.urls[what]) & {"number", "referral_id", "pk", "about"}
    ]


def traces() -> tuple[dict[str, list[Any]], dict[str, dict[str, Any]]]:
    lines: dict[str, list[Any]] = {}
    for entry in TimelineEntry.objects.exclude(sort__in=BESIDES).order_by("pk"):
        lines.setdefault(str(entry.case_id), []).append(entry.pk)
    cases = {str(one["pk"]): one for one in Case.objects.values("pk", *STATE)}
    return lines, cases


def _first(monkeypatch: pytest.MonkeyPatch, done: Callable[[int], None]) -> None:
    """Somebody else has the case in the moment between looking and locking."""
    locked, begin = acting.locked, acting.case_of

    def of_case(case: Case) -> Case:
        done(case.pk)
        return locked(case)

    def of_report(report: Report) -> Case:
        done(report.case_id)
        return begin(report)

    monkeypatch.setattr(acting, "locked", of_case)
    monkeypatch.setattr(acting, "case_of", of_report)


def _closed(case_id: int) -> None:
    Case.objects.filter(pk=case_id, closed_at=None).update(
        status="closed", closed_at=timezone.now(), close_reason="solved"
    )


def _merged(case_id: int) -> None:
    into = Case.objects.filter(closed_at=None).exclude(pk=case_id).order_by("-pk")[0]
    Case.objects.filter(pk=case_id, closed_at=None).update(
        status="merged", closed_at=timezone.now(), merged_into=into
    )


@pytest.mark.parametrize("done", [_closed, _merged], ids=["closed", "merged"])
def test_who_comes_second_is_told_and_never_gets_an_error(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, done: Callable[[int], None]
) -> None:
    client, wrong, beaten = client_of("noord@"), [], 0
    _first(monkeypatch, done)
    for name, address in addresses(stage):
        if name == "case_take":
            continue  # its update is its lock: tests/faults/test_thousand_takes.py
        with transaction.atomic():
            try:
                status, lines, records, acts, _changed = post(client, address, PLAIN)
            except Exception as error:
                wrong.append((name, repr(error)))
                transaction.set_rollback(True)
                continue
        beaten += status == 409
        if status >= 500 or lines != records:
            wrong.append((name, str(status), str(acts)))

    assert wrong == []
    assert beaten >= 3


def post(client: Client, address: str, data: dict[str, str]) -> tuple[int, int, int, list[str], bool]:
    """What came of it: the answer, lines, records; and whether what a form may never decide was changed."""
    with transaction.atomic():
        newest = AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        lines, cases = traces()
        answer = client.post(address, data)
        after, now = traces()
        done = list(AuditEvent.objects.filter(pk__gt=newest).order_by("pk").values_list("action", flat=True))
        acts = [one for one in done if _is_an_act(one)]
        new = sum(map(len, after.values())) - sum(map(len, lines.values()))
        changed = any(now[key] != cases[key] for key in cases)
        transaction.set_rollback(True)
    return answer.status_code, new, len(acts), acts, changed


def _is_an_act(action: str) -> bool:
    noun, _dot, verb = action.partition(".")
    if action in SHARING | LETTERS:
        return True
    return noun == "case" and verb in set(Act) and ACTS[Act(verb)].sort not in BESIDES


@pytest.mark.parametrize("who", ["noord@", "boa@"])
def test_each_post_leaves_as_many_lines_as_records_and_a_forged_one_leaves_neither(
    stage: Stage, who: str
) -> None:
    client, wrong, worked = client_of(who), [], set()
    for name, address in addresses(stage):
        for data in ({}, PLAIN, FORGED):
            status, lines, records, acts, changed = post(client, address, data)
            worked |= set(acts)
            refused = status >= 400
            if status >= 500 or lines != records or (refused and (lines or changed)):
                wrong.append((name, "forged" if data is FORGED else len(data), status, lines, acts, changed))
            if data is FORGED and changed and not acts:
                wrong.append((name, "forged", status, "changed without an act"))

    assert wrong == []
    if who == "boa@":
        assert worked == {"referral.take_back", "referral.decline", "referral.finish"}
    else:
        assert len(worked) > 12, worked
