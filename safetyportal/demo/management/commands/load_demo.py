from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from safetyportal.demo.loading import load_association
from safetyportal.demo.papers import load_papers
from safetyportal.demo.reports import load_reports


class Command(BaseCommand):
    help = "Load the demo association; loaded already, nothing happens."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--small", action="store_true", help="three complexes, enough for tests")
        parser.add_argument("--no-reports", action="store_true", help="the association without reports")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        fresh = load_association(today=timezone.localdate(now), small=options["small"])
        if fresh and not options["no_reports"]:
            load_reports(at=now)
            load_papers(at=now)
