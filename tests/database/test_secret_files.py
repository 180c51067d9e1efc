"""Keys in the home: one for all who ask at once, never an empty one."""

from pathlib import Path

from tests.database.visiting import Visit

ASK = "from jinguo.database.secret_files import kept_secret; value = kept_secret('a.key', 24)"


def test_all_who_ask_at_once_get_the_same(jinguo_home: Path, visit: Visit) -> None:
    visitors = [visit(jinguo_home) for _ in range(4)]

    for visitor in visitors:
        visitor.tell(ASK)
    made = {visitor.hear() for visitor in visitors}

    assert made == {(jinguo_home / "a.key").read_text()}
    assert (jinguo_home / "a.key").stat().st_mode & 0o777 == 0o600


def test_an_empty_file_is_no_key(jinguo_home: Path, visit: Visit) -> None:
    jinguo_home.mkdir(mode=0o700)
    (jinguo_home / "a.key").touch()

    made = visit(jinguo_home).ask(ASK)

    assert len(made) == 32
    assert (jinguo_home / "a.key").read_text() == made
