"""A congress of 石下村 taken as far as a test needs it."""

from collections.abc import Sequence
from datetime import date

from jinguo.elections.actions.calling import Call, call
from jinguo.elections.actions.counting import save_sheet
from jinguo.elections.actions.listing import add_delegates, call_roll
from jinguo.elections.actions.nominating import Nomination, nominate
from jinguo.elections.actions.voting import count_ballots, open_vote
from jinguo.elections.actions.watching import set_scrutineer
from jinguo.elections.enums import Attendance, Duty, Office
from jinguo.elections.models import Congress, Round
from jinguo.elections.queries.dossier import Dossier, dossier
from jinguo.elections.rules.counts import Ballots
from jinguo.federations.models import Federation
from jinguo.kernel.actor import Actor, system

VILLAGE = "350423106204"
DAY = date(2022, 7, 10)
BY = system()

NAMES = ("王芳", "李梅", "张兰", "陈英", "赖秀珍", "黄玉琴")
POSTS = (Office.CHAIR, Office.VICE_CHAIR, *[Office.EXECUTIVE] * 4)


def village() -> Federation:
    return Federation.objects.get(division__versions__code=VILLAGE)


def file_of(congress: Congress) -> Dossier:
    found = dossier(congress.pk, reader=BY)
    assert found is not None
    return found


def called(
    executives: int = 5, vice_chairs: int = 1, by: Actor = BY, *, by_election: bool = False
) -> Congress:
    words = Call(DAY, executives, vice_chairs, by_election=by_election)
    return call(federation_id=village().pk, words=words, by=by)


def prepared(
    executives: int = 5,
    due: int = 36,
    present: int = 31,
    names: Sequence[str] = NAMES,
    vice_chairs: int = 1,
    *,
    by_election: bool = False,
) -> Congress:
    """Called, with delegates who came, candidates and scrutineers: ready to vote."""
    one = called(executives, vice_chairs, by_election=by_election)
    people = [f"代表{number}" for number in range(1, due + 1)]
    add_delegates(congress_id=one.pk, names=people, group_id=None, by=BY)
    for name, post in zip(names, POSTS, strict=False):
        nominate(congress_id=one.pk, words=Nomination(name, post), by=BY)
    delegates = [delegate.pk for delegate in file_of(one).due]
    attendance = {
        number: Attendance.PRESENT if at < present else Attendance.LEAVE
        for at, number in enumerate(delegates)
    }
    call_roll(congress_id=one.pk, attendance=attendance, by=BY)
    set_scrutineer(congress_id=one.pk, name="巫总监", duty=Duty.CHIEF, by=BY)
    set_scrutineer(congress_id=one.pk, name="温计票", duty=Duty.COUNTER, by=BY)
    set_scrutineer(congress_id=one.pk, name="余计票", duty=Duty.COUNTER, by=BY)
    return one


def opened(congress: Congress, office: Office, names: Sequence[str] = ()) -> Round:
    chosen = [one.pk for one in file_of(congress).everybody if one.name in names]
    return open_vote(congress_id=congress.pk, office=office, candidate_ids=chosen, by=BY)


def counted(
    congress: Congress, vote: Round, votes: dict[str, tuple[int, int]], ballots: Ballots
) -> None:
    """Ballots, and one sheet with the votes for and against each name."""
    count_ballots(congress_id=congress.pk, round_id=vote.pk, ballots=ballots, by=BY)
    sheet(congress, vote, "温计票", votes, ballots.valid)


def sheet(
    congress: Congress,
    vote: Round,
    counter: str,
    votes: dict[str, tuple[int, int]],
    ballots: int,
    version: int = 0,
    by: Actor = BY,
) -> None:
    file = file_of(congress)
    view = next(one for one in file.rounds if one.round.pk == vote.pk)
    save_sheet(
        congress_id=congress.pk,
        round_id=vote.pk,
        counter_id=next(one.pk for one in file.scrutineers if one.name == counter),
        ballots=ballots,
        marks={
            one.pk: votes[view.candidate(one).name]
            for one in view.nominees
            if view.candidate(one).name in votes
        },
        version=version,
        by=by,
    )


FULL = Ballots(31, 31, 0)


def elected() -> Congress:
    """A congress whose executives, chair and vice-chair are elected: ready to be signed."""
    one = prepared()
    votes = {name: (30 - at, 1 + at) for at, name in enumerate(NAMES[:5])} | {"黄玉琴": (10, 21)}
    counted(one, opened(one, Office.EXECUTIVE), votes, FULL)
    five = Ballots(5, 5, 0)
    counted(one, opened(one, Office.CHAIR, ["王芳"]), {"王芳": (5, 0)}, five)
    counted(one, opened(one, Office.VICE_CHAIR, ["李梅"]), {"李梅": (4, 1)}, five)
    return one
