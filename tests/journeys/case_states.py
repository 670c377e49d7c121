"""One case in each state a caretaker may meet, made by the real verbs in the portal that runs: `manage.py shell` calls make()."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from incidents.escalation import ladder, tailoring
from incidents.following import dialogue
from incidents.handling import case_tasks, casework
from incidents.joining import merging
from incidents.models import Case, IndexOrder, PartyWord, RoutingOrder, TimelineEntry
from incidents.rules.workflow import Status
from incidents.sides import accused_words
from incidents.staffing import on_call
from incidents.writing import letters, translating
from partners.at_work import asking
from partners.routing.routing import route_report
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from tests.incidents.doing import draft, wanted
from tests.incidents.parties import accused, hear, invite
from tests.world import at_home, file, in_stairwell, person, referral

STORY = "Znowu głośna muzyka i krzyki na klatce schodowej, prawie każdej nocy."


def make() -> None:
    """Print the numbers as JSON, by state."""
    by, now = person("noord@"), timezone.now()
    made = {
        "new": _noise(4),
        "triage": _alerted(_routed("DRU-GEB", place=in_stairwell(34)), now),
        "approach": _approach(by, now),
        "partner": _with_partner(by, now),
        "waiting": _waiting(by, now),
        "closed": _closed(_noise(12), by, now),
        "reopen asked": _reopen_asked(by, now),
        "merged": _merged(by, now),
        "restricted": _routed("AGR-HUIS", place=at_home(14)),
    }
    print(json.dumps({state: case.number for state, case in made.items()}))


def _routed(kind: str, **changes: Any) -> Case:
    """The worker of this portal may be first; then we wait for it."""
    report = file(kind, **changes)
    order = RoutingOrder.objects.get(report=report, round=1)
    done = RoutingOrder.objects.filter(pk=order.pk).exclude(done_at=None)
    _until(
        lambda: route_report(work_id=order.pk, at=timezone.now()) is not None or done.exists(),
        "nobody routes",
    )
    return Case.objects.get(pk=report.case_id)


def _until(holds: Callable[[], bool], otherwise: str) -> None:
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until, otherwise
        time.sleep(0.1)


def _noise(number: int, **changes: Any) -> Case:
    return _routed("GEL-MUZ", place=at_home(number), consent=False, **changes)


def _taken(case: Case, by: User, now: datetime) -> Case:
    casework.take(case=case, by=by, at=now)
    return Case.objects.get(pk=case.pk)


def _alerted(case: Case, now: datetime) -> Case:
    on_call.to_raise(case=case, at=now).save()
    return case


def _approach(by: User, now: datetime) -> Case:
    """All that can stand in a case: both sides, a step for a second person, a plan, a letter, tasks, another language."""
    case = _taken(_noise(6, language="pl", story=STORY), by, now)
    report = case.reports.get()
    translating.write_down_language(report=report, language="pl", needs_interpreter=True, by=by, at=now)
    dialogue.say(report=report, sort=TimelineEntry.Sort.COMPLAINT, text="Nikt nie oddzwania.", at=now)
    said = TimelineEntry.objects.get(report=report, sort=TimelineEntry.Sort.COMPLAINT)
    for original, text in ((report, "Weer harde muziek op de trap."), (said, "Niemand belt terug.")):
        translating.translate(case=case, original=original, language="nl", text=text, by=by, at=now)
    party = accused(case, needs_interpreter=True, language="tr")
    hear(invite(party))
    for sort in (PartyWord.Sort.STATEMENT, PartyWord.Sort.OBJECTION):
        accused_words.say(party=party, sort=sort, text="Het was een verjaardag.", at=now)
    check = replace(wanted("L2"), check_on=local_day(now))
    ladder.set_step(case=case, wanted=check, by=by, at=now)
    ladder.set_step(case=case, wanted=wanted("P4"), by=person("noord2@"), at=now)
    tailoring.save_plan(case=case, draft=draft(review_on=local_day(now) + timedelta(days=20)), by=by, at=now)
    for owner, what in (
        (None, "Bel de wijkagent over de overlast in de nacht."),
        (by, "Mail de huismeester."),
    ):
        case_tasks.add(
            case=case, what=what, due_on=local_day(now), owner=owner, is_personal=False, by=by, at=now
        )
    content = letters.Content("other", "M. de Vries", "Laan 1", "Over de overlast", "Wij horen u graag.")
    letters.write(case=case, content=content, text=None, by=by, at=now)
    return case


def _with_partner(by: User, now: datetime) -> Case:
    case = _taken(_routed("DRU-GEB", place=in_stairwell(66)), by, now)
    asking.ask(referral=referral(case, "BOA"), text="Op welke verdieping is het?", by=person("boa@"), at=now)
    return case


def _waiting(by: User, now: datetime) -> Case:
    case = _taken(_noise(10), by, now)
    dialogue.ask(report=case.reports.get(), text="Hoe laat begint het meestal?", by=by, at=now)
    return case


def _closed(case: Case, by: User, now: datetime) -> Case:
    case = _taken(case, by, now)
    casework.close(case=case, status=Status.CLOSED, reason="solved", message="Klaar.", by=by, at=now)
    return case


def _reopen_asked(by: User, now: datetime) -> Case:
    case = _closed(_noise(8), by, now)
    dialogue.say(
        report=case.reports.get(), sort=TimelineEntry.Sort.REOPEN, text="Het is weer begonnen.", at=now
    )
    return case


def _merged(by: User, now: datetime) -> Case:
    case, into = _noise(16), _taken(_noise(2), by, now)
    _until(lambda: not IndexOrder.objects.exists(), "nobody keeps the search up")
    merging.merge(cases=[case], into=into, reason="Eén feest.", message="", by=by, at=now)
    return case
