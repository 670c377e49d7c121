from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from safetyportal.desk import filters, inbox
from safetyportal.desk.filters import Chosen
from safetyportal.desk.forms import InboxFilter
from safetyportal.desk.lists import LISTS
from safetyportal.policy.gate import action, may
from safetyportal.policy.requests import SignedInRequest

# What people come for each day, with how much of it there is.
DAILY: list[tuple[str | Promise, Chosen]] = [
    (gettext_lazy("Vandaag te doen"), {"list": "today"}),
    (gettext_lazy("Van mij"), {"holder": "me"}),
    (gettext_lazy("Nieuw"), {"list": "new"}),
]


@dataclass(frozen=True)
class Tile:
    """A list one click away. `count` is in words, and empty where it is not counted."""

    words: str
    query: str
    is_this: bool
    count: str = ""


@action("case.list")
def staff_inbox(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    complexes = filters.complexes(actor=request.user)
    form = InboxFilter(request.GET, complexes=complexes)
    form.is_valid()  # a value outside the list is told at its field, and the list is shown without it
    rows, page = inbox.page(
        actor=request.user,
        chosen=form.chosen(),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        at=now,
    )
    tiles = DAILY
    headline = inbox.headline(actor=request.user, tiles=[chosen for _words, chosen in tiles], at=now)
    context = {
        "rows": rows,
        "previous_url": f"?{form.query(before=page.before)}" if page.before else "",
        "next_url": f"?{form.query(after=page.after)}" if page.after else "",
        "form": form,
        "chips": form.chips(),
        "tiles": [
            _tile(words, chosen, form, count)
            for (words, chosen), count in zip(tiles, headline.counts, strict=True)
        ],
        "others": _others(form),
        "headline": headline,
        "counted": inbox.COUNTED,
        "may_see_alarms": may("routing.overview", request.user),
        "section": "inbox",
    }
    return render(request, "staff/inbox.html", context)


def _tile(words: str | Promise, chosen: Chosen, form: InboxFilter, count: int | None = None) -> Tile:
    counted = f"{inbox.COUNTED}+" if count is not None and count > inbox.COUNTED else str(count)
    return Tile(
        words=str(words),
        query=filters.as_query(chosen),
        is_this=dict(chosen) == form.chosen(),
        count="" if count is None else counted,
    )


def _others(form: InboxFilter) -> list[Tile]:
    """Every other list."""
    daily = [chosen for _words, chosen in DAILY]
    lists = [(one.label, {"list": code}) for code, one in LISTS.items() if {"list": code} not in daily]
    everything: list[tuple[str | Promise, Chosen]] = [
        (_("Alle open zaken"), {}),
        (_("Van mijn team"), {"holder": "team"}),
        (_("Zonder behandelaar"), {"holder": "nobody"}),
        *lists,
    ]
    return [_tile(words, chosen, form) for words, chosen in everything]
