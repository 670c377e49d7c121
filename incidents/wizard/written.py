"""What a tenant wrote so far: the answers of a draft by step, with the kind they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from incidents.models import Kind
from incidents.rules.answers import Mode

Answers = Mapping[str, dict[str, Any] | None]


@dataclass(frozen=True)
class Written:
    """`kind` is None until one is chosen, and again when it may no longer be reported."""

    answers: Answers
    kind: Kind | None

    def of(self, step: str) -> dict[str, Any]:
        return self.answers.get(step) or {}

    @property
    def needs_care(self) -> bool:
        """The reporter may be watched at home, and writes only about what happens to himself."""
        return self.kind is not None and self.kind.restricted

    @property
    def asks_consent(self) -> bool:
        """This kind goes to somebody else only with the reporter's own name and leave."""
        return self.kind is not None and self.kind.share == Kind.Share.CONSENT

    @property
    def lacks_consent(self) -> bool:
        contact = self.of("contact")
        return self.asks_consent and contact.get("mode") == Mode.NAMED and contact.get("consent") is None


def read(answers: Answers, *, on: date) -> Written:
    """`answers` as kept, with the kind looked up among those that tenants may report on this day."""
    code = (answers.get("soort") or {}).get("kind")
    if not code:
        return Written(answers, None)
    return Written(
        answers, Kind.objects.for_tenants(on).select_related("group", "questions").filter(code=code).first()
    )
