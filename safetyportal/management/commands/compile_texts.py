from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from safetyportal import translation


class Command(BaseCommand):
    help = "Compile the translation catalogues."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for language in translation.LANGUAGES:
            translation.compile_language(language)
