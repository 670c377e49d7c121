"""What a partner writes back: why not, or what came of it. Short, and nothing that does not belong here."""

from __future__ import annotations

from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.urls import reverse
from django.utils.functional import Promise, lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from partners.models.referral_words import State
from safetyportal.texts.clean_text import PlainTextField

LONGEST_ANSWER = 2000
NO_DIAGNOSIS = lazy(format_html, SafeString)(
    "<strong>{}</strong>", _("Schrijf geen diagnose of strafblad op.")
)


class AnswerForm(forms.Form):
    """A form of one verb, posting to that verb's own address."""

    verb: ClassVar[str]
    button: ClassVar[str | Promise]
    from_states: ClassVar[tuple[State, ...]] = (State.RELEASED, State.ACCEPTED, State.ASKED)
    heading_field = "text"

    def __init__(self, *args: Any, referral_id: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = reverse(self.verb, args=[referral_id])
        self.helper.add_input(Submit("send", self.button))


class DeclineForm(AnswerForm):
    verb, button = "referral_decline", _("Teruggeven")

    text = PlainTextField(
        label=_("Waarom geeft u dit terug?"),
        max_length=LONGEST_ANSWER,
        help_text=NO_DIAGNOSIS,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf waarom u dit teruggeeft.")},
    )


class AskForm(AnswerForm):
    verb, button = "referral_ask", _("Vraag versturen")
    from_states = (State.RELEASED, State.ACCEPTED)

    text = PlainTextField(
        label=_("Wat wilt u weten?"),
        max_length=LONGEST_ANSWER,
        help_text=_(
            "Een medewerker van de corporatie antwoordt zo snel mogelijk. Uw termijn staat zolang stil."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf uw vraag op.")},
    )


class FinishForm(AnswerForm):
    verb, button = "referral_finish", _("Afronden")

    text = PlainTextField(
        label=_("Wat is er gedaan?"),
        max_length=LONGEST_ANSWER,
        help_text=NO_DIAGNOSIS,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf kort wat er is gedaan.")},
    )
    unsolved = forms.BooleanField(
        label=_("Het is hiermee niet opgelost"),
        required=False,
        help_text=_("Wij kijken dan of een andere ketenpartner kan helpen."),
    )
