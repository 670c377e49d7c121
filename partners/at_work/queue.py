"""What waits for a partner or desk, as its people see it: one line per referral, the first due first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.fields.tuple_lookups import TupleGreaterThan
from django.db.models.functions import JSONObject
from django.utils.translation import get_language

from partners.at_work.queue_lines import QueueItem, queue_items
from partners.models import Partner, Referral
from partners.models.referral_words import State
from safetyportal.accounts.models import User

PAGE_SIZE = 50
FINISHED_SHOWN = 10
FINISHED_SINCE = timedelta(days=30)
PARTS = ("partner", "case__kind", "case__complex", "case__entrance", "case__space")
POSITION = re.compile(r"([0-9]{1,16})\.([0-9a-f-]{36})")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Finished:
    """A referral that was reported back on lately."""

    id: str
    number: str
    kind: str
    finished_at: datetime


@dataclass(frozen=True)
class Desk:
    """A partner or desk of somebody, with what it finished lately, newest first."""

    id: int
    name: str
    finished: tuple[Finished, ...]


def page(*, actor: User, at_desks: list[Desk], after: str, at: datetime) -> tuple[list[QueueItem], str]:
    """One page, and the position where the next one begins ("" at the end). An unreadable position is the beginning.

    `at_desks` are those of this person: named, their queue is read in its order and no further than the page.
    """
    mine = [desk.id for desk in at_desks]
    waiting = Referral.objects.for_(actor, "referral.list").filter(partner__in=mine).queue()
    waiting = waiting.select_related(*PARTS)
    start = _read(after)
    if start is not None:
        waiting = waiting.filter(TupleGreaterThan((F("due_at"), F("id")), start))
    found = list(waiting[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    return queue_items(referrals=shown, at=at), _show(shown[-1]) if len(found) > PAGE_SIZE else ""


def desks(*, actor: User, at: datetime) -> list[Desk]:
    """Those whose queue this person sees, in one statement."""
    done = Referral.objects.for_(actor, "referral.list").filter(
        partner=OuterRef("pk"), state=State.FINISHED, finished_at__gt=at - FINISHED_SINCE
    )
    line = JSONObject(
        id="id",
        number="case__number",
        nl="case__kind__label_nl",
        en="case__kind__label_en",
        finished_at="finished_at",
    )
    newest = done.order_by("-finished_at", "id").values(line=line)[:FINISHED_SHOWN]
    mine = Partner.objects.staffed_by(actor, at).annotate(done=ArraySubquery(newest))
    named = mine.values_list("pk", "name", "done")
    return [Desk(pk, name, tuple(_finished(line) for line in lines or ())) for pk, name, lines in named]


def _finished(line: dict[str, Any]) -> Finished:
    kind = line["en"] if get_language() == "en" else line["nl"]
    return Finished(line["id"], line["number"], kind, datetime.fromisoformat(line["finished_at"]))


def _show(referral: Referral) -> str:
    since = (referral.due_at or EPOCH) - EPOCH
    return f"{since // timedelta(microseconds=1)}.{referral.pk}"


def _read(typed: str) -> tuple[datetime, UUID] | None:
    shape = POSITION.fullmatch(typed)
    if shape is None:
        return None
    try:
        return EPOCH + timedelta(microseconds=int(shape[1])), UUID(shape[2])
    except ValueError:
        return None
