"""The forms of the entry page together: first all but the kind's questions, then with them. What was typed stays."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from incidents.forms.entry import EntryForm
from incidents.forms.entry_reporter import ReporterForm
from incidents.forms.tenant_questions import QuestionsForm
from incidents.intake.filing import Filing
from incidents.models import Kind
from incidents.rules.answers import StandardQuestion, Tongue, YesNo
from incidents.wizard.finishing import answered
from incidents.wizard.written import Written

Form = TypeVar("Form", bound=forms.Form)


class EntryPage:
    """`posted` is None for a page that is opened; `start` is what stands in it then."""

    def __init__(
        self,
        posted: QueryDict | None,
        *,
        kinds: list[Kind],
        may_take: bool,
        today: date,
        start: dict[str, Any],
    ) -> None:
        self.posted, self.today, self.start = posted, today, start
        self.kinds, self.may_take = kinds, may_take
        self.entry = EntryForm(posted, kinds=kinds, may_take=may_take, start=start)
        asked = posted.get("asked", "") if posted is not None else ""
        self.was_asked = bool(asked) and asked == self.asked
        self.other_kind = bool(asked) and not self.was_asked
        self.reporter = self._reporter(posted, self.was_asked)
        self.questions = self._questions(posted) if self.was_asked else None

    @property
    def kind(self) -> Kind | None:
        return self.entry.about

    @property
    def asked(self) -> str:
        """The questions of this kind as they are today."""
        return f"{self.kind.code}:{self.kind.questions_id}" if self.kind else ""

    @property
    def forms(self) -> list[forms.Form]:
        return [self.entry, *([self.questions] if self.questions else []), self.reporter]

    @property
    def is_wrong(self) -> bool:
        return any(form.errors for form in self.forms)

    @property
    def more_is_open(self) -> bool:
        """Whether something in the folded part was filled in or is wrong: that is never out of sight."""
        who, folded = self.reporter, ("language", "interpreter", "reach", "best_time", "minor")
        usual = {"language": Tongue.DUTCH, "minor": YesNo.UNKNOWN}
        return any(
            who[name].errors or (who[name].value() or usual.get(name)) != usual.get(name) for name in folded
        )

    def is_complete(self) -> bool:
        """Whether it can be filed. If not, it is ready to be shown: with what is wrong, or what is asked next."""
        if self.posted is None:
            return False
        looks = "search" in self.posted
        if not looks and self.is_wrong:
            return False
        if not looks and self.was_asked:
            return True
        self._ask_on(self.posted, with_questions=self.was_asked or not looks)
        return False

    def _ask_on(self, posted: QueryDict, *, with_questions: bool) -> None:
        """The same page with the questions of the kind; nothing is said yet of what is not filled in."""
        kind, data = self.kind, posted.copy()
        data["kind"] = kind.code if kind else ""
        data.pop("search", None)
        if not self.was_asked and kind is not None:
            # q1 of another kind is another question.
            for name in set(self._questions(None).fields) - set(StandardQuestion.values):
                data.pop(name, None)
        self.entry = _quiet(EntryForm(data, kinds=self.kinds, may_take=self.may_take, start=self.start))
        self.reporter = _quiet(self._reporter(data, with_questions))
        self.questions = _quiet(self._questions(data)) if with_questions and kind is not None else None

    def _reporter(self, data: QueryDict | None, with_consent: bool) -> ReporterForm:
        kept: dict[str, Any] = {name: self.start[name] for name in ("name", "email") if name in self.start}
        written = Written({"contact": kept}, self.kind if with_consent else None)
        return ReporterForm(data, written=written, today=self.today)

    def _questions(self, data: QueryDict | None) -> QuestionsForm:
        return QuestionsForm(data, written=Written({}, self.kind), today=self.today)

    def filing(self) -> Filing:
        """Call it when it is complete."""
        entry, who, said = self.entry, self.reporter, self.entry.cleaned_data
        if self.kind is None or entry.place is None or self.questions is None:
            raise ValueError("not complete")
        return Filing(
            kind=self.kind,
            place=entry.place,
            reporter=who.reporter(entry.home if said["lives_here"] else None),
            story=said["story"],
            names_person=said["names_person"],
            consent=who.said_consent,
            language=who.cleaned_data["language"],
            needs_interpreter=who.cleaned_data["interpreter"],
            channel=said["channel"],
            **answered(self.questions.answer()),
        )


def _quiet(form: Form) -> Form:
    """With what was typed in it, and not looked at yet."""
    vars(form)["_errors"] = ErrorDict()
    return form
