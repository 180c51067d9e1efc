"""Rules of signing in."""

import secrets
from collections.abc import Collection
from itertools import count

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

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


class ClosedSignup(DefaultAccountAdapter):
    """Accounts are given by the office; nobody signs up by herself."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never."""
        return False
