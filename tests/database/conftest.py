"""Homes of their own under short names, and visitors that are gone after each test."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.database.visiting import Visit, Visitor, assert_gone, dismiss, environment_for

MEMORY = Path("/dev/shm")  # noqa: S108 - only looked for, then mkdtemp is used
ENOUGH = 2 * 1024**3


def new_folder() -> Path:
    """An empty 0700 folder with a short path, in memory where there is plenty."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH
    return Path(os.path.realpath(tempfile.mkdtemp(prefix="jg-", dir=MEMORY if roomy else None)))


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """An empty 0700 folder with a short path."""
    folder = new_folder()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def jinguo_home(short_folder: Path) -> Path:
    """Where a home would be; it does not exist yet."""
    return short_folder / "home"


@pytest.fixture(scope="session")
def model_home() -> Iterator[Path]:
    """A prepared home whose server is stopped: homes can be copied and moved."""
    folder = new_folder()
    visitor = Visitor(environment_for(folder))
    visitor.prepare()
    visitor.leave()
    dismiss(folder)
    assert_gone(folder)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def ready_home(model_home: Path, jinguo_home: Path) -> Path:
    """A home that was prepared before, at rest."""
    shutil.copytree(model_home, jinguo_home)
    return jinguo_home


@pytest.fixture
def visit() -> Iterator[Visit]:
    """Starts visitors of a home; afterwards none of them lives, nor any server of theirs."""
    visitors: list[Visitor] = []
    homes: set[Path] = set()

    def start(home: Path, *, through: tuple[str, ...] = (), **more: str) -> Visitor:
        homes.add(home)
        visitors.append(Visitor(environment_for(home, **more), through=through))
        return visitors[-1]

    yield start
    for visitor in visitors:
        if visitor.process.poll() is None:
            visitor.leave()
    for home in homes:
        dismiss(home)
        assert_gone(home)
