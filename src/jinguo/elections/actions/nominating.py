"""Who stands for election."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from jinguo.elections.actions.opening import noted, taken
from jinguo.elections.actions.vacancies import none_sits
from jinguo.elections.enums import Office
from jinguo.elections.errors import CandidateCounts, DelegateTwice
from jinguo.elections.models import Candidate
from jinguo.elections.queries.dossier import Dossier
from jinguo.elections.queries.known import KnownWoman
from jinguo.kernel.actor import Actor
from jinguo.kernel.text import fold
from jinguo.roster.enums import Kind, Post


@dataclass(frozen=True, slots=True)
class Nomination:
    """What is said of a candidate; ``person_id`` where she is recorded already."""

    name: str
    post: Office
    person_id: int | None = None
    kind: Kind = Kind.UNSTATED
    categories: Sequence[str] = field(default_factory=list)
    sector: str = ""
    recommended_by: str = ""
    ethnicity: str = ""
    birth_month: date | None = None
    political_status: str = ""
    education: str = ""
    occupation: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """As the table has them."""
        return {**asdict(self), "categories": list(self.categories)}


@transaction.atomic
def nominate(*, congress_id: int, words: Nomination, by: Actor) -> Candidate:
    """Put a candidate on the list.

    Raises ``DelegateTwice``, ``CandidateCounts`` and, in a by-election, ``SitsAlready``.
    """
    file = taken(congress_id, by, before_ballots=True)
    _check(file, words.name)
    _new_there(file, words)
    made = Candidate.objects.create(congress=file.congress, **words.columns)
    noted(file, by, "nominated", name=words.name, post=words.post, person=words.person_id)
    return made


@transaction.atomic
def nominate_sitting(*, congress_id: int, sitting: Sequence[KnownWoman], by: Actor) -> int:
    """Put women of the sitting committee on the list as they are; how many are new there."""
    file = taken(congress_id, by, before_ballots=True)
    known = {one.person_id for one in file.everybody}
    added = [one for one in sitting if one.person_id not in known]
    for one in added:
        _check(file, one.name)
    if file.congress.by_election:
        none_sits(file.congress, [one.person_id for one in added])
    Candidate.objects.bulk_create(
        Candidate(
            congress=file.congress,
            person_id=one.person_id,
            name=one.name,
            post=_office(one.post),
            kind=one.kind,
            categories=list(one.categories),
            **_facts(one.facts),
        )
        for one in added
    )
    noted(file, by, "nominated", names=[one.name for one in added])
    return len(added)


@transaction.atomic
def change_nomination(*, congress_id: int, candidate_id: int, words: Nomination, by: Actor) -> None:
    """Say otherwise of a candidate. Raises ``DelegateTwice`` and ``CandidateCounts``."""
    file = taken(congress_id, by, before_ballots=True)
    found = Candidate.objects.filter(congress=file.congress, pk=candidate_id)
    for one in found:
        _check(file, words.name, but=candidate_id)
        _new_there(file, words)
        found.update(**words.columns)
        noted(file, by, "nomination_changed", name=one.name, now=words.name, post=words.post)


@transaction.atomic
def withdraw(*, congress_id: int, candidate_id: int, by: Actor) -> None:
    """Take a candidate off the list."""
    file = taken(congress_id, by, before_ballots=True)
    for one in Candidate.objects.filter(congress=file.congress, pk=candidate_id):
        one.delete()
        noted(file, by, "withdrawn", name=one.name)


def _check(file: Dossier, name: str, but: int | None = None) -> None:
    if any(fold(one.name) == fold(name) and one.pk != but for one in file.everybody):
        raise DelegateTwice(name=name)
    if any(fold(one.name) == fold(name) for one in file.scrutineers):
        raise CandidateCounts(name=name)


def _new_there(file: Dossier, words: Nomination) -> None:
    if file.congress.by_election:
        none_sits(file.congress, [words.person_id])


def _office(post: str) -> Office:
    return {Post.CHAIR: Office.CHAIR, Post.VICE_CHAIR: Office.VICE_CHAIR}.get(
        Post(post), Office.EXECUTIVE
    )


def _facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value}
