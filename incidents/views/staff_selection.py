"""Several cases at once, ticked in a list. Who ticks what is not theirs hears that it was not found, and no more."""

from __future__ import annotations

import re

from django.contrib import messages
from django.db.models import Max
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.forms.staff_selection import GiveForm
from incidents.handling import holding, selection
from incidents.models import Case
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

LONGEST_QUERY = 500
# A number, and where it was shown on a page of its own the newest line of the timeline that was seen.
TICKED = re.compile(r"(Z-[0-9A-Z-]{1,10})(?:\.([0-9]{1,18}))?")


@action("case.take")
def take(request: SignedInRequest) -> HttpResponse:
    ticked = _ticked(request.POST)
    if not _refused(request, ticked):
        cases = list(Case.objects.for_(request.user, "case.take").filter(number__in=ticked))
        outcome = selection.take(cases=cases, by=request.user, at=timezone.now())
        done = ngettext("{n} zaak is nu van u.", "{n} zaken zijn nu van u.", outcome.done)
        _say(request, done, outcome, missing=_missing(ticked, cases))
    return _back(request.POST)


@action("case.hand_over")
def give(request: SignedInRequest) -> HttpResponse:
    """Ticked in the list it leads to a page that asks to whom; that page posts here again."""
    typed = request.POST or request.GET
    ticked = _ticked(typed)
    if _refused(request, ticked):
        return _back(typed)
    own = Case.objects.for_(request.user, "case.hand_over").filter(number__in=ticked)
    cases = list(
        own.select_related("kind", "complex", "holder").annotate(seen=Max("timeline__pk")).order_by("number")
    )
    if not cases:
        messages.warning(request, _("Niet gevonden."))
        return _back(typed)
    if request.POST and "to" not in request.POST:
        return redirect(f"{reverse('selection_give')}?{_query(typed, [case.number for case in cases])}")
    form = GiveForm(request.POST or None, people=holding.takers(cases=cases, at=timezone.now()))
    if not form.is_valid():
        context = {"cases": cases, "form": form, "back": _kept(typed), "section": "inbox"}
        return render(request, "staff/selection_give.html", context, status=422 if form.is_bound else 200)
    to = form.cleaned_data["to"]
    outcome = selection.give(
        cases=[(case, ticked[case.number]) for case in cases],
        **form.cleaned_data,
        by=request.user,
        at=timezone.now(),
    )
    done = ngettext("{n} zaak is nu van {who}.", "{n} zaken zijn nu van {who}.", outcome.done)
    _say(request, done, outcome, missing=_missing(ticked, cases), to=to.name)
    return _back(request.POST)


def _ticked(typed: QueryDict) -> dict[str, int]:
    """Each number once, with the line that was seen; what is no number is a number that is not found."""
    found: dict[str, int] = {}
    for one in typed.getlist("case"):
        shape = TICKED.fullmatch(one)
        found.setdefault(shape[1] if shape else one, int(shape[2] or 0) if shape else 0)
    return found


def _refused(request: SignedInRequest, ticked: dict[str, int]) -> bool:
    """Nothing ticked, or too much: said in words, and nothing is done."""
    if not ticked:
        messages.warning(request, _("Kies eerst een of meer zaken."))
    elif len(ticked) > selection.MOST:
        words = _("U koos {n} zaken. Kies er hoogstens {most} tegelijk. Er is niets veranderd.")
        messages.warning(request, words.format(n=len(ticked), most=selection.MOST))
    else:
        return False
    return True


def _say(
    request: SignedInRequest, done: str, outcome: selection.Outcome, *, missing: list[str], to: str = ""
) -> None:
    """What was done, and each that was not by its number."""
    said = [done.format(n=outcome.done, who=to)] if outcome.done else []
    rows: list[tuple[list[str], str, str, str]] = [
        (outcome.own, _("{which} was al van u."), _("{which} waren al van u."), ""),
        *(
            (some, _("{which} was al van {who}."), _("{which} waren al van {who}."), name)
            for name, some in outcome.already.items()
        ),
        *(
            (
                some,
                _("{which} is net veranderd door {who}. Bekijk die eerst."),
                _("{which} zijn net veranderd door {who}. Bekijk die eerst."),
                name,
            )
            for name, some in outcome.changed.items()
        ),
        (outcome.closed, _("{which} is gesloten."), _("{which} zijn gesloten."), ""),
        (
            outcome.elsewhere,
            _("{which} kan niet naar deze collega: een ander team, afwezig, of iemand in de zaak."),
            _("{which} kunnen niet naar deze collega: een ander team, afwezig, of iemand in de zaak."),
            "",
        ),
        (missing, _("{which} is niet gevonden."), _("{which} zijn niet gevonden."), ""),
    ]
    for some, one, more, who in rows:
        if some:
            said.append((one if len(some) == 1 else more).format(which=", ".join(some), who=who))
    level = messages.SUCCESS if outcome.done and len(said) == 1 else messages.WARNING
    messages.add_message(request, level, " ".join(said))


def _missing(ticked: dict[str, int], cases: list[Case]) -> list[str]:
    """By number; what is no number is not said again."""
    found = {case.number for case in cases}
    other = _("een nummer dat niet klopt")
    named = [one if TICKED.fullmatch(one) else other for one in ticked if one not in found]
    return list(dict.fromkeys(named))


def _kept(typed: QueryDict) -> str:
    """The filters of the list somebody came from, as a query again."""
    return QueryDict(typed.get("back", "")[:LONGEST_QUERY]).urlencode()


def _query(typed: QueryDict, numbers: list[str]) -> str:
    query = QueryDict(mutable=True)
    query.setlist("case", numbers)
    query["back"] = _kept(typed)
    return query.urlencode()


def _back(typed: QueryDict) -> HttpResponse:
    return redirect(f"{reverse('staff_inbox')}?{_kept(typed)}")
