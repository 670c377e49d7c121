"""What every test stands on: a PostgreSQL and a broker of this run alone, and a browser."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import pytest

from tests import browser

pytest_plugins = ["tests.portal_fixture"]

# Settings read these, so they are set before anything of the portal is imported.
os.environ["DJANGO_SETTINGS_MODULE"] = "safetyportal.settings"
os.environ["SAFETYPORTAL_TESTING"] = "1"
os.environ.pop("SAFETYPORTAL_DEMO", None)
BROWSER_FOLDER = browser._own_folder()
STATE = Path(tempfile.mkdtemp(prefix="safetyportal-tests-"))
os.environ["SAFETYPORTAL_STATE"] = str(STATE)
# WhiteNoise warns about a folder that is not there.
(STATE / "static").mkdir()
os.environ["STATIC_ROOT"] = str(STATE / "static")

# Real processes and a real browser last: its event loop stays in this thread once it ran.
LAST = ("tests/faults", "tests/journeys")
# A microphone that hums, and nobody who asks for leave to use it.
MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


def pytest_configure() -> None:
    from safetyportal.embedded import servers
    from safetyportal.embedded.state import State

    servers.start(State(STATE), tied=True, careless=True)


def pytest_unconfigure() -> None:
    from safetyportal.embedded import servers
    from safetyportal.embedded.state import State

    servers.stop(State(STATE))
    shutil.rmtree(STATE, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def turn(item: pytest.Item) -> int:
        place = item.path.relative_to(item.config.rootpath).as_posix()
        return next((number for number, folder in enumerate(LAST, 1) if place.startswith(folder)), 0)

    items.sort(key=turn)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The small association, loaded once: a test rolls back what it adds, and one that empties the database loads it again.

    Append-only tables refuse TRUNCATE, with which Django empties the database after some tests.
    """
    from django.db import connection

    from tests.world import load_small

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname)"
            r" FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE '%\_no\_truncate'"
        )
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)
        load_small()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = browser.find()
    if found is None:
        pytest.fail(browser.ADVICE)
    args = [*browser_type_launch_args.get("args", []), *MICROPHONE]
    return {**browser_type_launch_args, "executable_path": str(found), "args": args}


@pytest.fixture(autouse=True)
def office_as_delivered() -> Iterator[None]:
    """Terms, office days, the matrix and the association are kept in the process; a test that sets them leaves nothing behind."""
    from partners.defaults import default_matrix
    from partners.disclosing import matrix
    from safetyportal.clock import office
    from safetyportal.texts import association as shown_on_pages

    office.keep(office.defaults(), seconds=3600)
    matrix.keep(default_matrix.DEFAULT, seconds=3600)
    yield
    office.forget()
    matrix.forget()
    shown_on_pages.forget()


# Not as pytest_plugins: the models it imports need the settings above.
django.setup()
# A fresh checkout has the catalogues as texts only, and pages in English are tested too.
from safetyportal.translation import LANGUAGES, compile_language  # noqa: E402

for language in LANGUAGES:
    compile_language(language)

from tests.world import association, committed_association  # noqa: E402, F401
