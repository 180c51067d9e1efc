"""The doctor says what is well and what is not, and makes nothing."""

import socket
from pathlib import Path

from tests.database.visiting import Visit, Visitor

CHECK = """
    from jinguo.database.doctor import checks
    value = [[finding.name, finding.ok, finding.sentence, finding.remedy]
             for finding in checks({host!r}, {port})]
"""


def findings(visitor: Visitor, port: int = 0) -> dict[str, tuple[bool, str, str]]:
    answer = visitor.ask(CHECK.format(host="127.0.0.1", port=port))
    return {name: (ok, sentence, remedy) for name, ok, sentence, remedy in answer}


def test_an_empty_home_is_no_fault_and_stays_empty(jinguo_home: Path, visit: Visit) -> None:
    found = findings(visit(jinguo_home))

    assert all(ok for ok, _, _ in found.values()), found
    assert "first command" in found["server"][1]
    assert not jinguo_home.exists()


def test_a_prepared_home_is_well(jinguo_home: Path, visit: Visit) -> None:
    visitor = visit(jinguo_home)
    visitor.prepare()

    found = findings(visitor)

    assert all(ok for ok, _, _ in found.values()), found
    assert {"python", "postgresql", "home", "space", "port", "server", "roles"} <= set(found)


def test_what_is_wrong_is_named_with_its_remedy(jinguo_home: Path, visit: Visit) -> None:
    visit(jinguo_home).prepare()
    jinguo_home.chmod(0o777)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        newer = visit(jinguo_home, MORE_APPS="tests.database.ledger_newer")
        found = findings(newer, taken.getsockname()[1])

    wrong = {name: remedy for name, (ok, _, remedy) in found.items() if not ok}
    assert set(wrong) == {"home", "port", "migrations"}
    assert all(wrong.values())


def test_a_server_that_cannot_start_is_found_with_the_place_of_its_log(
    ready_home: Path, visit: Visit
) -> None:
    (ready_home / "postgres" / "global" / "pg_control").unlink()

    ok, sentence, remedy = findings(visit(ready_home))["server"]

    assert not ok
    assert "could not find the database system" in sentence
    assert str(ready_home / "postgres.log") in remedy
