"""What this process may no longer do once it looks at a stranger's file."""

from __future__ import annotations

import os
import resource

MEMORY = 512 * 1024 * 1024
SECONDS = 10
WRITTEN = 64 * 1024 * 1024


def seal() -> None:
    """Call it when everything that is needed has been imported: afterwards no file and no connection can be opened."""
    _limit(resource.RLIMIT_AS, MEMORY)
    _limit(resource.RLIMIT_CPU, SECONDS)
    _limit(resource.RLIMIT_FSIZE, WRITTEN)
    _limit(resource.RLIMIT_CORE, 0)
    # A descriptor gets the lowest free number: with none free below the limit there is no next one.
    spare = os.dup(0)
    os.close(spare)
    _limit(resource.RLIMIT_NOFILE, spare)


def _limit(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))
