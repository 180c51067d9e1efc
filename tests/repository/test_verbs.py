"""Every verb that is written into the record has a sentence on the pages of the record."""

import ast
import re
from collections.abc import Iterator

from django.apps import apps
from tests.repository.messages import SOURCE

from jinguo.audit.actions.recording import READ, REFUSED
from jinguo.audit.rules.verbs import VERBS
from jinguo.campaigns.enums import MendingStep, Verdict
from jinguo.records.models import Record
from jinguo.roster.enums import Deed

WRITERS = re.compile(r"_?(record|record_reading|record_refusal|noted)")
VERB = re.compile(r"[a-z_]+\.[a-z_]+")
BEGINNINGS = {
    "roster.": [deed.value for deed in Deed],
    "election.": [],
    "evidence.": [verdict.value for verdict in Verdict],
    "finding.": [step.value for step in MendingStep],
}
"""Verbs put together from a beginning and the values of a list; ``noted`` adds "election."."""


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if WRITERS.fullmatch(name):
                yield name, node


def texts(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def verbs_of(name: str, call: ast.Call) -> Iterator[str]:
    named = [word.value for word in call.keywords if word.arg == "verb"]
    for node in named or call.args:
        for text in texts(node):
            if name == "noted" and "." not in text:
                yield f"election.{text}"
            elif text in BEGINNINGS:
                yield from (text + end for end in BEGINNINGS[text])
            elif named or VERB.fullmatch(text):
                yield text


def of_records() -> Iterator[str]:
    """What is done with each kind of record of units, put together by ``Record.verb``."""
    tree = ast.parse((SOURCE / "records" / "actions.py").read_text())
    done = {text for name, call in calls(tree) if name == "_noted" for text in texts(call)}
    for model in apps.get_models():
        if issubclass(model, Record):
            yield from (f"{model.WORD}.{what}" for what in done if VERB.fullmatch(f"x.{what}"))


def written() -> set[str]:
    found = {READ, REFUSED, *of_records()}
    for path in SOURCE.rglob("*.py"):
        for name, call in calls(ast.parse(path.read_text())):
            found |= set(verbs_of(name, call))
    return found


def test_every_verb_has_a_sentence() -> None:
    missing = written() - set(VERBS)

    assert missing == set(), "write its sentence in jinguo/audit/rules/verbs.py"


def test_no_sentence_is_left_over() -> None:
    assert set(VERBS) - written() == set()
