from __future__ import annotations

from typing import Any

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, connection
from django.db.utils import ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.client import FakePayload
from django.urls import path
from psycopg_pool import PoolTimeout

from safetyportal.hygiene import CleanInputMiddleware, DatabaseDownMiddleware, HeadersMiddleware

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"
requests = RequestFactory()


def view(request: HttpRequest, raises: str = "") -> HttpResponse:
    if raises:
        raise {"away": OperationalError, "closed": InterfaceError, "wrong": ProgrammingError}[raises](
            "secret detail"
        )
    return HttpResponse(f"{request.GET.get('q', '')}|{request.POST.get('text', '')}")


class FailsInMiddleware:
    """As sessions and users do, which are read outside any view."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "middleware" in request.path:
            raise OperationalError("secret detail")
        return self.get_response(request)


urlpatterns = [path("ok", view), path("middleware", view), path("<raises>", view)]
handler400 = "safetyportal.errors.bad_request"
handler500 = "safetyportal.errors.server_error"


@pytest.fixture
def client(settings) -> Client:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [
        "safetyportal.hygiene.HeadersMiddleware",
        "safetyportal.hygiene.CleanInputMiddleware",
        "safetyportal.hygiene.DatabaseDownMiddleware",
        f"{__name__}.FailsInMiddleware",
    ]
    return Client(raise_request_exception=False)


def refused(response: HttpResponse) -> bool:
    return response.status_code == 400 and "Wij kunnen dit niet lezen" in response.content.decode()


@pytest.mark.parametrize("url", ["/ok%00", "/ok?q=%00", "/ok?%00=1", "/ok?q=a%00b"])
def test_nul_in_an_address_is_refused(client: Client, url: str) -> None:
    assert refused(client.get(url))


@pytest.mark.parametrize(
    "url", ["/ok?q=%ff", "/ok?q=caf%e9", "/ok?q=%c0%af", "/ok?q=%ed%a0%80", "/ok?q=%f4%90%80%80"]
)
def test_a_query_that_is_not_utf8_is_refused(client: Client, url: str) -> None:
    assert refused(client.get(url))


@pytest.mark.parametrize("header", ["HTTP_USER_AGENT", "HTTP_REFERER", "HTTP_ACCEPT_LANGUAGE", "HTTP_COOKIE"])
def test_nul_in_a_header_is_refused(client: Client, header: str) -> None:
    assert refused(client.get("/ok", **{header: "a\0b"}))


def test_nul_written_as_an_escape_in_a_cookie_is_refused(client: Client) -> None:
    assert refused(client.get("/ok", HTTP_COOKIE='portal="a\\000b"'))


@pytest.mark.parametrize("body", [b"text=%ff", b"text=caf\xe9", b"%e9=1", b"text=%ed%a0%80"])
def test_a_form_that_is_not_utf8_is_refused(client: Client, body: bytes) -> None:
    assert refused(client.post("/ok", body, content_type=FORM))


def test_ordinary_dutch_and_arabic_pass_unchanged(client: Client) -> None:
    response = client.post(
        "/ok?q=caf%C3%A9+%F0%9F%98%80", "text=%D8%B3%D9%83%D9%8A%D9%86+é", content_type=FORM
    )

    assert response.content.decode() == "café 😀|سكين é"


def test_nul_inside_a_form_field_is_left_to_the_form(client: Client) -> None:
    assert client.post("/ok", b"text=a%00b", content_type=FORM).content == b"|a\0b"


def test_a_form_that_is_too_large_is_refused_and_not_a_fault(client: Client, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    assert refused(client.post("/ok", b"text=" + b"a" * 200, content_type=FORM))


def test_a_browser_that_hangs_up_half_way_is_not_a_fault(client: Client) -> None:
    class Cut(FakePayload):
        def read(self, *_: int) -> bytes:
            raise OSError("connection reset")

    assert refused(
        client.generic("POST", "/ok", b"text=a", content_type=FORM, **{"wsgi.input": Cut(b"text=a")})
    )


def test_every_page_tells_browsers_to_keep_nothing(client: Client) -> None:
    for response in (client.get("/ok"), client.get("/ok?q=%00"), client.get("/away"), client.get("/wrong")):
        assert response["Cache-Control"] == "no-store"
        assert response["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "camera=()" in response["Permissions-Policy"]
        assert "geolocation=()" in response["Permissions-Policy"]


def test_headers_that_a_file_set_for_itself_stay() -> None:
    static = HttpResponse(headers={"Cache-Control": "max-age=31536000, immutable"})

    response = HeadersMiddleware(lambda _: static)(requests.get("/"))

    assert response["Cache-Control"] == "max-age=31536000, immutable"


@pytest.mark.parametrize("url", ["/away", "/closed", "/middleware"])
def test_a_lost_database_gives_a_page_with_the_telephone_number(client: Client, settings, url: str) -> None:
    response = client.get(url)

    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert settings.ASSOCIATION_PHONE in response.content.decode()
    assert "secret detail" not in response.content.decode()


def test_the_503_page_asks_the_database_nothing(client: Client, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        client.get("/away")


def test_a_fault_of_our_own_is_not_called_a_lost_database(client: Client) -> None:
    response = client.get("/wrong")

    assert response.status_code == 500
    assert "secret detail" not in response.content.decode()


@pytest.mark.parametrize("lost", [PoolTimeout, psycopg.OperationalError, psycopg.InterfaceError])
def test_what_the_driver_and_its_pool_raise_is_a_lost_database(lost: type[Exception]) -> None:
    with pytest.raises((OperationalError, InterfaceError)) as caught, connection.wrap_database_errors:
        raise lost("no connection in time")

    response = DatabaseDownMiddleware(view).process_exception(requests.get("/"), caught.value)

    assert response is not None
    assert response.status_code == 503


def test_the_settings_hold_the_three_in_an_order_in_which_they_work(settings) -> None:
    order = {name: place for place, name in enumerate(settings.MIDDLEWARE)}
    names = [
        f"safetyportal.hygiene.{part.__name__}"
        for part in (HeadersMiddleware, CleanInputMiddleware, DatabaseDownMiddleware)
    ]

    places = [order[name] for name in names]
    assert places == sorted(places)
    assert places[-1] < order["django.contrib.sessions.middleware.SessionMiddleware"]
    assert order["csp.middleware.CSPMiddleware"] < places[1]
