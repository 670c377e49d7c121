"""How each act is done in the tests: the real verb, on a case of the demonstration street. A new act adds its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from complexes.models import Complex
from incidents import (
    accused_letters,
    accused_words,
    casework,
    changing,
    dialogue,
    hearings,
    holding,
    parties,
    rights,
)
from incidents.acts import Act
from incidents.answers import PlaceKind
from incidents.filing import Place
from incidents.models import Case, Hearing, Kind, PartyWord, TimelineEntry
from incidents.models.case import Band
from incidents.parties import Known
from incidents.workflow import CloseReason
from safetyportal.accounts.models import User
from safetyportal.clock.deadlines import Name, open_deadline
from tests.incidents import parties as people
from tests.world import person

Doing = Callable[[Case, User, datetime], object]


def _settle(case: Case, by: User, at: datetime) -> None:
    """A reporter waits for an answer first, whatever the state."""
    report, sort = case.reports.get(), TimelineEntry.Sort.COMPLAINT
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
    open_deadline(subject_kind="case", subject_id=case.pk, name=Name.HEARING, about=about, due=at, at=at)
    rights.look(party=party, text="", by=by, at=at)


def _letter(case: Case, by: User, at: datetime) -> None:
    party = people.row(case, at, informed_at=at, told_kind=case.kind)
    accused_letters.write(party=party, by=by, at=at)


def _talk(case: Case, at: datetime, round: int = 1) -> Hearing:
    return people.talk_row(people.row(case, at), at, round)


HOW: dict[Act, Doing] = {
    Act.TAKE: lambda case, by, at: casework.take(case=case, by=by, at=at),
    Act.HAND_OVER: lambda case, by, at: holding.hand_over(
        case=case, to=person("noord2@"), reason="Vakantie.", by=by, at=at
    ),
    Act.NOTE: lambda case, by, at: casework.note(case=case, text="Gezien.", by=by, at=at),
    Act.CONTACT: lambda case, by, at: casework.log_contact(case=case, text="Gebeld.", by=by, at=at),
    Act.MESSAGE: lambda case, by, at: casework.send_message(case=case, text="Wij komen.", by=by, at=at),
    Act.ASK: lambda case, by, at: dialogue.ask(report=case.reports.get(), text="Hoe laat?", by=by, at=at),
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
    Act.REFUSE_REOPEN: lambda case, by, at: holding.refuse_reopening(
        case=case, reason="Niets nieuws.", message="Wij doen niets.", by=by, at=at
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
    Act.LETTER_WITH_CODE: _letter,
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
}
