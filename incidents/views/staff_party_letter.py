"""A letter with number and code for who was reported about, to print."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.acts import NotNow
from incidents.following.code_letters import NoLetter
from incidents.models import Case
from incidents.pages import people_file
from incidents.sides import accused_letters
from incidents.sides.parties import Gone
from incidents.views.late import not_now
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@action("party.letter")
def party_letter(request: SignedInRequest, number: str, party_id: int) -> HttpResponse:
    """Post makes the code and comes back to look at it, so that a reload makes no other."""
    cases = Case.objects.for_(request.user, "party.letter")
    case, now = get_object_or_404(cases, number=number), timezone.now()
    party = get_object_or_404(case.parties.select_related("home", "case"), pk=party_id)
    if request.method == "POST":
        try:
            accused_letters.write(party=party, by=request.user, at=now)
        except NoLetter as refusal:
            messages.warning(request, str(refusal.why))
            return redirect("party_page", number, party_id)
        except Gone:
            messages.warning(request, _("Een collega haalde deze persoon intussen van de zaak af."))
            return redirect("case_people", number)
        except NotNow as refusal:
            messages.warning(request, not_now(refusal))
            return redirect("party_page", number, party_id)
        return redirect("party_letter", number, party_id)
    letter = accused_letters.show(party=party, by=request.user, at=now)
    if letter is None:
        messages.info(request, _("Deze brief is niet meer te zien. Maak zo nodig een nieuwe."))
        return redirect("party_page", number, party_id)
    context = {
        "case": case,
        "party": party,
        "letter": letter,
        "heading": _("Brief met een code"),
        "own_number": people_file.number_of(party),
        "to": party,
        "language": party.language,
        "door": f"{settings.PUBLIC_URL}{reverse('reply_enter')}",
        "section": "inbox",
    }
    return render(request, "staff/party_letter.html", context)
