from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from safetyportal.desk import inbox
from safetyportal.desk.forms import InboxFilter
from safetyportal.policy.gate import action, may
from safetyportal.policy.requests import SignedInRequest


@action("case.list")
def staff_inbox(request: SignedInRequest) -> HttpResponse:
    form = InboxFilter(request.GET, complexes=inbox.complexes(actor=request.user))
    form.is_valid()  # a value outside the list is told at its field, and the list is shown without it
    rows, page = inbox.page(
        actor=request.user,
        chosen=form.cleaned_data,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        at=timezone.now(),
    )
    context = {
        "rows": rows,
        "previous_url": f"?{form.query(before=page.before)}" if page.before else "",
        "next_url": f"?{form.query(after=page.after)}" if page.after else "",
        "form": form,
        "chips": form.chips(),
        "views": _views(form),
        "headline": inbox.headline(actor=request.user),
        "counted": inbox.COUNTED,
        "may_see_alarms": may("routing.overview", request.user),
        "section": "inbox",
    }
    return render(request, "staff/inbox.html", context)


def _views(form: InboxFilter) -> list[tuple[str, str, bool]]:
    """The filters people need daily, one click away: words, query, and whether it is this page."""
    daily = [
        (_("Alles"), {}),
        (_("Van mij"), {"holder": "me"}),
        (_("Te laat"), {"term": "late"}),
        (_("Zonder behandelaar"), {"holder": "nobody"}),
        (_("Voorstel wacht"), {"proposal": "waits"}),
        (_("Vraag wacht"), {"question": "waits"}),
        (_("Melder wacht"), {"reporter": "waits"}),
    ]
    chosen = {name: value for name, value in form.cleaned_data.items() if value}
    return [
        (words, "&".join(f"{name}={value}" for name, value in one.items()), one == chosen)
        for words, one in daily
    ]
