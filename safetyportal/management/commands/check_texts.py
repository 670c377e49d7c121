from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from safetyportal import translation


class Command(BaseCommand):
    help = "Fail when a text of the code has no translation."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        problems = {language: translation.missing(language) for language in translation.LANGUAGES}
        lines = [f"{language}: {text!r}" for language, texts in problems.items() for text in texts]
        if lines:
            raise CommandError("\n".join([f"{len(lines)} texts without translation:", *lines[:50]]))
