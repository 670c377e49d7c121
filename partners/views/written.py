"""The look at what somebody wrote for a partner, for a form with some texts: shown once before it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.forms import BaseForm

from incidents.models import Case
from partners.models import Partner
from partners.sharing.text_check import Caution, TextCheck, digest, unseen
from safetyportal.policy.requests import SignedInRequest

FORM_ID = "written"
F = TypeVar("F", bound=BaseForm)


class Written:
    """`names`: the fields of the form that the partner reads."""

    def __init__(
        self, request: SignedInRequest, *, case: Case, partner: Partner, names: Sequence[str]
    ) -> None:
        self.sent, self.names = request.POST, names
        self.check = TextCheck(case=case, partner=partner)

    def form(self, make: Callable[[Any], F]) -> F:
        """As it was sent, without the word that was to be left out."""
        form = make(self.sent)
        if "mask" not in self.sent or not form.is_valid():
            return form
        data = self.sent.copy()
        for name in self.names:
            data[name] = self.check.masked(name, form.cleaned_data[name], self.sent["mask"])
        return make(data)

    def must_look(self, form: BaseForm) -> bool:
        """Whether something in it was not shown to whoever sent this. Who leaves out a word looks again."""
        return "mask" in self.sent or unseen(self._found(form), self.sent.get("seen"))

    def context(self, form: BaseForm) -> dict[str, Any]:
        """For parts/too_much.html."""
        found = self._found(form)
        return {"found": found, "seen": digest(found), "form_id": FORM_ID}

    def _found(self, form: BaseForm) -> list[Caution]:
        return self.check.cautions((name, form.cleaned_data.get(name, "")) for name in self.names)
