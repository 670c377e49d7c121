"""Staff see whether a partner's people were told, tell them again with one button, and an administrator sees who was not told."""

from __future__ import annotations

from tests.journeys import pages
from tests.journeys.looking import Eyes
from tests.journeys.pages import press
from tests.journeys.processes import wait_until

MAILS = """
UPDATE notices_notice SET {what} WHERE about = (SELECT referral.id::text FROM partners_referral AS referral
  JOIN incidents_case AS work ON work.id = referral.case_id WHERE work.number = %s AND referral.delivery = 'told')
"""
FAILS = MAILS.format(
    what="sent_at = NULL, attempts = 3, trouble = 'slow', next_at = clock_timestamp() + interval '4 minutes'"
)
DEAD = MAILS.format(what="sent_at = NULL, attempts = 8, trouble = 'address', dead_at = clock_timestamp()")
NOBODY = """
UPDATE partners_referral SET delivery = 'nobody' FROM incidents_case AS work
WHERE work.id = case_id AND work.number = %s AND delivery = 'told'
"""
SENT = """
SELECT count(*) FROM notices_notice AS mail JOIN partners_referral AS referral ON mail.dedupe_key LIKE 'new:' || referral.id || ':%%'
JOIN incidents_case AS work ON work.id = referral.case_id WHERE work.number = %s AND mail.sent_at IS NOT NULL
"""
UNCOUNTED = pages.Reporter(mode="anonymous")  # another address would make the next report here graver


def test_staff_see_how_a_delivery_went_and_tell_again(people, portal, own_street, routed):
    case = routed(
        pages.file_report(people.somebody(), kind="DRU-GEB", house=12, where=pages.STAIRS, reporter=UNCOUNTED)
    )
    staff = people("noord", scripts=True)
    admin = people("beheer", scripts=True)
    seen = [Eyes(staff, (320, 1280)), Eyes(admin, (320, 1280))]
    tab = f"/werk/zaken/{case}/samenwerken/"
    wait_until(lambda: portal.query(SENT, case)[0][0] == 1, 20)

    seen[0].open(tab, "delivery, sent")
    assert "Aan 1 persoon, op" in pages.words(staff)
    press(staff, "opnieuw mailen")
    seen[0].look("told again")
    assert "Wij mailen" in pages.words(staff)
    wait_until(lambda: portal.query(SENT, case)[0][0] == 2, 20)
    staff.reload()
    assert "Aan 1 persoon, op" in pages.words(staff)

    for what, words in (
        (FAILS, "De mailserver antwoordt te langzaam. Pogingen tot nu toe: 3. Wij proberen het opnieuw op"),
        (DEAD, "De mailserver kent het adres niet. Na 8 pogingen is er alarm geslagen."),
        (NOBODY, "werkt niemand die wij kunnen mailen"),
    ):
        portal.query(what, case)
        seen[0].open(tab, words)
        seen[1].open("/werk/routering/bezorging/", words)
        assert words in pages.words(staff)
        assert words in pages.words(admin) and case not in pages.words(admin)
    for eyes in seen:
        eyes.report()
