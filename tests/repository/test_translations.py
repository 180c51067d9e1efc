"""The Chinese catalogue is complete, alive and well-formed."""

import re

import polib
from tests.repository.messages import CATALOGUE, messages

_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def entries() -> dict[tuple[str, str], polib.POEntry]:
    return {
        (entry.msgctxt or "", entry.msgid): entry
        for entry in polib.pofile(str(CATALOGUE))
        if not entry.obsolete
    }


def test_every_message_has_chinese() -> None:
    known = entries()

    missing = {
        message: where
        for message, where in messages().items()
        if message not in known or (not known[message].msgstr and not known[message].msgstr_plural)
    }

    assert missing == {}


def test_no_entry_is_fuzzy() -> None:
    assert [entry.msgid for entry in entries().values() if entry.fuzzy] == []


def test_no_entry_is_left_over() -> None:
    used = messages()

    assert [key for key in entries() if key not in used] == []


def test_translations_keep_the_placeholders() -> None:
    wrong = [
        entry.msgid
        for entry in entries().values()
        for translated in (entry.msgstr, *entry.msgstr_plural.values())
        if translated
        and not set(_PLACEHOLDER.findall(translated))
        <= set(_PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    ]

    assert wrong == []
