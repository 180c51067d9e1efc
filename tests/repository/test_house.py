"""The rules of the house that no import contract can hold."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model
from tests.repository.messages import SOURCE

ROOMS = (
    "config",
    "web",
    "cli",
    "agenda",
    "statistics",
    "campaigns",
    "activities",
    "groups",
    "plaques",
    "access",
    "delivery",
    "accounts",
    "elections",
    "roster",
    "records",
    "federations",
    "people",
    "divisions",
    "files",
    "sealing",
    "audit",
    "database",
    "kernel",
)
WRITES = {
    "save",
    "create",
    "get_or_create",
    "update_or_create",
    "update",
    "delete",
    "bulk_create",
    "bulk_update",
}


def room_of(model: type[Model]) -> str:
    return model.__module__.split(".")[1]


def test_foreign_keys_point_down_the_house() -> None:
    upward = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("jinguo.")
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey)
        and field.related_model.__module__.startswith("jinguo.")
        and ROOMS.index(room_of(field.related_model)) < ROOMS.index(room_of(model))
    ]

    assert upward == []


def outside_actions() -> list[Path]:
    return [
        path
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts
        and "actions" not in path.parts
        and path.name != "actions.py"
    ]


def manager_writes(path: Path) -> list[str]:
    """Calls like ``Model.objects.filter().update()`` or ``self.save()`` on what may be a model."""
    return [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and writes(node)
    ]


def writes(call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    verb, whose = call.func.attr, ast.unparse(call.func.value)
    if verb in WRITES and (".objects" in whose or verb.startswith("bulk")):
        return True
    return verb == "save" and not call.args and not call.keywords


@pytest.mark.parametrize("path", outside_actions(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_actions_write(path: Path) -> None:
    assert manager_writes(path) == []


def test_the_domain_never_asks_the_clock() -> None:
    doors = {"web", "cli", "config", "database", "kernel"}
    asking = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0] not in doors
        and ("kernel.clock" in path.read_text() or "date.today(" in path.read_text())
    ]

    assert asking == []


def test_no_source_file_is_longer_than_400_lines() -> None:
    long = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts and len(path.read_text().splitlines()) > 400
    ]

    assert long == []


def test_the_repository_names_no_machine_and_no_registry() -> None:
    root = SOURCE.parents[1]
    tracked = [
        *root.glob("*.md"),
        *root.glob("*.toml"),
        *root.glob("*.json"),
        *root.glob("docs/**/*.md"),
        *root.glob("requirements/*"),
        root / "Makefile",
    ]
    addresses = [f"://{host}" for host in ("pypi", "registry")]
    telling = [*addresses, "--index" + "-url", "/" + "work/", "/" + "root/"]

    found = [
        str(path.relative_to(root))
        for path in tracked
        if any(word in path.read_text() for word in telling)
    ]

    assert found == []
