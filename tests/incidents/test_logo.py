"""The logo of the association on letters: uploaded in the settings, cleaned, printed, and put back."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import Any

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from incidents.writing import letters
from safetyportal.configuration.models import Change
from safetyportal.texts.association import current
from safetyportal.texts.models import Logo
from tests.incidents.entry_desk import client_of
from tests.incidents.evidence import making
from tests.incidents.pdf_text import text_of
from tests.incidents.tenant import words
from tests.incidents.test_letters import sent, written
from tests.world import person, routed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("association")]
EDIT = ("logo", "alles")


@pytest.fixture
def admin() -> Client:
    return client_of("beheer@")


def upload(client: Client, content: bytes, name: str = "logo.png", **more: str) -> Any:
    page = client.get(reverse("settings_edit", args=EDIT))
    posted: dict[str, Any] = {
        "kept": page.context["form"].initial["kept"],
        "version": str(page.context["version"]),
        "reason": "Nieuwe huisstijl",
        **more,
    }
    if content:
        posted["logo"] = SimpleUploadedFile(name, content)
    return client.post(reverse("settings_edit", args=EDIT), posted)


def noise() -> bytes:
    """As heavy as a picture gets."""
    made = BytesIO()
    Image.frombytes("RGB", (900, 900), Random(1).randbytes(900 * 900 * 3)).save(made, "JPEG", quality=95)
    return made.getvalue()


def printed() -> bytes:
    letter = written(routed("GEL-MUZ"))
    return letters.print_out(letter=letter, by=person("noord@"), at=timezone.now())


def pictures_in(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [
            (int(one.Width), int(one.Height)) for page in opened.pages for one in page.get_images().values()
        ]


@pytest.mark.parametrize("content", [making.png((900, 200)), making.jpeg(size=(900, 200))])
def test_a_logo_stands_on_the_letter_in_place_of_the_name(admin: Client, content: bytes) -> None:
    answer = upload(admin, content)

    paper = printed()
    assert answer.status_code == 302
    assert pictures_in(paper) == [(900, 200)]
    assert text_of(paper).strip().startswith("Postbus 99")
    assert Change.objects.get().after == {"logo": current().logo}


def test_without_one_the_name_stands_there() -> None:
    paper = printed()

    assert pictures_in(paper) == []
    assert text_of(paper).strip().startswith("Woonstichting De Linde")


@pytest.mark.parametrize("size", [(1800, 60), (60, 1800), (1, 1)])
def test_a_logo_of_any_shape_leaves_the_address_where_the_window_is(
    admin: Client, size: tuple[int, int]
) -> None:
    upload(admin, making.png(size))

    with pikepdf.open(BytesIO(printed())) as opened:
        assert len(opened.pages) == 1


def test_what_a_camera_wrote_in_it_is_not_kept(admin: Client) -> None:
    upload(admin, making.jpeg())

    with Image.open(BytesIO(making.jpeg())) as came:
        assert came.getexif()
    paper = printed()
    assert b"Exif" not in paper
    assert len(pictures_in(paper)) == 1


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "logo.svg",
            "Kies een afbeelding die op .png of .jpg eindigt.",
        ),
        (making.webp(), "logo.png", "Kies een afbeelding die op .png of .jpg eindigt."),
        (making.wav(), "logo.wav", "Kies een afbeelding die op .png of .jpg eindigt."),
        (making.png()[:200], "logo.png", "Deze afbeelding is beschadigd."),
        (making.pixel_flood(), "logo.png", "Deze afbeelding is te zwaar."),
        (noise(), "logo.jpg", "Deze afbeelding is te zwaar."),
    ],
)
def test_a_file_that_cannot_be_a_logo_is_refused_in_words_and_nothing_is_kept(
    admin: Client, content: bytes, name: str, said: str
) -> None:
    answer = upload(admin, content, name)

    assert answer.status_code == 422
    assert said in words(answer)
    assert (current().logo, Logo.objects.count()) == ("", 0)


def test_an_empty_form_changes_nothing_and_a_tick_takes_the_logo_away(admin: Client) -> None:
    upload(admin, making.png())
    key = current().logo

    upload(admin, b"")
    kept = current().logo
    upload(admin, b"", remove="on")

    assert (kept, current().logo) == (key, "")
    assert Change.objects.count() == 2


def test_a_logo_is_put_back_as_it_was(admin: Client) -> None:
    upload(admin, making.png())
    first = current().logo
    upload(admin, making.png((500, 500)))
    last = Change.objects.latest("version")

    answer = admin.post(reverse("settings_undo", args=[last.pk]), {"version": "2", "reason": "Toch de oude"})

    assert answer.status_code == 302
    assert current().logo == first
    assert "Toch de oude" in words(admin.get(reverse("settings_history", args=EDIT)))
    assert pictures_in(printed()) == [(300, 200)]


def test_a_key_that_nobody_uploaded_is_no_logo(admin: Client) -> None:
    answer = upload(admin, b"", logo="ffffffffffffffff")

    assert answer.status_code == 422
    assert current().logo == ""


def test_a_letter_that_was_sent_stays_as_it_was(admin: Client) -> None:
    letter = sent(written(routed("GEL-MUZ")))
    upload(admin, making.png())

    assert pictures_in(letters.print_out(letter=letter, by=person("noord@"), at=timezone.now())) == []


def test_only_who_makes_the_settings_may(client: Client) -> None:
    assert client_of("noord@").get(reverse("settings_edit", args=EDIT)).status_code in (403, 404)
