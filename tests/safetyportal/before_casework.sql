-- A portal as it was before there was casework (incidents 0016): a hundred thousand cases in bulk.
SET session_replication_role = replica;
INSERT INTO accounts_team (id, name, is_fallback) VALUES (1, 'Leefbaarheid', true);
INSERT INTO incidents_kindgroup (code, position, label_nl, label_en) VALUES ('GEL', 1, 'Geluid', 'Noise');
INSERT INTO incidents_kind (
    code, group_id, position, label_nl, label_en, hint_nl, hint_en, urgency, intake, call_line, call_text_nl, call_text_en,
    share, may_propose, art9, art10, restricted, one_to_one, nature, first_partners, second_partners, named_partners, vera,
    active_from, advice_nl, advice_en, first_answer, words_nl, words_en
) VALUES (
    'GEL-MUZ', 'GEL', 1, 'Harde muziek', 'Loud music', '', '', 'U3', 'form', '', '', '',
    'M', false, '', '', false, true, 1, '{}', '{}', '{}', '', '2026-01-01', '', '', 'case', '', ''
);
INSERT INTO incidents_case (
    id, number, kind_id, team_id, restricted, status, urgency, severity_score, severity_parts, severity_band,
    severity_reason, opened_at, closed_at, close_reason
)
SELECT n, 'ZK-' || n, 'GEL-MUZ', 1, false, CASE WHEN n % 3 = 0 THEN 'closed' ELSE 'triage' END, 'U3', 30, '[]', 'S2', '',
    now() - n * interval '1 minute', CASE WHEN n % 3 = 0 THEN now() END, CASE WHEN n % 3 = 0 THEN 'solved' ELSE '' END
FROM generate_series(1, 100000) AS n;
INSERT INTO incidents_report (
    id, number, draft_key, filed_at, channel, language, place_kind, place_text, story, story_sensitive, day_part, frequency,
    since, impact, names_person, child_involved, reporter_minor, mode, case_id, kind_id, answers, looks_automatic
)
SELECT gen_random_uuid(), 'M-' || n, gen_random_uuid(), now() - n * interval '1 minute', 'portal', 'nl', 'unknown', 'Lindelaan',
    'Iedere avond staat de muziek hard.', false, 'evening', 'weekly', 'months', '{}', 'no', 'no', 'no', 'anonymous',
    n, 'GEL-MUZ', '{}', false
FROM generate_series(1, 100000) AS n;
INSERT INTO incidents_routingorder (report_id, round, asked_at, next_at, attempts, done_at)
SELECT id, 1, filed_at, filed_at, 1, filed_at FROM incidents_report;
INSERT INTO incidents_timelineentry (case_id, at, sort, visibility, by_label, text, sensitive)
SELECT n, now() - n * interval '1 minute', sort, 'team', 'Portaal', '', false
FROM generate_series(1, 100000) AS n, unnest(ARRAY['filed', 'contact']) AS sort;
INSERT INTO clock_deadline (subject_kind, subject_id, name, about, due, bars_closing, created_at, team_id, met_at)
SELECT 'case', n::text, 'first_contact', '', now() + n * interval '1 minute', false, now(), 1, CASE WHEN n % 3 = 0 THEN now() END
FROM generate_series(1, 100000) AS n;
SELECT setval(pg_get_serial_sequence('incidents_case', 'id'), 100000);
SET session_replication_role = origin;
ANALYZE;
