"""What staff fill in to answer a partner's question."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Question
from partners.models.referral_words import Ground
from safetyportal.texts.clean_text import PlainTextField


class AnswerQuestionForm(forms.Form):
    """An answer lets more out: to an outside partner it has a ground of its own."""

    text = PlainTextField(
        label=_("Uw antwoord"),
        max_length=2000,
        help_text=_(
            "Alleen deze partner leest dit. Schrijf niet meer dan nodig, geen diagnose of strafblad."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Schrijf een antwoord.")},
    )
    ground = forms.ChoiceField(
        label=_("Op welke grond deelt u dit?"),
        choices=Ground.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een grond."),
            "invalid_choice": _("Kies een grond uit de lijst."),
        },
    )
    ground_text = PlainTextField(
        label=_("Leg de grond uit"),
        help_text=_("Waarom moet de partner dit weten? Alleen medewerkers lezen dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Leg uit waarom delen nodig is.")},
    )

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        referral = question.referral
        kwargs.setdefault("initial", {"ground": referral.ground, "ground_text": referral.ground_text})
        super().__init__(*args, **kwargs)
        if referral.partner.is_internal:
            del self.fields["ground"], self.fields["ground_text"]
        self.helper = FormHelper()
        self.helper.form_id = "written"
        self.helper.form_action = reverse("question_page", args=[question.pk])
        self.helper.add_input(Submit("send", _("Antwoord versturen")))

    def decided(self) -> dict[str, Any]:
        """What the verb needs: text, ground (None for our own desks) and ground_text."""
        data = self.cleaned_data
        return {
            "text": data["text"],
            "ground": Ground(data["ground"]) if data.get("ground") else None,
            "ground_text": data.get("ground_text", ""),
        }
