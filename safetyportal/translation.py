"""Translations without gettext's C tools: collect the texts, compare with the catalogues, compile them.

The texts in the code are the Dutch ones; a catalogue holds another language (docs/adr).
"""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
CALL = re.compile(r"\b(?:_|gettext|ngettext|pgettext|npgettext)\((?=['\"u])")
ROOMS = ("safetyportal", "complexes", "incidents", "partners")
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)


def sources() -> Iterator[tuple[str, bytes]]:
    base: Path = settings.BASE_DIR
    for room in ROOMS:
        for path in sorted((base / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield str(path.relative_to(base)), path.read_bytes()
    for path in sorted((base / "templates").rglob("*.html")):
        name = str(path.relative_to(base))
        yield name, "\n".join(_calls(templatize(path.read_text(), origin=name))).encode()


def _calls(templatized: str) -> Iterator[str]:
    """The gettext calls in what Django makes of a template; the rest of it is filler no tokenizer reads."""
    for found in CALL.finditer(templatized):
        ends = (place for place, sign in enumerate(templatized) if sign == ")" and place > found.end())
        for end in ends:
            call = templatized[found.start() : end + 1]
            if _is_expression(call):
                yield call
                break


def _is_expression(code: str) -> bool:
    try:
        ast.parse(code, mode="eval")
    except SyntaxError:
        return False
    return True


def collect() -> Catalog:
    """Every text of the portal with the places it stands."""
    catalog = Catalog(charset="utf-8")
    for name, content in sources():
        for line, message, comments, context in extract(
            "python", io.BytesIO(content), keywords=KEYWORDS, comment_tags=("Translators:",)
        ):
            catalog.add(message, locations=[(name, line)], auto_comments=comments, context=context)
    return catalog


def path_of(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> Catalog:
    """Bring a catalogue up to date with the code; new texts are empty, vanished ones go."""
    catalog = read(language)
    catalog.fuzzy, catalog.project, catalog.version = False, "Safetyportal", ""
    catalog.update(collect(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    with path_of(language).open("wb") as file:
        write_po(file, catalog, width=110, sort_output=True, include_lineno=False, omit_header=False)
    return catalog


def missing(language: str) -> list[str]:
    """Texts of the code that this language does not have yet."""
    have = read(language)
    absent = []
    for message in collect():
        if not message.id:
            continue
        found = have.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        strings = (
            () if found is None else found.string if isinstance(found.string, tuple) else (found.string,)
        )
        if not strings or not all(strings):
            absent.append(message.id if isinstance(message.id, str) else message.id[0])
    return absent


def compile_language(language: str) -> None:
    with path_of(language).with_suffix(".mo").open("wb") as file:
        write_mo(file, read(language))
