"""Rules of signing in."""

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import count

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from jinguo.people.rules import sounds_of, spelt

CONSONANTS = "bdfghjkmnprstvwz"
VOWELS = "aeiou"
DIGITS = "23456789"


def readable_password() -> str:
    """A random password that can be read out over the telephone, like ``bamo-kite-suna-4827``.

    About 50 bits: six syllables of 80 kinds and four digits of 8, none that look alike.
    """
    syllables = [secrets.choice(CONSONANTS) + secrets.choice(VOWELS) for _ in range(6)]
    words = ["".join(syllables[start : start + 2]) for start in (0, 2, 4)]
    return "-".join([*words, "".join(secrets.choice(DIGITS) for _ in range(4))])


def username_of(name: str) -> str:
    """How a name is read, in one word: 李梅 → limei; empty where nobody can read it out."""
    return spelt(sounds_of(name)[0])[:40]


def numbered(wanted: str, taken: Collection[str]) -> str:
    """The name wanted, or with the first number from 2 on that makes it free."""
    names = (wanted if at == 1 else f"{wanted}{at}" for at in count(1))
    return next(one for one in names if one not in taken)


PER_NAME = 5
"""Failures within ``WINDOW`` after which a user name is locked."""

PER_ADDRESS = 20
"""The same of an address: a whole office may stand behind one."""

WINDOW = timedelta(minutes=15)
"""Within which failures add up, and how long a lock lasts after the last of them."""

KEPT = timedelta(days=1)
"""How long failures are kept."""


def lock_of(newest: Sequence[datetime], most: int, now: datetime) -> datetime | None:
    """Until when ``most`` failures lock, given the newest of them, the last first.

    None where there were fewer, where they lie further apart than ``WINDOW``, or where the lock
    is over. While it holds, attempts are not counted, so that it ends.
    """
    if len(newest) < most or newest[0] - newest[most - 1] >= WINDOW:
        return None
    until = newest[0] + WINDOW
    return until if until > now else None


def name_digest(username: str) -> str:
    """What is kept of a name that was typed."""
    return salted_hmac("accounts.attempt", username.casefold(), algorithm="sha256").hexdigest()


def name_of_codes(account_id: int) -> str:
    """Under which name wrong codes of the second factor are counted; nobody can be called so."""
    return f"code of {account_id}"


def name_of_passkey_attempt() -> str:
    """Under which name a passkey without a user name is counted: one of its own, so that only the
    address adds up. A passkey cannot be guessed, and whose it claims to be, anybody can write.
    """
    return f"passkey {secrets.token_hex(16)}"


REMEMBERED = 5
"""How many passwords back, the present one among them, none may come again."""


class LongEnough(MinimumLengthValidator):
    """The framework's rule of a least length, told in words that exist in every language here."""

    def get_error_message(self) -> str:
        """What is said of a password that is shorter."""
        return _("It has fewer than %(least)d characters.") % {"least": self.min_length}
