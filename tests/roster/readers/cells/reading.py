"""Calling a cell reader in a test."""

from collections.abc import Callable
from typing import Any

from jinguo.roster.readers.cells.memo import Findings
from jinguo.roster.readers.sheet import Cell


def value_of(read: Callable[[Cell, Findings], Any], cell: Cell) -> Any:
    """The value, of a cell that must be without fault."""
    findings = Findings()
    value = read(cell, findings)
    assert not findings, [one.fault.code for one in findings]
    return value


def faults_of(read: Callable[[Cell, Findings], Any], cell: Cell) -> tuple[Any, list[str]]:
    """The value and the codes of the faults."""
    findings = Findings()
    value = read(cell, findings)
    return value, [one.fault.code for one in findings]
