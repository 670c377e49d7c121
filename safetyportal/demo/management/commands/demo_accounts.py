from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse

from safetyportal.demo.people import DEMO_ACCOUNTS, DEMO_PASSWORD


class Command(BaseCommand):
    help = "Print the accounts of the demo."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for account in DEMO_ACCOUNTS:
            self.stdout.write(f"  {account.role_nl:<22} {account.email:<38} {account.look_nl}")
        self.stdout.write(f"  Wachtwoord van allemaal: {DEMO_PASSWORD}")
        self.stdout.write(f"\n  Verstuurde mails: {settings.PUBLIC_URL}{reverse('demo_mail')}")
