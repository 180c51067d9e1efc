"""What each role may do. This is the one place; every page, command and query asks the actor."""

from jinguo.access.models import Role
from jinguo.kernel.actor import (
    ACCOUNTS,
    APPOINT,
    AUDIT,
    CONTACTS,
    DIVISIONS,
    ELECT,
    ERASE,
    IMPORT,
    PERSONS,
    RULES,
    VIEW,
)

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
    ),
    Role.TOWNSHIP: (VIEW, IMPORT, APPOINT, ELECT, PERSONS, CONTACTS),
    Role.VILLAGE: (VIEW, APPOINT, ELECT, PERSONS, CONTACTS),
    Role.EXECUTIVE: (VIEW,),
    Role.AUDITOR: (VIEW, AUDIT),
    Role.ADMINISTRATOR: (ACCOUNTS,),
}
"""Role → capabilities on the division of the assignment and everything below it."""
