from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from incidents.search import asking, finding
from incidents.search.looking import TooLong
from safetyportal.audit.recording import record
from safetyportal.desk import search, searches
from safetyportal.desk.search_form import SearchForm
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("case.search")
def staff_search(request: SignedInRequest) -> HttpResponse:
    if request.method == "POST":
        return _ask(request)
    key = request.GET.get("vraag", "")
    words = searches.words_of(request.session, key) if key else ""
    if not words:
        return render(request, "staff/search.html", {"form": SearchForm(), "is_gone": words is None})
    typed = request.GET.get("na", "")
    before = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 18 else None
    asked = asking.read(words)
    form = SearchForm(initial={"words": words})
    try:
        page = search.page(actor=request.user, asked=asked, before=before)
    except TooLong:
        return render(request, "staff/search.html", {"form": form, "is_too_long": True})
    context = {
        "form": form,
        "words": words,
        "asked": asked,
        "page": page,
        "counted": finding.COUNTED,
        "begin_url": f"?vraag={key}" if before else "",
        "next_url": f"?vraag={key}&na={page.after}" if page.after else "",
    }
    return render(request, "staff/search.html", context)


def _ask(request: SignedInRequest) -> HttpResponse:
    form = SearchForm(request.POST)
    if not form.is_valid():
        return render(request, "staff/search.html", {"form": form}, status=422)
    asked = asking.read(form.cleaned_data["words"])
    if case := finding.by_number(actor=request.user, asked=asked):
        return redirect("case_page", case.number)
    key = searches.keep(request.session, asked.typed)
    # That somebody looked for people, and not for whom.
    record(
        action="case.search",
        actor=request.user,
        object_kind="search",
        object_id=key,
        at=timezone.now(),
        detail={"words": len(asked.units), "phone": asked.is_phone, "mail": asked.is_mail},
    )
    return redirect(f"{reverse('staff_search')}?vraag={key}")
