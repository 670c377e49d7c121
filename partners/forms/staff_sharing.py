"""What staff fill in before a partner sees a case."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from partners.disclosure import FIELDS
from partners.models import Partner
from partners.models.referral import Ground
from safetyportal.texts.clean_text import PlainTextField


class SharingForm(forms.Form):
    """On which ground, with which extra fields and with what summary. Our own desks need no ground."""

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
        help_text=_(
            "Waarom is delen nodig, en waarom kan het niet met minder? Alleen medewerkers lezen dit."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Leg uit waarom delen nodig is.")},
    )
    fields_shown = forms.MultipleChoiceField(
        label=_("Wat ziet de partner nog meer?"),
        help_text=_("Kies alleen wat de partner nodig heeft. Laat leeg als het minimum genoeg is."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Dit gegeven mag deze partner niet zien.")},
    )
    summary = PlainTextField(
        label=_("Samenvatting voor de partner"),
        help_text=_(
            "Schrijf wat u zag of hoorde, geen diagnose of strafblad. De partner ziet de melding zelf niet."
        ),
        error_messages={"required": _("Schrijf een samenvatting voor de partner.")},
    )

    def __init__(
        self, *args: Any, partner: Partner, grantable: frozenset[str], action: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if partner.is_internal:
            del self.fields["ground"], self.fields["ground_text"]
            self.fields["summary"].required = False
            self.fields["summary"].label = _("Samenvatting voor de afdeling")
        options = [(code, label) for code, label in FIELDS.items() if code in grantable]
        if options:
            self.fields["fields_shown"].choices = options  # type: ignore[attr-defined]
        else:
            del self.fields["fields_shown"]
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("send", _("Vrijgeven voor {partner}").format(partner=partner.name)))

    def decided(self) -> dict[str, Any]:
        """What the verb needs: ground (None for our own desks), ground_text, fields and summary."""
        data = self.cleaned_data
        return {
            "ground": Ground(data["ground"]) if data.get("ground") else None,
            "ground_text": data.get("ground_text", ""),
            "fields": data.get("fields_shown", []),
            "summary": data["summary"],
        }


class RefuseForm(forms.Form):
    reason = PlainTextField(
        label=_("Waarom niet?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom u dit niet deelt.")},
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        kwargs["auto_id"] = "refuse_%s"
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("send", _("Niet delen"), css_class="secondary"))


class WithdrawForm(forms.Form):
    reason = PlainTextField(
        label=_("Waarom trekt u dit in?"),
        help_text=_("Alleen medewerkers lezen dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom u dit intrekt.")},
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("send", _("Intrekken"), css_class="warning"))


class PartnerForm(forms.Form):
    """To whom; the rest is asked when that is known."""

    to = forms.ChoiceField(
        label=_("Naar wie verwijst u door?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een ketenpartner of afdeling."),
            "invalid_choice": _("Kies een ketenpartner of afdeling uit de lijst."),
        },
    )

    def __init__(self, *args: Any, groups: list[tuple[str, list[Partner]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            (title, [(partner.code, partner.name) for partner in partners])
            for title, partners in groups
            if partners
        ]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.add_input(Submit("", _("Verder"), css_class="next"))


class DeliverForm(forms.Form):
    """Only when it was last delivered, as the page showed it (deliveries.Told.seen)."""

    seen = forms.IntegerField(required=False, min_value=0)
