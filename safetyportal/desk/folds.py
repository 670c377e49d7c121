"""What stands folded in above the inbox and is the same for everybody: made once for each language and choice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from crispy_forms.utils import render_crispy_form
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from safetyportal.clock.urgency import Urgency
from safetyportal.desk.filters import Chosen, as_query
from safetyportal.desk.forms import InboxFilter
from safetyportal.desk.lists import LISTS

# What people come for each day; it stands above the list with how much of it there is.
DAILY: list[tuple[str | Promise, Chosen]] = [
    (_("Vandaag te doen"), {"list": "today"}),
    (_("Van mij"), {"holder": "me"}),
    (_("Nieuw"), {"list": "new"}),
]
OTHERS: list[tuple[str | Promise, Chosen]] = [
    (_("Alle open zaken"), {}),
    (_("Van mijn team"), {"holder": "team"}),
    (_("Zonder behandelaar"), {"holder": "nobody"}),
    *((one.label, {"list": code}) for code, one in LISTS.items() if code not in ("today", "new")),
]
_OTHER_QUERIES = frozenset(as_query(chosen) for _words, chosen in OTHERS)


@dataclass(frozen=True)
class Tile:
    """A list one click away. `count` is in words, and empty where it is not counted."""

    words: str
    query: str
    is_this: bool
    count: str = ""


def filter_form(form: InboxFilter | None) -> SafeString:
    """The form with what is chosen; None for nothing. What somebody typed themselves is not kept here."""
    if form is not None and (form.errors or form.chosen().get("complex")):
        return _rendered(form)
    # The days of an urgency are a setting: with other words it is another form.
    words = tuple(str(one.label) for one in Urgency)
    return _filter_form(get_language() or "", words, as_query(form.chosen()) if form else "")


def is_other(chosen: Chosen) -> bool:
    """Whether it is a list that stands folded in."""
    return bool(chosen) and as_query(chosen) in _OTHER_QUERIES


def others(chosen: Chosen) -> SafeString:
    """Every other list."""
    query = as_query(chosen)
    return _others(get_language() or "", query if query in _OTHER_QUERIES else "list=")


@lru_cache(maxsize=512)
def _filter_form(language: str, words: tuple[str, ...], query: str) -> SafeString:
    return _rendered(InboxFilter(QueryDict(query)))


def _rendered(form: InboxFilter) -> SafeString:
    return cast(SafeString, render_crispy_form(form))


@lru_cache(maxsize=64)
def _others(language: str, this: str) -> SafeString:
    tiles = [Tile(str(words), as_query(chosen), as_query(chosen) == this) for words, chosen in OTHERS]
    return render_to_string("staff/parts/inbox_lists.html", {"tiles": tiles})
