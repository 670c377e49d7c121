"""Choosing another language without losing what is being written: the form comes along (components/languages.html)."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.datastructures import MultiValueDict


def switched(request: HttpRequest) -> str:
    """The language this form was posted to get, from here on the one of this request; "" where it was not."""
    asked = request.POST.get("language", "") if request.method == "POST" else ""
    if asked not in dict(settings.LANGUAGES):
        return ""
    translation.activate(asked)
    request.LANGUAGE_CODE = asked
    return asked


def as_typed(form: forms.Form, request: HttpRequest) -> forms.Form:
    """`form`, not bound, with what was typed in its fields and nothing said about it."""
    for name, field in form.fields.items():
        form.initial[name] = field.widget.value_from_datadict(
            request.POST, MultiValueDict(), form.add_prefix(name)
        )
    return form


def kept(response: HttpResponse, language: str) -> HttpResponse:
    """`response`, which tells the browser to keep to `language`; as Django's own set_language does."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path=settings.LANGUAGE_COOKIE_PATH,
        domain=settings.LANGUAGE_COOKIE_DOMAIN,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
    return response
