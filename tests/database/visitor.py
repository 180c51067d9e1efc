"""A process that uses the database: runs the code it is given, one JSON line at a time.

Whatever the code leaves in ``value`` is the answer, or the error it raised.
"""

import json
import sys
from typing import Any

import django


def answer(code: str) -> dict[str, Any]:
    scope: dict[str, Any] = {}
    try:
        exec(code, scope)  # noqa: S102 - that is its whole purpose
    except Exception as error:  # noqa: BLE001 - each one is an answer
        return {"error": type(error).__name__, "text": str(error)}
    return {"value": scope.get("value")}


if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line)), default=str) + "\n")
        sys.stdout.flush()
