"""Referrals put out through the verb, to partners of this test, by a process of its own on the portal's database.

with HandingOut(portal, partners, cases) as out:
                                      makes those partners, {code: category}, each with one person, and files that many reports
    out.release(["gemeente"], 8, pace=1)  8 referrals for each of these partners, `pace` seconds apart
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Any
from uuid import uuid4

from safetyportal.env import BASE_DIR
from tests.journeys.processes import Portal, wait_until

WAITING = "SELECT count(*) FROM incidents_routingorder WHERE done_at IS NULL"


def address(code: str) -> str:
    return f"{code}@post.example.nl"


class HandingOut:
    def __init__(self, portal: Portal, partners: dict[str, str], cases: int) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.handing_out", json.dumps(partners), str(cases)],
            cwd=BASE_DIR, env={**os.environ, **portal.environment},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdin and self.process.stdout
        self.orders, self.answers = self.process.stdin, self.process.stdout
        if self.answers.readline() != "ready\n":
            self.__exit__()
            raise AssertionError("no partners were made")
        wait_until(lambda: portal.query(WAITING)[0][0] == 0, 60)

    def release(self, codes: list[str], count: int, *, pace: float = 0) -> None:
        self.orders.write(json.dumps([codes, count, pace]) + "\n")
        self.orders.flush()
        assert self.answers.readline() == "done\n"

    def __enter__(self) -> HandingOut:
        return self

    def __exit__(self, *_: Any) -> None:
        self.process.communicate(timeout=60)


def main(partners: dict[str, str], cases: int) -> None:
    import django

    django.setup()
    for code, category in partners.items():
        _make(code, category)
    numbers = [_file_one() for _ in range(cases)]
    print("ready", flush=True)
    for line in sys.stdin:
        codes, count, pace = json.loads(line)
        due = time.monotonic()
        for _ in range(count):
            time.sleep(max(0, due - time.monotonic()))
            due += pace
            number = numbers.pop()
            for code in codes:
                _release(number, code)
        print("done", flush=True)


def _make(code: str, category: str) -> None:
    from datetime import date

    from partners.models import Covenant, Membership, Partner
    from safetyportal.accounts.models import User
    from safetyportal.accounts.roles import Audience

    partner = Partner.objects.create(
        code=code, type_code="TEST", name=code.capitalize(), category=category, profile="basic"
    )
    user = User.objects.create_user(email=address(code), name=code.capitalize(), audience=Audience.PARTNER)
    # Without one the partner may not read what is released by itself, and is not mailed.
    Covenant.objects.create(
        partner=partner, purpose="Proef", starts_on=date(2026, 1, 1), ends_on=date(2036, 1, 1)
    )
    Membership.objects.create(user=user, partner=partner, starts_on=date(2026, 1, 1))


def _file_one() -> str:
    from django.utils import timezone

    from incidents.intake.reporting import file_report
    from tests.world import CODE_HASH, anonymous, filing

    told = filing("VUI-ALG", reporter=anonymous())
    filed = file_report(
        filing=told, draft_key=uuid4(), code_hash=CODE_HASH, by=None, at=timezone.now()
    )  # fmt: skip
    return str(filed.number)


def _release(number: str, code: str) -> Any:
    from django.db import transaction
    from django.utils import timezone

    from incidents.models import Case
    from partners import referrals
    from partners.models import Partner

    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(reports__number=number)
        return referrals.open_released(
            case=case, partner=Partner.objects.get(code=code), mode="M", at=timezone.now()
        )


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), int(sys.argv[2]))
