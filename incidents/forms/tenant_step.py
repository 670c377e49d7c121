"""What the forms of all steps share."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms

from incidents.wizard.written import Written


class StepForm(forms.Form):
    """The questions of one step. It starts with what was answered before and gives back what to keep.

    `heading_field` names the field whose label is the heading of the page; without one the step's title is.
    """

    slug: ClassVar[str]
    template: ClassVar[str] = "tenant/steps/step.html"
    heading_field = ""

    def __init__(self, data: Any = None, *, written: Written, today: date) -> None:
        self.written = written
        self.today = today
        super().__init__(data, initial=self.start_with(written.of(self.slug)))

    def start_with(self, kept: dict[str, Any]) -> dict[str, Any]:
        return kept

    def answer(self) -> dict[str, Any]:
        """What to keep of a valid form."""
        return dict(self.cleaned_data)
