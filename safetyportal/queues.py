"""The queues of Celery, and which worker takes them (docs/adr/0022).

Work of the database goes fast; a mail waits for somebody else's server. So mails have a worker of their own, and of each queue
no more than so many are under way at once: a slow server holds the hands of its own queue, never those of another.
"""

from __future__ import annotations

PARTNER_CATEGORIES = ("police", "municipality", "care", "welfare", "mediation", "internal", "other")
# Urgent mail, and all mail that is not to a partner.
ALERTS, NOTICES = "alerts", "notices"


def deliver_to(category: str) -> str:
    """The queue of what goes to partners of this category."""
    return f"deliver.{category}"


# How many mails of a queue may be under way at once.
MAIL_HANDS: dict[str, int] = {
    ALERTS: 4,
    **{deliver_to(category): 2 for category in PARTNER_CATEGORIES},
    NOTICES: 4,
}
# In the order in which a worker takes from them: a pile never makes a report wait, and a backtest nothing at all.
WORK_QUEUES = ("routing", "chores", "scans", "index", "backtests")
MAIL_QUEUES = tuple(MAIL_HANDS)
# A worker that takes everything takes backtests last of all.
QUEUES = (*WORK_QUEUES[:-1], *MAIL_QUEUES, WORK_QUEUES[-1])
