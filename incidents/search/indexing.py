"""Keep up by which words a case is found: asked where something changes, done by the relay or a worker."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, models, transaction

from incidents.models import Case, CaseWords, IndexOrder
from incidents.models.case import CaseQuerySet
from incidents.search.sources import gather
from safetyportal.at_once import Part, at_once
from safetyportal.wake import bell, wake

ASK = """
INSERT INTO incidents_indexorder (case_id, asks, next_at) VALUES (%s, 1, %s)
ON CONFLICT (case_id) DO UPDATE
SET asks = incidents_indexorder.asks + 1, rung_at = NULL, next_at = excluded.next_at
"""
ASK_ALL = """
INSERT INTO incidents_indexorder (case_id, asks, next_at) SELECT pk, 1, %s FROM ({cases}) AS one
ON CONFLICT (case_id) DO UPDATE
SET asks = incidents_indexorder.asks + 1, rung_at = NULL, next_at = excluded.next_at
"""
KEEP = """
UPDATE incidents_casewords
SET words = to_tsvector('dutch', %s) || array_to_tsvector(%s::text[]), indexed_at = %s
WHERE case_id = %s
"""


def asking(*, case: Case, at: datetime) -> Part:
    """The same as a part of a statement, which must ring for "index" besides."""
    return ASK, (case.pk, at)


def ask(*, case: Case, at: datetime) -> None:
    """Something changed by which this case is found. In the transaction that changes it; one statement."""
    at_once(asking(case=case, at=at), last=bell("index"))


def ask_each(*, cases: Iterable[Case], at: datetime) -> None:
    """The same for several at once, always in one order; one statement."""
    sql = ASK.replace("VALUES (%s, 1, %s)", "SELECT found, 1, %s FROM unnest(%s::bigint[]) AS found")
    with connection.cursor() as cursor:
        cursor.execute(sql, (at, sorted(case.pk for case in cases)))
    wake("index")


def ask_all(*, cases: CaseQuerySet, at: datetime) -> None:
    """The same of many cases, closed ones too."""
    sql, values = cases.order_by().values("pk").query.sql_with_params()
    at_once((ASK_ALL.format(cases=sql), (at, *values)), last=bell("index"))


def asked(*, case: Case, at: datetime) -> IndexOrder:
    """The order of a new case, not kept yet: it is written with the case at once. Nobody rings for it, so routing goes
    first; the relay finds it at its next look, and by its number the case is found already."""
    return IndexOrder(case=case, next_at=at)


def waiting() -> models.QuerySet[IndexOrder]:
    return IndexOrder.objects.all()


@transaction.atomic
def index(*, work_id: int, at: datetime) -> None:
    """Read the case again and keep its words. May run twice, and beside itself: who comes second reads what is newer."""
    _hold(work_id)
    order = IndexOrder.objects.filter(pk=work_id).first()
    if order is None:
        return
    found = gather(work_id)
    with connection.cursor() as cursor:
        cursor.execute(KEEP, (found.text, sorted(found.tokens), at, work_id))
    # Asked once more meanwhile: then the order stays. No lock on it while we read, or a verb would wait for us.
    IndexOrder.objects.filter(pk=work_id, asks=order.asks).delete()


def _hold(case_id: int) -> None:
    """The row of this case, locked. Only this verb touches it."""
    rows = CaseWords.objects.select_for_update(of=("self",)).filter(pk=case_id)
    if not rows.exists():
        CaseWords.objects.bulk_create([CaseWords(case_id=case_id)], ignore_conflicts=True)
    rows.get()
