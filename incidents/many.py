"""One act on several cases in one transaction: what acting does for one, in as many statements for fifty as for two.

For acts that only give a case another holder or state: a row of the table that opens terms, holds them or ends a case is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from incidents import acting, timeline
from incidents.act_table import TABLE
from incidents.acts import Act
from incidents.models import Case, TimelineEntry
from incidents.rules.workflow import RESTING, Status
from safetyportal.accounts.models import User
from safetyportal.audit.recording import record_all
from safetyportal.clock import deadlines


def locked(cases: Iterable[Case]) -> list[Case]:
    """As they are now, held until the transaction ends; always in one order, so that two batches never wait for each other."""
    rows = Case.objects.select_for_update(of=("self",)).select_related("holder", "team")
    return list(rows.filter(pk__in=[case.pk for case in cases]).order_by("pk"))


def newer_lines(*, act: Act, by: User, seen: Mapping[int, int]) -> dict[int, TimelineEntry]:
    """What others wrote in each case since it was shown that `act` may not pass over. `seen`: the newest line then, by case."""
    shown = {case: line for case, line in seen.items() if line}
    if not shown:
        return {}
    since = acting.minded(act=act, by=by).filter(case__in=shown, pk__gt=min(shown.values()))
    found: dict[int, TimelineEntry] = {}
    for entry in since.order_by("pk"):
        if entry.pk > shown[entry.case_id]:
            found.setdefault(entry.case_id, entry)
    return found


def done(*, cases: Sequence[Case], act: Act, by: User, at: datetime, text: str = "") -> list[TimelineEntry]:
    """Write down that `act` was done in each of these, which locked() gave: its state, its clocks, one line and one record."""
    row = TABLE[act]
    if row.opens or row.holds or any(target & RESTING for target in row.to.values()):
        raise ValueError(f"{act} is done case by case")
    if not cases:
        return []
    moved = _move(cases, act)
    if row.meets:
        deadlines.meet_in_all(
            subject_kind="case", subject_ids=[case.pk for case in cases], names=row.meets, at=at
        )
    entries = timeline.write_all(cases=cases, sort=row.sort, at=at, by=by, text=text)
    record_all(
        action=f"case.{act}",
        actor=by,
        object_kind="case",
        details={case.pk: moved.get(case.pk, {}) for case in cases},
        at=at,
    )
    return entries


def _move(cases: Sequence[Case], act: Act) -> dict[int, dict[str, str]]:
    """Each to the only state the table names for where it stands; where there is none it stays."""
    moved: dict[int, dict[str, str]] = {}
    targets: dict[Status, list[int]] = {}
    for case in cases:
        allowed = TABLE[act].to.get(Status(case.status), frozenset())
        if len(allowed) == 1:
            (target,) = allowed
            moved[case.pk] = {"from": str(case.status), "to": str(target)}
            targets.setdefault(target, []).append(case.pk)
    for target, keys in targets.items():
        Case.objects.filter(pk__in=keys).update(status=target)
    return moved
