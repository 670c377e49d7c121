from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from safetyportal import last_list
from safetyportal.accounts.middleware import in_background
from safetyportal.desk import filters, inbox
from safetyportal.desk.filters import Chosen
from safetyportal.desk.forms import InboxFilter, SaveListForm
from safetyportal.desk.keyset import EPOCH, MICROSECOND
from safetyportal.desk.lists import LISTS
from safetyportal.desk.models import SavedList
from safetyportal.desk.orders import BY_AGE
from safetyportal.policy.gate import action, may
from safetyportal.policy.requests import SignedInRequest

LONGEST_OPEN = timedelta(days=7)  # a page that stood open longer counts from here
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
    inbox.look_up(actor=request.user, at=now)
    complexes = filters.complexes(actor=request.user)
    own = {str(pk) for pk, _name in complexes}
    form = InboxFilter(request.GET, complexes=complexes)
    form.is_valid()  # a value outside the list is told at its field, and the list is shown without it
    rows, page = inbox.page(
        actor=request.user,
        chosen=form.chosen(),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        at=now,
    )
    kept = list(SavedList.objects.for_(request.user, "worklist.keep"))
    pinned = [(one.name, filters.chosen_in(one.query, own)) for one in kept if one.pinned]
    tiles = [*DAILY, *pinned]
    headline = inbox.headline(actor=request.user, tiles=[chosen for _words, chosen in tiles], at=now)
    others = _others(form)
    unpinned = [_tile(one.name, filters.chosen_in(one.query, own), form) for one in kept if not one.pinned]
    back = form.query(after=request.GET.get("after", ""), before=request.GET.get("before", ""))
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
        "others": others,
        "kept": unpinned,
        "is_folded_out": any(tile.is_this for tile in (*others, *unpinned)) and bool(form.chosen()),
        "has_kept": bool(kept),
        "save_form": _save_form(form, own),
        "back": back,
        "since": (now - EPOCH) // MICROSECOND,
        "headline": headline,
        "counted": inbox.COUNTED,
        "may_see_alarms": may("routing.overview", request.user),
        "section": "inbox",
    }
    return last_list.remember(render(request, "staff/inbox.html", context), back)


@in_background
@action("case.list")
def new_since(request: SignedInRequest) -> HttpResponse:
    """How many reports came in since a moment, in words; nothing (204) when there are none. A page asks it each minute."""
    since = BY_AGE.read(f"{request.GET.get('since', '')}.0")
    if since is None:
        return HttpResponse(status=400)
    now = timezone.now()
    count = inbox.new_since(actor=request.user, since=max(since[0], now - LONGEST_OPEN), at=now)
    if not count:
        return HttpResponse(status=204)
    if count > inbox.COUNTED:
        words = _("Meer dan {n} nieuwe meldingen").format(n=inbox.COUNTED)
    else:
        words = ngettext("{n} nieuwe melding", "{n} nieuwe meldingen", count).format(n=count)
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


def _save_form(form: InboxFilter, own: set[str]) -> SaveListForm | None:
    """Nothing chosen is nothing to keep."""
    return SaveListForm(initial={"query": form.query()}, complexes=own) if form.chosen() else None


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
