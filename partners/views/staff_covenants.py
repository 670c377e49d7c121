"""The register of covenants, for privacy officer and functional administrator; a change of one is a setting (covenants)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from incidents.views.handing import hand_out_pieces
from partners.covenants import covenant_alarms, covenant_papers, covenant_register
from partners.forms.covenant import CovenantForm, PaperForm
from partners.models import Covenant, CovenantPaper
from partners.registers import covenants
from safetyportal.audit.recording import record
from safetyportal.configuration.changing import Refused
from safetyportal.configuration.reason import ReasonForm
from safetyportal.configuration.sure import digest
from safetyportal.notices import alarms
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

NEW = "nieuw"
MOST_WARNED = 50


@action("covenant.list")
def covenant_list(request: SignedInRequest) -> HttpResponse:
    which = request.GET.get("lijst", "")
    which = which if which in covenant_register.LISTS else covenant_register.NOW
    shown = covenant_register.page(which=which, after=request.GET.get("na", ""), on=timezone.localdate())
    address = reverse("covenant_list")
    warned = list(covenant_alarms.open_ones()[:MOST_WARNED])
    ended = [one for one in warned if covenant_alarms.has_ended(one, on=timezone.localdate())]
    context = {
        "lists": [
            (words, f"{address}?{urlencode({'lijst': name})}", name == which)
            for name, words in covenant_register.LISTS.items()
        ],
        "lines": shown.lines,
        "ended": [(one, covenant_alarms.key_of(one)) for one in ended],
        "ending": [(one, covenant_alarms.key_of(one)) for one in warned if one not in ended],
        "first_url": f"{address}?{urlencode({'lijst': which})}" if request.GET.get("na") else "",
        "next_url": f"{address}?{urlencode({'lijst': which, 'na': shown.after})}" if shown.after else "",
        "section": "covenants",
    }
    return render(request, "staff/covenants/list.html", context)


@action("covenant.list")
def covenant_page(request: SignedInRequest, key: int) -> HttpResponse:
    return _page(request, key, PaperForm(), 200)


@action("covenant.make")
def covenant_new(request: SignedInRequest) -> HttpResponse:
    """`verleng` goes on after another one; `partner` is whom it is with."""
    if request.method != "POST":
        before = _before(request.GET.get("verleng", ""))
        values = covenants.blank(partner=request.GET.get("partner", ""), after=before)
        return _new(request, CovenantForm(initial=values, subject=NEW), ReasonForm(), 200)
    form, why = CovenantForm(request.POST, subject=NEW), ReasonForm(request.POST)
    if not (form.is_valid() & why.is_valid()):
        return _new(request, form, why, 422)
    warnings = covenants.warn(NEW, form.values())
    if warnings and request.POST.get("sure") != digest(warnings):
        return _new(request, form, why, 200, warnings)
    try:
        made = covenants.make(
            values=form.values(), by=request.user, at=timezone.now(), reason=why.cleaned_data["reason"]
        )
    except Refused as refusal:
        form.add_error("starts_on", str(refusal))
        return _new(request, form, why, 409)
    messages.success(request, _("Het convenant staat in het register. Voeg nu het ondertekende stuk toe."))
    return redirect("covenant_page", made.pk)


@action("covenant.add_paper")
def covenant_add_paper(request: SignedInRequest, key: int) -> HttpResponse:
    covenant = get_object_or_404(Covenant, pk=key)
    form = PaperForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, key, form, 422)
    try:
        covenant_papers.add(
            covenant=covenant, file=form.cleaned_data["paper"], by=request.user, at=timezone.now()
        )
    except covenant_papers.Refused as refusal:
        form.add_error("paper", str(refusal))
        return _page(request, key, form, 422)
    messages.success(request, _("Het stuk is bewaard."))
    return redirect("covenant_page", key)


@action("covenant.read_paper")
def covenant_paper(request: SignedInRequest, key: int, paper_id: Any) -> StreamingHttpResponse:
    """Only to the reader's own disk: nothing of it is shown in the page."""
    paper = get_object_or_404(
        CovenantPaper.objects.select_related("covenant__partner"), pk=paper_id, covenant=key
    )
    record(
        action="covenant.read_paper",
        actor=request.user,
        object_kind="covenant",
        object_id=key,
        detail={"paper": str(paper.pk)},
        at=timezone.now(),
    )
    name = f"convenant-{paper.covenant.partner.code}-{paper.added_at:%Y-%m-%d}.pdf"
    return hand_out_pieces(file=paper, media_type="application/pdf", name=name)


@action("covenant.seen")
def covenant_seen(request: SignedInRequest, pk: int) -> HttpResponse:
    alarm = get_object_or_404(covenant_alarms.open_ones(), pk=pk)
    alarms.clear(alarm=alarm, by=request.user, at=timezone.now())
    messages.success(request, _("Het alarm is gezien. In de lijst blijft staan dat het convenant afloopt."))
    return redirect("covenant_list")


def _before(typed: str) -> Covenant | None:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        return None
    return Covenant.objects.select_related("partner").filter(pk=typed).first()


def _page(request: SignedInRequest, key: int, form: PaperForm, status: int) -> HttpResponse:
    line = covenant_register.line(key=key, on=timezone.localdate())
    if line is None:
        raise Http404
    context = {
        "line": line,
        "covenant": line.covenant,
        "papers": line.covenant.papers.select_related("added_by")[: covenant_papers.MOST_PAPERS],
        "settings_name": covenants.SECTION,
        "form": form,
        "has_errors": status != 200,
        "section": "covenants",
    }
    return render(request, "staff/covenants/page.html", context, status=status)


def _new(
    request: SignedInRequest,
    form: CovenantForm,
    why: ReasonForm,
    status: int,
    warnings: list[str] | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "why": why,
        "warnings": warnings,
        "sure": digest(warnings) if warnings else "",
        "has_errors": status != 200,
        "section": "covenants",
    }
    return render(request, "staff/covenants/new.html", context, status=status)
