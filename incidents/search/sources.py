"""What a case is found by, read anew each time: from its place, its people, its texts and its files.

Left out: texts marked sensitive, notes for one person alone, and all texts of a restricted case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from complexes.models import Home
from incidents.models import Case, Evidence, Party, ReporterIdentity, TimelineEntry
from incidents.search import marks
from incidents.search.folding import words

MOST_TEXT = 200_000  # signs; a vector holds a megabyte
MOST_ENTRIES, MOST_PEOPLE, MOST_STREETS, MOST_FILES = 1000, 500, 50, 1000


@dataclass(frozen=True)
class Somebody:
    """A person of a case, for the index."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    home: Home | None = None

    def tokens(self) -> set[str]:
        at_home = marks.home_tokens(self.home) if self.home and not self.home.is_protected else set()
        return (
            marks.name_tokens(*self.names)
            | marks.phone_tokens(*self.phones)
            | marks.mail_tokens(*self.mails)
            | at_home
        )


def reporters(case: Case) -> Iterator[Somebody]:
    """A reporter's home is found by its whole address alone, and never when it is protected."""
    known = ReporterIdentity.objects.filter(report__case=case).select_related("home")
    for one in known.order_by("pk")[:MOST_PEOPLE]:
        yield Somebody((one.name,), (one.phone,), (one.email,), one.home)


def involved(case: Case) -> Iterator[Somebody]:
    """Who a case is about, and who knows something of it; whoever was taken off too."""
    for one in Party.objects.filter(case=case).select_related("home").order_by("pk")[:MOST_PEOPLE]:
        yield Somebody((one.name,), (one.phone,), (one.email,), one.home)


# Who stands in a case. Whoever adds a sort of people adds its function here, and calls indexing.ask when they change.
PEOPLE: list[Callable[[Case], Iterable[Somebody]]] = [reporters, involved]


@dataclass(frozen=True)
class Gathered:
    text: str
    tokens: set[str]


def gather(case_id: int) -> Gathered:
    case = Case.objects.select_related("complex", "entrance", "space", "about_home").get(pk=case_id)
    tokens = {*marks.stretch_tokens(case.pk), *_desk(case), *_place(case), *_files(case)}
    for people in PEOPLE:
        for somebody in people(case):
            tokens |= somebody.tokens()
    text = "" if case.restricted else " ".join(word for one in _texts(case) for word in words(one))
    return Gathered(text[:MOST_TEXT], tokens)


def _desk(case: Case) -> set[str]:
    """Whose it is, so that a search looks among those alone. Who may see it is asked of the case itself."""
    return {marks.RESTRICTED} if case.restricted else marks.team_tokens([case.team_id])


def _place(case: Case) -> set[str]:
    found = set()
    if case.complex:
        where = case.complex
        found |= marks.place_tokens(where.name, where.code, where.neighbourhood, where.municipality)
        homes = Home.objects.filter(complex=where)
        homes = homes.filter(entrance=case.entrance) if case.entrance else homes
        streets = homes.order_by().values_list("street", "postcode").distinct()[:MOST_STREETS]
        found |= marks.place_tokens(*(part for pair in streets for part in pair))
    if case.entrance:
        found |= marks.place_tokens(case.entrance.name)
    if case.space:
        found |= marks.place_tokens(case.space.name, str(case.space.get_sort_display()))
    if case.about_home:
        home = case.about_home
        found |= marks.home_tokens(home)
        if not home.is_protected:
            door = f"{home.number}{home.addition}"
            found |= marks.place_tokens(home.street, home.postcode, str(home.number), door)
    return found


def _texts(case: Case) -> Iterator[str]:
    """The newest first: of a very long case the oldest notes are not found."""
    for story, place in case.reports.filter(story_sensitive=False).values_list("story", "place_text"):
        yield story
        yield place
    written = case.timeline.filter(sensitive=False).exclude(text="")
    shared = written.exclude(visibility=TimelineEntry.Visibility.PERSONAL)
    # What the portal writes itself says nothing that people look for.
    by_people = shared.exclude(by=None, report=None)
    yield from by_people.values_list("text", flat=True)[:MOST_ENTRIES]


def _files(case: Case) -> set[str]:
    sent = Evidence.objects.sent().filter(report__case=case)
    return {marks.file_token(key) for key in sent.values_list("pk", flat=True)[:MOST_FILES]}
