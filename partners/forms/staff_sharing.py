"""What staff fill in before a partner sees a case."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from partners.disclosing.offering import KnownRow, Offer
from partners.models import Partner
from partners.models.referral_words import Ground
from partners.sharing.sharing import Chosen, Wish
from safetyportal.texts.clean_text import LineField, PlainTextField
from safetyportal.texts.templatetags.portal import day, visible_bidi

NOT_OF_A_CODE = re.compile(r"[^\w -]", re.ASCII)
LONGEST_CODE = 30


class FieldsField(forms.MultipleChoiceField):
    """What goes along besides. What is not offered is refused with the reason."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **kwargs)
        self.why_not: Callable[[str], str] = str

    def validate(self, value: Any) -> None:
        for one in value:
            if not self.valid_value(one):
                raise ValidationError(self.why_not(one), code="refused")


class SharingForm(forms.Form):
    """What goes to a partner, on which ground and with what summary. Our own desks need no ground."""

    fields_shown = FieldsField(
        label=_("Wat mag er nog meer mee?"),
        help_text=_("Kies alleen wat de partner nodig heeft. Laat leeg als het minimum genoeg is."),
    )
    summary = PlainTextField(
        label=_("Samenvatting voor de partner"),
        help_text=_(
            "Schrijf wat u zag of hoorde, geen diagnose of strafblad. De partner ziet de melding zelf niet."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Schrijf een samenvatting voor de partner.")},
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
        help_text=_(
            "Waarom is delen nodig, en waarom kan het niet met minder? Alleen medewerkers lezen dit."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Leg uit waarom delen nodig is.")},
    )

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer = offer
        if offer.partner.is_internal:
            del self.fields["ground"], self.fields["ground_text"]
            self.fields["summary"].required = False
            self.fields["summary"].label = _("Samenvatting voor de afdeling")
        shown: Any = self.fields["fields_shown"]
        shown.choices = [(one.field, _with_hint(one)) for one in offer.choosable]
        shown.why_not = offer.why_not
        for line in offer.lines:
            self.fields[f"line_{line.pk}"] = forms.BooleanField(
                label=f"{day(line.at)}: {visible_bidi(line.text)}", required=False
            )
            self.fields[f"left_out_{line.pk}"] = LineField(
                label=_("Deze woorden weglaten"),
                help_text=_("Met een komma ertussen. Bijvoorbeeld een naam of een huisnummer."),
                required=False,
                max_length=500,
            )

    @property
    def has_choice(self) -> bool:
        return bool(self.offer.choosable)

    def line_rows(self) -> list[tuple[BoundField, BoundField]]:
        return [(self[f"line_{one.pk}"], self[f"left_out_{one.pk}"]) for one in self.offer.lines]

    def refused(self) -> list[str]:
        """Fields that were sent and not offered, as a log can keep them: no browser does that by itself."""
        offered = {one.field for one in self.offer.choosable}
        sent = self.data.getlist("fields_shown") if hasattr(self.data, "getlist") else []
        return sorted({NOT_OF_A_CODE.sub("?", one)[:LONGEST_CODE] for one in {*sent} - offered})

    def wish(self) -> Wish:
        """What was chosen so far; of what does not hold nothing."""
        data = self.cleaned_data
        lines = tuple(
            Chosen(one.pk, tuple(self._words(one.pk)))
            for one in self.offer.lines
            if data.get(f"line_{one.pk}")
        )
        ground = Ground(data["ground"]) if data.get("ground") else None
        return Wish(tuple(data.get("fields_shown", ())), data.get("summary", ""), ground, lines)

    def _words(self, line: int) -> list[str]:
        return [word.strip() for word in self.cleaned_data.get(f"left_out_{line}", "").split(",")]

    def decided(self) -> dict[str, Any]:
        """What the verb needs: ground (None for our own desks), ground_text, fields, lines and summary."""
        wish = self.wish()
        return {
            "ground": wish.ground,
            "ground_text": self.cleaned_data.get("ground_text", ""),
            "fields": list(wish.fields),
            "lines": wish.lines,
            "summary": wish.summary,
        }


def _with_hint(row: KnownRow) -> SafeString:
    """The field, with what we know of it below its name."""
    hint = "; ".join([*row.values, *([row.note] if row.note else [])])
    return format_html('{}<span class="portal-option__hint">{}</span>', row.label, hint)


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
