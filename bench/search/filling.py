"""python -m bench.search.filling --cases N, on the database of DATABASE_URL: cases and their words, by SQL.

Words are drawn as they occur in language: a few everywhere, most hardly ever.
"""

from __future__ import annotations

import argparse
import os
import time

os.environ.setdefault("SAFETYPORTAL_DEMO", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safetyportal.settings")

BIG, OTHER, SMALL = "noord@", "centrum@", "zuid@"  # half of the cases, nearly half, and one in two hundred
FIRST = 10  # below it is the case that the others are made after
NAME, PHONE = "Zwaantje", "0611122233"
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
SELECT id, CASE WHEN restricted THEN '' ELSE texts.words END || array_to_tsvector(
  ARRAY(SELECT %(stretch)s || bits || ':' || (id >> bits) FROM unnest(%(stretches)s) AS bits)
  || ARRAY[CASE WHEN restricted THEN 'restricted:' ELSE 'team:' || team_id END,
    'at:esdoornlaan', 'at:lindestad', 'at:' || (id % 90), 'name:' || md5((id % 30000)::text), 'name:' || md5((id % 999)::text),
    'phone:' || md5((id % 300000)::text)]
  || CASE WHEN id % (%(most)s / 20 + 1) = 9 THEN %(marks)s::text[] ELSE '{}' END
  || CASE WHEN id % (%(most)s / 20 + 1) = 7 THEN '{zeldzaamwoord}'::text[] ELSE '{}' END
  || CASE WHEN id < %(most)s / 5 AND random() < 0.3 THEN '{vroeger}'::text[] ELSE '{}' END), now()
FROM incidents_case JOIN bench_texts AS texts ON texts.number = (id * 7919) % 5000 WHERE id >= %(first)s
"""


def fill(most: int) -> None:
    from django.core.management import call_command

    from tests.world import file, load_small

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    load_small()
    file("GEL-MUZ")
    began = time.monotonic()
    size = _by_sql(most)
    print(f"{most:,} cases in {time.monotonic() - began:.0f} s, words and index {size}", flush=True)


def _by_sql(most: int) -> str:
    from django.db import connection

    from incidents.search import marks
    from tests.world import person

    small, big, other = (next(iter(person(who).teams_as(person(who).roles))) for who in (SMALL, BIG, OTHER))
    special = [*marks.name_tokens(NAME), *marks.phone_tokens(PHONE)]
    values = {"first": FIRST, "most": most, "marks": special, "small": small, "big": big, "other": other}
    values |= {"stretch": marks.STRETCH, "stretches": list(marks.STRETCHES)}
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0; SET maintenance_work_mem = '512MB'")
        cursor.execute("SET session_replication_role = replica; SELECT setseed(0.5)")
        cursor.execute(TEXTS)
        cursor.execute("DROP INDEX case_words")
        for statement in (CASES, VECTORS):
            cursor.execute(statement.replace(" % ", " %% "), values)
        cursor.execute(
            "CREATE INDEX case_words ON incidents_casewords USING gin (words) WITH (fastupdate = off)"
        )
        cursor.execute("VACUUM ANALYZE incidents_case")
        cursor.execute("VACUUM ANALYZE incidents_casewords")
        cursor.execute("SELECT pg_size_pretty(pg_total_relation_size('incidents_casewords'))")
        return str(cursor.fetchone()[0])


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.search.filling", description=__doc__)
    told.add_argument("--cases", type=int, required=True)
    asked = told.parse_args()
    import django

    django.setup()
    fill(asked.cases)


if __name__ == "__main__":
    main()
