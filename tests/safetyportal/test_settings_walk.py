"""Each setting as a functional administrator meets it: a change with its reason, its history, and back; and whatever is typed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from safetyportal.configuration import changing
from safetyportal.configuration.models import Change
from safetyportal.configuration.sections import ALL, SECTIONS
from safetyportal.texts.models import Logo
from tests.incidents.tenant import words
from tests.partners.partner_side import client_of

pytestmark = pytest.mark.django_db
WHY = "Zo spraken wij het af."
# One change that somebody could make, for each section; what a first subject has is changed.
CHANGES: dict[str, dict[str, Any]] = {
    "termijnen": {"decide": 7},
    "openingstijden": {"closed": "2028-05-15 brugdag"},
    "corporatie": {"phone_hours": "altijd"},
    "briefpapier": {"website": "www.example.nl"},
    "kleuren": {"tenant": "#123456"},
    "nummers": {"label": "De wijkagent"},
    "soorten": {"label_nl": "Iets anders"},
    "vragen": {},
    "teams": {"name": "Team Verweg"},
    "complexen": {},
    "standaardteksten": {"label": "Anders"},
    "logo": {"logo": "0123456789abcdef"},
    "ketenpartners": {"answer_days": 3},
    "convenanten": {"document": "Kast 3, map 12"},
    "gegevens-partners": {"about_home": "never"},
    "opschalen": {"look_again_months": 6},
}
TYPED = [
    "",
    "x" * 2000,
    "\x00",
    "a\u202eb",
    "<script>alert(1)</script>",
    "-1",
    "9" * 40,
    "None",
    "١٢",
    "🔥",
    "on",
]


@pytest.fixture
def admin(association: None) -> Client:
    Logo.objects.create(pk="0123456789abcdef", picture="")
    return client_of("beheer@")


def sent(name: str, code: str, /, **changes: Any) -> dict[str, str]:
    last = changing.last_change(section=SECTIONS[name], subject=code)
    values = SECTIONS[name].load(code) | changes
    return changing.as_posted(values) | {"version": str(last.version if last else 0), "reason": WHY}


def a_change(name: str, code: str) -> dict[str, Any]:
    if name == "complexen":
        offered = SECTIONS[name].form(subject=code).fields["team"].choices  # type: ignore[attr-defined]
        now = SECTIONS[name].load(code)["team"]
        return {"team": next(str(key) for key, _label in offered if key and str(key) != str(now))}
    if name == "vragen":
        asked = next(key for key, value in SECTIONS[name].load(code).items() if value is True)
        return {asked: False}
    return CHANGES[name]


def first(name: str) -> str:
    return next(one.code for one in SECTIONS[name].subjects() if not one.is_new)


def keep(client: Client, name: str, code: str, data: dict[str, str]) -> Any:
    """Also where it is asked first whether that is what is meant."""
    path = reverse("settings_edit", args=[name, code])
    answer = client.post(path, data)
    if answer.status_code == 200 and answer.context["sure"]:
        answer = client.post(path, data | {"sure": answer.context["sure"]})
    return answer


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_a_change_has_its_reason_in_the_history_and_is_put_back(admin: Client, name: str) -> None:
    code = first(name)
    before = SECTIONS[name].load(code)

    kept = keep(admin, name, code, sent(name, code, **a_change(name, code)))
    history = words(admin.get(reverse("settings_history", args=[name, code])))
    made = Change.objects.get()
    undo = reverse("settings_undo", args=[made.pk])
    bare = admin.post(undo, {"version": "1"})
    back = admin.post(undo, {"version": "1", "reason": "Toch niet."})

    assert (kept.status_code, bare.status_code, back.status_code) == (302, 422, 302)
    assert WHY in history and "Karima Lahmidi" in history
    assert SECTIONS[name].load(code) == before
    assert Change.objects.get(version=2).reason == "Toch niet."


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_without_a_reason_nothing_is_kept(admin: Client, name: str) -> None:
    code = first(name)

    answer = keep(admin, name, code, sent(name, code, **a_change(name, code)) | {"reason": "  "})

    assert answer.status_code == 422
    assert "Schrijf waarom u dit verandert." in words(answer)
    assert not Change.objects.exists()


@pytest.mark.parametrize("name", sorted(SECTIONS))
@pytest.mark.parametrize("typed", TYPED)
def test_whatever_is_typed_in_all_fields_is_kept_or_answered_in_words(
    admin: Client, name: str, typed: str
) -> None:
    for one in SECTIONS[name].subjects()[-1:] + SECTIONS[name].subjects()[:1]:
        data = dict.fromkeys(SECTIONS[name].form.base_fields, typed) | {"reason": WHY, "version": typed}

        answer = keep(admin, name, one.code, data)

        assert answer.status_code in (302, 409, 422)
        assert admin.get(reverse("settings_edit", args=[name, one.code])).status_code == 200


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_its_pages_are_in_english_too(admin: Client, name: str) -> None:
    """What the association wrote itself stays as it wrote it; what we say on these pages is in the reader's language."""
    code = first(name)
    keep(admin, name, code, sent(name, code, **a_change(name, code)))
    admin.cookies["taal"] = "en"

    for page in (
        reverse("settings_edit", args=[name, code]),
        reverse("settings_history", args=[name, code]),
        reverse("settings_undo", args=[Change.objects.get().pk]),
    ):
        answer = admin.get(page)
        assert '<html lang="en"' in answer.content.decode()
        assert not [one for one in ours_in_dutch(name) if f">{one}<" in answer.content.decode()]


def ours_in_dutch(name: str) -> list[str]:
    with override("nl"):
        labels = {str(field.label) for field in SECTIONS[name].form.base_fields.values()}
        said = {
            str(SECTIONS[name].about),
            "Bewaren",
            "Geschiedenis",
            "Zet terug",
            "Waarom verandert u dit?",
            *labels,
        }
    with override("en"):
        same = {str(field.label) for field in SECTIONS[name].form.base_fields.values()}
    return sorted(said - same)


def test_every_section_is_walked() -> None:
    assert set(CHANGES) == set(SECTIONS)
    assert ALL in {one.code for one in SECTIONS["termijnen"].subjects()}
