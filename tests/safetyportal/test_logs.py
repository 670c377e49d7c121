"""Nothing of what people typed gets into a log line, whatever went wrong with it."""

from __future__ import annotations

import io
import json
import logging
import logging.config
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path, resolve, reverse
from django.utils import timezone

from safetyportal.logs import REQUEST_ID, RequestIdMiddleware
from safetyportal.notices.models import Alarm
from safetyportal.policy.gate import action

CANARY = "Kanarina Melderstein"


@action("public.write")
def fails(request: HttpRequest, word: str) -> HttpResponse:
    logging.getLogger("portal").info("asked")
    raise ValueError(f"cannot use {request.POST['story']}")


urlpatterns = [path("faalt/<str:word>/", fails, name="fails")]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the handler of the settings would write."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    formatters: dict[str, Any] = settings.LOGGING["formatters"]  # type: ignore[assignment]
    handler.setFormatter(logging.config.DictConfigurator({}).configure_formatter({**formatters["json"]}))
    root = logging.getLogger()
    root.addHandler(handler)
    before, root.level = root.level, logging.DEBUG
    yield written
    root.removeHandler(handler)
    root.setLevel(before)


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_the_settings_use_this_formatter() -> None:
    handlers: dict[str, Any] = settings.LOGGING["handlers"]  # type: ignore[assignment]
    formatters: dict[str, Any] = settings.LOGGING["formatters"]  # type: ignore[assignment]

    assert {handler["formatter"] for handler in handlers.values()} == {"json"}
    assert formatters["json"]["()"] == "safetyportal.logs.JsonFormatter"
    assert settings.MIDDLEWARE[0] == "safetyportal.logs.RequestIdMiddleware"


def test_a_line_says_when_where_and_what(log: io.StringIO) -> None:
    logging.getLogger("portal").warning("broker away", extra={"work": "route", "tries": 3})

    (line,) = lines(log)
    assert (line["levelname"], line["name"], line["message"]) == ("WARNING", "portal", "broker away")
    assert (line["work"], line["tries"]) == ("route", 3)
    assert line["asctime"].startswith("20")


@pytest.mark.parametrize(
    "value", [CANARY, {"story": CANARY}, [CANARY], "iemand@example.nl", "regel\nregel", "x" * 81], ids=repr
)
def test_an_extra_that_may_hold_text_is_left_out(log: io.StringIO, value: object) -> None:
    logging.getLogger("portal").warning("odd", extra={"thing": value})

    assert "thing" not in lines(log)[0]


@pytest.mark.django_db
def test_a_row_that_the_database_refused_is_not_written_down(log: io.StringIO) -> None:
    def refused() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO notices_alarm (code, subject, detail, raised_at) VALUES (%s, %s, %s, NULL)",
                [Alarm.Code.NO_RULE, "x", f"{CANARY}\nsecond line {CANARY}"],
            )

    try:
        refused()
    except DatabaseError as error:
        assert CANARY in str(error)
        logging.getLogger("portal").exception("failed: %s", error)

    assert CANARY not in log.getvalue()
    (line,) = lines(log)
    assert "23502" in line["exc_info"]
    assert "in refused" in line["exc_info"]


def test_a_detail_line_in_a_message_is_left_out(log: io.StringIO) -> None:
    logging.getLogger("portal").error("refused\nDETAIL:  Failing row contains (1, %s\n%s).", CANARY, CANARY)

    assert CANARY not in log.getvalue()
    assert lines(log)[0]["message"].startswith("refused")


def test_the_causes_of_an_error_are_shown_without_what_they_say(log: io.StringIO) -> None:
    try:
        try:
            int(CANARY)
        except ValueError as error:
            raise RuntimeError(CANARY) from error
    except RuntimeError:
        logging.getLogger("portal").exception("broken")

    told = lines(log)[0]["exc_info"]
    assert CANARY not in told
    assert told.index("ValueError") < told.index("RuntimeError")


@pytest.mark.django_db
def test_a_statement_is_never_written_with_its_values(
    log: io.StringIO, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="django.db.backends")
    connection.force_debug_cursor = True
    try:
        Alarm.objects.filter(subject=CANARY, raised_at__lt=timezone.now()).exists()
    finally:
        connection.force_debug_cursor = False

    assert lines(log)
    assert CANARY not in log.getvalue()


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_a_page_that_fails_says_which_page_and_nothing_of_the_form(log: io.StringIO) -> None:
    client = Client(raise_request_exception=False)

    client.post("/faalt/Kanarina/?q=Melderstein", {"story": CANARY})

    text = log.getvalue()
    assert "Kanarina" not in text
    assert "Melderstein" not in text
    failed = [line for line in lines(log) if line["name"] == "django.request"]
    assert failed[0]["message"] == "Internal Server Error: /faalt/<str:word>/"
    assert "in fails" in failed[0]["exc_info"]


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_the_lines_of_one_request_belong_together(log: io.StringIO) -> None:
    client = Client(raise_request_exception=False)

    client.post("/faalt/x/", {"story": "a"})
    client.post("/faalt/x/", {"story": "b"})

    asked = [line["request_id"] for line in lines(log) if line["message"] == "asked"]
    failed = [line["request_id"] for line in lines(log) if line["name"] == "django.request"]
    assert len(set(asked)) == 2
    assert asked == failed
    assert REQUEST_ID.get() == ""


def test_outside_a_request_there_is_no_number(log: io.StringIO) -> None:
    RequestIdMiddleware(lambda request: HttpResponse())(RequestFactory().get("/"))
    logging.getLogger("portal").info("alone")

    assert "request_id" not in lines(log)[0]


def test_an_address_in_a_message_is_left_out(log: io.StringIO) -> None:
    logging.getLogger("portal").info("sent to iemand@example.nl")

    assert lines(log)[0]["message"] == "sent to [e-mail]"


def test_a_failing_page_is_named_by_its_pattern_and_not_by_its_address(log: io.StringIO) -> None:
    request = RequestFactory().get(reverse("partner_referral", args=[uuid4()]))
    request.resolver_match = resolve(request.path)

    logging.getLogger("portal").error("Forbidden: %s", request.path, extra={"request": request})

    assert lines(log)[0]["message"] == "Forbidden: /partner/doorverwijzingen/<uuid:referral_id>/"
