"""Write into the audit log. An action whose record cannot be written does not happen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from safetyportal.accounts.models import User
from safetyportal.audit.models import ActorKind, AuditEvent

LONGEST_DETAIL = 80
LARGEST_DETAIL = 2000

Fact = str | int | bool | None
Detail = Mapping[str, Fact | list[str]]


def record(
    *,
    action: str,
    actor: User | None,
    object_kind: str,
    object_id: object,
    at: datetime,
    actor_kind: ActorKind = ActorKind.SYSTEM,
    outcome: str = "ok",
    ground: str = "",
    origin: str = "",
    detail: Detail | None = None,
) -> None:
    """Keep that `actor` did `action`. Call it inside the transaction of the action: when this raises, that
    rolls back.

    `actor_kind` counts only without an actor. `detail` holds codes, ids and counts, never what people wrote:
    a text longer than 80 characters is a ValueError.
    """
    event(
        action=action,
        actor=actor,
        object_kind=object_kind,
        object_id=object_id,
        at=at,
        actor_kind=actor_kind,
        outcome=outcome,
        ground=ground,
        origin=origin,
        detail=detail,
    ).save()


def event(
    *,
    action: str,
    actor: User | None,
    object_kind: str,
    object_id: object,
    at: datetime,
    actor_kind: ActorKind = ActorKind.SYSTEM,
    outcome: str = "ok",
    ground: str = "",
    origin: str = "",
    detail: Detail | None = None,
) -> AuditEvent:
    """The same, not kept yet: for an action that writes all its rows at once (at_once.py)."""
    return AuditEvent(
        at=at,
        actor=actor,
        actor_kind=actor.audience if actor is not None else actor_kind,
        action=action,
        object_kind=object_kind,
        object_id=str(object_id),
        outcome=outcome,
        ground=ground,
        origin=origin,
        detail=_without_content(detail or {}),
    )


def record_all(
    *, action: str, actor: User, object_kind: str, details: Mapping[Any, Detail], at: datetime
) -> None:
    """The same of several objects, one record each, in one statement. `details`: by the key of the object."""
    AuditEvent.objects.bulk_create(
        event(action=action, actor=actor, object_kind=object_kind, object_id=key, at=at, detail=detail)
        for key, detail in details.items()
    )


def _without_content(detail: Detail) -> dict[str, Fact | list[str]]:
    for name, value in detail.items():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, str) and len(part) > LONGEST_DETAIL:
                raise ValueError(f"detail {name} looks like content")
    if len(json.dumps(dict(detail))) > LARGEST_DETAIL:
        raise ValueError("detail is too large for the audit log")
    return dict(detail)
