"""A form of a verb is posted: validate, do the one verb, and back; or the form again, with what was typed and why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from incidents.acting import Stale
from incidents.acts import NotNow
from incidents.forms.staff_case import VerbForm
from incidents.models import Case
from incidents.views.late import add_refusal
from safetyportal.policy.requests import SignedInRequest

# What a refusal of a verb is in words, each for above the form.
Refusals = Mapping[type[Exception], Callable[[Any], Iterable[str]]]
Show = Callable[[SignedInRequest, Case, Any, int], HttpResponse]


def carry_out(
    request: SignedInRequest,
    *,
    case: Case,
    form: VerbForm,
    do: Callable[..., str],
    back: str,
    refusals: Refusals,
    of: tuple[object, ...] = (),
    show: Show | None = None,
) -> HttpResponse:
    """`do` gets who acts and when, and says what was done; `back` is the name of a page of the case, or of something in it (`of`).

    `show` gives the form that went wrong, with what was typed; else a page of its own does.
    """
    show = show or again
    if not form.is_valid():
        return show(request, case, form, 422)
    try:
        said = do(by=request.user, at=timezone.now())
    except (NotNow, Stale) as refusal:
        add_refusal(form, refusal)
    except tuple(refusals) as refusal:
        for words in refusals[type(refusal)](refusal):
            form.add_error(None, words)
    else:
        messages.success(request, said)
        return redirect(back, case.number, *of)
    return show(request, case, form, 409)


def again(request: SignedInRequest, case: Case, form: VerbForm, status: int) -> HttpResponse:
    """The one form that went wrong, with what was typed; the case itself stays on its own page."""
    context = {"case": case, "form": form, "section": "inbox"}
    return render(request, "staff/verb_form.html", context, status=status)
