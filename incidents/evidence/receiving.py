"""What came with a form: take each file in, and say of each that is not taken why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from incidents.evidence.washing import NotTaken, Why
from incidents.models import Evidence
from safetyportal.texts.templatetags.portal import visible_bidi
from safetyportal.throttle import limits
from safetyportal.uploads import ReceivedFile

HOUR = 3600
# From one address in an hour (a flat or a phone network shares one): files, and megabytes.
MOST_IN_AN_HOUR, MOST_MEGABYTES = 60, 600
LONGEST_NAME = 40


def receive(
    *,
    files: Sequence[ReceivedFile],
    add: Callable[[ReceivedFile], Evidence],
    client: str,
    at: datetime,
) -> list[str]:
    """Hand each file to `add`; returns what went wrong, in words, with the name of the file as its owner knows it."""
    problems = []
    for file in files:
        if _is_over(client, at):
            problems.append(
                _("U hebt het laatste uur veel bestanden gestuurd. Ga verder zonder, of wacht een uur.")
            )
            break
        megabytes = max(1, (file.size or 0) // 1_000_000)
        limits.hit(bucket="files", key=client, window_seconds=HOUR, at=at)
        limits.hit(bucket="megabytes", key=client, window_seconds=HOUR, at=at, amount=megabytes)
        try:
            add(file)
        except NotTaken as not_taken:
            problems.append(f"{_name(file)}: {not_taken.why.label}")
            if not_taken.why == Why.BUSY:
                break
        finally:
            file.close()
    return problems


def _is_over(client: str, at: datetime) -> bool:
    return limits.is_over(
        bucket="files", key=client, limit=MOST_IN_AN_HOUR, window_seconds=HOUR, at=at
    ) or limits.is_over(bucket="megabytes", key=client, limit=MOST_MEGABYTES, window_seconds=HOUR, at=at)


def _name(file: ReceivedFile) -> str:
    name = visible_bidi(file.name or _("Bestand"))
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
