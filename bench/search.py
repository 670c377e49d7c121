"""P7: what searching costs as cases grow, for who sees all and for who sees one case in two hundred.

    .venv/bin/python -m bench.search [--cases 10000 100000] [--rounds 40]

A database of its own, filled by SQL; removed at the end. Each figure is the page of results in this process, through the portal's
own middleware, without a network; beside it the least a page of fifty could be: one indexed statement and a plain template, in
turns with the others. Words are drawn as they occur in language: a few everywhere, most hardly ever.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="safetyportal-bench-"))
(FOLDER / "static").mkdir()
os.environ |= {
    "SAFETYPORTAL_STATE": str(FOLDER),
    "SAFETYPORTAL_TESTING": "1",
    "DJANGO_SETTINGS_MODULE": "safetyportal.settings",
    "STATIC_ROOT": str(FOLDER / "static"),
}

from safetyportal.embedded import servers  # noqa: E402 - it reads where the state is
from safetyportal.embedded.state import State  # noqa: E402

BIG, SMALL = "noord@", "zuid@"  # a team with half of the cases, and one with one in two hundred
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
    "name": "Zwaantje",
    "telephone number": "0611122233",
    "address": "Esdoornlaan",
    "beginning of a number": "Z-0A1B",
}
TEXTS = """
CREATE TEMPORARY TABLE bench_texts AS
SELECT number, to_tsvector('dutch', string_agg(translate(
      substr(md5((20000 * random() ^ 3)::int::text), 1, 7), '0123456789', 'ghijklmnop'), ' ')
    || CASE WHEN random() < 0.3 THEN ' geluid' ELSE '' END
    || CASE WHEN random() < 0.3 THEN ' buren' ELSE '' END
    || CASE WHEN random() < 0.01 THEN ' bromfiets' ELSE '' END) AS words
FROM generate_series(0, 4999) AS number, generate_series(1, 60) GROUP BY number
"""
CASES = """
INSERT INTO incidents_case
SELECT (jsonb_populate_record(NULL::incidents_case, to_jsonb(model) || jsonb_build_object(
  'id', n,
  'number', 'Z-' || regexp_replace(upper(lpad(to_hex((n * 2654435761) % 4294967296), 8, '0')), '^(.{4})', '\\1-'),
  'team_id', CASE WHEN n % 200 = 3 THEN %(small)s WHEN n % 2 = 0 THEN %(big)s ELSE %(other)s END,
  'restricted', n % 50 = 49,
  'opened_at', now() - (%(most)s - n) * interval '1 minute'))).*
FROM generate_series(%(first)s::bigint, %(most)s::bigint) AS n, (SELECT * FROM incidents_case ORDER BY id LIMIT 1) AS model
"""
VECTORS = """
INSERT INTO incidents_casewords (case_id, words, indexed_at)
SELECT id, CASE WHEN restricted THEN '' ELSE texts.words END || array_to_tsvector(ARRAY[
    'part:' || (id >> 12), CASE WHEN restricted THEN 'restricted:' ELSE 'team:' || team_id END,
    'at:esdoornlaan', 'at:lindestad', 'at:' || (id % 90), 'name:' || md5((id % 30000)::text), 'name:' || md5((id % 999)::text),
    'phone:' || md5((id % 300000)::text)]
  || CASE WHEN id % (%(most)s / 20 + 1) = 9 THEN %(marks)s::text[] ELSE '{}' END
  || CASE WHEN id % (%(most)s / 20 + 1) = 7 THEN '{zeldzaamwoord}'::text[] ELSE '{}' END
  || CASE WHEN id < %(most)s / 5 AND random() < 0.3 THEN '{vroeger}'::text[] ELSE '{}' END), now()
FROM incidents_case JOIN bench_texts AS texts ON texts.number = (id * 7919) % 5000 WHERE id >= %(first)s
"""


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    told.add_argument("--cases", type=int, nargs="+", default=[10_000, 100_000])
    told.add_argument("--rounds", type=int, default=40)
    asked = told.parse_args()
    state = State(FOLDER)
    servers.start(state, tied=True, careless=True)
    try:
        _measure(asked.cases, asked.rounds)
    finally:
        servers.stop(state)
        shutil.rmtree(FOLDER, ignore_errors=True)


def _measure(sizes: list[int], rounds: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from bench.figures import percentile, table
    from tests.world import file, load_small

    call_command("migrate", verbosity=0)
    load_small()
    file("GEL-MUZ")
    found: dict[tuple[str, str], list[list[float]]] = {}
    first = 10
    for most in sizes:
        _fill(first, most)
        first = most + 1
        pages = _pages()
        took: dict[tuple[str, str], list[float]] = {key: [] for key in pages}
        for turn in range(rounds + 3):
            for key in sorted(pages, reverse=bool(turn % 2)):
                began = time.perf_counter()
                pages[key]()
                took[key].append(1000 * (time.perf_counter() - began))
        for key, each in took.items():
            found.setdefault(key, []).append(each[3:])
    bare = found["", "bare page"]
    head = ["page", "by", *(f"{most} p50 / p95 ms" for most in sizes), "of bare, last p95", "growth of p95"]
    rows = []
    for (by, name), each in sorted(found.items()):
        said = [f"{statistics.median(one):.1f} / {percentile(one, 95):.1f}" for one in each]
        late = [percentile(one, 95) for one in each]
        rows.append(
            [name, by, *said, f"{late[-1] / percentile(bare[-1], 95):.2f}", f"{late[-1] / late[0]:.2f}"]
        )
    print(table(head, rows))


def _fill(first: int, most: int) -> None:
    from django.db import connection

    from incidents.search import marks
    from tests.world import person

    teams = {who: next(iter(person(who).teams_as(person(who).roles))) for who in (BIG, SMALL, "centrum@")}
    special = [*marks.name_tokens("Zwaantje"), *marks.phone_tokens("0611122233")]
    values = {"first": first, "most": most, "marks": special}
    values |= {"big": teams[BIG], "small": teams[SMALL], "other": teams["centrum@"]}
    began = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute(
            "SET statement_timeout = 0; SET maintenance_work_mem = '512MB'; SET session_replication_role = replica"
        )
        cursor.execute("DROP TABLE IF EXISTS bench_texts")
        cursor.execute(TEXTS)
        cursor.execute("DROP INDEX IF EXISTS case_words")
        for statement in (CASES, VECTORS):
            cursor.execute(statement.replace(" % ", " %% "), values)
        cursor.execute(
            "CREATE INDEX case_words ON incidents_casewords USING gin (words) WITH (fastupdate = off)"
        )
        cursor.execute("VACUUM ANALYZE incidents_case")
        cursor.execute("VACUUM ANALYZE incidents_casewords")
        cursor.execute("SET statement_timeout = '10s'; SET session_replication_role = origin")
        cursor.execute("SELECT pg_size_pretty(pg_total_relation_size('incidents_casewords'))")
        print(
            f"{most} cases in {time.monotonic() - began:.0f} s, words and index {cursor.fetchone()[0]}",
            flush=True,
        )


def _pages() -> dict[tuple[str, str], Callable[[], object]]:
    from django.template import Context, Engine
    from django.test import Client
    from django.urls import reverse

    from incidents.models import Case
    from tests.world import person

    row = "<li>{{ a }} {{ b }} {{ c }} {{ d }} {{ e }} {{ f }}</li>"
    plain = Engine().from_string(f"<ul>{{% for a, b, c, d, e, f in rows %}}{row}{{% endfor %}}</ul>")
    columns = ("number", "status", "urgency", "severity_band", "opened_at", "kind__label_nl")

    def bare() -> object:
        return plain.render(Context({"rows": list(Case.objects.order_by("-id").values_list(*columns)[:50])}))

    pages: dict[tuple[str, str], Callable[[], object]] = {("", "bare page"): bare}
    for who in ("triage@", BIG, SMALL):
        for name, words in WORDS.items():
            client = Client(SERVER_NAME="localhost")
            client.force_login(person(who))
            address = client.post(reverse("staff_search"), {"words": words})["Location"]
            pages[who, name] = lambda client=client, address=address: _read(client, address)  # type: ignore[misc]
    return pages


def _read(client: object, address: str) -> None:
    answer = client.get(address)  # type: ignore[attr-defined]
    assert answer.status_code == 200


if __name__ == "__main__":
    main()
