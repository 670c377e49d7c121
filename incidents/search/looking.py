"""Look back through the cases for the newest that satisfy a query, in steps that each cost little.

The trap (docs/adr/0017-search.md): the newest fifty with a word are found at once by going back in time when many cases have
it, and by the index when few have it; the wrong way round takes seconds at a million, and nobody knows beforehand which it is.
So each step asks for one stretch of cases, by the mark that the index holds for it, and what it gave says how long the next
may be. We begin by reading all cases of a short stretch, and go on so for as long as many of them fit; then the index is asked
for those that do. A stretch that gives too much is asked again in parts, and none as long before it is behind us. There is an end to how much is looked at: then
`reached` says how far we came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import OperationalError, connection
from psycopg.errors import QueryCanceled

from incidents.models.case import CaseQuerySet
from incidents.search.marks import STRETCH, STRETCHES

LAST = 2**62
CROWDED = 512  # rows of one stretch; the shortest has no more cases than that
READ_ON = 16  # for as long as one in so many fits
MOST_SEEN, MOST_STEPS = 3000, 40
LONGEST = "1 second"


def statement(
    stretches: Sequence[int], *, crowded: int = CROWDED, read_on: int = READ_ON, most_seen: int = MOST_SEEN
) -> str:
    """OFFSET 0 keeps PostgreSQL from writing out one part in each place where it is used, and doing it as often; + 0 from
    reading the index of keys, which would be all of it."""
    shortest, longest, lengths = stretches[0], stretches[-1], f"unnest(ARRAY{list(stretches)}) AS b"
    return f"""
WITH RECURSIVE look AS (
  SELECT top AS before, {shortest} AS bits, true AS by_sight, top, {longest} + 1 AS cap, top AS cap_from,
    ARRAY[]::bigint[] AS ids, 0 AS number, 0 AS seen, 0 AS step
  FROM (SELECT LEAST(%s, COALESCE((SELECT max(case_id) + 1 FROM incidents_casewords), 0)) AS top OFFSET 0) AS newest
UNION ALL
  SELECT CASE WHEN crowded THEN before ELSE low END, next_bits, stays, top,
    CASE WHEN crowded THEN bits ELSE cap END, CASE WHEN crowded THEN low ELSE cap_from END,
    mine.ids, number + many, seen + rows, step + 1
  FROM look
  CROSS JOIN LATERAL (SELECT (before - 1) >> bits AS part OFFSET 0) AS place
  CROSS JOIN LATERAL (SELECT part << bits AS low,
    quote_literal('{STRETCH}' || bits || ':' || part) AS mark OFFSET 0) AS stretch
  CROSS JOIN LATERAL (SELECT ((CASE WHEN by_sight THEN %s ELSE %s END) || mark)::tsquery AS asked,
    COALESCE(NULLIF(CASE WHEN by_sight THEN '' ELSE %s END, '') || mark, '')::tsquery AS besides OFFSET 0) AS words_for_it
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS rows, array_agg(case_id) FILTER (WHERE fits) AS ids FROM (
      SELECT case_id, ts_match_vq(words, %s::tsquery) AS fits FROM incidents_casewords
      WHERE (words @@ asked OR words @@ besides) AND case_id + 0 < before LIMIT {crowded} + 1) AS one) AS near
  CROSS JOIN LATERAL (SELECT rows > {crowded} AND bits > {shortest} AS crowded OFFSET 0) AS too_many
  CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT pk FROM (@mine) AS one WHERE NOT crowded AND pk = ANY(near.ids)) AS ids OFFSET 0) AS mine
  CROSS JOIN LATERAL (SELECT cardinality(mine.ids) AS many OFFSET 0) AS counted
  CROSS JOIN LATERAL (
    SELECT by_sight AND (crowded OR (number + many) * {read_on} >= seen + rows) AS stays OFFSET 0) AS how
  CROSS JOIN LATERAL (SELECT CASE WHEN by_sight AND NOT stays THEN GREATEST(number + many, 1)::float / (top - low)
    ELSE GREATEST(rows, 1)::float / (before - low) END AS density OFFSET 0) AS measured
  CROSS JOIN LATERAL (SELECT CASE WHEN crowded THEN (SELECT max(b) FROM {lengths} WHERE b < bits)
    ELSE (SELECT max(b) FROM {lengths}
      WHERE b = {shortest} OR (density * (1 << b) <= {crowded} AND (b < cap OR low <= cap_from))) END AS next_bits
    OFFSET 0) AS onward
  WHERE number < %s AND before > 0 AND seen < {most_seen} AND step < {MOST_STEPS}
    AND clock_timestamp() < statement_timestamp() + interval '{LONGEST}'
)
SELECT (SELECT array_agg(pk ORDER BY pk DESC) FROM (SELECT unnest(ids) AS pk FROM look) AS found),
  (SELECT min(before) FROM look)
"""  # noqa: S608 - numbers of our own


LOOK = statement(STRETCHES)


@dataclass(frozen=True)
class Wanted:
    """Queries of the words of a case: `whole` decides; all that it lets through, `exactly` or `longer` does too."""

    whole: str
    exactly: str
    longer: str = ""


class TooLong(Exception):
    """The database broke it off."""


@dataclass(frozen=True)
class Seen:
    """The newest first: all that there are older than the case asked for and not older than `reached`; 0 is the oldest."""

    ids: list[int]
    reached: int


def look(*, mine: CaseQuerySet, wanted: Wanted, among: str | None, enough: int, before: int = LAST) -> Seen:
    """At least `enough` of `mine` that are wanted, if there are so many, all older than `before`; in one statement.

    `among` may narrow what the index gives, never to less than `mine`. Raises TooLong.
    """
    among = f"({among}) & " if among else ""
    exactly, longer = (f"{among}({one}) & " if one else "" for one in (wanted.exactly, wanted.longer))
    scope, scope_values = mine.order_by().values("pk").query.sql_with_params()
    values = (before, among, exactly, longer, wanted.whole, *scope_values, enough)
    with connection.cursor() as cursor:
        try:
            cursor.execute(LOOK.replace("@mine", scope), values)
        except OperationalError as error:
            if isinstance(error.__cause__, QueryCanceled):
                raise TooLong from error
            raise
        ids, reached = cursor.fetchone()
    return Seen(ids or [], reached or 0)
