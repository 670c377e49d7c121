"""The forms with which staff ask a reporter something, and deal with what a reporter asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.forms.staff_case import VerbForm
from incidents.models import Report
from safetyportal.texts.clean_text import PlainTextField
from safetyportal.texts.templatetags.portal import day


class AskReporterForm(VerbForm):
    verb, title, button = "reporter_ask", _("Vraag aan de melder"), _("Vraag versturen")

    text = PlainTextField(
        label=_("Uw vraag"),
        max_length=2000,
        help_text=_(
            "De melder antwoordt op de eigen pagina. Zolang staan onze termijnen stil. Vraag één ding tegelijk."
        ),
        error_messages={"required": _("Schrijf uw vraag.")},
    )

    def __init__(self, *args: Any, reports: Sequence[Report], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reports = sorted(reports, key=lambda report: report.filed_at, reverse=True)
        if len(self.reports) > 1:
            self.fields["report"] = self._which()
            self.order_fields(["report", "text"])

    def _which(self) -> forms.ChoiceField:
        """By number and day; who it is, is not said here."""
        return forms.ChoiceField(
            label=_("Aan welke melder?"),
            choices=[(one.number, f"{one.number}, {day(one.filed_at)}") for one in self.reports],
            initial=self.reports[0].number,
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Kies aan welke melder u het vraagt."),
                "invalid_choice": _("Kies een melding uit de lijst."),
            },
        )

    def report(self) -> Report:
        chosen = self.cleaned_data.get("report", self.reports[0].number)
        return next(one for one in self.reports if one.number == chosen)


class SettleForm(VerbForm):
    """What we did with something a reporter asked; the reporter reads it."""

    verb, title, button = "reporter_settle", _("Afhandelen"), _("Bericht versturen en afhandelen")
    button_class = "primary"

    text = PlainTextField(
        label=_("Bericht aan de melder"),
        help_text=_("Zeg wat u hebt gedaan of wat u niet doet, en waarom."),
        error_messages={"required": _("Schrijf een bericht aan de melder.")},
    )

    def __init__(self, *args: Any, about: str, **kwargs: Any) -> None:
        self.about = about
        super().__init__(*args, **kwargs)

    def address(self, number: str) -> list[str]:
        return [number, self.about]
