"""Papers after the vote: the report of the result, the filing form, the roster."""

from datetime import date

from django.utils.translation import override

from jinguo.documents import Paper
from jinguo.elections.enums import Duty, Office
from jinguo.elections.models import Candidate
from jinguo.elections.queries.dossier import Dossier
from jinguo.kernel.language import CHINESE
from jinguo.roster.queries.vocabulary import category_names
from jinguo.web.elections.papers.words import BODIES, chinese, congress, day, deed, padded, post_of


def result(file: Dossier, today: date) -> Paper:
    """选举结果报告单: every vote that is over, as it was read out."""
    paper = Paper(made_on=today)
    paper.title(congress(file), f"{deed(file)}结果报告单")
    votes = [vote for vote in file.rounds if vote.decided]
    for at, vote in enumerate(votes, 1):
        again = f"（第{vote.round.number}次投票）" if vote.round.number > 1 else ""
        paper.heading(f"{chinese(at)}、{deed(file)}{BODIES[vote.office]}{again}")
        with override(CHINESE):
            for sentence in vote.sentences:
                paper.text(sentence)
        elected = {one.name for one in vote.elected}
        rows = []
        for one in vote.nominees:
            votes_of = vote.votes(one)
            numbers = (votes_of.in_favour, votes_of.against, votes_of.abstain)
            won = "当选" if votes_of.name in elected else ""
            rows.append([padded(votes_of.name), *map(str, numbers), won])
        paper.table(["姓名", "赞成", "反对", "弃权", "结果"], rows, [3, 2, 2, 2, 2])
    chief = "、".join(one.name for one in file.scrutineers if one.duty == Duty.CHIEF)
    others = "、".join(one.name for one in file.scrutineers if one.duty == Duty.SCRUTINEER)
    paper.text("")
    paper.text(f"总监票人：{chief}（签名）")
    if others:
        paper.text(f"监票人：{others}（签名）")
    paper.closing("", day(file.congress.held_on))
    return paper


def filing(file: Dossier, today: date) -> Paper:
    """选举结果备案表."""
    paper = Paper(made_on=today)
    paper.title(f"{file.place.short}妇女联合会", f"{deed(file)}结果备案表")
    meeting = file.meeting
    chairs, vice_chairs = file.elected(Office.CHAIR), file.elected(Office.VICE_CHAIR)
    executives = file.elected(Office.EXECUTIVE)
    seats = "应补选执委" if file.congress.by_election else "应选执委"
    officers = [["主席", _names(chairs)], ["副主席", _names(vice_chairs)]]
    rows = [
        ["单位", f"{file.place.short}妇女联合会"],
        ["大会名称", congress(file)],
        ["大会时间", day(file.congress.held_on)],
        ["大会地点", file.congress.place],
        [
            "到会情况",
            f"应到{meeting.due}人，实到{meeting.present}人，请假{meeting.leave}人，"
            f"缺席{meeting.absent}人",
        ],
        [
            seats,
            f"{file.congress.executives}名，实选{len(executives)}名",
        ],
        ["执委", _names(executives)],
        *([] if file.congress.by_election else officers),
        [
            "空缺",
            _vacancies(file),
        ],
        ["同级党组织意见", "\n\n（盖章）　　　　年　　月　　日"],
        ["上级妇联意见", "\n\n（盖章）　　　　年　　月　　日"],
    ]
    paper.table(["项目", "内容"], rows, [1, 3.5])
    paper.closing("", f"填表日期：{day(today)}")
    return paper


def roster(file: Dossier, today: date) -> Paper:
    """执委会花名册; the columns are those a roster is imported with."""
    paper = Paper(made_on=today, landscape=True)
    body = "补选执行委员会委员" if file.congress.by_election else "执行委员会"
    paper.title(f"{file.place.short}妇女联合会{body}花名册")
    names = category_names()
    elected = sorted(file.elected(Office.EXECUTIVE), key=lambda one: _rank(file, one))
    rows = [
        [
            str(at),
            padded(one.name),
            post_of(file, one.pk),
            one.ethnicity,
            f"{one.birth_month:%Y.%m}" if one.birth_month else "",
            one.political_status,
            one.education,
            one.occupation,
            "、".join(names.get(slug, slug) for slug in one.categories),
            f"{file.congress.held_on:%Y.%m}",
        ]
        for at, one in enumerate(elected, 1)
    ]
    heads = ["序号", "姓名", "职务", "民族", "出生年月", "政治面貌", "文化程度", "工作单位及职务"]
    widths = [1, 2, 1.6, 1.2, 2, 2, 2, 4, 4, 2]
    paper.table([*heads, "类别", "任职时间"], rows, widths)
    paper.note(f"单位：{file.name}　　填报日期：{day(today)}")
    return paper


def _vacancies(file: Dossier) -> str:
    vacant = {BODIES[office]: file.vacant(office) for office in Office}
    return "、".join(f"{name}{number}名" for name, number in vacant.items() if number) or "无"


def _rank(file: Dossier, one: Candidate) -> int:
    return ("主席", "副主席", "执委").index(post_of(file, one.pk))


def _names(people: list[Candidate]) -> str:
    return "、".join(one.name for one in people) or "（未选出）"
