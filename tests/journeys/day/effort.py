"""The tasks of the day, each with the most clicks it may cost, and the table of docs/staff-effort.md."""

from __future__ import annotations

from tests.journeys.day.hands import Counted

JUDGE = "judge a new report, give it to a colleague, back in the list"
JUDGE_WORSE = "the same, with another severity"
TAKE_ONESELF = "judge a new report and take it oneself"
OTHER_KIND = "correct the kind, judge, give to a colleague"
GIVE_BY_KEY = "give a report from the list itself, ticked by key"
TAKE_THREE = "take three reports at once, by keys"
TAKE_UP = "take up what a colleague gave, from the inbox"
FIND = "find a case by a number, from any page"
TAKE = "take a case"
MERGE = "merge six cases that the portal suggests"
CONTACT = "write down a talk with the reporter"
HOME = "say which home it is about"
ACCUSED = "put who was reported about on the case"
INVITE = "invite who was reported about"
INVITATION = "the letter of that invitation, looked at as PDF and sent"
NO_SHOW = "write down that nobody came"
HEARD = "write down what was said"
TELL = "write down what was told (AVG art. 14)"
LETTER = "a warning letter, looked at as PDF and sent"
STEP = "a step on the ladder"
SECOND = "decide as a second person, from the inbox"
OUTCOME = "write down what came of a step"
OUTCOME_FROM_CASE = "the same, from another page of the case"
SHARE = "share with a partner on a ground"
CLOSE = "close with reason and message"
REOPEN = "open again what a reporter asked for, from the inbox"

MOST_CLICKS = {
    JUDGE: 6, JUDGE_WORSE: 6, TAKE_ONESELF: 6, OTHER_KIND: 9, GIVE_BY_KEY: 5, TAKE_THREE: 2, TAKE_UP: 4, FIND: 2, TAKE: 1, MERGE: 5, CONTACT: 2,
    HOME: 2, ACCUSED: 4, INVITE: 6, INVITATION: 6, NO_SHOW: 2, HEARD: 3, TELL: 3, LETTER: 6, STEP: 7, SECOND: 4, OUTCOME: 3,
    OUTCOME_FROM_CASE: 4, SHARE: 4, CLOSE: 5, REOPEN: 6,
}  # fmt: skip
HEAD = "| task | most clicks | clicks | keys | fields | letters | pages |\n|---|--:|--:|--:|--:|--:|--:|\n"


def table(counted: Counted) -> str:
    """Of what was done more than once the time that asked most; letters in tens, for names differ."""
    lines = []
    for task, most in MOST_CLICKS.items():
        times = counted.tasks[task]
        asked = [
            max(getattr(one, what) for one in times)
            for what in ("clicks", "keys", "fields", "letters", "pages")
        ]
        clicks, keys, fields, letters, pages = asked
        lines.append(
            f"| {task} | {most} | {clicks} | {keys} | {fields} | {-(-letters // 10) * 10} | {pages} |\n"
        )
    return HEAD + "".join(lines)


def over(counted: Counted) -> list[str]:
    """What asks for more clicks than it may."""
    return [
        task for task, most in MOST_CLICKS.items() if max(one.clicks for one in counted.tasks[task]) > most
    ]


def slowest(counted: Counted) -> str:
    return "\n".join(f"{took:>6} ms {page} (of {times})" for page, times, took in counted.slowest())
