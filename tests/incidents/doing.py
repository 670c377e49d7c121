"""How each act is done in the tests: the real verb, on a case of the demonstration street. A new act adds its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from complexes.models import Complex
from incidents import casework, changing, dialogue, holding, letters, translating
from incidents.acts import Act
from incidents.answers import PlaceKind
from incidents.filing import Place
from incidents.models import Case, Kind, Letter, TimelineEntry
from incidents.models.case import Band
from incidents.workflow import CloseReason
from safetyportal.accounts.models import User
from safetyportal.clock.deadlines import Name, open_deadline
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


def _letter(case: Case, by: User, at: datetime) -> Letter:
    return Letter.objects.create(
        case=case, sort="other", to_name="M. de Vries", to_address="Laan 1", heading="Hallo", body="Hallo.",
        written_by=by, written_at=at,
    )  # fmt: skip


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
    Act.WRITE_LETTER: lambda case, by, at: letters.rewrite(
        letter=_letter(case, by, at),
        content=letters.Content("other", "M. de Vries", "Laan 1", "Hallo", "Dag."),
        version=1,
        by=by,
        at=at,
    ),
    Act.SEND_LETTER: lambda case, by, at: letters.send(
        letter=_letter(case, by, at), paper=b"%PDF", version=1, by=by, at=at
    ),
    Act.TRANSLATE: lambda case, by, at: translating.translate(
        case=case, original=case.reports.get(), language="nl", text="Er is lawaai.", by=by, at=at
    ),
    Act.SPEAK: lambda case, by, at: translating.write_down_language(
        report=case.reports.get(), language="tr", needs_interpreter=True, by=by, at=at
    ),
}
