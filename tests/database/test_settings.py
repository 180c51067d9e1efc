"""DATABASE_URL: an office's own server instead of the embedded one."""

from pathlib import Path
from urllib.parse import quote

import pytest

from jinguo.database.errors import DatabaseUrlUnusable
from jinguo.database.settings import databases
from tests.database.test_dump import BACKUP, RESTORE
from tests.database.visiting import Refused, Visit, Visitor

MAKE_OFFICE = """
    import psycopg
    from psycopg import sql
    from jinguo.database.cluster import ensure_running
    server = ensure_running()
    with psycopg.connect(
        **server.parameters("jinguo_admin"), dbname="postgres", autocommit=True
    ) as session:
        session.execute("CREATE ROLE office LOGIN CREATEDB PASSWORD 'p@ss/word'")
        session.execute("CREATE ROLE clerk LOGIN PASSWORD 'clerk'")
        session.execute("CREATE DATABASE office OWNER office TEMPLATE template0 ENCODING 'UTF8'")
        session.execute("CREATE DATABASE empty OWNER office TEMPLATE template0 ENCODING 'UTF8'")
    value = str(server.socket_folder)
"""


def office(visitor: Visitor) -> tuple[str, str]:
    """Addresses of the owner and of a second role on somebody's own server."""
    host = quote(visitor.ask(MAKE_OFFICE), safe="")
    return (
        f"postgresql://office:{quote('p@ss/word', safe='')}@{host}:5432/office",
        f"postgresql://clerk:clerk@{host}:5432/office",
    )


def test_the_embedded_server_is_the_default() -> None:
    default = databases({})["default"]

    assert default["EMBEDDED"]
    assert (default["NAME"], default["USER"]) == ("jinguo", "jinguo_app")
    assert databases({"JINGUO_DATABASE": "test_x"})["default"]["NAME"] == "test_x"


def test_an_address_becomes_settings() -> None:
    default = databases(
        {
            "DATABASE_URL": "postgres://app:a%40b@db.example:6432/county?sslmode=require",
            "DATABASE_OWNER_URL": "postgres://boss:c@db.example/county",
            "JINGUO_DATABASE": "test_county",
        }
    )["default"]

    assert default["USER"] == "app"
    assert default["PASSWORD"] == "a@b"
    assert (default["HOST"], default["PORT"]) == ("db.example", "6432")
    assert default["NAME"] == default["OWNER"]["NAME"] == "test_county"
    assert default["OPTIONS"] == {"sslmode": "require"}
    assert default["ROLES"] == {"owner": "boss", "app": "app", "auditor": ""}


@pytest.mark.parametrize(
    "url",
    ["mysql://a:b@c/d", "county", "postgres://db.example/county", "postgres://a@b/c?nonsense=1"],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(DatabaseUrlUnusable):
        databases({"DATABASE_URL": url})


def test_one_role_on_an_own_server_does_everything_and_the_doctor_says_so(
    short_folder: Path, visit: Visit
) -> None:
    owner_url, _ = office(visit(short_folder / "server"))
    visitor = visit(short_folder / "home", DATABASE_URL=owner_url)
    path = short_folder / "county.backup"

    visitor.prepare()
    visitor.sql("INSERT INTO ledger (words) VALUES ('one')")
    visitor.ask(BACKUP.format(path=str(path)))
    elsewhere = visit(short_folder / "home", DATABASE_URL=owner_url, JINGUO_DATABASE="empty")
    elsewhere.ask(RESTORE.format(path=str(path)))

    assert visitor.sql("SELECT current_user") == [["office"]]
    assert elsewhere.sql("SELECT words, current_database() FROM ledger") == [["one", "empty"]]
    found = visitor.ask("""
        from jinguo.database.doctor import checks
        value = [finding.name for finding in checks() if not finding.ok]
    """)
    assert "roles" in found
    assert not (short_folder / "home").exists()


def test_two_roles_on_an_own_server_are_kept_apart(short_folder: Path, visit: Visit) -> None:
    owner_url, app_url = office(visit(short_folder / "server"))
    visitor = visit(
        short_folder / "home",
        DATABASE_URL=app_url,
        DATABASE_OWNER_URL=owner_url,
        JINGUO_DATABASE="test_office",
    )

    visitor.ask("""
        from jinguo.database.bootstrap import create_database, prepare_database
        create_database("test_office")
        prepare_database()
    """)
    visitor.sql("INSERT INTO ledger (words) VALUES ('one')")

    assert visitor.sql("SELECT current_user") == [["clerk"]]
    with pytest.raises(Refused, match="permission denied"):
        visitor.sql("DELETE FROM ledger")
    assert visitor.ask("""
        from jinguo.database.doctor import checks
        value = [finding.ok for finding in checks() if finding.name == "roles"]
    """) == [True]
    visitor.ask('from jinguo.database.bootstrap import drop_database; drop_database("test_office")')
