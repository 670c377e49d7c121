"""How each act is done in the tests: the real verb, on a case of the demonstration street. A new act adds its line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from complexes.models import Complex
from incidents import acting, casework, changing, dialogue, holding, ladder, merging, splitting, tailoring
from incidents.acts import Act
from incidents.answers import PlaceKind
from incidents.filing import Place
from incidents.ladder import Wanted
from incidents.ladder_levels import Level
from incidents.models import Case, Kind, LadderStep, Report, TimelineEntry
from incidents.models.case import Band
from incidents.workflow import RESTING, CloseReason
from safetyportal.accounts.models import User
from safetyportal.clock.deadlines import Name, open_deadline
from tests.world import at_home, file, person, routed

Doing = Callable[[Case, User, datetime], object]


def _report(case: Case) -> Report:
    """A report of the case, as a page has it that was opened before the case was merged."""
    found = case.reports.first() or Report.objects.get(moves__from_case=case)
    found.case = case
    return found


def _settle(case: Case, by: User, at: datetime) -> None:
    """A reporter waits for an answer first, whatever the state."""
    report, sort = _report(case), TimelineEntry.Sort.COMPLAINT
    open_deadline(
        subject_kind="case",
        subject_id=case.pk,
        name=Name.REPORTER_ASKS,
        about=dialogue.about(sort, report),
        due=at,
        at=at,
    )
    dialogue.settle(report=report, sort=sort, text="Wij hebben gebeld.", by=by, at=at)


def _elsewhere(case: Case) -> Place:
    return Place(PlaceKind.SPACE, Complex.objects.exclude(pk=case.complex_id).select_related("team")[0])


def _close(case: Case, by: User, at: datetime) -> None:
    reason = CloseReason.SOLVED
    casework.close(case=case, status=reason.status, reason=reason, message="Klaar.", by=by, at=at)


def _other() -> Case:
    return routed("GEL-MUZ", place=at_home(6), consent=False)


def _merge(case: Case, by: User, at: datetime) -> None:
    merging.merge(cases=[case], into=_other(), reason="Eén probleem.", message="Samen.", by=by, at=at)


def _receive(case: Case, by: User, at: datetime) -> None:
    merging.merge(cases=[_other()], into=case, reason="Eén probleem.", message="", by=by, at=at)


def _unmerge(case: Case, by: User, at: datetime) -> None:
    merging.unmerge(case=case, reason="Toch niet.", by=by, at=at)


def _give_back(case: Case, by: User, at: datetime) -> None:
    """Another case goes out of this one, whatever state this one came in meanwhile."""
    if case.status in RESTING:
        acting.begin(case=case, act=Act.GIVE_BACK)
    other = _other()
    status = case.status
    merging.merge(cases=[other], into=case, reason="Eén probleem.", message="", by=by, at=at)
    Case.objects.filter(pk=case.pk).update(status=status)
    merging.unmerge(case=Case.objects.get(pk=other.pk), reason="Toch niet.", by=by, at=at)


def _split(case: Case, by: User, at: datetime) -> None:
    report = file("GEL-MUZ", place=at_home(8))
    Report.objects.filter(pk=report.pk).update(case=case)
    splitting.split(case=case, reports=[report], reason="Iets anders.", by=by, at=at)


def wanted(level: str = "L2", **changes: object) -> Wanted:
    plain = Wanted(
        level=Level(level), ground="agreement", reason="Het houdt niet op.", agreed="Na tien uur stil.",
        house_rule="", check_on=None,
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def _step(case: Case, by: User, at: datetime, level: str = "L2") -> LadderStep:
    return ladder.set_step(case=case, wanted=wanted(level), by=by, at=at)


def _proposed(case: Case, at: datetime) -> LadderStep:
    """Of an hour ago, whatever the state now."""
    return LadderStep.objects.create(
        case=case, track="public", level="P4", climbs=4, state="proposed", ground="nuisance_act", reason="Ernstig.",
        made_by=person("noord2@"), made_at=at - timedelta(hours=1),
    )  # fmt: skip


def _in_force(case: Case, at: datetime) -> LadderStep:
    return LadderStep.objects.create(
        case=case, track="civil", level="L2", climbs=1, state="in_force", ground="agreement", reason="Gesproken.",
        made_by=person("noord2@"), made_at=at, decided_by=person("noord2@"), decided_at=at,
    )  # fmt: skip


def draft(**changes: object) -> tailoring.Draft:
    plain = tailoring.Draft(
        holder=person("noord@"), reporter_needs="Rust.", resident_needs="Hulp.", support="", enforcement="",
        deviation="", review_on=date(2027, 5, 12),
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


HOW: dict[Act, Doing] = {
    Act.TAKE: lambda case, by, at: casework.take(case=case, by=by, at=at),
    Act.HAND_OVER: lambda case, by, at: holding.hand_over(
        case=case, to=person("noord2@"), reason="Vakantie.", by=by, at=at
    ),
    Act.NOTE: lambda case, by, at: casework.note(case=case, text="Gezien.", by=by, at=at),
    Act.CONTACT: lambda case, by, at: casework.log_contact(case=case, text="Gebeld.", by=by, at=at),
    Act.MESSAGE: lambda case, by, at: casework.send_message(case=case, text="Wij komen.", by=by, at=at),
    Act.ASK: lambda case, by, at: dialogue.ask(report=_report(case), text="Hoe laat?", by=by, at=at),
    Act.SETTLE: _settle,
    Act.MARK: lambda case, by, at: casework.mark(case=case, marks={"mark_child": True}, by=by, at=at),
    Act.NAME_HOME: lambda case, by, at: casework.name_home(case=case, home=None, by=by, at=at),
    Act.OVERRIDE: lambda case, by, at: casework.override_severity(
        case=case, band=Band.S3, reason="Erger.", by=by, at=at
    ),
    Act.CHANGE_KIND: lambda case, by, at: changing.change_kind(
        case=case, kind=Kind.objects.get(code="GEL-NACHT"), reason="Nacht.", by=by, at=at
    ),
    Act.CHANGE_PLACE: lambda case, by, at: changing.change_place(
        case=case, place=_elsewhere(case), reason="Daar.", by=by, at=at
    ),
    Act.INVESTIGATE: lambda case, by, at: casework.advance(
        case=case, act=Act.INVESTIGATE, text="", by=by, at=at
    ),
    Act.APPROACH: lambda case, by, at: casework.advance(case=case, act=Act.APPROACH, text="", by=by, at=at),
    Act.MONITOR: lambda case, by, at: casework.advance(case=case, act=Act.MONITOR, text="", by=by, at=at),
    Act.CLOSE: _close,
    Act.REOPEN: lambda case, by, at: holding.reopen(
        case=case, reason="Weer.", message="Wij kijken.", by=by, at=at
    ),
    Act.MERGE: _merge,
    Act.RECEIVE: _receive,
    Act.UNMERGE: _unmerge,
    Act.GIVE_BACK: _give_back,
    Act.SPLIT: _split,
    Act.TAKE_STEP: _step,
    Act.PROPOSE_STEP: lambda case, by, at: _step(case, by, at, level="P4"),
    Act.CONFIRM_STEP: lambda case, by, at: ladder.confirm(step=_proposed(case, at), by=by, at=at),
    Act.REFUSE_STEP: lambda case, by, at: ladder.refuse(
        step=_proposed(case, at), reason="Nee.", by=by, at=at
    ),
    Act.CHECK_STEP: lambda case, by, at: ladder.check(
        step=_in_force(case, at), outcome="kept", text="Gebeld.", by=by, at=at
    ),
    Act.PLAN: lambda case, by, at: tailoring.save_plan(case=case, draft=draft(), by=by, at=at),
    Act.REVIEW: lambda case, by, at: tailoring.review(
        case=case, text="Rustiger.", next_on=date(2027, 5, 12), by=by, at=at
    ),
    Act.JUDGE_HARASSMENT: lambda case, by, at: tailoring.judge_harassment(
        case=case, said={"repeated": True}, by=by, at=at
    ),
    Act.REFUSE_REOPEN: lambda case, by, at: holding.refuse_reopening(
        case=case, reason="Niets nieuws.", message="Wij doen niets.", by=by, at=at
    ),
}
