"""Drafts with everything answered, kept through the portal's own verbs by a process on its database.

python -m bench.writing 100      prints a path and a session for each
"""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random
from typing import Any

from bench.load import TOKEN, post
from safetyportal.env import BASE_DIR
from tests.faults.filing import KINDS
from tests.journeys.processes import Portal

STORY = {"story": "Elke week zitten mensen op de trap en laten rommel achter.", "names_person": "no"}
ASKED = {
    "last_seen_on": None,
    "day_part": "evening",
    "frequency": "weekly",
    "since": "1_3m",
    "impact": ["sleep"],
    "child_involved": "no",
}


def posts(portal: Portal, count: int, *, stay: bool) -> dict[str, bytes]:
    """The last POST of as many new drafts, by the id of the draft. A reporter with a name and an e-mail address."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.writing", str(count)],
        cwd=BASE_DIR, env={**os.environ, **portal.environment}, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    made = {}
    for line in done.stdout.splitlines():
        path, session = line.split()
        cookies = {"portal": session, "csrf": TOKEN}
        made[path.split("/")[2]] = post(path, {}, cookies, stay=stay)
    return made


def main(count: int) -> None:
    import django

    django.setup()
    from complexes.models import Space
    from incidents.following.return_code import made_ready

    random = Random()
    shared = list(Space.objects.exclude(entrance=None).values_list("pk", "entrance_id"))
    code = made_ready({})  # one for all: its hash is slow on purpose, and made pages before the last POST
    for _ in range(count):
        print(*_write_one(random, random.choice(shared), code))


def _write_one(random: Random, spot: tuple[int, int], code: dict[str, Any]) -> tuple[str, str]:
    from django.contrib.sessions.backends.db import SessionStore
    from django.urls import reverse
    from django.utils import timezone

    from complexes.models import Home
    from incidents.intake import drafts
    from incidents.models import Kind
    from incidents.wizard.steps import story_asked
    from incidents.wizard.written import Written

    kind = Kind.objects.get(pk=random.choice(KINDS))
    space, entrance = spot
    home = random.choice(Home.objects.filter(entrance=entrance))
    answers: dict[str, Any] = {
        "gevaar": {"danger": "no"},
        "soort": {"kind": kind.pk},
        "bellen": {"called": kind.pk},
        "adres": {"home": home.pk, "unknown": False, "lives_here": "yes"},
        "plek": {"where": "space", "space": space},
        "vragen": {**ASKED, "set": kind.questions_id, "own": _own_answers(kind)},
        "verhaal": {**STORY, "asked": story_asked(Written({}, kind))},
        "contact": {
            "mode": "named",
            "minor": "no",
            "name": "Aisha Bouzian",
            "phone": "06-00001234",
            "email": "aisha@example.nl",
            "consent": True,
        },
    }
    now = timezone.now()
    draft = drafts.begin(at=now)
    drafts.answer(draft_id=draft.pk, answers={**answers, **code}, at=now)
    session = SessionStore()
    session["drafts"] = [str(draft.pk)]
    session.create()
    return reverse("report_check", args=[draft.pk]), str(session.session_key)


def _own_answers(kind: Any) -> dict[str, list[str]]:
    chosen = {"yes_no": ["no"], "choice": ["1"], "many": ["1"]}
    asked = kind.questions.questions.filter(only_if_key="").exclude(sort="line")
    return {str(one.pk): chosen[one.sort] for one in asked}


if __name__ == "__main__":
    main(int(sys.argv[1]))
