"""What the two people fill in who decide whether a partner is told who reported in confidence."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidents.models import Report
from partners.models.referral_words import Ground
from partners.models.reveal import GROUNDS
from partners.sharing.revealing import LONGEST_REASON
from safetyportal.texts.clean_text import PlainTextField
from safetyportal.texts.templatetags.portal import day

TELL, DANGEROUS = "tell", "dangerous"


class AskForm(forms.Form):
    """Whose name, on which ground, and why."""

    report = forms.ChoiceField(
        label=_("Van welke melding wilt u de melder noemen?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een melding."),
            "invalid_choice": _("Kies een melding uit de lijst: van een andere is niets te delen."),
        },
    )
    ground = forms.ChoiceField(
        label=_("Op welke grond?"),
        help_text=_("Wie in vertrouwen meldde, mag alleen op een van deze drie gronden worden genoemd."),
        choices=[(one.value, one.label) for one in GROUNDS],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een grond."),
            "invalid_choice": _("Kies een grond uit de lijst."),
        },
    )
    motive = PlainTextField(
        label=_("Waarom moet deze partner weten wie meldde?"),
        help_text=_(
            "Wie vraagt erom, waarvoor, en waarom kan het niet zonder naam? De tweede persoon leest dit. Schrijf de naam van de melder niet op."
        ),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf waarom deze partner moet weten wie meldde.")},
    )

    def __init__(self, *args: Any, reports: list[Report], action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reports = {one.number: one for one in reports}
        self.fields["report"].choices = [  # type: ignore[attr-defined]
            (one.number, gettext("{number}, van {day}").format(number=one.number, day=day(one.filed_at)))
            for one in reports
        ]
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("send", _("Vraag een tweede persoon")))

    def wanted(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "report": self.reports[data["report"]],
            "ground": Ground(data["ground"]),
            "motive": data["motive"],
        }


class ConfirmForm(forms.Form):
    """Whether the reporter is told; he is, unless somebody says why that is dangerous."""

    telling = forms.ChoiceField(
        label=_("Hoort de melder dit?"),
        choices=[
            (TELL, _("Ja: het portaal zet het op de pagina van de melder")),
            (DANGEROUS, _("Nee, dat is gevaarlijk")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of de melder dit hoort.")},
    )
    not_told_why = PlainTextField(
        label=_("Waarom zou dat gevaarlijk zijn?"),
        help_text=_("Alleen bij nee. De privacyfunctionaris leest dit."),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, action: str, partner: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("send", _("Bevestigen: {partner} ziet de naam").format(partner=partner)))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        telling, why = data.get("telling"), data.get("not_told_why", "").strip()
        if telling == DANGEROUS and not why and "not_told_why" not in self.errors:
            self.add_error(
                "not_told_why", gettext("Schrijf waarom het gevaarlijk is als de melder dit hoort.")
            )
        if telling == TELL and why:
            self.add_error(
                "telling", gettext("U schreef ook waarom het gevaarlijk is. Kies nee, of haal die tekst weg.")
            )
        return data


class RefuseForm(forms.Form):
    reason = PlainTextField(
        label=_("Waarom niet?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom de melder niet wordt genoemd.")},
    )

    def __init__(self, *args: Any, action: str, button: str, **kwargs: Any) -> None:
        kwargs["auto_id"] = "refuse_%s"
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("send", button, css_class="secondary"))
