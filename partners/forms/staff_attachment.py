"""What staff fill in to let a partner see one file: what is masked, a caption, and the ground."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidents.evidence.grid import CELLS, COLUMNS
from incidents.models import Evidence
from partners.disclosing.attachments import ONLY_PLACE
from partners.models import Referral
from partners.models.referral_words import Ground
from partners.sharing.attaching import Wanted
from safetyportal.texts.clean_text import LineField, PlainTextField

LONGEST_CAPTION = 120
WHOLE, MASKED = "whole", "masked"


class MaskGrid(forms.widgets.ChoiceWidget):
    """A tick box over each part of the photo: by mouse, finger and keyboard, and without JavaScript."""

    allow_multiple_selected = True
    use_fieldset = True
    photo = ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = {str(one) for one in value or ()}
        cells = [
            {
                "value": cell,
                "row": cell // COLUMNS + 1,
                "column": cell % COLUMNS + 1,
                "on": str(cell) in chosen,
            }
            for cell in range(CELLS)
        ]
        return render_to_string(
            "staff/parts/mask_grid.html",
            {"name": name, "id": (attrs or {}).get("id", name), "cells": cells, "photo": self.photo},
        )


class AttachForm(forms.Form):
    """One file for one partner. A photo is shared whole or with parts filled; anything else whole, or not."""

    cells = forms.TypedMultipleChoiceField(
        label=_("Wat dekt u af?"),
        help_text=_(
            "Dek gezichten, nummerborden en huisnummers af. Kies de vakken op de foto. Wat u kiest, wordt zwart in de kopie voor de partner en is daaruit verdwenen."
        ),
        choices=[(cell, cell) for cell in range(CELLS)],
        coerce=int,
        required=False,
        widget=MaskGrid,
        error_messages={"invalid_choice": _("Kies alleen vakken op de foto.")},
    )
    how = forms.ChoiceField(
        label=_("Hoe deelt u deze foto?"),
        choices=[
            (MASKED, _("Met de gekozen vakken afgedekt")),
            (WHOLE, _("Helemaal: er staat niets op dat afgedekt moet worden")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe u de foto deelt.")},
    )
    all_of_it = forms.BooleanField(
        label=_("Ja, deel het hele bestand"),
        help_text=_(
            "Afdekken kan alleen bij een foto. Luister of kijk eerst zelf: stemmen, gezichten en namen blijven erin. Twijfelt u? Deel het dan niet."
        ),
        error_messages={"required": _("Kruis aan dat u het hele bestand deelt, of ga terug.")},
    )
    only_place = forms.BooleanField(
        label=_("Op deze foto staat alleen de plek"),
        help_text=_("Geen mensen, namen of kentekens. Deze partner mag alleen een foto van de plek krijgen."),
        error_messages={"required": _("Deze partner mag alleen een foto van de plek krijgen.")},
    )
    caption = LineField(
        label=_("Bijschrift voor de partner"),
        help_text=_("Wat is erop te zien, en waar? Schrijf geen namen op die de partner niet mag weten."),
        max_length=LONGEST_CAPTION,
        error_messages={
            "required": _("Schrijf een bijschrift."),
            "max_length": _("Schrijf het bijschrift korter: niet meer dan 120 tekens."),
        },
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
        help_text=_("Waarom heeft de partner dit bestand nodig? Alleen medewerkers lezen dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Leg uit waarom delen nodig is.")},
    )

    def __init__(
        self,
        *args: Any,
        referral: Referral,
        evidence: Evidence | None,
        photo: str = "",
        action: str,
        **kwargs: Any,
    ) -> None:
        """`evidence` None: the file is not there (any more); what was typed is kept beside the message."""
        kwargs.setdefault("initial", {"ground": referral.ground, "ground_text": referral.ground_text})
        super().__init__(*args, **kwargs)
        if evidence is not None and evidence.is_photo:
            del self.fields["all_of_it"]
            self.fields["cells"].widget.photo = photo
        else:
            del self.fields["cells"], self.fields["how"]
        if evidence is None:
            del self.fields["all_of_it"]
        if referral.partner.profile not in ONLY_PLACE:
            del self.fields["only_place"]
        self.helper = FormHelper()
        self.helper.form_id = "written"
        self.helper.form_action = action
        self.helper.add_input(Submit("send", _("Delen met {partner}").format(partner=referral.partner.name)))

    def clean(self) -> dict[str, Any]:
        """Nobody shares more than they meant, nor masks nothing."""
        data = super().clean() or {}
        cells, how = data.get("cells"), data.get("how")
        if how == MASKED and not cells and "cells" not in self.errors:
            self.add_error(
                "cells", gettext("U koos geen vakken. Kies wat u afdekt, of deel de foto helemaal.")
            )
        if how == WHOLE and cells:
            self.add_error(
                "how",
                gettext(
                    "U koos ook vakken om af te dekken. Kies dat u de foto afgedekt deelt, of maak de vakken leeg."
                ),
            )
        if cells and len(cells) >= CELLS:
            self.add_error(
                "cells", gettext("Dan is er niets meer te zien. Dek minder af, of deel de foto niet.")
            )
        return data

    def wanted(self) -> Wanted:
        data = self.cleaned_data
        return Wanted(
            caption=data["caption"],
            ground=Ground(data["ground"]),
            ground_text=data["ground_text"],
            cells=frozenset(data.get("cells", ())) if data.get("how") == MASKED else frozenset(),
        )
