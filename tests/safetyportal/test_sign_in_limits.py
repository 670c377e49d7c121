"""Guessing is counted right when it comes all at once, and a right guess in between helps nobody."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from safetyportal.demo.people import DEMO_PASSWORD
from tests.safetyportal.test_sign_in import is_in, sign_in
from tests.world import person

WRONG = "Het e-mailadres of het wachtwoord klopt niet."
TOO_MANY = "Dit ging te vaak mis."


def at_once(number: int, email: str) -> Counter[str]:
    """What so many wrong passwords get, posted at the same moment from as many addresses."""
    start, answers = threading.Barrier(number), Counter()

    def guess(turn: int) -> None:
        client = Client(REMOTE_ADDR=f"192.0.2.{turn + 1}")
        start.wait()
        try:
            page = client.post(
                reverse("account_login"), {"login": email, "password": f"fout-{turn}-wachtwoord"}
            )
            said = page.content.decode()
            answers[
                "checked" if WRONG in said else "refused" if TOO_MANY in said else str(page.status_code)
            ] += 1
        finally:
            connection.close()

    threads = [threading.Thread(target=guess, args=(turn,)) for turn in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.django_db(transaction=True)
def test_forty_guesses_at_once_are_counted_like_forty_in_a_row(committed_association: None) -> None:
    answers = at_once(40, person("noord@").email)

    assert answers == {"checked": 5, "refused": 35}


@pytest.mark.django_db
def test_after_too_many_guesses_the_right_password_waits_too(association: None) -> None:
    email, client = person("noord@").email, Client()
    for turn in range(5):
        client.post(reverse("account_login"), {"login": email, "password": f"fout-{turn}-wachtwoord"})

    answer = client.post(reverse("account_login"), {"login": email, "password": DEMO_PASSWORD})

    assert TOO_MANY in answer.content.decode()
    assert not is_in(client)


@pytest.mark.django_db
def test_guesses_at_one_account_do_not_keep_others_out(association: None) -> None:
    for turn in range(6):
        Client(REMOTE_ADDR="192.0.2.7").post(
            reverse("account_login"), {"login": person("noord@").email, "password": f"fout-{turn}-wachtwoord"}
        )

    client = Client()
    sign_in(client, "zuid@")

    assert is_in(client)
