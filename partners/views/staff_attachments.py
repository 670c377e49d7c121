"""Staff choose single files of a case for one partner, look at what it got, and take it away again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.evidence.listing import Shown, shown
from incidents.models import Evidence
from partners.disclosing import attachments
from partners.forms.staff_attachment import AttachForm
from partners.models import Attachment, Referral
from partners.models.referral_words import State
from partners.sharing import attaching, release_checks
from partners.views.attached import hand_out_attachment
from partners.views.looks import looked_at
from partners.views.staff_proposal import REFUSALS, said_no
from partners.views.written import Written
from safetyportal.audit.recording import record
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest


@dataclass(frozen=True)
class Choice:
    """A file of the case. `problem` says in words why it cannot go to this partner."""

    file: Shown
    problem: str


@action("referral.attach")
def attachment_list(request: SignedInRequest, referral_id: UUID) -> HttpResponse:
    referral = get_object_or_404(_own(request), pk=referral_id)
    return _list(request, referral, 200)


@action("referral.attach")
def attachment_new(request: SignedInRequest, referral_id: UUID, evidence_id: UUID) -> HttpResponse:
    referral = get_object_or_404(_own(request), pk=referral_id)
    evidence = attachments.candidates(referral).filter(pk=evidence_id).first()
    if request.method != "POST":
        if evidence is None or not attachments.may_have(referral.partner):
            return _list(request, referral, 404, attachments.in_words("foreign"))
        return _page(request, referral, evidence, _form(referral, evidence, evidence_id), 200)
    written = Written(request, case=referral.case, partner=referral.partner, names=("caption",))
    form = written.form(lambda sent: _form(referral, evidence, evidence_id, sent))
    if evidence is not None and not form.is_valid():
        return _page(request, referral, evidence, form, 422)
    if evidence is not None and written.must_look(form):
        return _page(request, referral, evidence, form, 200, look=True, **written.context(form))
    try:
        if not form.is_valid():
            raise attaching.NotGiven("foreign")
        attaching.give(
            referral=referral,
            evidence_id=evidence_id,
            wanted=form.wanted(),
            by=request.user,
            at=timezone.now(),
        )
    except attaching.NotGiven as refusal:
        form.add_error(None, attachments.in_words(refusal.why))
        return _page(request, referral, evidence, form, 409)
    except REFUSALS as refusal:
        form.add_error(None, said_no(refusal))
        return _page(request, referral, evidence, form, 409, **written.context(form))
    messages.success(request, _given(referral))
    return redirect("attachment_list", referral.pk)


@action("referral.attach")
def attachment_end(request: SignedInRequest, referral_id: UUID, attachment_id: UUID) -> HttpResponse:
    attachment = _attachment(request, referral_id, attachment_id)
    if request.method != "POST":
        return redirect("attachment_list", referral_id)
    try:
        attaching.take_away(attachment=attachment, by=request.user, at=timezone.now())
    except release_checks.NotPossible:
        return _list(request, attachment.referral, 409, _("Dit bestand was al weggehaald."))
    name = attachment.referral.partner.name
    messages.success(request, _("Weggehaald. {partner} ziet dit bestand niet meer.").format(partner=name))
    return redirect("attachment_list", referral_id)


@action("referral.attach")
def attachment_seen(request: SignedInRequest, referral_id: UUID, attachment_id: UUID) -> HttpResponseBase:
    """The very file that the partner gets."""
    attachment = _attachment(request, referral_id, attachment_id)
    record(
        action="evidence.read",
        actor=request.user,
        object_kind="evidence",
        object_id=attachment.evidence_id,
        at=timezone.now(),
        detail={"case": attachment.referral.case.number, "attachment": str(attachment.pk)},
    )
    return hand_out_attachment(attachment)


def _own(request: SignedInRequest) -> QuerySet[Referral]:
    return Referral.objects.for_(request.user, "referral.attach").select_related("partner", "case__kind")


def _attachment(request: SignedInRequest, referral_id: UUID, attachment_id: UUID) -> Attachment:
    found = Attachment.objects.filter(referral__in=_own(request)).select_related(
        "referral__partner", "referral__case", "evidence", "masked"
    )
    return get_object_or_404(found, pk=attachment_id, referral_id=referral_id)


def _form(referral: Referral, evidence: Evidence | None, evidence_id: UUID, data: Any = None) -> AttachForm:
    return AttachForm(
        data,
        referral=referral,
        evidence=evidence,
        photo=reverse("case_evidence", args=[referral.case.number, evidence_id]),
        action=reverse("attachment_new", args=[referral.pk, evidence_id]),
    )


def _given(referral: Referral) -> str:
    name = referral.partner.name
    if referral.state == State.PROPOSED:
        return _("Klaargelegd. {partner} ziet het zodra u het voorstel vrijgeeft.").format(partner=name)
    return _("Gedeeld. {partner} ziet dit bestand nu.").format(partner=name)


def _list(request: SignedInRequest, referral: Referral, status: int, problem: str = "") -> HttpResponse:
    _read(request, referral)
    given = list(
        Attachment.objects.in_force()
        .filter(referral=referral)
        .select_related("evidence", "masked", "given_by")
    )
    files = attachments.page_of(referral, after=request.GET.get("na", ""))
    taken = {one.evidence_id for one in given}
    context = {
        "referral": referral,
        "case": referral.case,
        "partner": referral.partner,
        "may_have": attachments.may_have(referral.partner),
        "is_proposal": referral.state == State.PROPOSED,
        "can_give": referral.state in attachments.GIVEN_IN and referral.case.is_open,
        "given": list(zip(attachments.of_rows(given), given, strict=True)),
        "choices": [
            Choice(file, _problem(referral, row))
            for file, row in zip(shown(files.rows, files.numbers), files.rows, strict=True)
            if row.pk not in taken
        ],
        "older": files.older,
        "is_newest": files.is_newest,
        "problem": problem,
        "section": "inbox",
    }
    return render(request, "staff/attachments.html", context, status=status)


def _problem(referral: Referral, evidence: Evidence) -> str:
    why = attachments.held_back(referral, evidence)
    return attachments.in_words(why) if why else ""


def _page(
    request: SignedInRequest,
    referral: Referral,
    evidence: Evidence | None,
    form: AttachForm,
    status: int,
    **more: Any,
) -> HttpResponse:
    _read(request, referral)
    why = attachments.held_back(referral, evidence) if evidence else ""
    context = {
        "referral": referral,
        "case": referral.case,
        "partner": referral.partner,
        "evidence": evidence,
        "problem": attachments.in_words(why) if why and status == 200 else "",
        "form": form,
        "action": form.helper.form_action,
        **more,
        "has_errors": status != 200,
        "section": "inbox",
    }
    return render(request, "staff/attachment.html", context, status=status)


def _read(request: SignedInRequest, referral: Referral) -> None:
    looked_at(request, case_id=referral.case_id, page="attachments", referral_id=referral.pk)
