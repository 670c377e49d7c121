"""How each act is done in the tests: the real verb, on a case of the demonstration street. A new act adds its line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from complexes.models import Complex
from incidents import acting
from incidents.acts import Act
from incidents.entry import mails
from incidents.entry.mail_reading import pasted
from incidents.escalation import ladder, tailoring
from incidents.escalation.ladder import Wanted
from incidents.following import dialogue
from incidents.handling import case_tasks, casework, changing, holding
from incidents.intake.filing import Place
from incidents.joining import merging, splitting
from incidents.models import (
    Case,
    CaseTask,
    Conflict,
    Hearing,
    Kind,
    LadderStep,
    Letter,
    PartyWord,
    Report,
    TimelineEntry,
)
from incidents.models.case import Band
from incidents.rules.answers import PlaceKind
from incidents.rules.ladder_levels import Level
from incidents.rules.workflow import RESTING, CloseReason
from incidents.sides import accused_letters, accused_words, hearings, letter_terms, parties, rights
from incidents.sides.parties import Known
from incidents.staffing import conflicts, on_call, teams
from incidents.writing import letters, translating
from partners.models import ScaleUp
from partners.scaling import scaling, scaling_back
from safetyportal.accounts.models import Team, User
from safetyportal.clock.deadlines import Name, open_deadline
from tests.incidents import parties as people
from tests.partners import scaling_up
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


def _acknowledge(case: Case, by: User, at: datetime) -> None:
    alert = on_call.to_raise(case=case, at=at)
    alert.save()
    on_call.acknowledge(alert=alert, by=by, at=at)


def _task(case: Case, by: User, at: datetime) -> CaseTask:
    """As it was put there while the case was open."""
    return CaseTask.objects.create(case=case, what="Bellen.", due_on=at.date(), made_by=by, made_at=at)


def _restrict(case: Case, by: User, at: datetime) -> None:
    rights.restrict(party=people.row(case, at), reason="Bezwaar.", by=by, at=at)


def _lift(case: Case, by: User, at: datetime) -> None:
    party = people.row(case, at, use_restricted_since=at)
    rights.lift_restriction(party=party, text="Wij gaan verder.", by=by, at=at)


def _answer(case: Case, by: User, at: datetime) -> None:
    party = people.row(case, at)
    accused_words.open_request(party=party, case=case, sort=PartyWord.Sort.OBJECTION, at=at)
    rights.answer(party=party, sort=PartyWord.Sort.OBJECTION, text="Wij zien het anders.", by=by, at=at)


def _look(case: Case, by: User, at: datetime) -> None:
    party = people.row(case, at)
    about = accused_words.said_about(party)
    open_deadline(
        subject_kind="case", subject_id=case.pk, name=Name.ANSWER_ACCUSED, about=about, due=at, at=at
    )
    rights.look(party=party, text="", by=by, at=at)


def _letter_with_code(case: Case, by: User, at: datetime) -> None:
    party = people.row(case, at, informed_at=at, told_kind=case.kind)
    accused_letters.write(party=party, by=by, at=at)


def _talk(case: Case, at: datetime, round: int = 1) -> Hearing:
    return people.talk_row(people.row(case, at), at, round)


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


def _confirm_step(case: Case, by: User, at: datetime) -> None:
    """Of a merged case it is done where the work goes on."""
    acting.begin(case=case, act=Act.CONFIRM_STEP)
    ladder.confirm(step=_proposed(case, at), by=by, at=at)


def _refuse_step(case: Case, by: User, at: datetime) -> None:
    acting.begin(case=case, act=Act.REFUSE_STEP)
    ladder.refuse(step=_proposed(case, at), reason="Nee.", by=by, at=at)


def _check_step(case: Case, by: User, at: datetime) -> None:
    """Of a merged case it is done where the work goes on."""
    acting.begin(case=case, act=Act.CHECK_STEP)
    ladder.check(step=_in_force(case, at), outcome="kept", text="Gebeld.", by=by, at=at)


def draft(**changes: object) -> tailoring.Draft:
    plain = tailoring.Draft(
        holder=person("noord@"), reporter_needs="Rust.", resident_needs="Hulp.", support="", enforcement="",
        deviation="", review_on=date(2027, 5, 12),
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


def _keep_out(case: Case, by: User, at: datetime) -> None:
    conflicts.state(person=person("noord2@"), sort=Conflict.Sort.NEAR, case=case, by=by, at=at)


def _let_in(case: Case, by: User, at: datetime) -> None:
    _keep_out(case, by, at)
    stated = Conflict.objects.get(case=case, person=person("noord2@"))
    conflicts.end(conflict=stated, why="Vergissing.", by=by, at=at)


def _change_team(case: Case, by: User, at: datetime) -> None:
    """The complex goes to another team, and this case with it."""
    acting.begin(case=case, act=Act.CHANGE_TEAM)
    other = Team.objects.exclude(pk=case.team_id).filter(is_fallback=False).first()
    assert case.complex is not None and other is not None
    teams.move_complex(place=case.complex, team=other, by=by, at=at)


def _add_mail(case: Case, by: User, at: datetime) -> None:
    held = mails.hold(mail=pasted("Het is weer raak."), by=by, client="desk", at=at)
    mails.add_to_case(case=case, held=held, by=by, at=at)


def _letter(case: Case, by: User, at: datetime) -> Letter:
    return Letter.objects.create(
        case=case, sort="other", to_name="M. de Vries", to_address="Laan 1", heading="Hallo", body="Hallo.",
        written_by=by, written_at=at,
    )  # fmt: skip


def _check_letter(case: Case, by: User, at: datetime) -> None:
    """Of a merged case it is done where the work goes on."""
    acting.begin(case=case, act=Act.CHECK_LETTER)
    letter = _letter(case, by, at)
    open_deadline(
        subject_kind="case", subject_id=case.pk, name=Name.CHECK, about=f"letter.{letter.pk}", due=at, at=at
    )
    letter_terms.check(letter=letter, text="Het is stil.", by=by, at=at)


def _confirm_scale(case: Case, by: User, at: datetime) -> None:
    """By somebody who leads the team and holds nothing; the state of the case is looked at first."""
    scale_up = scaling_up.row(case, at, "proposed")
    Case.objects.filter(pk=case.pk).update(holder=person("noord2@"))
    scaling_up.also_lead(by.email)
    scaling.confirm(scale_up=scale_up, by=User.objects.get(pk=by.pk), at=at)


def _refuse_scale(case: Case, by: User, at: datetime) -> None:
    """By who proposed it: that is somebody who may take it back."""
    scale_up = scaling_up.row(case, at, "proposed")
    ScaleUp.objects.filter(pk=scale_up.pk).update(made_by=by)
    scaling.refuse(scale_up=scale_up, reason="Nee.", by=by, at=at)


HOW: dict[Act, Doing] = {
    Act.ADD_TASK: lambda case, by, at: case_tasks.add(
        case=case, what="Bellen.", due_on=at.date(), owner=None, is_personal=False, by=by, at=at
    ),
    Act.FINISH_TASK: lambda case, by, at: case_tasks.finish(task=_task(case, by, at), by=by, at=at),
    Act.MOVE_TASK: lambda case, by, at: case_tasks.move(
        task=_task(case, by, at), due_on=at.date() + timedelta(days=3), reason="Ziek.", by=by, at=at
    ),
    Act.ACKNOWLEDGE: _acknowledge,
    Act.TAKE: lambda case, by, at: casework.take(case=case, by=by, at=at),
    Act.HAND_OVER: lambda case, by, at: holding.hand_over(
        case=case, to=person("noord2@"), reason="Vakantie.", by=by, at=at
    ),
    Act.NOTE: lambda case, by, at: casework.note(case=case, text="Gezien.", by=by, at=at),
    Act.ADD_MAIL: _add_mail,
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
    Act.CONFIRM_STEP: _confirm_step,
    Act.REFUSE_STEP: _refuse_step,
    Act.CHECK_STEP: _check_step,
    Act.PLAN: lambda case, by, at: tailoring.save_plan(case=case, draft=draft(), by=by, at=at),
    Act.REVIEW: lambda case, by, at: tailoring.review(
        case=case, text="Rustiger.", next_on=date(2027, 5, 12), by=by, at=at
    ),
    Act.JUDGE_HARASSMENT: lambda case, by, at: tailoring.judge_harassment(
        case=case, said={"repeated": True}, by=by, at=at
    ),
    Act.KEEP_OUT: _keep_out,
    Act.LET_IN: _let_in,
    Act.CHANGE_TEAM: _change_team,
    Act.REFUSE_REOPEN: lambda case, by, at: holding.refuse_reopening(
        case=case, reason="Niets nieuws.", message="Wij doen niets.", by=by, at=at
    ),
    Act.WRITE_LETTER: lambda case, by, at: letters.rewrite(
        letter=_letter(case, by, at),
        content=letters.Content("other", "M. de Vries", "Laan 1", "Hallo", "Dag."),
        version=1,
        by=by,
        at=at,
    ),
    Act.CHECK_LETTER: _check_letter,
    Act.SEND_LETTER: lambda case, by, at: letters.send(
        letter=_letter(case, by, at), paper=b"%PDF", version=1, by=by, at=at
    ),
    Act.TRANSLATE: lambda case, by, at: translating.translate(
        case=case, original=_report(case), language="nl", text="Er is lawaai.", by=by, at=at
    ),
    Act.SPEAK: lambda case, by, at: translating.write_down_language(
        report=_report(case), language="tr", needs_interpreter=True, by=by, at=at
    ),
    Act.ADD_PARTY: lambda case, by, at: parties.add(
        case=case, known=Known(role="witness", name="Tilly Traphal"), by=by, at=at
    ),
    Act.CHANGE_PARTY: lambda case, by, at: parties.change(
        party=people.row(case, at), known=Known(role="accused", name="W. Overlaat"), by=by, at=at
    ),
    Act.END_PARTY: lambda case, by, at: parties.end(
        party=people.row(case, at), reason="Vergissing.", by=by, at=at
    ),
    Act.INVITE: lambda case, by, at: people.invite(people.row(case, at), by=by, at=at),
    Act.HEAR: lambda case, by, at: people.hear(_talk(case, at), at=at),
    # The second time: after the first one somebody is invited once more, and the case goes on hearing.
    Act.NO_SHOW: lambda case, by, at: hearings.no_show(talk=_talk(case, at, 2), note="", by=by, at=at),
    Act.MOVE_HEARING: lambda case, by, at: hearings.move(
        talk=_talk(case, at), takes_place_at=at + timedelta(days=9), reason="Ziek.", by=by, at=at
    ),
    Act.CANCEL_HEARING: lambda case, by, at: hearings.cancel(
        talk=_talk(case, at), reason="Niet nodig.", by=by, at=at
    ),
    Act.INFORM: lambda case, by, at: rights.inform(
        party=people.row(case, at), told=rights.Told("brief", "", ""), by=by, at=at
    ),
    Act.DELAY_INFORM: lambda case, by, at: rights.delay_inform(
        party=people.row(case, at), until=at.date(), reason="Veiligheid.", by=by, at=at
    ),
    Act.LETTER_WITH_CODE: _letter_with_code,
    Act.STATEMENT: lambda case, by, at: rights.put_in_statement(
        party=people.row(case, at), text="Ik was weg.", by=by, at=at
    ),
    Act.OBJECTION: lambda case, by, at: rights.put_in_objection(
        party=people.row(case, at), text="Dit mag niet.", by=by, at=at
    ),
    Act.ANSWER_PARTY: _answer,
    Act.LOOK: _look,
    Act.RESTRICT: _restrict,
    Act.LIFT_RESTRICTION: _lift,
    Act.PROPOSE_SCALE: lambda case, by, at: scaling.propose(
        case=case, wanted=scaling_up.wanted(), by=by, at=at
    ),
    Act.CONFIRM_SCALE: _confirm_scale,
    Act.REFUSE_SCALE: _refuse_scale,
    Act.LOOK_SCALED: lambda case, by, at: scaling_back.look(
        scale_up=scaling_up.row(case, at), text="Loopt.", next_on=date(2027, 5, 12), by=by, at=at
    ),
    Act.SCALE_BACK: lambda case, by, at: scaling_back.back(
        scale_up=scaling_up.row(case, at), result="Klaar.", leads=by, by=by, at=at
    ),
}
