from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from safetyportal import translation


class Command(BaseCommand):
    help = "Bring the translation catalogues up to date with the texts in the code."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for language in translation.LANGUAGES:
            translation.update(language)
            self.stdout.write(f"{language}: {len(translation.missing(language))} texts to translate")
