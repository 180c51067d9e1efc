"""Who acts, with rights already resolved at the door."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody may: ``kind`` is ``post``, ``assignment``, ``delegation``, ``command``, ``own``.

    ``role`` is what she is to the system by it (``access.rules``), ``division_id`` the place it is
    held on. A post says which and since when, a delegation by whom and until when, and whether she
    acts for a vacant chair.
    """

    kind: str
    role: str = ""
    division_id: int = 0
    post: str = ""
    since: date | None = None
    until: date | None = None
    giver_id: int = 0
    giver: str = ""
    acting: bool = False


POST, ASSIGNMENT, DELEGATION, COMMAND = "post", "assignment", "delegation", "command"
OWN = "own"
"""An import is shown to whoever made it."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A capability on a subtree, given as a prefix of today's division codes.

    The empty prefix is the whole tree: only the system itself carries it.
    """

    capability: str
    prefix: str
    reason: Reason = Reason(COMMAND)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or process that reads or writes; ``id`` 0 is the system itself.

    ``origin`` says from where: an address and a kind of device, or "command line".
    """

    id: int
    name: str
    grants: tuple[Grant, ...] = field(default=())
    origin: str = ""

    def may(self, capability: str, code: str) -> bool:
        """Whether the capability holds for the unit whose code today is ``code``."""
        return any(
            grant.capability == capability and code.startswith(grant.prefix)
            for grant in self.grants
        )

    def prefixes(self, capability: str) -> tuple[str, ...]:
        """The subtrees (code prefixes) on which the capability holds."""
        held = (grant.prefix for grant in self.grants if grant.capability == capability)
        return tuple(dict.fromkeys(held))

    def why(self, capability: str, code: str) -> tuple[Reason, ...]:
        """Every reason for which the capability holds there; empty where it does not."""
        return tuple(
            grant.reason
            for grant in self.grants
            if grant.capability == capability and code.startswith(grant.prefix)
        )


COMMAND_LINE = "command line"

VIEW = "unit.view"
IMPORT = "roster.import"
APPOINT = "roster.appoint"
ELECT = "election.hold"
RULES = "rules.keep"
DIVISIONS = "divisions.load"
ACCOUNTS = "accounts.manage"
PERSONS = "persons.keep"
ERASE = "persons.erase"
CONTACTS = "contacts.read"
AUDIT = "audit.read"
RECORD = "records.keep"
"""Groups, plaques, activities and filings of a unit."""
CAMPAIGNS = "campaigns.keep"

CAPABILITIES = (
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
    AUDIT,
    RECORD,
    CAMPAIGNS,
)


def system(name: str = "jinguo") -> Actor:
    """The actor of commands run by whoever owns the machine: every capability, whole tree."""
    grants = tuple(Grant(c, "") for c in CAPABILITIES)
    return Actor(0, name, grants, COMMAND_LINE)
