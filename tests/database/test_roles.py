"""Who may do what: the role that works is neither superuser nor owner."""

from pathlib import Path

import pytest

from tests.database.visiting import Refused, Visit

AS_OWNER = """
    from django.db import connection
    from jinguo.database.owner import as_owner
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        value = cursor.fetchone()[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        value = [value, cursor.fetchone()[0]]
"""
AS_AUDITOR = """
    import psycopg
    from jinguo.database.cluster import ensure_running
    from jinguo.database.roles import EMBEDDED
    parameters = ensure_running().parameters(EMBEDDED.auditor)
    with psycopg.connect(**parameters, dbname="jinguo", autocommit=True) as session:
        value = session.execute("{statement}").fetchall()
"""


def test_roles_and_append_only_tables(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.sql("INSERT INTO ledger (words) VALUES ('one')")

    assert visitor.sql(
        "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles"
        " WHERE rolname = current_user"
    ) == [[False, False, False, False]]
    for statement in (
        "UPDATE ledger SET words = 'two'",
        "DELETE FROM ledger",
        "TRUNCATE ledger",
        "CREATE TABLE mine (id int)",
        "ALTER TABLE ledger ADD COLUMN more text",
    ):
        with pytest.raises(Refused, match=r"permission denied|must be owner|ProgrammingError"):
            visitor.sql(statement)
    assert visitor.sql("SELECT words FROM ledger") == [["one"]]


def test_as_owner_changes_the_role_and_gives_it_back(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)

    assert visitor.ask(AS_OWNER) == ["jinguo_owner", "jinguo_app"]
    with pytest.raises(Refused, match="OwnerInTransaction"):
        visitor.ask("""
            from django.db import transaction
            from jinguo.database.owner import as_owner
            with transaction.atomic(), as_owner():
                pass
        """)


def test_the_auditor_reads_and_nothing_more(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)

    assert visitor.ask(AS_AUDITOR.format(statement="SELECT count(*) FROM ledger")) == [[0]]
    with pytest.raises(Refused, match="InsufficientPrivilege"):
        visitor.ask(AS_AUDITOR.format(statement="INSERT INTO ledger (words) VALUES ('x')"))


def test_tables_of_a_newer_program_are_refused_in_words(ready_home: Path, visit: Visit) -> None:
    visit(ready_home, MORE_APPS="tests.database.ledger_newer").prepare()

    with pytest.raises(Refused, match=r"DatabaseNewer: .* 1 changes"):
        visit(ready_home).prepare()


def test_a_wrong_password_is_refused_at_once(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)

    with pytest.raises(Refused, match="OperationalError"):
        visitor.ask("""
            import psycopg
            from jinguo.database.cluster import ensure_running
            parameters = ensure_running().parameters("jinguo_app") | {"password": "guessed"}
            psycopg.connect(**parameters, dbname="jinguo")
        """)


def test_copies_of_a_database_keep_rights_and_rows(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)
    visitor.sql("INSERT INTO ledger (words) VALUES ('one')")

    visitor.ask("""
        from django.db import connection
        from jinguo.database.bootstrap import create_database
        connection.close()
        create_database("copy", template="jinguo")
        connection.settings_dict["NAME"] = "copy"
    """)

    assert visitor.sql("SELECT words, current_database() FROM ledger") == [["one", "copy"]]
    with pytest.raises(Refused, match="permission denied"):
        visitor.sql("DELETE FROM ledger")
    visitor.ask("""
        from django.db import connection
        from jinguo.database.bootstrap import drop_database
        drop_database("copy")
        connection.settings_dict["NAME"] = "jinguo"
    """)
    assert visitor.sql("SELECT datname FROM pg_database WHERE datname = 'copy'") == []


def test_rows_are_copied_in_and_ids_come_in_blocks(ready_home: Path, visit: Visit) -> None:
    visitor = visit(ready_home)

    ids = visitor.ask("""
        from django.db import connection
        from jinguo.database.copying import allocate_ids, copy_rows
        with connection.cursor() as cursor:
            ids = allocate_ids(cursor, "ledger", 3)
            rows = [(ids[0], "李梅"), (ids[1], "a\\tb\\\\c\\n"), (ids[2], "")]
            count = copy_rows(cursor, "ledger", ["id", "words"], rows)
            value = [ids, count, allocate_ids(cursor, "ledger_id_seq", 2)]
    """)

    assert ids == [[1, 2, 3], 3, [4, 5]]
    assert visitor.sql("SELECT id, words FROM ledger ORDER BY id") == [
        [1, "李梅"],
        [2, "a\tb\\c\n"],
        [3, ""],
    ]
    with pytest.raises(Refused, match=r"^IntegrityError"):
        visitor.ask("""
            from django.db import connection
            from jinguo.database.copying import copy_rows
            with connection.cursor() as cursor:
                copy_rows(cursor, "ledger", ["id", "words"], [(9, "x"), (1, "again")])
        """)
    assert visitor.sql("SELECT count(*) FROM ledger") == [[3]]
