"""A photo that goes to a partner with areas masked: the partner gets the filled copy and nothing of what is under it."""

from __future__ import annotations

import threading
from base64 import b64encode
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from incidents.evidence.grid import CELLS
from incidents.evidence.keeping import Part, read
from incidents.models import Evidence, EvidenceFile, MaskedPhoto
from partners.models import Attachment, Referral
from partners.models.referral_words import Ground
from partners.sharing import attaching
from tests.incidents.evidence.test_masking import colours, pointed_at
from tests.partners.giving import SAID, body_of, case_with_photo, choose, fetch, given, to_police
from tests.partners.partner_side import by_hand, client_of, page_of
from tests.world import person

CHOSEN = ["0", "1", "12", "13"]


@pytest.fixture
def photo(association: None) -> Evidence:
    return case_with_photo()[1]


@pytest.fixture
def police(photo: Evidence) -> Referral:
    assert photo.report is not None
    return to_police(photo.report.case)


def size_of(body: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(body)) as opened:
        return opened.size


@pytest.mark.django_db
def test_the_partner_gets_the_filled_copy_in_every_way(police: Referral, photo: Evidence) -> None:
    before = {one.part: one.sha256 for one in photo.files.all()}

    attachment = given(police, photo, how="masked", cells=CHOSEN)

    body = body_of(fetch(attachment))
    for cell in CHOSEN:
        assert colours(body, pointed_at(int(cell), *size_of(body))) == {(0, 0, 0)}
    page = client_of("wijkagent-noord@").get(page_of(police)).content.decode()
    shown = EvidenceFile.objects.get(evidence=photo, part=Part.SMALL)
    assert b64encode(b"".join(read(shown))).decode() not in page
    assert "data:image/jpeg" in page
    assert {one.part: one.sha256 for one in photo.files.all()} == before


@pytest.mark.django_db
def test_each_partner_has_a_copy_of_its_own(police: Referral, photo: Evidence) -> None:
    town = by_hand(police.case, "gemeente-lindestad")
    first = given(police, photo, how="masked", cells=["0"])
    second = given(town, photo, how="masked", cells=["50"])

    assert first.masked_id != second.masked_id
    bodies = [body_of(fetch(first)), body_of(fetch(second, "veiligheid@lindestad"))]
    assert colours(bodies[0], pointed_at(0, *size_of(bodies[0]))) == {(0, 0, 0)}
    assert colours(bodies[1], pointed_at(0, *size_of(bodies[1]))) != {(0, 0, 0)}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"how": "masked"}, "U koos geen vakken."),
        ({"how": "whole", "cells": ["3"]}, "U koos ook vakken om af te dekken."),
        ({"how": None, "cells": ["3"]}, "Kies hoe u de foto deelt."),
        ({"how": "masked", "cells": [str(CELLS)]}, "Kies alleen vakken op de foto."),
        ({"how": "masked", "cells": ["-1"]}, "Kies alleen vakken op de foto."),
        ({"how": "masked", "cells": [str(one) for one in range(CELLS)]}, "Dan is er niets meer te zien."),
        ({"how": "masked", "cells": ["3"], "caption": " "}, "Schrijf een bijschrift."),
        ({"how": "masked", "cells": ["3"], "caption": "x" * 121}, "Schrijf het bijschrift korter"),
        ({"how": "masked", "cells": ["3"], "ground": None}, "Kies een grond."),
    ],
)
@pytest.mark.django_db
def test_a_form_that_says_nothing_clear_shares_nothing_and_keeps_the_cells(
    police: Referral, photo: Evidence, said: dict[str, Any], words: str
) -> None:
    answer = choose(police, photo, **said)

    page = answer.content.decode()
    assert answer.status_code == 422 and words in page
    assert SAID["ground_text"] in page
    if said.get("cells") == ["3"]:
        assert 'value="3" aria-label="Rij 1, vak 4" checked' in " ".join(page.split())
    assert not Attachment.objects.exists() and not MaskedPhoto.objects.exists()


@pytest.mark.django_db
def test_the_photo_on_the_page_is_the_clean_copy_and_the_look_is_written_down(
    police: Referral, photo: Evidence
) -> None:
    page = client_of("noord@").get(reverse("attachment_new", args=[police.pk, photo.pk])).content.decode()

    assert reverse("case_evidence", args=[police.case.number, photo.pk]) in page
    assert page.count('class="portal-mask__cell"') == CELLS


@pytest.mark.django_db(transaction=True)
def test_of_two_who_share_at_once_one_does(committed_association: None) -> None:
    case, photo = case_with_photo()
    police = to_police(case)
    start, outcomes = threading.Barrier(2), []

    def share(email: str) -> None:
        try:
            who = person(email)
            start.wait()
            attaching.give(
                referral=Referral.objects.select_related("partner", "case").get(pk=police.pk),
                evidence_id=photo.pk,
                wanted=attaching.Wanted("Deur", Ground.INTEREST, "Nodig.", frozenset({1})),
                by=who,
                at=timezone.now(),
            )
            outcomes.append("given")
        except attaching.NotGiven as refusal:
            outcomes.append(refusal.why)
        finally:
            connection.close()

    threads = [threading.Thread(target=share, args=[one]) for one in ("noord@", "noord2@")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["already", "given"]
    assert Attachment.objects.count() == MaskedPhoto.objects.count() == 1
