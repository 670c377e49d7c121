"""The door of a number with a code: the same answer and the same effort for a number that is not there, and few tries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from incidents.following import codes
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from safetyportal.throttle import limits

Key = TypeVar("Key")
HOUR = 3600
FAILURES_PER_NUMBER = 10
FAILURES_PER_ADDRESS = 20
FAILURES_ALARM = 200


class TooManyTries(ValueError):
    """This number or this address has had too many wrong codes this hour. `until`: when it may be tried again."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


def try_code(
    *, known: str | None, code: str, client: str, find: Callable[[], tuple[str, Key] | None], at: datetime
) -> Key | None:
    """The key that `find` has with the hash, when `code` is the one behind it; None otherwise. `known`: a number that can be one.

    Raises TooManyTries after 10 wrong codes an hour for a number or 20 for a client address. A try is counted before
    it is made and given back when it was right, so that a thousand at the same moment do not all pass.
    """
    # Of a number that cannot be one, only this client is held to account: a shared count would shut out everybody.
    key = known or f"unreadable:{client}"
    if _is_blocked(key, client, at) or not _counted(key, client, at):
        _count_for_alarm(at)
        raise TooManyTries(limits.over_at(window_seconds=HOUR, at=at))
    access = find()
    if codes.matches(code, access[0] if access else None) and access is not None:
        _give_back(key, client, at)
        return access[1]
    _count_for_alarm(at)
    return None


def _is_blocked(number: str, client: str, at: datetime) -> bool:
    return limits.is_over(
        bucket="code-number", key=number, limit=FAILURES_PER_NUMBER, window_seconds=HOUR, at=at
    ) or limits.is_over(
        bucket="code-client", key=client, limit=FAILURES_PER_ADDRESS, window_seconds=HOUR, at=at
    )


def _counted(number: str, client: str, at: datetime) -> bool:
    """False when others at the same moment were sooner, and this one is over the limit."""
    of_client = limits.hit(bucket="code-client", key=client, window_seconds=HOUR, at=at)
    of_number = limits.hit(bucket="code-number", key=number, window_seconds=HOUR, at=at)
    return of_client <= FAILURES_PER_ADDRESS and of_number <= FAILURES_PER_NUMBER


def _give_back(number: str, client: str, at: datetime) -> None:
    limits.take_back(bucket="code-client", key=client, window_seconds=HOUR, at=at)
    limits.take_back(bucket="code-number", key=number, window_seconds=HOUR, at=at)


def _count_for_alarm(at: datetime) -> None:
    """What was refused counts too: who guesses at one number only must be seen, for its reporter may be shut out."""
    everybody = limits.hit(bucket="code-all", key="all", window_seconds=HOUR, at=at)
    if everybody >= FAILURES_ALARM:
        raise_alarm(code=Alarm.Code.CODE_GUESSING, subject=f"{at:%Y-%m-%d %H}", at=at)
