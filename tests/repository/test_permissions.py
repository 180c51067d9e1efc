"""docs/permissions.md says what the code says."""

from tests.repository.messages import SOURCE

from jinguo.access.rules import CAPABILITIES
from jinguo.kernel.actor import CAPABILITIES as ALL

DOCUMENT = SOURCE.parents[1] / "docs" / "permissions.md"


def table() -> str:
    lines = [f"| role | {' | '.join(ALL)} |", f"|---|{'---|' * len(ALL)}"]
    for role, granted in CAPABILITIES.items():
        marks = ["✓" if capability in granted else "" for capability in ALL]
        lines.append(f"| {role} | {' | '.join(marks)} |")
    return "\n".join(lines)


def test_the_table_of_roles_and_capabilities_is_current() -> None:
    assert table() in DOCUMENT.read_text(), f"write this into docs/permissions.md:\n{table()}"
