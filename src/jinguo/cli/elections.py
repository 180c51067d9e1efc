"""``jinguo election tally``."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _

from jinguo.database.bootstrap import prepare_database
from jinguo.elections.queries.rulebook import default_standards
from jinguo.elections.readers import read_count
from jinguo.elections.rules.counting import Result, tally
from jinguo.elections.rules.counts import Count
from jinguo.elections.rules.telling import told
from jinguo.kernel.clock import today
from jinguo.kernel.text import sentences


@click.group(help=_("Elections of congresses and committees."))
def election() -> None:
    """Group of the election commands."""


@election.command("tally", help=_("Count the vote in FILE (JSON) by the rules of elections."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def tally_(file: Path, *, as_json: bool) -> None:
    """Exit code 0 for a valid vote, 1 where it is invalid, impossible or cannot be read."""
    prepare_database()
    read = read_count(file.read_bytes(), default_standards(today()))
    if read.mistakes:
        problems = [{"path": one.path, "message": one.message} for one in read.mistakes]
        reason = _("The file cannot be counted.")
        answer = {**_nothing(), "reason": reason, "problems": problems}
        lines = [reason, *(f"{one['path']}: {one['message']}" for one in problems)]
    else:
        result = tally(read.count, read.standards)
        lines = told(read.count, result)
        answer = _answer(read.count, result, lines)
    click.echo(json.dumps(answer, ensure_ascii=False) if as_json else "\n".join(lines))
    sys.exit(0 if answer["valid"] else 1)


def _nothing() -> dict[str, Any]:
    return {
        "valid": False,
        "reason": "",
        "quorum": {},
        "elected": [],
        "vacant": None,
        "revote": [],
        "problems": [],
    }


def _answer(count: Count, result: Result, lines: list[str]) -> dict[str, Any]:
    meeting = count.meeting
    return {
        "valid": result.valid,
        "reason": sentences(*lines),
        "quorum": {
            "due": meeting.due,
            "present": meeting.present,
            "leave": meeting.leave,
            "absent": meeting.absent,
            "needed": result.quorum.needed,
            "reached": result.quorum.reached,
        },
        "elected": [one.name for one in result.elected],
        "vacant": result.vacant,
        "revote": [one.name for one in result.revote],
        "votes_needed": result.needed,
        "revote_seats": result.revote_seats,
        "problems": [
            {"path": str(one.data.get("path", "")), "message": str(one)} for one in result.faults
        ],
    }
