"""Papers at the vote: the ballot and the count sheet."""

from datetime import date

from jinguo.documents import Paper
from jinguo.elections.enums import Office
from jinguo.elections.queries.dossier import Dossier
from jinguo.elections.queries.rounds import RoundView
from jinguo.web.elections.papers.words import BODIES, congress, day, deed, padded

BLANKS = 3
"""Lines for other names on a ballot, at most as many as there are seats."""


def ballot(file: Dossier, today: date, vote: RoundView | None = None) -> Paper:
    """选票 of a vote, else of the last; before the first one, of that on the executives."""
    vote = vote or (file.rounds[-1] if file.rounds else None)
    office = vote.office if vote else Office.EXECUTIVE
    seats = vote.round.seats if vote else file.seats(office)
    names = _names(vote) if vote else [one.name for one in file.candidates]
    paper = Paper(made_on=today)
    extra = deed(file) if file.congress.by_election else ""
    paper.title(_head(file, vote, office), f"{extra}{BODIES[office]}选票")
    rows = [["", padded(name)] for name in names]
    if file.book.standards.write_ins:
        rows += [["", ""] for _line in range(min(BLANKS, seats))]
    paper.table(["符号", "候选人姓名（按姓氏笔画为序）"], rows, [1, 3], tall=True)
    paper.note(f"说明：1．应选{seats}名，所选人数等于或少于{seats}名的有效，多于{seats}名的作废。")
    paper.note("2．同意的在姓名左边画“○”，不同意的画“×”，弃权的不作任何记号。")
    if file.book.standards.write_ins:
        paper.note("3．不同意候选人的，可在空格内另写他人姓名，并在左边画“○”。")
    return paper


def count_sheet(file: Dossier, today: date, vote: RoundView | None = None) -> Paper:
    """计票单 of a vote, else of the last: to be filled in by hand, or with what was counted."""
    vote = vote or file.rounds[-1]
    paper = Paper(made_on=today)
    paper.title(_head(file, vote, vote.office), f"{BODIES[vote.office]}{deed(file)}计票单")
    counted = vote.result is not None
    rows = []
    for one in vote.nominees:
        votes = vote.votes(one)
        numbers = (votes.in_favour, votes.against, votes.abstain)
        marks = [str(number) for number in numbers] if counted else ["", "", ""]
        rows.append([padded(votes.name), "", *marks])
    if not counted and file.book.standards.write_ins:
        rows += [[""] * 5 for _line in range(BLANKS)]
    paper.table(["姓名", "画“正”字计票", "赞成", "反对", "弃权"], rows, [2, 5, 1, 1, 1], tall=True)
    ballots = vote.ballots
    paper.note(
        f"发出选票{ballots.issued}张，收回{ballots.returned}张，有效票{ballots.valid}张，"
        f"废票{ballots.invalid}张。"
        if ballots
        else "发出选票　　张，收回　　张，有效票　　张，废票　　张。"
    )
    paper.note("监票人（签名）：　　　　　　　　　　计票人（签名）：")
    paper.closing("", day(file.congress.held_on))
    return paper


def _names(vote: RoundView) -> list[str]:
    return [vote.candidate(one).name for one in vote.nominees if not one.written_in]


def _head(file: Dossier, vote: RoundView | None, office: Office) -> str:
    again = f"（第{vote.round.number}次投票）" if vote and vote.round.number > 1 else ""
    if office == Office.EXECUTIVE:
        return congress(file) + again
    return f"{file.place.short}妇女联合会执行委员会第一次全体会议{again}"
