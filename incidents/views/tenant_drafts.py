"""Which drafts are of this browser. The session knows their ids; an id alone opens nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from incidents.intake import drafts
from incidents.models import Draft

KEY = "drafts"
# The kind about which somebody tries the advice first: kept here, because an address stays in the history.
TRIED = "tried"
MOST = 20

View = Callable[..., HttpResponseBase]


def remember(request: HttpRequest, draft: Draft) -> None:
    request.session[KEY] = [*request.session.get(KEY, []), str(draft.pk)][-MOST:]


def forget(request: HttpRequest, draft: Draft) -> None:
    """This one report that was being written; the others stay."""
    request.session[KEY] = [known for known in request.session.get(KEY, []) if known != str(draft.pk)]
    drafts.discard(draft_id=draft.pk)


def leave_nothing(request: HttpRequest) -> None:
    """Every report this browser was writing, and one it had opened: whoever looks next finds none of them."""
    written = request.session.get(KEY, [])
    # First of all this browser forgets: deleting may have to wait for a file that is coming in.
    request.session.flush()
    for known in written:
        drafts.discard(draft_id=UUID(known))


def away(request: HttpRequest) -> HttpResponse:
    """A page that says nothing and refreshes at once: browsers replace it in their history, and form-action 'self'
    forbids a redirect."""
    response = render(request, "tenant/gone.html", {"target": settings.QUICK_EXIT_URL})
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def is_own(request: HttpRequest, draft_id: UUID) -> bool:
    return str(draft_id) in request.session.get(KEY, [])


def unfinished(request: HttpRequest) -> Draft | None:
    """The report this browser was last writing, if it answered anything."""
    known = request.session.get(KEY, [])
    if not known:
        return None
    latest = Draft.objects.filter(pk__in=known, report=None).order_by("-changed_at").first()
    return latest if latest and latest.answers else None


def draft_page(view: View) -> View:
    """A page of one draft: the view gets the draft itself, or the reader hears that it is not here (any more)."""

    @wraps(view)
    def page(request: HttpRequest, draft_id: UUID, **kwargs: Any) -> HttpResponseBase:
        try:
            if not is_own(request, draft_id):
                raise Draft.DoesNotExist
            return view(request, Draft.objects.get(pk=draft_id), **kwargs)
        except Draft.DoesNotExist:
            return render(request, "tenant/unknown_draft.html", status=404)

    return page
