"""What is searched for and by whom, each kept in a session as a POST keeps it.

python -m bench.search.pages       on the database of DATABASE_URL: a line of JSON for each, as bench.pages writes
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

from bench.pages import Page, ready
from bench.search.filling import BIG, NAME, PHONE, SMALL

PEOPLE = {"all": "triage@", "half": BIG, "1 in 200": SMALL}
WORDS = {
    "frequent word": "geluid",
    "one in a hundred": "bromfiets",
    "rare word": "zeldzaamwoord",
    "no match": "bestaatnergens",
    "frequent long ago": "vroeger",
    "beginning of words": "gel",
    "two frequent words": "geluid buren",
    "rare and frequent": "geluid zeldzaamwoord",
    "a phrase": '"geluid buren"',
    "a phrase, no match": '"buren geluid"',
    "name": NAME,
    "telephone number": PHONE,
    "address": "Esdoornlaan",
    "beginning of a number": "Z-0A1B",
}


def _ready(who: str, name: str, *, explain: bool) -> dict[str, Any]:
    from django.test import Client
    from django.urls import reverse

    from tests.world import person

    client = Client(HTTP_HOST="localhost")
    client.force_login(person(PEOPLE[who]))
    address = client.post(reverse("staff_search"), {"words": WORDS[name]})["Location"]
    return asdict(ready(Page(name, who, address, "P7"), client, explain=explain))


def main(*, explain: bool) -> None:
    import django

    django.setup()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
    for who in PEOPLE:
        for name in WORDS:
            print(json.dumps(_ready(who, name, explain=explain)), flush=True)


if __name__ == "__main__":
    main(explain="--explain" in sys.argv)
