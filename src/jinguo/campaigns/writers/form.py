"""What the weekly progress sheet says, whether in Word or in Excel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import override

from jinguo.campaigns.enums import Gate
from jinguo.campaigns.queries.outlook import outlook, outlook_in_words
from jinguo.campaigns.queries.progress import Line, Progress
from jinguo.divisions.models import Level
from jinguo.kernel.language import CHINESE

GATES = {
    Gate.ORGANISATION: "建组织",
    Gate.PLAQUE: "挂牌",
    Gate.GROUP: "建群",
    Gate.ACTIVITY: "开展活动",
}
HEADS = (
    "单位", "应完成", "已完成", "完成率（%）", *GATES.values(), "本周新增", "逾期单位", "退回单位",
    "未销号问题",
)  # fmt: skip
DEFINITION = (
    "口径：“已完成”指截至当日建组织、挂牌、建群、开展活动四项均有佐证记录的单位数；“完成率”＝已完成÷应完成，"
    "四舍五入，保留一位小数；四项各栏为该项已有佐证记录的单位数；“本周新增”为佐证日期在本周内的项数"
    "（一个单位最多四项）；“逾期单位”指已过期限仍有未完成项的单位；“退回单位”指佐证被上级退回的单位；“未销号问题”指督导走访发现、截至当日尚未销号的问题数。"
)
DERIVED = "本表数据由各单位记录自动汇总，无须另行填报；记录补充或更正后，往期数据随之变化。"
_LEVELS = {Level.TOWNSHIP: "其中：乡镇", Level.VILLAGE: "　　　村（社区）"}

Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Form:
    """The sheet, who took it and when."""

    progress: Progress
    taken_by: str
    taken_at: datetime

    @property
    def title(self) -> str:
        """What it is a sheet of."""
        return self.progress.status.campaign.name

    @property
    def week(self) -> str:
        """From which day to which."""
        return f"{chinese_day(self.progress.since)}至{chinese_day(self.progress.day)}"

    @property
    def rows(self) -> list[tuple[Cell, ...]]:
        """The townships, then what they come to; numbers as numbers."""
        told = self.progress
        sums = [("合计", told.total), *((_LEVELS[Level(at)], line) for at, line in told.levels)]
        return [
            *(cells(one.name, one) for one in told.townships),
            *(cells(name, line) for name, line in sums),
        ]

    @property
    def sums(self) -> int:
        """How many of the last rows are sums."""
        return 1 + len(self.progress.levels)

    @property
    def summary(self) -> str:
        """The week in two sentences."""
        total = self.progress.total
        gates = "、".join(f"{GATES[gate]}{count}个" for gate, count in total.closed.items())
        share = "" if total.rate is None else f"，完成率{total.rate}%"
        return (
            f"截至{chinese_day(self.progress.day)}，应完成{total.targets}个单位，已完成"
            f"{total.done}个{share}（{total.done}/{total.targets}）；其中{gates}。本周新增{total.fresh}项；"
            f"逾期单位{total.overdue}个，退回单位{total.returned}个，未销号问题{total.findings}个。{self._outlook()}"
        )

    def _outlook(self) -> str:
        with override(CHINESE):
            return outlook_in_words(outlook(self.progress.status))

    @property
    def notes(self) -> Sequence[str]:
        """Definition, invented evidence where there is any, who took it."""
        count = self.progress.examples
        invented = f"示例：其中{count}项佐证为虚构示例，仅供演示，不得作为工作数据使用。"
        taken = f"制表人：{self.taken_by}　制表时间：{self.taken_at:%Y-%m-%d %H:%M}"
        return [*([invented] if count else []), DEFINITION, DERIVED, taken]


def cells(name: str, line: Line) -> tuple[Cell, ...]:
    """A row in the order of ``HEADS``."""
    return (
        name, line.targets, line.done, line.rate, *(line.closed[gate] for gate in GATES),
        line.fresh, line.overdue, line.returned, line.findings,
    )  # fmt: skip


def chinese_day(day: date) -> str:
    """A day in official documents: Arabic digits, no leading zero."""
    return f"{day.year}年{day.month}月{day.day}日"
