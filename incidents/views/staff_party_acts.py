"""A post of a verb about one party, and back to the page of that party."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from incidents.acts import Act
from incidents.forms.staff_party import PartyVerbForm
from incidents.forms.staff_rights import AnswerForm
from incidents.models import Case, Party
from incidents.pages import people_file
from incidents.pages.people_file import Line
from incidents.views.carrying_out import Show, carry_out
from incidents.views.party_verbs import BY_SLUG, REFUSALS, Doing, form_of
from safetyportal.accounts.models import User
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("party.act")
def party_act(request: SignedInRequest, number: str, party_id: int, verb: str) -> HttpResponse:
    cases = Case.objects.for_(request.user, "party.act").filter(number=number)
    with_case = Party.objects.select_related("home", "case__kind", "case__team", "case__about_home")
    party = get_object_or_404(with_case, pk=party_id, case__in=cases)
    case, asked = party.case, BY_SLUG.get(verb)
    if asked is None:
        raise Http404
    line = Line(party, "")
    if asked.form is AnswerForm:  # the others do not need to know what waits
        [line] = people_file.lines_of(case=case, parties=[party], at=timezone.now())
    form = form_of(asked, case, line, request.user, request.POST)

    def do(*, by: User, at: datetime) -> str:
        asked.do(Doing(party=party, form=form, by=by, at=at))
        return str(asked.done)

    gone = asked.act == Act.END_PARTY
    return carry_out(
        request,
        case=case,
        form=form,
        do=do,
        back="case_people" if gone else "party_page",
        of=() if gone else (party.pk,),
        refusals=REFUSALS,
        show=show_of(party),
    )


def show_of(party: Party) -> Show:
    """The form that went wrong, with the way back to who it is about."""

    def show(request: SignedInRequest, case: Case, form: PartyVerbForm, status: int) -> HttpResponse:
        back = reverse("party_page", args=[case.number, party.pk])
        context = {"case": case, "form": form, "back_url": back, "section": "inbox"}
        return render(request, "staff/party_verb_form.html", context, status=status)

    return show
