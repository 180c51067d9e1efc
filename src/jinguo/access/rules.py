"""What each role may do. This is the one place; every page, command and query asks the actor."""

from jinguo.access.models import Role
from jinguo.kernel.actor import ACCOUNTS, APPOINT, DIVISIONS, ELECT, IMPORT, VIEW

CAPABILITIES: dict[str, tuple[str, ...]] = {
    Role.COUNTY: (VIEW, IMPORT, APPOINT, ELECT, DIVISIONS, ACCOUNTS),
    Role.TOWNSHIP: (VIEW, IMPORT, APPOINT, ELECT),
    Role.VILLAGE: (VIEW, APPOINT, ELECT),
    Role.AUDITOR: (VIEW,),
}
"""Role → capabilities on the division of the assignment and everything below it."""
