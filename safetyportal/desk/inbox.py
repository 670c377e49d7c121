"""What waits for this person: open cases, urgent first, and what stands above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from complexes.models import Space
from incidents.following.dialogue import NO_ANSWER
from incidents.models import Case, DutyCall, LadderStep
from incidents.models.case import BY_KEY, MOST_CALLS, called_about
from incidents.models.conflict import nothing_keeps_out, reasons_to_keep_out
from partners.alarms import open_alarms
from partners.models import Referral, ScaleUp
from partners.models.referral_words import State
from safetyportal.accounts.models import User
from safetyportal.accounts.roles import Role
from safetyportal.clock.calendar import local_day
from safetyportal.clock.models import Deadline
from safetyportal.clock.models.deadline import DeadlineQuerySet, Name
from safetyportal.desk import filters, keyset, prepared
from safetyportal.desk.filters import Chosen
from safetyportal.desk.inbox_rows import Look, Row
from safetyportal.desk.keyset import IsAmong
from safetyportal.desk.orders import BY_SILENCE
from safetyportal.notices.models import Alarm
from safetyportal.people.absence import covers_nobody
from safetyportal.people.models import Absence
from safetyportal.policy.gate import may
from safetyportal.texts.templatetags.portal import by_day

Items = tuple[tuple[str, str], ...]  # of what is chosen
PAGE_SIZE = 50
COUNTED = 100
ALARMS_SHOWN = 3
COLUMNS = (
    "id", "number", "status", "urgency", "severity_band", "opened_at", "holder_id", "holder__name",
    "last_contact_at", "kind__label_nl", "kind__label_en", "complex__name", "entrance__name", "space__sort", "space__name",
)  # fmt: skip


@dataclass(frozen=True)
class Headline:
    """Above the list. Counts stop at COUNTED; `alarms` are the words of the newest few, `counts` those of the tiles."""

    proposals: int
    steps: int
    alarm_count: int
    alarms: tuple[str, ...]
    counts: tuple[int, ...]


def page(
    *, actor: User, chosen: Chosen, after: str, before: str, at: datetime, size: int = PAGE_SIZE
) -> tuple[list[Row], keyset.Page]:
    """One page in one statement, whatever its size."""
    order = filters.order_of(chosen)
    if after or before or "complex" in chosen:
        cases = filters.cases(actor=actor, chosen=chosen, at=at)
        found = keyset.page(cases, order=order, size=size, after=after, before=before, show=_shown)
    else:
        rows = prepared.ask(_first_rows, tuple(chosen.items()), size, actor=actor, at=at)
        found = keyset.first_page(rows, order=order, size=size)
    said, with_contact = _Said(at), order is BY_SILENCE
    return [_row(values, said, actor, with_contact=with_contact) for values in found.rows], found


def _first_rows(actor: User, at: datetime, items: Items, size: int) -> keyset.Rows:
    chosen = dict(items)
    cases = filters.cases(actor=actor, chosen=chosen, at=at)
    return keyset.first_rows(cases, order=filters.order_of(chosen), size=size, show=_shown)


def _shown(cases: QuerySet[Any, Any]) -> keyset.Rows:
    return cases.values(
        *COLUMNS, next_deadline=_next_deadline(), has_proposal=_proposal_waits(), scaled_to=_scaled_to()
    )


def look_up(*, actor: User, at: datetime) -> None:
    """In one statement what scope and lists will ask of this person: where they were called, whether they stand in, and
    whether anything keeps them out of a case. Mostly nothing, and then no list need ask for it."""
    (told,) = prepared.ask(_particulars, actor=actor, at=at)
    called_about(actor, told.pop("called") or [])
    if not told.pop("covers"):
        covers_nobody(actor)
    if not any(told.values()):
        nothing_keeps_out(actor)


def _particulars(actor: User, at: datetime) -> keyset.Rows:
    calls = DutyCall.objects.current(at).filter(user=actor)
    covered = Absence.objects.on(local_day(at)).filter(cover=actor)
    kept_out = {
        f"out{nth}": ArraySubquery(found[:1]) for nth, (_, found) in enumerate(reasons_to_keep_out(actor))
    }
    told: keyset.Rows = User.objects.filter(pk=actor.pk).values(
        called=ArraySubquery(calls.values("alert__case")[:MOST_CALLS]),
        covers=ArraySubquery(covered.values("pk")[:1]),
        **kept_out,
    )
    return told


def headline(*, actor: User, tiles: Sequence[Chosen], at: datetime) -> Headline:
    """Counts and alarms in one statement, hung on the person's own row."""
    items = tuple(tuple(chosen.items()) for chosen in tiles)
    if any("complex" in chosen for chosen in tiles):
        told = _headline(actor, at, items).get()
    else:
        (told,) = prepared.ask(_headline, items, actor=actor, at=at)
    codes = told["alarms"] or []
    labels = dict.fromkeys(str(Alarm.Code(code).label) for code in codes[:ALARMS_SHOWN])
    return Headline(
        proposals=len(told["proposals"] or []),
        steps=len(told["steps"] or []),
        alarm_count=len(codes),
        alarms=tuple(labels),
        counts=tuple(len(told[f"tile{nth}"] or []) for nth in range(len(items))),
    )


def _headline(actor: User, at: datetime, tiles: tuple[Items, ...]) -> keyset.Rows:
    own = Case.objects.for_(actor, "case.list").open()
    # Who sees all has so many that the first hundred are found at once; others begin at their own cases.
    sees_all = Role.TRIAGE in actor.roles
    among = Q(case__in=own.filter(BY_KEY)) if sees_all else IsAmong("case", own.values("pk"))
    waiting = Referral.objects.filter(among, state=State.PROPOSED)
    steps = LadderStep.objects.waiting().exclude(made_by=actor).filter(case__in=own.filter(BY_KEY))
    alarms = open_alarms(actor) if may("routing.overview", actor) else open_alarms(actor).none()
    told: keyset.Rows = User.objects.filter(pk=actor.pk).values(
        proposals=_few(waiting if may("referral.release", actor) else waiting.none()),
        steps=_few(steps if may("step.confirm", actor) else steps.none()),
        alarms=ArraySubquery(alarms.values("code")[: COUNTED + 1]),
        **{f"tile{nth}": _counted(actor, dict(chosen), at) for nth, chosen in enumerate(tiles)},
    )
    return told


def _few(rows: QuerySet[Any, Any]) -> ArraySubquery:
    return ArraySubquery(rows.order_by().values("pk")[: COUNTED + 1])


def new_since(*, actor: User, since: datetime, at: datetime) -> int:
    """How many cases came in that this person may see, up to COUNTED and one."""
    found = filters.cases(actor=actor, chosen={}, at=at).filter(opened_at__gt=since)
    return len(found.order_by("opened_at", "id").values_list("pk")[: COUNTED + 1])


def _counted(actor: User, chosen: Chosen, at: datetime) -> ArraySubquery:
    """In the order of the list, so that its index ends the search early."""
    order = filters.order_of(chosen)
    found = filters.cases(actor=actor, chosen=chosen, at=at).alias(**order.worked_out)
    return ArraySubquery(found.order_by(*order.keys).values("pk")[: COUNTED + 1])


def _proposal_waits() -> Exists:
    return Exists(Referral.objects.filter(case=OuterRef("pk"), state=State.PROPOSED))


def _scaled_to() -> Subquery:
    return Subquery(ScaleUp.objects.up().filter(case=OuterRef("pk")).order_by().values("partner__name")[:1])


def _terms() -> DeadlineQuerySet:
    return Deadline.objects.filter(subject_kind="case", subject_id=Cast(OuterRef("pk"), CharField()))


def _next_deadline() -> Subquery:
    """The first obligation whose clock runs."""
    waiting = _terms().open().filter(paused_since=None)
    return Subquery(waiting.order_by("due", "-name").values(found=JSONObject(name="name", due="due"))[:1])


class _Said:
    """Words that return on many rows, found once a page."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.kind = "kind__label_en" if get_language() == "en" else "kind__label_nl"
        self.language = get_language() or ""
        self.space = cache(lambda sort: str(Space.Sort(sort).label))

    def contact(self, last: datetime | None) -> str:
        if last is None:
            return _("Nog geen contact")
        return _("Laatste contact {day}").format(day=_by_day(self.language, timezone.localdate(last)))

    def due(self, name: str, due: datetime) -> str:
        is_over = name == Name.REPORTER_ANSWER and due < self.at
        return _due(self.language, "" if is_over else name, timezone.localdate(due))


@lru_cache(maxsize=4096)
def _by_day(language: str, day: date) -> str:
    return by_day(day)


@lru_cache(maxsize=8192)
def _due(language: str, name: str, day: date) -> str:
    return f"{Name(name).label if name else NO_ANSWER} {by_day(day)}"


def _row(values: dict[str, Any], said: _Said, actor: User, *, with_contact: bool) -> Row:
    deadline = values["next_deadline"]
    due = datetime.fromisoformat(deadline["due"]) if deadline else None
    holder = values["holder_id"]
    return Row(
        Look(
            urgency=values["urgency"],
            band=values["severity_band"],
            status=values["status"],
            holder_is="nobody" if holder is None else "mine" if holder == actor.pk else "other",
            has_proposal=values["has_proposal"],
            is_scaled=values["scaled_to"] is not None,
            has_due=due is not None,
            is_late=due is not None and due < said.at,
            has_contact=with_contact,
        ),
        {
            "number": values["number"],
            "kind": values[said.kind],
            "place": _place(values, said),
            "holder": values["holder__name"] or "",
            "scaled_to": values["scaled_to"] or "",
            "due": said.due(deadline["name"], due) if due else "",
            "contact": said.contact(values["last_contact_at"]) if with_contact else "",
        },
    )


def _place(values: dict[str, Any], said: _Said) -> str:
    """Complex and the most precise place within it that is no home."""
    if not values["complex__name"]:
        return _("Plek niet bekend")
    space = values["space__name"] or (said.space(values["space__sort"]) if values["space__sort"] else "")
    return ", ".join(part for part in (values["complex__name"], space, values["entrance__name"]) if part)
