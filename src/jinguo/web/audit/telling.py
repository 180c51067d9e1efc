"""Entries as a page and a workbook tell them: names instead of numbers, sentences for verbs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from jinguo.accounts.queries import names_of_accounts
from jinguo.audit.models import Entry
from jinguo.audit.rules.verbs import sentence
from jinguo.divisions.queries import named
from jinguo.federations.queries import federation_name
from jinguo.kernel.actor import ACCOUNTS, AUDIT, Actor
from jinguo.people.queries import names_of_people
from jinguo.web.audit.labels import (
    PEOPLE,
    POSTS,
    SILENT,
    SUBJECTS,
    label,
    origin_in_words,
    words,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what it was and what it is."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words. ``origin`` is empty where the reader is not to know it."""

    id: int
    at: datetime
    who: str
    did: str
    subject: str
    subject_url: str
    unit: str
    unit_code: str
    origin: str
    changes: tuple[Change, ...]
    notes: tuple[tuple[str, str], ...]


def told(entries: Sequence[Entry], reader: Actor, *, office: bool) -> list[Told]:
    """These entries in words; three queries, however many they are."""
    people = names_of_people({one for entry in entries for one in _people(entry)})
    accounts = names_of_accounts(
        {
            int(one.subject_id)
            for one in entries
            if one.subject == "account" and one.subject_id.isdecimal()
        }
    )
    units = named({one.unit_code for one in entries if one.unit_code})
    return [
        Told(
            entry.pk,
            entry.at,
            entry.actor_name,
            sentence(entry.verb),
            _subject(entry, people, accounts),
            _url(entry, reader),
            federation_name(units[entry.unit_code]) if entry.unit_code in units else "",
            entry.unit_code,
            _origin(entry, reader, office=office),
            tuple(_changes(entry, people)),
            tuple((label(key), words(one, key, people)) for key, one in _shown(entry)),
        )
        for entry in entries
    ]


def _shown(entry: Entry) -> Iterator[tuple[str, Any]]:
    """What was said, without what is empty and what the posts before and after say already."""
    told = POSTS in (entry.before or {})
    for key, one in entry.data.items():
        said = key in SILENT or (told and key in SAID_BY_POSTS)
        if one not in (None, "", [], {}) and not said:
            yield key, one


def _changes(entry: Entry, people: dict[int, str]) -> Iterator[Change]:
    before, after = entry.before or {}, entry.after or {}
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        if key == POSTS:
            yield from _posts(was or {}, now or {}, people)
        elif was != now and key not in SILENT and not {str(was), str(now)} <= NOTHING:
            yield Change(label(key), words(was, key, people), words(now, key, people))


def _posts(was: dict[str, str], now: dict[str, str], people: dict[int, str]) -> Iterator[Change]:
    """Whose post changed: a line a person."""
    for number in dict.fromkeys((*was, *now)):
        name = words(int(number), "person", people)
        yield Change(
            name, words(was.get(number), "post", people), words(now.get(number), "post", people)
        )


def _people(entry: Entry) -> Iterator[int]:
    if entry.subject == "person" and entry.subject_id.isdecimal():
        yield int(entry.subject_id)
    for part in (entry.data, entry.before or {}, entry.after or {}):
        for name in PEOPLE:
            yield from _numbers(part.get(name))
        yield from map(int, part.get(POSTS) or {})


def _numbers(value: Any) -> Iterable[int]:
    found = value if isinstance(value, list) else [value]
    return (one for one in found if isinstance(one, int) and not isinstance(one, bool))


def _subject(entry: Entry, people: dict[int, str], accounts: dict[int, str]) -> str:
    kind = str(SUBJECTS.get(entry.subject, entry.subject))
    number = int(entry.subject_id) if entry.subject_id.isdecimal() else 0
    if entry.subject in ("division", "divisions", "audit", "address"):
        return "" if entry.subject == "address" else kind
    known = people if entry.subject == "person" else accounts if entry.subject == "account" else {}
    return f"{kind} {known.get(number) or entry.subject_id}".strip()


def _url(entry: Entry, reader: Actor) -> str:
    """The page of the object in the record; accounts only for whoever keeps or audits them."""
    keeps = reader.prefixes(ACCOUNTS) or reader.prefixes(AUDIT)
    if entry.subject == "account" and not keeps:
        return ""
    if entry.subject in OBJECTS and entry.subject_id.isdecimal():
        return reverse("audit:object", args=[entry.subject, entry.subject_id])
    return ""


NOTHING = {"None", "", "[]", "{}"}
"""What says nothing, however it is written."""
SAID_BY_POSTS = ("enters", "leaves", "joined", "left", "changed")
OBJECTS = ("person", "batch", "account", "congress")
"""Subjects that have a page of their own in the record; units have theirs by code."""


def _origin(entry: Entry, reader: Actor, *, office: bool) -> str:
    audited = reader.may(AUDIT, entry.unit_code) if entry.unit_code else office
    own = entry.actor_id == reader.id
    return origin_in_words(entry.origin) if audited or own else ""
