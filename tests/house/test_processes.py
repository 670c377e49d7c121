"""What the documents say to start takes every queue: what nobody takes is never done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from safetyportal.embedded import portal
from safetyportal.embedded.state import State
from safetyportal.env import BASE_DIR
from safetyportal.queues import QUEUES

TAKES = re.compile(r"celery -A safetyportal worker [^`|]*-Q ([\w.,]+)")


@pytest.mark.parametrize("page", ["README.md", "docs/operations.md"])
def test_workers_of_the_documents_take_every_queue_once(page: str) -> None:
    taken = [one for said in TAKES.findall((BASE_DIR / page).read_text()) for one in said.split(",")]

    assert sorted(taken) == sorted(QUEUES)


def test_so_do_those_of_the_demo(tmp_path: Path) -> None:
    commands = portal.commands(port=0, state=State(tmp_path))
    lists = [one[one.index("-Q") + 1].split(",") for one in commands.values() if "-Q" in one]

    assert sorted(queue for taken in lists for queue in taken) == sorted(QUEUES)
