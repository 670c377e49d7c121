-- What must always be true of reports on their way. One row per invariant: its code, and how many break it.
-- %(at)s is now. The same file is the alarm of each minute (health.py) and the oracle of the fault tests.

-- No report older than a minute without a decision or a dead order, which staff see.
SELECT 'I1' AS code, count(*) AS broken
FROM incidents_report AS report
WHERE report.filed_at < %(at)s - interval '60 seconds'
  AND NOT EXISTS (
    SELECT FROM incidents_routingorder AS routing
    LEFT JOIN partners_routingdecision AS decision ON decision.order_id = routing.id
    WHERE routing.report_id = report.id AND (routing.dead_at IS NOT NULL OR decision.id IS NOT NULL)
  )

UNION ALL
-- At most one open referral per case and partner.
SELECT 'I2', count(*)
FROM (
    SELECT FROM partners_referral
    WHERE state IN ('proposed', 'released', 'accepted', 'asked')
    GROUP BY case_id, partner_id
    HAVING count(*) > 1
) AS twice

UNION ALL
-- Each done order has exactly one decision.
SELECT 'I3', count(*)
FROM incidents_routingorder AS routing
WHERE routing.done_at IS NOT NULL
  AND (SELECT count(*) FROM partners_routingdecision AS decision WHERE decision.order_id = routing.id) <> 1

UNION ALL
-- No order has waited a minute. One that is planned for later begins to wait then.
SELECT 'I4', count(*)
FROM incidents_routingorder AS routing
WHERE routing.done_at IS NULL AND routing.dead_at IS NULL
  AND CASE routing.attempts WHEN 0 THEN greatest(routing.asked_at, routing.next_at) ELSE routing.asked_at END
      < %(at)s - interval '60 seconds'

UNION ALL
-- No lease of a notice is older than twice its length, which is a minute.
SELECT 'I5', count(*)
FROM notices_notice
WHERE sent_at IS NULL AND dead_at IS NULL AND leased_until < %(at)s - interval '60 seconds'

UNION ALL
-- No dead order that nobody took up: its case has no holder and nobody routed it by hand.
SELECT 'I6', count(*)
FROM incidents_routingorder AS routing
JOIN incidents_report AS report ON report.id = routing.report_id
JOIN incidents_case AS work ON work.id = report.case_id
WHERE routing.dead_at IS NOT NULL AND work.closed_at IS NULL AND work.holder_id IS NULL
  AND NOT EXISTS (
    SELECT FROM partners_referral AS referral
    WHERE referral.case_id = work.id AND referral.made_by_id IS NOT NULL
  )

UNION ALL
-- Relay and worker gave a sign of life in the last two minutes.
SELECT 'I7', count(*)
FROM (VALUES ('relay'), ('worker')) AS process (name)
LEFT JOIN clock_heartbeat AS heartbeat ON heartbeat.name = process.name
WHERE heartbeat.at IS NULL OR heartbeat.at < %(at)s - interval '120 seconds'

UNION ALL
-- No alert of an urgent case is a minute past the moment at which somebody should have been called, nor does one wait
-- longer for the next than an association may set.
SELECT 'I8', count(*)
FROM incidents_dutyalert
WHERE acknowledged_at IS NULL AND over_at IS NULL AND spent_at IS NULL
  AND (next_at < %(at)s - interval '60 seconds' OR next_at > %(at)s + interval '4 hours')

UNION ALL
-- No urgent case of this day, which nobody holds, of which nobody was called.
SELECT 'I9', count(*)
FROM incidents_case AS work
WHERE work.closed_at IS NULL AND work.urgency IN ('U0', 'U1') AND work.holder_id IS NULL
  AND work.opened_at BETWEEN %(at)s - interval '1 day' AND %(at)s - interval '60 seconds'
  AND NOT EXISTS (SELECT FROM incidents_dutyalert AS alert WHERE alert.case_id = work.id)

UNION ALL
-- What was merged holds no report any more, and goes on in a case that was not merged itself.
SELECT 'I10', count(*)
FROM incidents_case AS gone
JOIN incidents_case AS target ON target.id = gone.merged_into_id
WHERE gone.merged_into_id IS NOT NULL
  AND (
    target.merged_into_id IS NOT NULL
    OR EXISTS (SELECT FROM incidents_report AS report WHERE report.case_id = gone.id)
  )

UNION ALL
-- Whoever was heard, what they said stands in the timeline.
SELECT 'I11', count(*)
FROM incidents_hearing
WHERE state IN ('held', 'written') AND entry_id IS NULL

UNION ALL
-- No case that ended has waited a minute for what others still had open of it to end too.
SELECT 'I12', count(*)
FROM incidents_ending
WHERE next_at < %(at)s - interval '60 seconds'

UNION ALL
-- No mail that is due has waited ten minutes in a queue of which nobody sends anything.
SELECT 'I13', count(*)
FROM notices_notice AS mail
WHERE mail.sent_at IS NULL AND mail.dead_at IS NULL AND mail.next_at < %(at)s - interval '10 minutes'
  AND NOT EXISTS (
    SELECT FROM notices_notice AS other WHERE other.queue = mail.queue AND other.leased_until > %(at)s
  )
