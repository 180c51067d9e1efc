"""Of node_modules, only listed files are served."""

from pathlib import Path

from pytest_django import Settings

from jinguo.web.base.finders import PACKAGE_FILES, PackageFinder


def test_only_listed_files_are_found(tmp_path: Path, settings: Settings) -> None:
    listed, hidden = tmp_path / PACKAGE_FILES[0], tmp_path / "@tabler/core/package.json"
    listed.parent.mkdir(parents=True)
    listed.write_text("a {}")
    hidden.write_text("{}")
    settings.NODE_MODULES = tmp_path

    finder = PackageFinder()

    assert finder.find(f"packages/{PACKAGE_FILES[0]}") == str(listed)
    assert finder.find("packages/@tabler/core/package.json") == []
    assert finder.find(PACKAGE_FILES[0]) == []
    assert [name for name, _storage in finder.list(None)] == [PACKAGE_FILES[0]]


def test_a_missing_package_is_passed_over(tmp_path: Path, settings: Settings) -> None:
    settings.NODE_MODULES = tmp_path

    finder = PackageFinder()

    assert finder.find(f"packages/{PACKAGE_FILES[0]}") == []
    assert list(finder.list(None)) == []
