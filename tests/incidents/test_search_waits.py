"""Indexing and the verbs of staff at the same time: nobody waits for the other."""

from __future__ import annotations

import threading

from django.db import connection, transaction
from django.utils import timezone

from incidents import acting
from incidents.models import Case, CaseWords, IndexOrder
from incidents.search import indexing
from tests.journeys.processes import wait_until
from tests.world import file


def test_indexing_a_new_case_never_waits_for_who_holds_it_and_asks_for_the_same(
    committed_association: None,
) -> None:
    """The new row of words looks up its case: done at the end, both would wait for the other for ever."""
    case, failed = Case.objects.get(pk=file("GEL-MUZ").case_id), []
    now = timezone.now()

    def index() -> None:
        try:
            indexing.index(work_id=case.pk, at=now)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    with transaction.atomic():
        acting.locked(case)
        worker = threading.Thread(target=index)
        worker.start()
        wait_until(_somebody_waits)
        indexing.ask(case=case, at=now)
    worker.join()

    assert failed == []
    indexing.index(work_id=case.pk, at=now)
    assert not IndexOrder.objects.exists() and CaseWords.objects.filter(case=case).exists()


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])
