"""The way out of a page at once, for who may be watched: which pages have it, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from incidents.models import Kind


@dataclass(frozen=True)
class Exit:
    """`url` deletes what was written and sends the browser to `target`; `quiet` where it is only offered."""

    url: str
    target: str
    quiet: bool


def way_out(*, kind: Kind | None, url: str, restricted: bool = False) -> Exit | None:
    """None where nobody has a reason to look over a shoulder: the button itself can put people off."""
    watched = restricted or (kind is not None and kind.restricted)
    if not watched and not (kind is not None and kind.accuses_somebody):
        return None
    return Exit(url, settings.QUICK_EXIT_URL, quiet=not watched)
