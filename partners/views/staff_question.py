"""A question of a partner, with what is needed to answer it with care."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.at_work import asking
from partners.disclosing import cautions
from partners.forms.staff_question import AnswerQuestionForm
from partners.models import Question
from partners.models.referral_words import State
from partners.sharing import release_checks
from partners.sharing.sharing import seen_by_partner
from partners.views.looks import looked_at
from partners.views.staff_proposal import CASE_PARTS, REFUSALS, said_no
from partners.views.written import Written
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

# Where a referral may stand of which the question was answered or taken back.
NOT_WAITING = frozenset(State) - {State.PROPOSED}


@action("question.answer")
def question_page(request: SignedInRequest, pk: int) -> HttpResponse:
    questions = Question.objects.for_(request.user, "question.answer").select_related(
        "asked_by", "answered_by", "referral__partner", *(f"referral__case__{part}" for part in CASE_PARTS)
    )
    question = get_object_or_404(questions, pk=pk)
    if request.method != "POST":
        return _page(request, question, AnswerQuestionForm(question=question), 200)
    referral = question.referral
    written = Written(request, case=referral.case, partner=referral.partner, names=("text",))
    form = written.form(lambda sent: AnswerQuestionForm(sent, question=question))
    if not form.is_valid():
        return _page(request, question, form, 422)
    if written.must_look(form):
        return _page(request, question, form, 200, look=True, **written.context(form))
    try:
        asking.answer(question=question, **form.decided(), by=request.user, at=timezone.now())
    except REFUSALS as refusal:
        form.add_error(None, _too_late(refusal))
        return _page(request, question, form, 409, **written.context(form))
    messages.success(
        request, _("Verstuurd. {partner} leest uw antwoord.").format(partner=question.referral.partner.name)
    )
    return redirect("case_page", question.referral.case.number)


def _too_late(refusal: Exception) -> str:
    if isinstance(refusal, release_checks.NotPossible) and str(refusal) in NOT_WAITING:
        return _(
            "Deze vraag wacht niet meer op antwoord: een collega was eerst, of de partner nam de vraag terug."
        )
    return said_no(refusal)


def _page(
    request: SignedInRequest, question: Question, form: AnswerQuestionForm, status: int, **more: Any
) -> HttpResponse:
    """The page shows what a case holds, so each look is written down."""
    referral, now = question.referral, timezone.now()
    looked_at(request, case_id=referral.case_id, page="question", referral_id=referral.pk)
    context = {
        "question": question,
        "case": referral.case,
        "partner": referral.partner,
        "shown": seen_by_partner(referral),
        "cautions": cautions.by_hand(case=referral.case, partner=referral.partner, at=now),
        "waits": status != 200 or (question.waits and referral.case.is_open),
        "form": form,
        "action": reverse("question_page", args=[question.pk]),
        **more,
        "has_errors": status != 200,
        "section": "inbox",
    }
    return render(request, "staff/question.html", context, status=status)
