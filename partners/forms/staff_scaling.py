"""What staff fill in when a case goes up, while it is up, and when it comes back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_approach import ToCome, wide_text
from incidents.forms.staff_case import LONGEST_REASON
from partners.disclosing.offering import Offer
from partners.forms.staff_sharing import SharingForm
from partners.models import ScaleUp
from partners.scaling.looking_again import look_again_day
from partners.scaling.scale_criteria import criteria_for
from partners.scaling.scaling import Wanted
from safetyportal.accounts.models import User
from safetyportal.clock.calendar import local_day
from safetyportal.texts.clean_text import PlainTextField

ANSWER_WITHIN = timedelta(weeks=6)


class ScaleForm(SharingForm):
    """Sharing as ever, and why the case goes up: by which criteria, what was tried, and what is asked."""

    field_order = (
        "criteria", "tried", "question", "expected", "answer_on", "lead", "ground", "ground_text", "fields_shown", "summary",
    )  # fmt: skip

    criteria = forms.MultipleChoiceField(
        label=_("Waarom moet deze zaak omhoog?"),
        help_text=_("Kruis aan wat hier klopt. De partner leest dit niet."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kruis minstens één kenmerk aan. Past er geen, schaal dan niet op."),
            "invalid_choice": _("De kenmerken zijn net veranderd. Kies opnieuw."),
        },
    )
    tried = wide_text(
        _("Wat is al geprobeerd?"),
        _("Het portaal vulde in wat in de zaak staat. Vul aan wat ontbreekt. De partner leest dit niet."),
        rows=6,
        error_messages={"required": _("Schrijf op wat al geprobeerd is.")},
    )
    question = wide_text(
        _("Wat vraagt u?"),
        _("De partner leest dit. Vraag wat alleen zij kunnen."),
        error_messages={"required": _("Schrijf op wat u vraagt.")},
    )
    expected = wide_text(
        _("Wat verwacht u terug?"),
        _("De partner leest dit. Bijvoorbeeld: een plan, een gesprek, of wie wat doet."),
        error_messages={"required": _("Schrijf op wat u terug verwacht.")},
    )
    answer_on = ToCome(label=_("Uiterlijk wanneer?"))
    lead = forms.ChoiceField(
        label=_("Wie heeft dan de regie?"),
        choices=ScaleUp.Lead.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie de regie heeft."), "invalid_choice": _("Kies uit de lijst.")},
    )

    def __init__(self, *args: Any, offer: Offer, action: str, tried: str = "", **kwargs: Any) -> None:
        today = local_day(timezone.now())
        kwargs.setdefault("initial", {"tried": tried, "answer_on": today + ANSWER_WITHIN})
        super().__init__(*args, offer=offer, **kwargs)
        self._without_the_diary()
        self.fields["criteria"].choices = [  # type: ignore[attr-defined]
            (words, words) for words in criteria_for(offer.partner.type_code)
        ]
        self.helper = FormHelper()
        self.helper.form_id = "written"
        self.helper.form_action = action
        self.helper.add_input(Submit("send", _("Voorleggen aan een tweede persoon")))

    def _without_the_diary(self) -> None:
        """Its lines are chosen and masked one by one when the case lies there (sharing_anew)."""
        for line, left_out in self.line_rows():
            del self.fields[line.name], self.fields[left_out.name]
        if not self.has_choice:
            del self.fields["fields_shown"]

    def wanted(self) -> Wanted:
        said, shared = self.cleaned_data, self.decided()
        del shared["lines"]
        return Wanted(
            partner=self.offer.partner,
            criteria=tuple(said["criteria"]),
            tried=said["tried"],
            question=said["question"],
            expected=said["expected"],
            answer_on=said["answer_on"],
            lead=ScaleUp.Lead(said["lead"]),
            **shared,
        )


class _OfScaleUp(forms.Form):
    """Something about one of them; which, stands in the address."""

    verb = ""
    button: Any = ""
    button_class = "primary"

    def __init__(self, *args: Any, scale_up: ScaleUp, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"{self.verb}_%s"
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_id = self.verb
        self.helper.form_action = reverse(self.verb, args=[scale_up.pk])
        self.helper.add_input(Submit("send", self.button, css_class=self.button_class))


class ConfirmScaleForm(_OfScaleUp):
    verb, button = "scale_confirm", _("Ik ben het eens: opschalen")


class RefuseScaleForm(_OfScaleUp):
    verb, button, button_class = "scale_refuse", _("Niet opschalen"), "secondary"

    reason = PlainTextField(
        label=_("Waarom niet?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf waarom niet.")},
    )


class LookForm(_OfScaleUp):
    verb, button, button_class = "scale_look", _("Bewaren: het blijft opgeschaald"), "secondary"

    text = wide_text(
        _("Hoe staat het ervoor?"),
        _("Wie sprak u, en wat gebeurt er nu? Alleen medewerkers lezen dit."),
        error_messages={"required": _("Schrijf hoe het ervoor staat.")},
    )
    next_on = ToCome(label=_("Wanneer kijkt u opnieuw?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"next_on": look_again_day(at=timezone.now())})
        super().__init__(*args, **kwargs)

    def next_day(self) -> date:
        found: date = self.cleaned_data["next_on"]
        return found


class BackForm(_OfScaleUp):
    verb, button = "scale_back", _("Afschalen")

    result = wide_text(
        _("Wat zei de partner?"),
        _("Wat is besloten, en wat moeten wij doen? Alleen medewerkers lezen dit. Schrijf geen diagnose op."),
        error_messages={"required": _("Schrijf op wat de partner zei.")},
    )
    leads = forms.ChoiceField(
        label=_("Wie heeft weer de regie?"),
        error_messages={
            "required": _("Kies een collega."),
            "invalid_choice": _("Kies een collega van dit team."),
        },
    )

    def __init__(self, *args: Any, people: list[User], holder: User | None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"leads": str(holder.pk) if holder else ""})
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in people}
        self.fields["leads"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een collega")),
            *((pk, user.name) for pk, user in self.people.items()),
        ]

    def leader(self) -> User:
        return self.people[self.cleaned_data["leads"]]
