"""Cases of which everything there can be is there, at the place and of the kind of the case that a reader may open: so that
each list, suggestion and count would have them, were they not out of scope.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from incidents.evidence import masking
from incidents.following import code_letters, dialogue
from incidents.models import (
    Case,
    CaseTask,
    Conflict,
    Draft,
    DutyAlert,
    DutyCall,
    Ending,
    Evidence,
    HarassmentCheck,
    LadderStep,
    Letter,
    Party,
    PartyWord,
    Plan,
    Report,
    ReporterLink,
    ReportMove,
    SpokenLanguage,
    TimelineEntry,
    Translation,
    VirusScan,
)
from incidents.models.letter import LetterPaper
from incidents.search.indexing import index
from incidents.sides import accused_letters
from partners.models import Attachment, CutOff, Partner, Question, Referral, Reveal, SharedLine
from partners.models.referral_words import State
from safetyportal.accounts.models import User
from safetyportal.clock.deadlines import Name, open_deadline
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from tests.incidents import parties as people
from tests.incidents.evidence.sending import sent_photo
from tests.incidents.signal_giving import given_signal
from tests.partners import scaling_up
from tests.world import days, file, person, route

KIND = "DRU-GEB"


def everything(*, by: User, partner: str, of: User, photo: bool) -> Case:
    """A case with at least one row in each table that can hang on one. `of`: who had to do with it, and may no longer."""
    now = timezone.now()
    report = file(KIND)
    route(report)
    case = Case.objects.get(pk=report.case_id)
    sent = _by_the_reporter(report, by, photo)
    _the_other_side(case, report, by)
    _steps(case, by, of)
    _sharing(case, by, partner)
    _revealed(case, by)
    if sent is not None:
        _attached(case, sent, by)
    signal = given_signal("noord2@")
    # Over: a signal is for whoever works at that place, whatever became of it (incidents.models.signal).
    type(signal).objects.filter(pk=signal.pk).update(
        state="case", case=case, looked_by=by, looked_at=now, at=now - days(2), expires_at=now - days(1)
    )
    alert = DutyAlert.objects.create(case=case, raised_at=now, next_at=now)
    DutyCall.objects.create(alert=alert, user=by, called_at=now, ends_at=now + days(1))
    raise_alarm(code=Alarm.Code.NO_RULE, subject=case.number, at=now)
    Ending.objects.create(case=case, at=now, next_at=now + days(1))
    for person_of, ended in ((person("centrum@"), {}), (person("zuid2@"), _ended(by))):
        Conflict.objects.create(
            case=case, person=person_of, sort="near", stated_by=by, stated_at=now, **ended
        )
    return case


def _ended(by: User) -> dict[str, Any]:
    return {"ended_at": timezone.now(), "ended_by": by, "ended_why": "Vergissing."}


def _by_the_reporter(report: Report, by: User, photo: bool) -> Evidence | None:
    now = timezone.now()
    sent = sent_photo(report) if photo else None
    if sent is not None:
        VirusScan.objects.create(evidence=sent, asked_at=now, next_at=now, done_at=now, infected=False)
    dialogue.say(report=report, sort="complaint", text="Te lang.", at=now)
    dialogue.say(report=report, sort="again", text="Weer muziek.", at=now)
    dialogue.ask(report=report, text="Hoe laat?", by=by, at=now)
    Draft.objects.create(report=report, created_at=now, changed_at=now, receipt_code="x")
    ReporterLink.objects.create(
        report=report, purpose="enter", token_hash=report.number, made_at=now, expires_at=now + days(1)
    )
    code_letters.CodeLetter.objects.create(report=report, by=by, made_at=now, code="x")
    SpokenLanguage.objects.create(report=report, language="tr", needs_interpreter=True, by=by, at=now)
    Translation.objects.create(report=report, language="nl", text="x", by=by, at=now)
    return sent


def _the_other_side(case: Case, report: Report, by: User) -> None:
    now = timezone.now()
    party = people.row(
        case, now, informed_at=now, told_kind=case.kind, told_text="x", told_rule="x", phone="x", email="x"
    )
    accused_letters.write(party=party, by=by, at=now)
    people.talk_row(party, now)
    entry = TimelineEntry.objects.create(
        case=case, sort="statement", at=now, by_label="x", text="x", visibility="team"
    )
    PartyWord.objects.create(entry=entry, party=party, sort="statement")
    Party.objects.create(case=case, role="witness", name="x", added_by=by, added_at=now, home=party.home)
    for sent in ({}, {"sent_by": by, "sent_at": now}):
        letter = Letter.objects.create(
            case=case, sort="other", to_name="x", to_address="x", heading="x", body="x", language="tr",
            explanation="x", written_by=by, written_at=now, **sent,
        )  # fmt: skip
    LetterPaper.objects.create(letter=letter, pdf="x", sha256="x")
    before = Case.objects.exclude(pk=case.pk).order_by("pk")[0]
    ReportMove.objects.create(report=report, from_case=before, to_case=case, sort="merge", at=now, by=by)


def _steps(case: Case, by: User, of: User) -> None:
    now = timezone.now()
    today = timezone.localdate()
    decided = {"decided_by": by, "decided_at": now}
    checked = {"outcome": "kept", "outcome_text": "x", "checked_by": by, "checked_at": now}
    for level, climbs, state, said in (
        ("P4", 4, "proposed", {}),
        ("L2", 1, "in_force", {**decided, "check_on": today}),
        ("L2", 1, "in_force", {**decided, **checked, "check_on": today}),
        ("P4", 4, "refused", {**decided, "decided_by": person("teamleider@"), "refusal": "x"}),
    ):
        LadderStep.objects.create(
            case=case, track="civil" if level == "L2" else "public", level=level, climbs=climbs, state=state,
            ground="other", reason="x", made_by=by, made_at=now - timedelta(hours=1), **said,
        )  # fmt: skip
    Plan.objects.create(
        case=case,
        version=1,
        holder=of,
        reporter_needs="x",
        resident_needs="x",
        review_on=today,
        made_by=by,
        made_at=now,
    )
    HarassmentCheck.objects.create(case=case, repeated=True, by=by, at=now)
    for personal in (True, False):
        CaseTask.objects.create(
            case=case, what="x", due_on=today, owner=of, is_personal=personal, made_by=of, made_at=now
        )
    late = now - days(2)
    # As the pages that lead there read it.
    about = {
        Name.HEARING: case.parties.order_by("pk")[0].pk,
        Name.REPORTER_ASKS: f"complaint.{case.reports.get().number}",
    }
    for name, bars in (
        (Name.HEARING, False),
        (Name.REVIEW, False),
        (Name.PARTNER_ANSWER, True),
        (Name.REPORTER_ASKS, False),
    ):
        open_deadline(
            subject_kind="case", subject_id=case.pk, name=name, about=about.get(name, ""), due=late, at=late, owner=of,
            bars_closing=bars,
        )  # fmt: skip
    Case.objects.filter(pk=case.pk).update(holder=of, mark_child=True, about_home=people.home(6))


def _sharing(case: Case, by: User, partner: str) -> None:
    """With one partner alone, whatever the rules said; another one had it."""
    now = timezone.now()
    Referral.objects.filter(case=case).delete()
    out = {"released_at": now, "released_by": by, "due_at": now - days(1), "ground": "interest"}
    for code, state, said in (
        (partner, State.ASKED, {"answered_by": by, "answered_at": now}),
        ("handhaving-lindestad", State.WITHDRAWN, {}),
        ("gemeente-vaartdorp", State.PROPOSED, {"released_at": None, "released_by": None}),
    ):
        referral = Referral.objects.create(
            case=case,
            partner=Partner.objects.get(code=code),
            mode="H",
            state=state,
            created_at=now,
            **{**out, **said},
        )
        Question.objects.create(
            referral=referral,
            text="x",
            asked_at=now,
            asked_by=by,
            answer="x",
            answered_by=by,
            answered_at=now,
        )
        if state == State.ASKED:
            CutOff.objects.create(referral=referral, why="retired", at=now)
            scaling_up.row(case, now, "proposed", partner=referral.partner, made_by=by)
            scaling_up.row(case, now, "refused", made_by=by, refusal="x")
            scaling_up.row(case, now, "back", made_by=by, leads_again=by, referral=referral)
            line = case.timeline.filter(sort="again").order_by("pk").first()
            SharedLine.objects.create(referral=referral, entry=line, text="x") if line else None
            Question.objects.create(referral=referral, text="x", asked_at=now, asked_by=by)


def _revealed(case: Case, by: User) -> None:
    """Asked, refused, and named without a word to the reporter."""
    now, with_it, report = timezone.now(), case.referrals.get(state=State.ASKED), case.reports.get()
    asked = {"referral": with_it, "ground": "vital", "motive": "x", "asked_at": now}
    decided = {"decided_at": now, "decided_by": by}
    Reveal.objects.create(**asked, report=report, asked_by=by)
    Reveal.objects.create(**asked, report=report, asked_by=by, state="refused", refusal="x", **decided)
    had = case.referrals.get(state=State.WITHDRAWN)
    Reveal.objects.create(
        **{**asked, "referral": had}, report=report, asked_by=person("noord@"), state="confirmed", told=False,
        not_told_why="x", **{**decided, "decided_by": person("teamleider@")},
    )  # fmt: skip


def _attached(case: Case, sent: Evidence, by: User) -> None:
    """With the partner that has it, one file; and one that was taken away."""
    now = timezone.now()
    with_it = case.referrals.get(state=State.ASKED)
    filled = masking.Filled(b"x", b"x")
    masked = masking.keep(evidence=sent, cells=frozenset({1}), made=filled, by=by, at=now)
    for ended in ({}, {"ended_at": now, "ended_by": by}):
        Attachment.objects.create(
            referral=with_it, evidence=sent, masked=None if ended else masked, caption="x", ground="interest",
            ground_text="x", given_at=now, given_by=by, **ended,
        )  # fmt: skip


def found_by_its_words(case: Case) -> None:
    index(work_id=case.pk, at=timezone.now())
