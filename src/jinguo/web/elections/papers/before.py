"""Papers before the congress: who sends how many delegates, and who they are."""

from datetime import date

from jinguo.documents import Paper
from jinguo.elections.queries.dossier import Dossier
from jinguo.web.elections.papers.words import congress, day, padded


def quotas(file: Dossier, today: date) -> Paper:
    """代表名额分配表."""
    paper = Paper(made_on=today)
    paper.title(congress(file), "代表名额分配表")
    rows = [
        [str(at), one.name, "" if one.women is None else str(one.women), str(one.quota), ""]
        for at, one in enumerate(file.groups, 1)
    ]
    women = [one.women for one in file.groups if one.women is not None]
    complete = len(women) == len(file.groups)
    total = sum(one.quota for one in file.groups)
    rows.append(["", "合计", str(sum(women)) if complete else "", str(total), ""])
    paper.table(["序号", "选举单位", "妇女人数", "代表名额", "备注"], rows, [1, 4, 2, 2, 2])
    if file.congress.quota and file.congress.quota != total:
        paper.note(f"注：代表总名额{file.congress.quota}名，已分配{total}名。")
    paper.closing("", file.name, day(today))
    return paper


def delegates(file: Dossier, today: date) -> Paper:
    """代表名单, with what the check of credentials found."""
    paper = Paper(made_on=today)
    paper.title(congress(file), "代表名单")
    groups = {one.pk: one.name for one in file.groups}
    order = {one.pk: at for at, one in enumerate(file.groups)}
    listed = sorted(file.delegates, key=lambda one: order.get(one.group_id or 0, len(order)))
    rows = [
        [
            str(at),
            padded(one.name),
            groups.get(one.group_id or 0, ""),
            "合格" if one.passed else "未通过",
            "",
        ]
        for at, one in enumerate(listed, 1)
    ]
    paper.table(["序号", "姓名", "选举单位", "资格审查", "备注"], rows, [1, 2, 4, 2, 2])
    failed = len(file.delegates) - len(file.due)
    found = f"经审查，{len(file.due)}名代表资格有效"
    paper.text(found + (f"，{failed}名未通过审查。" if failed else "。"))
    paper.closing("", file.name, day(today))
    return paper
