"""The steps as data: their order, when one applies, when it is done, and what an answer makes out of date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.models import Kind
from incidents.wizard.written import Answers, Written


@dataclass(frozen=True)
class Step:
    """One page. `number` is its place in "Stap 3 van 8"; pages that only say whom to call have none.

    One goes `aside` to a page by choice: the way on and the way back pass it by.
    """

    slug: str
    title: str | Promise
    done: Callable[[Written], bool]
    applies: Callable[[Written], bool] = lambda written: True
    number: int = 0
    aside: bool = False


def _answered(slug: str, key: str) -> Callable[[Written], bool]:
    return lambda written: written.of(slug).get(key) is not None


def _called(written: Written) -> bool:
    kind = written.kind
    if kind is None or kind.intake == Kind.Intake.CLOSED:
        return False
    return written.of("bellen").get("called") == kind.code


def _has_advice(written: Written) -> bool:
    return written.kind is not None and written.kind.first_answer != Kind.FirstAnswer.CASE


def _advised(written: Written) -> bool:
    return written.kind is not None and written.of("advies").get("read") == written.kind.code


def _asked(written: Written) -> bool:
    """Answered, and to the questions as they are today."""
    return written.kind is not None and written.of("vragen").get("set") == written.kind.questions_id


def _has_place(written: Written) -> bool:
    return bool(written.of("adres").get("home") or written.of("adres").get("unknown"))


def story_asked(written: Written) -> str:
    """Which question the story answers: what happens, or (with care) only what the reporter notices himself."""
    return "own" if written.needs_care else "all"


STEPS: tuple[Step, ...] = (
    Step("gevaar", _("Is er nu direct gevaar?"), _answered("gevaar", "danger"), number=1),
    Step(
        "bel-112",
        _("Bel nu 112"),
        _answered("bel-112", "called"),
        applies=lambda written: written.of("gevaar").get("danger") == "yes",
    ),
    Step("soort", _("Wat is er aan de hand?"), lambda written: written.kind is not None, number=2),
    Step(
        "bellen",
        _("Bel eerst"),
        _called,
        applies=lambda written: (
            written.kind is not None and written.kind.intake in (Kind.Intake.CALL_FIRST, Kind.Intake.CLOSED)
        ),
    ),
    Step("advies", _("Dit kunt u zelf doen"), _advised, applies=_has_advice),
    Step("adres", _("Welk adres?"), _has_place, number=3),
    Step("plek", _("Waar gebeurt het?"), _answered("plek", "where"), number=4),
    Step("vragen", _("Een paar vragen"), _asked, number=5),
    Step(
        "verhaal",
        _("Vertel wat er gebeurt"),
        lambda written: written.of("verhaal").get("asked") == story_asked(written),
        number=6,
    ),
    Step(
        "bewijs",
        _("Foto, geluid of bestand"),
        lambda written: True,
        # Who writes about himself alone, because somebody may be watching, makes no pictures of others.
        applies=lambda written: written.kind is not None and not written.needs_care,
        aside=True,
    ),
    Step(
        "contact",
        _("Hoe wilt u melden?"),
        lambda written: bool(written.of("contact").get("mode")) and not written.lacks_consent,
        number=7,
    ),
    Step("controle", _("Klopt alles?"), lambda written: False, number=8),
)
BY_SLUG = {step.slug: step for step in STEPS}
TOTAL = max(step.number for step in STEPS)


def current(written: Written) -> Step:
    """The first page that still wants an answer; the check page when all are given."""
    return next(step for step in STEPS if step.applies(written) and not step.done(written))


def is_open(step: Step, written: Written) -> bool:
    """Whether this page may be shown: it applies, and everything before it is answered."""
    return step.applies(written) and STEPS.index(step) <= STEPS.index(current(written))


def before(step: Step, written: Written) -> Step | None:
    """Where "Terug" leads; None at the first page."""
    earlier = [other for other in STEPS[: STEPS.index(step)] if other.applies(written) and not other.aside]
    return earlier[-1] if earlier else None


def changes(answers: Answers, slug: str, new: dict[str, Any]) -> dict[str, dict[str, Any] | None]:
    """What to keep when a step is answered: the answer, and what it makes out of date emptied."""
    kept: dict[str, dict[str, Any] | None] = {slug: new}
    old = answers.get(slug) or {}
    if slug == "gevaar":
        kept["bel-112"] = None
    if slug == "soort" and new.get("kind") != old.get("kind"):
        kept |= {"bellen": None} | _without_consent(answers)
    if slug == "adres" and any(new.get(key) != old.get(key) for key in ("home", "unknown")):
        kept["plek"] = None
    return kept


def _without_consent(answers: Answers) -> dict[str, dict[str, Any] | None]:
    contact = answers.get("contact")
    return {"contact": {**contact, "consent": None}} if contact else {}
