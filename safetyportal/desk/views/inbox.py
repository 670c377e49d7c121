from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from safetyportal import last_list
from safetyportal.accounts.middleware import in_background
from safetyportal.desk import filters, folds, inbox, inbox_rows
from safetyportal.desk.filters import Chosen
from safetyportal.desk.folds import Tile
from safetyportal.desk.forms import InboxFilter, SaveListForm
from safetyportal.desk.keyset import EPOCH, MICROSECOND
from safetyportal.desk.models import SavedList
from safetyportal.desk.orders import BY_AGE
from safetyportal.policy.gate import action, may
from safetyportal.policy.requests import SignedInRequest

LONGEST_OPEN = timedelta(days=7)  # a page that stood open longer counts from here


@action("case.list")
def staff_inbox(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    inbox.look_up(actor=request.user, at=now)
    form = InboxFilter(request.GET) if any(request.GET.get(name) for name in filters.NAMES) else None
    chosen = form.chosen() if form else {}
    rows, page = inbox.page(
        actor=request.user,
        chosen=chosen,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        at=now,
    )
    kept = [(one.name, filters.chosen_in(one.query), one.pinned) for one in _kept(request)]
    tiles = [*folds.DAILY, *((name, query) for name, query, pinned in kept if pinned)]
    headline = inbox.headline(actor=request.user, tiles=[query for _words, query in tiles], at=now)
    unpinned = [_tile(name, query, chosen) for name, query, pinned in kept if not pinned]
    back = _back(request, chosen)
    context = {
        "rows": inbox_rows.html(rows),
        "previous_url": f"?{filters.as_query({**chosen, 'before': page.before})}" if page.before else "",
        "next_url": f"?{filters.as_query({**chosen, 'after': page.after})}" if page.after else "",
        "filter_form": folds.filter_form(form),
        "has_errors": bool(form and form.errors),
        "chips": form.chips() if form else [],
        "tiles": [
            _tile(words, query, chosen, count)
            for (words, query), count in zip(tiles, headline.counts, strict=True)
        ],
        "others": folds.others(chosen),
        "kept": unpinned,
        "is_folded_out": folds.is_other(chosen) or any(tile.is_this for tile in unpinned),
        "has_kept": bool(kept),
        "save_form": SaveListForm(initial={"query": filters.as_query(chosen)}) if chosen else None,
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


def _kept(request: SignedInRequest) -> list[SavedList]:
    return list(SavedList.objects.for_(request.user, "worklist.keep"))


def _back(request: SignedInRequest, chosen: Chosen) -> str:
    """This very page, as a query."""
    return filters.as_query({**chosen, **{name: request.GET.get(name, "") for name in ("after", "before")}})


def _tile(words: str | Promise, query: Chosen, chosen: Chosen, count: int | None = None) -> Tile:
    counted = f"{inbox.COUNTED}+" if count is not None and count > inbox.COUNTED else str(count)
    return Tile(str(words), filters.as_query(query), dict(query) == chosen, "" if count is None else counted)
