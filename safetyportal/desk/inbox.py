"""What waits for this person: open cases, urgent first, and what stands above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from complexes.models import Space
from incidents.dialogue import NO_ANSWER
from incidents.models import DutyCall, LadderStep
from incidents.models.case import MOST_CALLS, Band, called_about
from incidents.workflow import Status
from partners.alarms import open_alarms
from partners.models import Referral
from partners.models.referral import State
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.clock.models import Deadline
from safetyportal.clock.models.deadline import DeadlineQuerySet, Name
from safetyportal.clock.urgency import Urgency
from safetyportal.desk import filters, keyset
from safetyportal.desk.filters import Chosen
from safetyportal.desk.orders import BY_SILENCE
from safetyportal.people.absence import covers_nobody
from safetyportal.people.models import Absence
from safetyportal.policy.gate import may
from safetyportal.texts.templatetags.portal import by_day

PAGE_SIZE = 50
COUNTED = 100
ALARMS_SHOWN = 3
COLUMNS = (
    "id", "number", "status", "urgency", "severity_band", "opened_at", "holder_id", "holder__name",
    "last_contact_at", "kind__label_nl", "kind__label_en", "complex__name", "entrance__name", "space__sort", "space__name",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One line of the inbox, ready to show."""

    url: str
    number: str
    kind: str
    place: str
    urgency: str
    urgency_label: str
    band: str
    band_label: str
    status: str
    holder: str
    is_mine: bool
    due_words: str
    is_late: bool
    has_proposal: bool
    contact_words: str


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
    found = keyset.page(
        filters.cases(actor=actor, chosen=chosen, at=at),
        order=order,
        size=size,
        after=after,
        before=before,
        show=_shown,
    )
    labels, with_contact = _Labels(), order is BY_SILENCE
    return [_row(values, labels, actor, at, with_contact=with_contact) for values in found.rows], found


def _shown(cases: QuerySet[Any, Any]) -> keyset.Rows:
    return cases.values(*COLUMNS, next_deadline=_next_deadline(), has_proposal=_proposal_waits())


def look_up(*, actor: User, at: datetime) -> None:
    """In one statement what scope and lists will ask of this person: where they were called, and whether they stand in."""
    day = local_day(at)
    told = (
        User.objects.filter(pk=actor.pk)
        .values(
            called=ArraySubquery(
                DutyCall.objects.current().filter(user=actor).values("alert__case")[:MOST_CALLS]
            ),
            covers=ArraySubquery(Absence.objects.on(day).filter(cover=actor).values("pk")[:1]),
        )
        .get()
    )
    called_about(actor, told["called"] or [])
    if not told["covers"]:
        covers_nobody(actor)


def headline(*, actor: User, tiles: Sequence[Chosen], at: datetime) -> Headline:
    """Counts and alarms in one statement, hung on the person's own row."""
    waiting = Referral.objects.for_(actor, "referral.release").filter(
        state=State.PROPOSED, case__closed_at=None
    )
    steps = LadderStep.objects.for_(actor, "step.confirm").waiting().exclude(made_by=actor)
    steps = steps.filter(case__closed_at=None)
    sees_alarms = may("routing.overview", actor)
    alarms = open_alarms(actor) if sees_alarms else open_alarms(actor).none()
    counted = {f"tile{nth}": _counted(actor, chosen, at) for nth, chosen in enumerate(tiles)}
    told = (
        User.objects.filter(pk=actor.pk)
        .values(
            proposals=ArraySubquery(waiting.order_by().values("pk")[: COUNTED + 1]),
            alarms=ArraySubquery(alarms.values("code")[: COUNTED + 1]),
            steps=ArraySubquery(steps.order_by().values("pk")[: COUNTED + 1]),
            **counted,
        )
        .get()
    )
    codes = told["alarms"] or []
    labels = dict.fromkeys(str(alarms.model.Code(code).label) for code in codes[:ALARMS_SHOWN])
    return Headline(
        proposals=len(told["proposals"] or []),
        steps=len(told["steps"] or []),
        alarm_count=len(codes),
        alarms=tuple(labels),
        counts=tuple(len(told[name] or []) for name in counted),
    )


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


def _terms() -> DeadlineQuerySet:
    return Deadline.objects.filter(subject_kind="case", subject_id=Cast(OuterRef("pk"), CharField()))


def _next_deadline() -> Subquery:
    """The first obligation whose clock runs."""
    waiting = _terms().open().filter(paused_since=None)
    return Subquery(waiting.order_by("due", "-name").values(found=JSONObject(name="name", due="due"))[:1])


class _Labels:
    """Words that return on every row, looked up once a page."""

    def __init__(self) -> None:
        self.urgency = {one.value: str(one.label) for one in Urgency}
        self.band = {one.value: str(one.label) for one in Band}
        self.status = {one.value: str(one.label) for one in Status}
        self.term = {one.value: str(one.label) for one in Name}
        self.space = {one.value: str(one.label) for one in Space.Sort}
        self.kind = "kind__label_en" if get_language() == "en" else "kind__label_nl"
        self.by_day = cache(by_day)
        self.url = reverse("case_page", args=["-"])

    def contact(self, last: datetime | None) -> str:
        if last is None:
            return _("Nog geen contact")
        return _("Laatste contact {day}").format(day=self.by_day(timezone.localdate(last)))

    def due(self, name: str, due: datetime, at: datetime) -> str:
        label = str(NO_ANSWER) if name == Name.REPORTER_ANSWER and due < at else self.term[name]
        return f"{label} {self.by_day(timezone.localdate(due))}"


def _row(values: dict[str, Any], labels: _Labels, actor: User, at: datetime, *, with_contact: bool) -> Row:
    deadline = values["next_deadline"]
    due = datetime.fromisoformat(deadline["due"]) if deadline else None
    return Row(
        url=labels.url.replace("/-/", f"/{values['number']}/"),
        number=values["number"],
        kind=values[labels.kind],
        place=_place(values, labels),
        urgency=values["urgency"].lower(),
        urgency_label=labels.urgency[values["urgency"]],
        band=values["severity_band"].lower(),
        band_label=labels.band[values["severity_band"]],
        status=labels.status[values["status"]],
        holder=values["holder__name"] or "",
        is_mine=values["holder_id"] == actor.pk,
        due_words=labels.due(deadline["name"], due, at) if due else "",
        is_late=due is not None and due < at,
        has_proposal=values["has_proposal"],
        contact_words=labels.contact(values["last_contact_at"]) if with_contact else "",
    )


def _place(values: dict[str, Any], labels: _Labels) -> str:
    """Complex and the most precise place within it that is no home."""
    if not values["complex__name"]:
        return _("Plek niet bekend")
    space = values["space__name"] or labels.space.get(values["space__sort"], "")
    return ", ".join(part for part in (values["complex__name"], space, values["entrance__name"]) if part)
