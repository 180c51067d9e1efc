"""Front-end packages: what counts is what is installed, and a machine without internet goes on."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from jinguo.cli.prepare import INSTALLED, LOCK, PackagesMissing, install_packages


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout with its packages, on a machine that reaches nobody."""
    source = Path(settings.PROJECT)
    for name in ("package.json", LOCK, ".npmrc"):
        shutil.copy(source / name, tmp_path)
    modules = tmp_path / "node_modules"
    modules.mkdir()
    shutil.copy(tmp_path / LOCK, modules / INSTALLED)
    (modules / "style.css").write_text("old")
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:1")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    with override_settings(PROJECT=tmp_path, NODE_MODULES=modules):
        yield tmp_path


def change_lock(project: Path) -> None:
    lock = json.loads((project / LOCK).read_text())
    lock["packages"]["node_modules/bootstrap"]["integrity"] = "sha512-AAAA"
    (project / LOCK).write_text(json.dumps(lock))


def test_a_lock_that_is_merely_newer_asks_nobody(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    os.utime(project / LOCK, (2e9, 2e9))

    install_packages()

    assert capfd.readouterr() == ("", "")


needs_npm = pytest.mark.skipif(shutil.which("npm") is None, reason="needs npm")


@needs_npm
def test_without_internet_the_old_packages_serve_on_with_a_warning(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    change_lock(project)

    install_packages()

    warning = capfd.readouterr().err.strip().splitlines()[-1]
    assert warning
    assert not warning.startswith("npm")
    assert (project / "node_modules" / "style.css").read_text() == "old"
    assert not list(project.glob(".packages-*"))


@needs_npm
def test_without_internet_and_without_packages_it_says_what_to_do(project: Path) -> None:
    shutil.rmtree(project / "node_modules")

    with pytest.raises(PackagesMissing):
        install_packages()
