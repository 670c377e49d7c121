"""python -m safetyportal.embedded.prepare: everything the demo needs in its database and folders, in one process.

Each step may be repeated; a second run changes nothing and takes a few seconds.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command

from safetyportal.env import BASE_DIR, STATE_DIR

ACCOUNTS = "accounts.txt"


def prepare(folder: Path) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("compile_texts")
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("load_demo")
    with (folder / ACCOUNTS).open("w") as accounts:
        call_command("demo_accounts", stdout=accounts)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safetyportal.settings")
    sys.path.insert(0, str(BASE_DIR))
    django.setup()
    prepare(STATE_DIR)
