"""A county whose units have chairs and vice-chairs, asked for the four gates."""

from collections.abc import Collection
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from jinguo.campaigns.actions import Plan, WavePlan, plan_campaign, start
from jinguo.campaigns.models import Campaign
from jinguo.kernel.actor import system
from jinguo.people.models import Person
from tests.factories.counties import LINSHAN, county
from tests.factories.deeds import unit
from tests.factories.imports import applied, bring_list
from tests.factories.workbooks import committee

COUNTY, TOWNSHIP = "430999000000", "430999100000"
BRIDGE, SLOPE, STREET = "430999100200", "430999100201", "430999100001"
VILLAGES = (BRIDGE, SLOPE, STREET)
NAMES = {
    COUNTY: ("临山县妇联", "县"),
    TOWNSHIP: ("红岩镇妇联", "镇"),
    BRIDGE: ("红岩镇石桥村妇联", "石"),
    SLOPE: ("红岩镇大坪村妇联", "大"),
    STREET: ("红岩镇新街社区妇联", "新"),
}
"""Code → the unit, and the first character of everybody's name in it: 石主 is its chair."""
FIRST, DUE, LAST = date(2019, 2, 1), date(2019, 3, 1), date(2019, 4, 30)
ZONE = ZoneInfo("Asia/Shanghai")


def staffed(*codes: str) -> None:
    """These units have a chair (石主), a vice-chair (石副) and a member since 2019-01-01."""
    for code in codes or NAMES:
        name, mark = NAMES[code]
        people = committee(name, *(f"{mark}{one}" for one in ("主梅", "副兰", "委竹")))
        applied(bring_list(*people, title=name, day="2019年1月1日"))


def asking(codes: Collection[str] = VILLAGES, due_on: date = DUE, slug: str = "drive") -> Campaign:
    """A running campaign that asks these villages for four gates by a day."""
    ids = [unit(code) for code in codes]
    plan = Plan("会改联", FIRST, LAST, (WavePlan("第一批", due_on, ids),))
    made = plan_campaign(slug=slug, county=county(LINSHAN), plan=plan, by=system())
    return start(campaign_id=made.pk, by=system())


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment in the office."""
    return datetime.combine(day, time(hour, minute), ZONE)


def named(name: str) -> int:
    """The person of this name."""
    return Person.objects.get(name=name).pk
