"""Somebody who was reported about comes in with the number and code of a letter, reads what we told, and answers."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.following.code_door import HOUR, TooManyTries
from incidents.forms.tenant_reply import EnterForm
from incidents.models import Party
from incidents.pages import accused_acts, accused_page
from incidents.sides import accused_session, accused_words
from incidents.views.tenant_drafts import View
from incidents.views.tenant_wait import wait
from safetyportal.policy.gate import action
from safetyportal.texts import language
from safetyportal.throttle import limits
from safetyportal.throttle.clients import client_key

MOST_IN_AN_HOUR = 20


@action("reply.enter")
def reply_enter(request: HttpRequest) -> HttpResponse:
    form = EnterForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        now = timezone.now()
        try:
            party = accused_page.enter(**form.cleaned_data, client=client_key(request), at=now)
        except TooManyTries as many:
            why = _("Er is te vaak een verkeerde code ingevuld.")
            return wait(request, "tenant/reply_enter.html", form=form, why=why, until=many.until, context={})
        if party is not None:
            made_at = party.access_code.made_at
            accused_session.begin(session=request.session, party_id=party.pk, code_made_at=made_at, at=now)
            return redirect("reply_page")
        form.add_error("number", _("Dit nummer en deze code horen niet bij elkaar. Kijk ze allebei goed na."))
    return render(request, "tenant/reply_enter.html", {"form": form})


def party_page(view: View) -> View:
    """A page of whom this browser opened with number and code; without one it leads to that door."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        had_one = accused_session.PARTY in request.session
        opened = accused_session.current(session=request.session, at=timezone.now())
        party = accused_page.reachable(party_id=opened) if opened is not None else None
        if party is None or not accused_session.is_of(
            session=request.session, code_made_at=party.access_code.made_at
        ):
            if had_one:
                accused_session.end(session=request.session)
                messages.info(request, _("Uw pagina is gesloten. Vul uw nummer en code weer in."))
            return redirect("reply_enter")
        return view(request, party, *args, **kwargs)

    return page


@action("reply.read")
@party_page
def reply_page(request: HttpRequest, party: Party) -> HttpResponse:
    context = {"told": accused_page.told(party=party), "acts": accused_acts.open_to(party)}
    return render(request, "tenant/reply_page.html", context)


@action("reply.write")
@party_page
def reply_act(request: HttpRequest, party: Party, slug: str) -> HttpResponse:
    act, now = accused_acts.BY_SLUG.get(slug), timezone.now()
    if act is None:
        raise Http404
    page = {"act": act}
    posted = request.method == "POST"
    if act not in accused_acts.open_to(party):
        messages.info(request, _("U vroeg dit al. U hoort nog van ons."))
        return redirect("reply_page")
    if posted and limits.is_over(
        bucket="accused", key=str(party.pk), limit=MOST_IN_AN_HOUR, window_seconds=HOUR, at=now
    ):
        return wait(
            request,
            "tenant/reply_act.html",
            form=act.form(request.POST),
            why=_("U hebt het laatste uur veel gestuurd."),
            until=limits.over_at(window_seconds=HOUR, at=now),
            context=page,
        )
    if other := language.switched(request):
        asked = language.as_typed(act.form(), request)
        return language.kept(render(request, "tenant/reply_act.html", {**page, "form": asked}), other)
    form = act.form(request.POST if posted else None)
    if form.is_valid():
        limits.hit(bucket="accused", key=str(party.pk), window_seconds=HOUR, at=now)
        try:
            accused_words.say(party=party, sort=act.sort, text=form.words(), at=now)
        except accused_words.Closed:
            messages.info(request, _("Dit kan nu niet meer. Bel ons als u wilt."))
        else:
            messages.success(request, str(act.done))
        return redirect("reply_page")
    return render(request, "tenant/reply_act.html", {**page, "form": form})


@action("reply.leave")
def reply_leave(request: HttpRequest) -> HttpResponse:
    accused_session.end(session=request.session)
    messages.success(request, _("Uw pagina is gesloten. Niemand kan haar hier nu nog openen."))
    response = redirect("tenant_start")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response
