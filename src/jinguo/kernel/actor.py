"""Who acts, with rights already resolved at the door."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grant:
    """A capability on a subtree, given as a prefix of today's division codes.

    The empty prefix is the whole tree: only the system itself carries it.
    """

    capability: str
    prefix: str
    reason: str = ""


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
        return tuple(grant.prefix for grant in self.grants if grant.capability == capability)


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
)


def system(name: str = "jinguo") -> Actor:
    """The actor of commands run by whoever owns the machine: every capability, whole tree."""
    grants = tuple(Grant(c, "", COMMAND_LINE) for c in CAPABILITIES)
    return Actor(0, name, grants, COMMAND_LINE)
