from __future__ import annotations

import signal
from typing import Any

from django.core.management.base import BaseCommand

from safetyportal.relay import Relay


class Command(BaseCommand):
    help = "Hear the bell and hand waiting work to Celery; route by itself while the broker is away."

    def handle(self, *args: Any, **options: Any) -> None:
        relay = Relay()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: relay.stop())
        relay.run()
