"""The only place that asks what day it is. Called at the doors (pages, commands), never below."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present moment in the zone of the office (Asia/Shanghai)."""
    return datetime.now(tz=ZONE)


def today() -> date:
    """The present day in the zone of the office (Asia/Shanghai)."""
    return now().date()
