"""A mark of its own in every column of every row that hangs on a case: found by looking at the models, so that a new one is
marked by itself or says what it needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Q

from incidents.models import Case
from safetyportal.audit.models import AuditEvent
from safetyportal.clock.models import Deadline
from safetyportal.notices.models import Alarm, Notice
from safetyportal.privacy.fields import EncryptedJSONField
from safetyportal.privacy.keys import blind_index
from tests.house.urls import ROOMS

MARK = re.compile("zq[a-z]{6}", re.IGNORECASE)
# Years in which nothing of the association happened.
LONG_AGO, YEARS = timedelta(days=365 * 55), re.compile(r"\b19[67]\d\b")
# They name a case without a key to it.
LOOSE = (Deadline, AuditEvent, Alarm, Notice)
POINTS_LOOSELY = re.compile("subject|object_id|dedupe_key")
# Of other tables, a column that points nowhere in a case.
POINTS_ELSEWHERE = {"configuration.Change"}

# What the audit log calls it, where that is not the name of the model.
KINDS = {"incidents.PreventiveSignal": "signal", "incidents.LadderStep": "step"}

Model = type[models.Model]
Rows = dict[Model, list[Any]]

# Columns that can hold no mark of ours, each with why.
KEPT = {
    "incidents.EvidenceFile.key": "opens the file",
    "incidents.EvidenceFile.media_type": "says how the file is handed out",
    "incidents.EvidenceFile.suffix": "one of a few",
    "incidents.MaskedPhoto.key": "opens the file",
    "incidents.LetterPaper.pdf": "a file; what is printed in it is marked in the letter",
    "incidents.Party.language": "one of a few",
    "incidents.Report.language": "one of a few",
    "partners.Referral.blocks": "one of a few",
    "partners.Referral.fields": "one of a few",
    "clock.Deadline.subject_kind": "a code",
    "clock.Deadline.subject_id": "a key",
    "clock.Deadline.about": "a code and a key",
    "audit.AuditEvent.action": "a code",
    "audit.AuditEvent.object_kind": "a code",
    "audit.AuditEvent.object_id": "a key",
    "notices.Alarm.subject": "the number of the case, which is a mark",
    "notices.Notice.template": "a code",
    "notices.Notice.dedupe_key": "a code and a key",
    "notices.Notice.numbers": "numbers alone",
    "incidents.PreventiveSignal.aside_reason": "what was put aside is no case",
    "incidents.Report.answers": "by the keys of questions",
    "partners.RoutingDecision.steps": "a list of texts; marked below",
}
# Numbers of ours, each a mark by itself.
NUMBERS = {"incidents.Case.number", "incidents.Report.number", "incidents.PartyCode.number"}


@dataclass
class Registry:
    """What each mark stands for: the case it is in, and the column."""

    where: dict[str, str] = field(default_factory=dict)
    _signs: Iterator[int] = field(default_factory=lambda: count(26**3))

    def new(self, case: str, column: str) -> str:
        number, letters = next(self._signs), ""
        for _ in range(6):
            number, letter = divmod(number, 26)
            letters = chr(ord("a") + letter) + letters
        return self.keep(f"zq{letters}", case, column)

    def keep(self, mark: str, case: str, column: str) -> str:
        self.where[mark.lower()] = f"{case}: {column}"
        return mark

    @property
    def columns(self) -> set[str]:
        return {said.partition(": ")[2] for said in self.where.values()}

    def found_in(self, text: str) -> list[str]:
        """What shows in this text, in words."""
        small = text.lower()
        shown = {one for one in MARK.findall(small) if one in self.where}
        shown |= {one for one in self.where if not one.startswith("zq") and one in small}
        return sorted(self.where[one] for one in shown)


def models_of_ours() -> list[Model]:
    found = apps.get_models(include_auto_created=True)
    return [one for one in found if one.__module__.partition(".")[0] in ROOMS]


def keys_of(model: Model) -> Iterator[tuple[str, Model]]:
    for one in model._meta.concrete_fields:
        if isinstance(one, models.ForeignKey):
            yield one.name, one.related_model  # type: ignore[misc]


def hanging() -> list[Model]:
    """Every model of which a row can belong to a case, however far away."""
    found: list[Model] = [Case]
    for _ in range(10):
        for model in models_of_ours():
            if model not in found and any(target in found for _name, target in keys_of(model)):
                found.append(model)
    return [*found, *LOOSE]


def column(model: Model, one: models.Field[Any, Any]) -> str:
    return f"{model._meta.label}.{one.name}"


def markable(model: Model) -> list[models.Field[Any, Any]]:
    """The columns that hold words."""
    found = []
    for one in model._meta.concrete_fields:
        words = isinstance(one, models.CharField | models.TextField | models.JSONField | ArrayField)
        if one.primary_key or not words or one.name.endswith("_index"):
            continue
        base = one.base_field if isinstance(one, ArrayField) else one
        if (
            getattr(base, "choices", None)
            or isinstance(base, models.IntegerField)
            or column(model, one) in KEPT
        ):
            continue
        if column(model, one) not in NUMBERS:
            found.append(one)
    return found


def rows_of(case: Case, *, since: Iterable[Any] = ()) -> Rows:
    """Everything that hangs on this case. `since`: the notices that were there before."""
    found: dict[Model, set[Any]] = {Case: {case.pk}}
    for _ in range(10):
        for model in hanging():
            if model in LOOSE or model is Case:
                continue
            here = Q(pk=None)
            for name, target in keys_of(model):
                if found.get(target):
                    here |= Q(**{f"{name}__in": found[target]})
            found[model] = set(model._default_manager.filter(here).values_list("pk", flat=True))
    numbers = [case.number, *case.reports.values_list("number", flat=True)]
    found[Deadline] = set(Deadline.objects.filter(subject_id=str(case.pk)).values_list("pk", flat=True))
    found[AuditEvent] = {
        pk
        for model, keys in list(found.items())
        for pk in AuditEvent.objects.filter(
            object_kind=KINDS.get(model._meta.label, model._meta.model_name),
            object_id__in=[str(key) for key in keys],
        ).values_list("pk", flat=True)
    }
    found[Alarm] = set(Alarm.objects.filter(subject__in=numbers).values_list("pk", flat=True))
    found[Notice] = set(Notice.objects.exclude(pk__in=list(since)).values_list("pk", flat=True))
    return {model: list(model._default_manager.filter(pk__in=keys)) for model, keys in found.items()}


def mark(rows: Rows, *, name: str, registry: Registry, leave: frozenset[str] = frozenset()) -> None:
    """Put the marks there, past the guards of the database that keep a report and its timeline as written. `leave`: columns
    that keep what they have.
    """
    with _unguarded():
        for model, found in rows.items():
            for one in found:
                _mark_row(model, one, name, registry, leave)


def _mark_row(model: Model, row: Any, name: str, registry: Registry, leave: frozenset[str]) -> None:
    for one in model._meta.concrete_fields:
        if column(model, one) in NUMBERS:
            number = getattr(row, one.attname)
            registry.keep(number, name, column(model, one))
    for one in markable(model):
        if column(model, one) in leave:
            continue
        mark = registry.new(name, column(model, one))
        changes = {one.name: _value(one, mark)}
        if any(other.name == f"{one.name}_index" for other in model._meta.concrete_fields):
            changes[f"{one.name}_index"] = blind_index(changes[one.name], one.name)
        try:
            with transaction.atomic():
                model._default_manager.filter(pk=row.pk).update(**changes)
        except IntegrityError:
            # This row may not have it; another row of its table must (test_every_column_holds_a_mark).
            registry.where.pop(mark)


def _value(one: models.Field[Any, Any], mark: str) -> Any:
    if one.name == "email" or one.name == "address":
        return f"{mark}@example.nl"
    if one.name == "severity_parts":
        return [{"name": mark, "points": 3, "most": 9}]
    if isinstance(one, EncryptedJSONField | models.JSONField):
        return {"said": mark}
    return [mark] if isinstance(one, ArrayField) else mark


def age(rows: Rows) -> None:
    """All of it long ago, in its own order: each list that looks back finds it, and its year is seen on a page."""
    with _unguarded():
        for model, found in rows.items():
            days = [one for one in model._meta.concrete_fields if isinstance(one, models.DateField)]
            for row in found:
                moved = {one.name: _long_ago(getattr(row, one.attname)) for one in days}
                if moved:
                    model._default_manager.filter(pk=row.pk).update(**moved)


def _long_ago(at: date | datetime | None) -> date | datetime | None:
    return None if at is None else at - LONG_AGO


class _unguarded:
    """As a replica does: no trigger refuses, none counts along."""

    def __enter__(self) -> None:
        self._set("replica")

    def __exit__(self, *_: object) -> None:
        self._set("origin")

    def _set(self, role: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL session_replication_role = {role}")
