"""Every text of the product that is meant to be translated, found in the source itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[2] / "src" / "jinguo"
CATALOGUE = SOURCE / "config" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"

_FUNCTIONS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
_WITH_CONTEXT = {"pgettext", "pgettext_lazy"}

Message = tuple[str, str]
"""Context (empty for none) and text."""


def messages() -> dict[Message, str]:
    """Message → the file that has it, over all Python and template files."""
    found: dict[Message, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for message in _in_python(path.read_text()):
            found.setdefault(message, str(path.relative_to(SOURCE)))
    for path in sorted((*SOURCE.rglob("*.html"), *SOURCE.rglob("templates/**/*.txt"))):
        for message in _in_template(path.read_text()):
            found.setdefault(message, str(path.relative_to(SOURCE)))
    return found


def _in_python(text: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        words = [
            argument.value
            for argument in node.args
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if name.startswith("ngettext"):
            yield "", words[0]
        elif name in _FUNCTIONS:
            yield from (("", word) for word in words)
        elif name in _WITH_CONTEXT and len(words) > 1:
            yield words[0], words[1]


def _in_template(text: str) -> Iterator[Message]:
    """Django turns a template into lines of calls that can be read one by one."""
    python = templatize(text)
    for start in range(len(python)):
        if python.startswith(("gettext(", "ngettext(", "pgettext("), start) and (
            start == 0 or not (python[start - 1].isalnum() or python[start - 1] == "_")
        ):
            yield from _in_python(_call(python[start:]))


def _call(text: str) -> str:
    """The first whole call in a text: up to the bracket that makes it valid Python."""
    for end, character in enumerate(text, 1):
        if character == ")":
            try:
                ast.parse(text[:end])
            except SyntaxError:
                continue
            return text[:end]
    return "None"
