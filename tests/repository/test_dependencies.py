"""Every direct dependency has its reason, and every lock is by hash without an address."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REASONS = (ROOT / "docs" / "dependencies.md").read_text()


def direct() -> list[str]:
    names = []
    for path in sorted((ROOT / "requirements").glob("*.in")):
        lines = [line for line in path.read_text().splitlines() if line]
        names += [re.split(r"[\[<>=~!]", line)[0] for line in lines if line[0] not in "-#"]
    return [*names, *json.loads((ROOT / "package.json").read_text())["dependencies"]]


@pytest.mark.parametrize("name", direct())
def test_a_dependency_has_its_reason(name: str) -> None:
    assert name in REASONS or (name.startswith("types-") and "types-*" in REASONS)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda p: p.name
)
def test_a_lock_pins_by_hash_and_names_no_address(path: Path) -> None:
    text = path.read_text()
    pinned = re.findall(r"^[a-z0-9][^\s=]*==\S+", text, re.MULTILINE)

    assert pinned
    assert "http" not in text
    assert text.count("--hash=sha256:") >= len(pinned)


def test_the_front_end_lock_names_no_address() -> None:
    assert "resolved" not in (ROOT / "package-lock.json").read_text()


@pytest.mark.parametrize("other", ["requirements/dev.txt", "benchmarks/requirements.txt"])
def test_every_lock_pins_what_the_product_pins(other: str) -> None:
    pins = re.compile(r"^([a-z0-9][^\s=;]*==[^\s;]+)", re.MULTILINE)
    product = set(pins.findall((ROOT / "requirements" / "base.txt").read_text()))

    missing = product - set(pins.findall((ROOT / other).read_text()))

    assert product
    assert missing == set()
