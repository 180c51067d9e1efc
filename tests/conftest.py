"""Databases for tests: real PostgreSQL, the application's own role, nothing shared by accident.

``db``            pytest-django's: an empty office, rolled back after the test
``qingliu``       the demo county as imported, rolled back after the test
``linshan``       a made-up county with lists of divisions and nobody in it, rolled back
``own_database``  a copy that may be committed to, from threads and processes, dropped afterwards
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest
from django.db import connection, transaction
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from jinguo.cli.prepare import compile_catalogues
from jinguo.database.bootstrap import create_database, drop_database, migrate, prepare_database
from jinguo.database.cluster import leave
from jinguo.database.scope import open_for_process

open_for_process()

EMPTY = "test_jinguo"
QINGLIU = "test_qingliu"
LINSHAN = "test_linshan"


@contextmanager
def switched_to(name: str) -> Iterator[None]:
    """Every new connection of this process, and of processes it starts, goes to a database."""
    settings = connection.settings_dict
    usual = settings["NAME"]
    _point_to(name)
    try:
        yield
    finally:
        _point_to(usual)


def _point_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    if "NAME" in connection.settings_dict["OWNER"]:
        connection.settings_dict["OWNER"]["NAME"] = name
    os.environ["JINGUO_DATABASE"] = name


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The empty database, made anew by the migrations as the owner."""
    compile_catalogues()
    with django_db_blocker.unblock():
        if connection.settings_dict["EMBEDDED"]:
            prepare_database()
        else:
            for name in (LINSHAN, QINGLIU, EMPTY):
                drop_database(name)
            create_database(EMPTY)
            migrate()
        yield
        connection.close()
        for name in (LINSHAN, QINGLIU, EMPTY):
            drop_database(name)


@pytest.fixture(scope="session")
def qingliu_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> str:
    """The name of a database with the demo county, loaded as ``make demo`` loads it."""
    from jinguo.cli.demo import load_demo

    with django_db_blocker.unblock(), translation.override("zh-hans"):
        connection.close()
        create_database(QINGLIU, template=EMPTY)
        with switched_to(QINGLIU):
            load_demo()
    return QINGLIU


@pytest.fixture
def qingliu(qingliu_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo county; whatever the test writes is rolled back."""
    with django_db_blocker.unblock(), switched_to(qingliu_database), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def linshan_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> str:
    """The name of a database with the lists of a made-up county, and nobody in it."""
    from tests.factories.counties import load_linshan

    with django_db_blocker.unblock(), translation.override("zh-hans"):
        connection.close()
        create_database(LINSHAN, template=EMPTY)
        with switched_to(LINSHAN):
            load_linshan()
    return LINSHAN


@pytest.fixture
def linshan(linshan_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The made-up county; whatever the test writes is rolled back."""
    with django_db_blocker.unblock(), switched_to(linshan_database), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def own_database(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, request: pytest.FixtureRequest
) -> Iterator[Callable[[str], str]]:
    """Call it with a database's name to work, until the test ends, in a copy of one's own."""
    made = "test_own"
    with django_db_blocker.unblock():
        usual = connection.settings_dict["NAME"]

        def copy(template: str = EMPTY) -> str:
            _point_to(usual)
            drop_database(made)
            create_database(made, template=template)
            _point_to(made)
            return made

        yield copy
        _point_to(usual)
        drop_database(made)


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


def pytest_unconfigure() -> None:
    """Leave the server, and the run's home once the server has gone."""
    place = Path(os.environ["JINGUO_HOME"])
    connection.close()
    leave()
    patience = monotonic() + 10
    while (place / "postgres" / "postmaster.pid").exists() and monotonic() < patience:
        sleep(0.1)
    shutil.rmtree(place, ignore_errors=True)
