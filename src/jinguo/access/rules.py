"""What each role may do. This is the one place; every page, command and query asks the actor."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.access.models import Role
from jinguo.divisions.models import Level
from jinguo.kernel.actor import (
    ACCOUNTS,
    APPOINT,
    AUDIT,
    CAMPAIGNS,
    CONTACTS,
    DIVISIONS,
    ELECT,
    ERASE,
    IMPORT,
    PERSONS,
    RECORD,
    RULES,
    VIEW,
)
from jinguo.roster.enums import Post

CAPABILITIES: dict[str, tuple[str, ...]] = {
    Role.COUNTY: (
        VIEW,
        IMPORT,
        APPOINT,
        ELECT,
        RULES,
        PERSONS,
        ERASE,
        CONTACTS,
        DIVISIONS,
        ACCOUNTS,
        RECORD,
        CAMPAIGNS,
    ),
    Role.TOWNSHIP: (VIEW, IMPORT, APPOINT, ELECT, PERSONS, CONTACTS, RECORD),
    Role.VILLAGE: (VIEW, APPOINT, ELECT, PERSONS, CONTACTS, RECORD),
    Role.EXECUTIVE: (VIEW, RECORD),
    Role.AUDITOR: (VIEW, AUDIT),
    Role.ADMINISTRATOR: (ACCOUNTS,),
}
"""Role → capabilities on the division of the assignment and everything below it."""


@dataclass(frozen=True, slots=True)
class Right:
    """What a capability is called on pages, and the word that asks about it in a command."""

    title: Promise
    word: str


RIGHTS: dict[str, Right] = {
    VIEW: Right(_("see it"), "view"),
    IMPORT: Right(_("import rosters"), "import"),
    APPOINT: Right(_("give and take posts"), "appoint"),
    ELECT: Right(_("hold its congress"), "elect"),
    RULES: Right(_("set rules"), "rules"),
    PERSONS: Right(_("correct persons"), "correct"),
    ERASE: Right(_("erase persons"), "erase"),
    CONTACTS: Right(_("read telephone numbers"), "phone"),
    DIVISIONS: Right(_("load lists of divisions"), "divisions"),
    ACCOUNTS: Right(_("keep accounts"), "accounts"),
    AUDIT: Right(_("read the record"), "audit"),
    RECORD: Right(_("record activities, groups and plaques"), "record"),
    CAMPAIGNS: Right(_("plan campaigns"), "campaigns"),
}
"""Capability → its names."""

LEVELS: dict[str, tuple[Level, ...]] = {
    Role.COUNTY: (Level.COUNTY,),
    Role.TOWNSHIP: (Level.TOWNSHIP,),
    Role.VILLAGE: (Level.VILLAGE,),
    Role.EXECUTIVE: (Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE),
    Role.AUDITOR: (Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE),
    Role.ADMINISTRATOR: (Level.COUNTY,),
}
"""Role → levels of the units on which it can be held."""

TITLES: dict[str, Promise] = {
    Role.COUNTY: _("County office"),
    Role.TOWNSHIP: _("Township chair"),
    Role.VILLAGE: _("Village chair"),
    Role.EXECUTIVE: _("Executive member"),
    Role.AUDITOR: _("Auditor"),
    Role.ADMINISTRATOR: _("Administrator of accounts"),
}
"""Role → what it is called on pages."""

CHAIRS: dict[int, str] = {
    Level.COUNTY: Role.COUNTY,
    Level.TOWNSHIP: Role.TOWNSHIP,
    Level.VILLAGE: Role.VILLAGE,
}
"""Level of a unit → the role of its chair."""

SITTING = (Post.VICE_CHAIR, Post.STANDING, Post.EXECUTIVE)
"""Posts whose holders are executives to the system; what else a chair wants done, she delegates."""


def role_of(post: str, level: int) -> str:
    """What the holder of a post in a unit of this level is to the system; empty for nothing.

    A chair has the rights of her unit, the others of the committee read it. Delegates and members
    of groups have no rights by their posts.
    """
    if post == Post.CHAIR:
        return CHAIRS.get(level, "")
    return Role.EXECUTIVE if post in SITTING else ""


LONGEST_DELEGATION = timedelta(days=366)
"""For how long rights can be delegated at once."""

INVITED_FOR = timedelta(days=14)
"""How long an invitation can be used."""


def new_token() -> str:
    """The secret part of an invitation's link: 128 bits, 22 characters."""
    return secrets.token_urlsafe(16)


def token_digest(token: str) -> str:
    """What is kept of a token. It is random and long, so that a plain digest cannot be reversed."""
    return hashlib.sha256(token.encode()).hexdigest()
