"""Languages between us and reporters: what they speak, and what they wrote in words of ours. No text leaves the portal for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from incidents import acting
from incidents.acts import Act
from incidents.models import Case, Report, SpokenLanguage, TimelineEntry, Translation
from incidents.rules.languages import DUTCH, Language, name_of
from incidents.standard_texts.values import spoken as in_words
from safetyportal.accounts.models import User

Sort = TimelineEntry.Sort
# Before the key of a message, as a page names it.
MESSAGE = "bericht-"
# What reporters write themselves.
OF_REPORTERS = frozenset(
    {Sort.REPLY, Sort.AGAIN, Sort.AFRAID, Sort.COMPLAINT, Sort.REOPEN, Sort.ERASE, Sort.WITHDRAWN, Sort.DISCLOSED, Sort.RATED}
)  # fmt: skip


@dataclass(frozen=True)
class Spoken:
    """What a reporter speaks: as staff wrote down, else the language of the pages that were used."""

    report: Report
    language: str
    needs_interpreter: bool

    @property
    def name(self) -> str:
        return name_of(self.language)


def spoken_in(reports: Iterable[Report]) -> list[Spoken]:
    """Select `spoken` along."""
    found = []
    for report in reports:
        said = report.spoken_or_none
        language = said.language if said else report.language
        found.append(Spoken(report, language, bool(said and said.needs_interpreter)))
    return found


@transaction.atomic
def translate(
    *, case: Case, original: Report | TimelineEntry, language: str, text: str, by: User, at: datetime
) -> Translation:
    """Keep a translation beside what a reporter of this case wrote. Raises NotNow in a merged case."""
    fresh = acting.begin(case=case, act=Act.TRANSLATE)
    made = Translation(language=language, text=text, by=by, at=at)
    report: Report | None
    if isinstance(original, Report):
        made.report, report, what = original, original, original.number
    else:
        made.entry, report = original, original.report
        with in_words(DUTCH):
            what = str(original.get_sort_display())
    made.save()
    with in_words(DUTCH):
        said = f"{what}, in het {name_of(language)}."
    acting.done(
        case=fresh, act=Act.TRANSLATE, by=by, at=at, text=said,
        report=report,
        sensitive=False, detail={"translation": made.pk},
    )  # fmt: skip
    return made


@transaction.atomic
def write_down_language(
    *, report: Report, language: str, needs_interpreter: bool, by: User, at: datetime
) -> None:
    """Write down what this reporter speaks, and whether we need an interpreter. Raises NotNow in a merged case."""
    fresh = acting.begin(case=report.case, act=Act.SPEAK)
    spoken = SpokenLanguage(
        report=report, language=language, needs_interpreter=needs_interpreter, by=by, at=at
    )
    SpokenLanguage.objects.bulk_create(
        [spoken],
        update_conflicts=True,
        unique_fields=["report"],
        update_fields=["language", "needs_interpreter", "by", "at"],
    )
    with in_words(DUTCH):
        said = f"Taal van de melder: {name_of(language)}. Tolk nodig: {'ja' if needs_interpreter else 'nee'}."
    acting.done(case=fresh, act=Act.SPEAK, by=by, at=at, text=said, report=report, sensitive=False)


def compose(dutch: str, translations: dict[str, str]) -> str:
    """What is sent: each translation, and below them the Dutch; without one only the Dutch."""
    others = [
        text.strip() for language, text in translations.items() if language in Language and text.strip()
    ]
    if not others:
        return dutch
    return "\n\n".join([*others, DIVIDED, dutch])


DIVIDED = "― ― ―\nIn het Nederlands:"
