"""The work lists of the inbox: each by its code in the address, what it holds, and in which order it begins.

What a list holds is said here and nowhere else. A list gets the cases that its reader may see and only narrows them. Most are
few among many cases, so they start from what waits (a term, a referral, a question) and look its case up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import BigIntegerField, Exists, OuterRef
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.models import Letter, RoutingOrder
from incidents.models.case import BY_KEY, LIVE, NEVER, CaseQuerySet, next_term, silent_since
from incidents.rules.workflow import Status
from incidents.sides.both_sides import COUNTS_FOR, still_to_hear
from partners.alarms import ABOUT_A_CASE
from partners.defaults.default_types import TRIAGE
from partners.models import CutOff, Partner, Question, Referral, ScaleUp
from partners.models.referral_words import IN_QUEUE, State
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.clock.calendar import local_day, start_of_day, working_days_back
from safetyportal.clock.models import Deadline
from safetyportal.clock.models.deadline import DeadlineQuerySet, Name
from safetyportal.desk.keyset import IsAmong, Order
from safetyportal.desk.orders import BY_SILENCE, BY_TERM, BY_URGENCY
from safetyportal.notices.models import Alarm
from safetyportal.people.absence import covered_by

SILENT_AFTER = 10  # working days without a word from us to the reporter
Found = CaseQuerySet


def mine(cases: Found, actor: User, at: datetime) -> Found:
    """What this person has to do: what they hold, and what colleagues hold whom they stand in for today."""
    return cases.filter(holder__in={actor.pk, *covered_by(actor, at)})


def of_team(cases: Found, actor: User) -> Found:
    """Also for who sees all teams: those they work for."""
    return cases.filter(team__in=actor.teams_as(frozenset({Role.HANDLER, Role.LEAD})))


def _new(cases: Found, at: datetime) -> Found:
    return cases.open().filter(status__in=(Status.RECEIVED, Status.TRIAGE), holder=None)


def _due_before(cases: Found, moment: datetime) -> Found:
    # Closed cases too, where the reporter waits for an answer. The words of the index serve it.
    return cases.filter(LIVE).alias(first_term=next_term()).filter(first_term__lt=moment)


def _late(cases: Found, at: datetime) -> Found:
    return _due_before(cases, at)


def _today(cases: Found, at: datetime) -> Found:
    return _due_before(cases, _midnight(at))


def _partner_late(cases: Found, at: datetime) -> Found:
    """Partners outside; an own desk that is late has its own list."""
    late = _terms(Name.PARTNER_ANSWER).late(at).filter(bars_closing=True)
    return cases.open().filter(BY_KEY, _cases_of(late))


def _silent(cases: Found, at: datetime) -> Found:
    return cases.open().alias(quiet=silent_since()).filter(quiet__lt=_quiet_since(at))


def _hearing_missing(cases: Found, at: datetime) -> Found:
    """The other side should have been heard: its term is over, or we act already and not everybody was heard."""
    late = _terms(Name.HEARING).late(at).order_by().values(case=Cast("subject_id", BigIntegerField()))
    acting = still_to_hear(cases.filter(status=Status.APPROACH, closed_at=None).order_by(), at=at)
    return cases.open().filter(IsAmong("pk", late.union(acting.values("pk"), all=True)))


def _letters_unchecked(cases: Found, at: datetime) -> Found:
    """A letter asks something of somebody, and nobody looks whether it is done."""
    return cases.open().filter(
        BY_KEY, IsAmong("pk", Letter.objects.without_check().order_by().values("case"))
    )


def _review_due(cases: Found, at: datetime) -> Found:
    due = _terms(Name.REVIEW).late(_midnight(at))
    return cases.open().filter(BY_KEY, _cases_of(due))


def _unrouted(cases: Found, at: datetime) -> Found:
    """The triage desk has it, an alarm is about it, nobody knows the place, or it went nowhere and nobody holds it."""
    ours = cases.open().order_by()
    desks = IsAmong("partner", Partner.objects.filter(type_code=TRIAGE).order_by().values("pk"))
    alarms = Alarm.objects.filter(ABOUT_A_CASE, cleared_at=None).order_by().values("subject")
    nowhere = ours.filter(~Exists(Referral.objects.filter(case=OuterRef("pk"))), holder=None)
    found = (
        Referral.objects.filter(desks, state__in=IN_QUEUE).order_by().values("case"),
        # Each in the words of its own index: those that wait, and those that failed for good.
        RoutingOrder.objects.filter(done_at=None, dead_at=None).values("report__case"),
        RoutingOrder.objects.filter(dead_at__isnull=False).values("report__case"),
        ours.filter(number__in=alarms).values("pk"),
        ours.filter(complex=None).values("pk"),
        nowhere.values("pk"),
    )
    return ours.filter(BY_KEY, IsAmong("pk", found[0].union(*found[1:], all=True)))


def _reopen_asked(cases: Found, at: datetime) -> Found:
    return cases.filter(status=Status.REOPEN_ASKED)


def _reporter_waits(cases: Found, at: datetime) -> Found:
    """Of a closed case too."""
    return cases.filter(_cases_of(_terms(Name.REPORTER_ASKS).open()))


def _accused_waits(cases: Found, at: datetime) -> Found:
    """Who was reported about wrote to us, or asked for what the law gives a term of. Of a closed case too."""
    waiting = Deadline.objects.filter(subject_kind="case", name__in=(Name.ANSWER_ACCUSED, Name.OBJECTION))
    return cases.filter(_cases_of(waiting.open()))


def _proposal_waits(cases: Found, at: datetime) -> Found:
    return cases.open().filter(
        BY_KEY, IsAmong("pk", Referral.objects.filter(state=State.PROPOSED).order_by().values("case"))
    )


def _question_waits(cases: Found, at: datetime) -> Found:
    return cases.open().filter(
        BY_KEY, IsAmong("pk", Question.objects.waiting().order_by().values("referral__case"))
    )


def _cut_off(cases: Found, at: datetime) -> Found:
    return cases.open().filter(
        BY_KEY, IsAmong("pk", CutOff.objects.now().order_by().values("referral__case"))
    )


def _scale_up_waits(cases: Found, at: datetime) -> Found:
    return cases.open().filter(BY_KEY, IsAmong("pk", ScaleUp.objects.waiting().order_by().values("case")))


def _scaled_up(cases: Found, at: datetime) -> Found:
    return cases.open().filter(BY_KEY, IsAmong("pk", ScaleUp.objects.up().order_by().values("case")))


def _midnight(at: datetime) -> datetime:
    """The end of today."""
    return start_of_day(local_day(at) + timedelta(days=1))


def _quiet_since(at: datetime) -> datetime:
    return start_of_day(working_days_back(at, SILENT_AFTER))


# All that a list makes of the clock, so that a statement can be kept and asked again later (desk.prepared).
MOMENTS: dict[str, Callable[[datetime], date]] = {
    "now": lambda at: at,
    "today": local_day,
    "midnight": _midnight,
    "quiet since": _quiet_since,
    "heard since": lambda at: at - COUNTS_FOR,
    "never": lambda at: NEVER,
}


def _terms(name: Name) -> DeadlineQuerySet:
    return Deadline.objects.filter(subject_kind="case", name=name)


def _cases_of(terms: DeadlineQuerySet) -> IsAmong:
    return IsAmong("pk", terms.order_by().values(case=Cast("subject_id", BigIntegerField())))


@dataclass(frozen=True)
class WorkList:
    """`narrow` takes the cases in sight and the clock."""

    label: str | Promise
    narrow: Callable[[Found, datetime], Found]
    order: Order = BY_URGENCY


LISTS: dict[str, WorkList] = {
    "today": WorkList(_("Vandaag te doen"), _today, BY_TERM),
    "new": WorkList(_("Nieuw"), _new),
    "late": WorkList(_("Te laat"), _late, BY_TERM),
    "reporter": WorkList(_("Melder wacht"), _reporter_waits),
    "accused": WorkList(_("Bewoner over wie gemeld is wacht"), _accused_waits),
    "silent": WorkList(_("10 werkdagen geen contact"), _silent, BY_SILENCE),
    "proposal": WorkList(_("Voorstel wacht"), _proposal_waits),
    "question": WorkList(_("Vraag wacht"), _question_waits),
    "partner": WorkList(_("Ketenpartner te laat"), _partner_late),
    "cut_off": WorkList(_("Ketenpartner ziet de zaak niet meer"), _cut_off),
    "scale": WorkList(_("Opschalen: tweede persoon nodig"), _scale_up_waits),
    "scaled": WorkList(_("Opgeschaald"), _scaled_up),
    "hearing": WorkList(_("Andere kant niet gehoord"), _hearing_missing),
    "letters": WorkList(_("Brief zonder controledatum"), _letters_unchecked),
    "review": WorkList(_("Opnieuw bekijken"), _review_due),
    "unrouted": WorkList(_("Niet gerouteerd"), _unrouted),
    "reopen": WorkList(_("Heropening gevraagd"), _reopen_asked),
}


def narrowed(code: str, cases: Found, at: datetime) -> Found:
    """The cases of one list; without one, all that are open."""
    return LISTS[code].narrow(cases, at) if code else cases.open()
