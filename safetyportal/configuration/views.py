"""Settings in forms, with their history and a way back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from safetyportal.configuration import changing
from safetyportal.configuration.models import Change
from safetyportal.configuration.reason import ReasonForm
from safetyportal.configuration.sections import ALL, SECTIONS, Section, SettingsForm, Subject, Values
from safetyportal.configuration.sure import digest
from safetyportal.policy.gate import action
from safetyportal.policy.requests import SignedInRequest

HISTORY_SHOWN = 50


@dataclass(frozen=True)
class Difference:
    label: str
    before: str
    after: str


@action("settings.read")
def settings_home(request: SignedInRequest) -> HttpResponse:
    newest = {
        one.section: one
        for one in Change.objects.select_related("by").order_by("section", "-id").distinct("section")
    }
    rows = [
        (section, newest.get(section.name)) for section in SECTIONS.values() if section.is_of(request.user)
    ]
    return render(request, "staff/settings/home.html", {"rows": rows, "section": "settings"})


@action("settings.read")
def settings_section(request: SignedInRequest, name: str) -> HttpResponse:
    found = _section(request, name)
    subjects = found.subjects()
    if [one.code for one in subjects] == [ALL]:
        return redirect("settings_edit", name, ALL)
    groups = [(label, list(members)) for label, members in groupby(subjects, key=lambda one: one.group)]
    context = {"found": found, "groups": groups, "section": "settings"}
    return render(request, "staff/settings/section.html", context)


@action("settings.change")
def settings_edit(request: SignedInRequest, name: str, code: str) -> HttpResponse:
    found, subject, values = _subject(request, name, code)
    last = changing.last_change(section=found, subject=code)
    version = last.version if last else 0
    if request.method != "POST":
        form = found.form(initial=values, subject=code)
        return _edit(request, found, subject, form, ReasonForm(), version, 200)
    form, why = found.form(request.POST, request.FILES, subject=code), ReasonForm(request.POST)
    if not (form.is_valid() & why.is_valid()):
        return _edit(request, found, subject, form, why, _seen(request), 422)
    warnings = found.warnings(code, form.values())
    if warnings and request.POST.get("sure") != digest(warnings):
        return _edit(request, found, subject, form, why, _seen(request), 200, warnings=warnings)
    try:
        changing.change(
            section=found, subject=code, values=form.values(), seen_version=_seen(request), by=request.user,
            at=timezone.now(), reason=why.cleaned_data["reason"], is_new=subject.is_new,
        )  # fmt: skip
    except changing.Outdated as late:
        return _edit(request, found, subject, form, why, late.change.version, 409, other=late.change)
    except changing.Refused as refusal:
        form.add_error(None, str(refusal))
        return _edit(request, found, subject, form, why, _seen(request), 409)
    except changing.SameAsBefore:
        messages.info(request, _("Er is niets veranderd."))
        return redirect("settings_edit", name, code)
    messages.success(request, _("Bewaard. Binnen 10 seconden geldt dit overal in het portaal."))
    _say_what_is_left(request, found, code)
    return redirect("settings_history", name, code)


@action("settings.read")
def settings_history(request: SignedInRequest, name: str, code: str) -> HttpResponse:
    found, subject, _values = _subject(request, name, code)
    changes = Change.objects.select_related("by", "undoes").filter(section=name, subject=code)
    rows = [(one, differences(found, one.before, one.after)) for one in changes[:HISTORY_SHOWN]]
    context = {"found": found, "subject": subject, "rows": rows, "section": "settings"}
    return render(request, "staff/settings/history.html", context)


@action("settings.change")
def settings_undo(request: SignedInRequest, pk: int) -> HttpResponse:
    made = get_object_or_404(Change, pk=pk, section__in=SECTIONS)
    found, subject, values = _subject(request, made.section, made.subject)
    try:
        before = changing.as_before(made).values()
    except (changing.Beginning, changing.NotValidNow) as refusal:
        messages.error(request, _no_way_back(refusal))
        return redirect("settings_history", made.section, made.subject)
    last = changing.last_change(section=found, subject=made.subject)
    why = ReasonForm(request.POST or None)
    context = {
        "found": found,
        "subject": subject,
        "made": made,
        "version": last.version if last else 0,
        "differences": differences(found, values, before),
        "warnings": found.warnings(made.subject, before),
        "why": why,
        "section": "settings",
    }
    if not why.is_valid():
        return render(request, "staff/settings/undo.html", context, status=422 if why.is_bound else 200)
    try:
        changing.put_back(
            made=made,
            seen_version=_seen(request),
            by=request.user,
            at=timezone.now(),
            reason=why.cleaned_data["reason"],
        )
    except changing.Outdated:
        messages.warning(request, _("Iemand anders veranderde dit net. Kijk wat er nu zou veranderen."))
        return render(request, "staff/settings/undo.html", context, status=409)
    except changing.SameAsBefore:
        messages.info(request, _("Zo staat het al."))
    except changing.Refused as refusal:
        messages.error(request, str(refusal))
    except changing.NotValidNow as refusal:
        messages.error(request, _no_way_back(refusal))
    else:
        messages.success(request, _("Teruggezet. Binnen 10 seconden geldt dit overal in het portaal."))
        _say_what_is_left(request, found, made.subject)
    return redirect("settings_history", made.section, made.subject)


def _no_way_back(refusal: Exception) -> str:
    if isinstance(refusal, changing.Beginning):
        return _("Dit is het begin: hiervoor was er niets. Verander het in het formulier.")
    return _("Dit mag nu niet meer zo. Verander het in het formulier.")


def _say_what_is_left(request: SignedInRequest, found: Section, code: str) -> None:
    if left := found.left_over(code):
        messages.warning(request, left)


def differences(section: Section, before: Values, after: Values) -> list[Difference]:
    """What differs, in the words of the form."""
    fields = section.form.base_fields
    return [
        Difference(str(field.label), said(field, before.get(name)), said(field, after.get(name)))
        for name, field in fields.items()
        if before.get(name) != after.get(name) and not {before.get(name), after.get(name)} <= {"", None}
    ]


def said(field: Any, value: Any) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if in_words := getattr(field, "in_words", None):
        return str(in_words(value)) or "–"
    choices = dict(getattr(field, "choices", ()))
    return str(choices.get(value, value)) if value not in ("", None) else "–"


def _section(request: SignedInRequest, name: str) -> Section:
    """One that this person may see."""
    if name not in SECTIONS or not SECTIONS[name].is_of(request.user):
        raise Http404
    return SECTIONS[name]


def _subject(request: SignedInRequest, name: str, code: str) -> tuple[Section, Subject, Values]:
    found = _section(request, name)
    subject = next((one for one in found.subjects() if one.code == code), None)
    if subject is None:
        raise Http404
    return found, subject, found.load(code)


def _seen(request: SignedInRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def _edit(
    request: SignedInRequest,
    found: Section,
    subject: Subject,
    form: SettingsForm,
    why: ReasonForm,
    version: int,
    status: int,
    *,
    other: Change | None = None,
    warnings: list[str] | None = None,
) -> HttpResponse:
    context = {
        "why": why,
        "warnings": warnings,
        "sure": digest(warnings) if warnings else "",
        "found": found,
        "subject": subject,
        "form": form,
        "version": version,
        "other": other,
        "theirs": differences(found, other.before, other.after) if other else [],
        "own_page": found.own_page(subject.code),
        "has_errors": status != 200,
        "section": "settings",
    }
    return render(request, "staff/settings/edit.html", context, status=status)
