"""The form with which somebody judges a new case and gives it a holder."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_case import LONGEST_REASON, VerbForm
from incidents.handling.holding import colleagues
from incidents.models import Case
from incidents.models.case import Band
from safetyportal.accounts.models import User
from safetyportal.texts.clean_text import PlainTextField


class TriageForm(VerbForm):
    verb, title, button = "case_triage", _("Melding beoordelen"), _("Beoordeling bewaren")
    button_class = "primary"

    band = forms.ChoiceField(
        label=_("Hoe ernstig is het?"),
        choices=Band.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een ernst."),
            "invalid_choice": _("Kies een ernst uit de lijst."),
        },
    )
    to = forms.ChoiceField(
        label=_("Wie pakt dit op?"),
        error_messages={
            "required": _("Kies wie dit oppakt."),
            "invalid_choice": _("Kies een collega van dit team."),
        },
    )
    reason = PlainTextField(
        label=_("Waarom, en wat moet een collega weten?"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Mag leeg als u het zelf oppakt en de ernst klopt. Alleen medewerkers lezen dit."),
    )

    def __init__(self, *args: Any, case: Case, by: User, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"band": case.severity_band})
        super().__init__(*args, number=case.number, **kwargs)
        self.case, self.by = case, by
        found = colleagues(team=case.team, but=by, case=case, at=timezone.now())
        self.people = {str(one.pk): one for one in [by, *found]}
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een collega")),
            (str(by.pk), _("Ikzelf")),
            *((pk, one.name) for pk, one in self.people.items() if one != by),
        ]

    def clean_to(self) -> User:
        return self.people[self.cleaned_data["to"]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not {"band", "to", "reason"} <= cleaned.keys() or cleaned["reason"]:
            return cleaned
        if cleaned["band"] != self.case.severity_band:
            self.add_error("reason", _("Schrijf waarom u de ernst aanpast."))
        elif cleaned["to"] != self.by:
            self.add_error("reason", _("Schrijf wat uw collega moet weten."))
        return cleaned
