"""How long entries are kept: half a year at least (网络安全法 第二十一条: logs, six months)."""

from datetime import datetime, timedelta

from jinguo.audit.errors import KeptTooShort

LEAST = 183
USUAL = 1096


def days_kept(text: str) -> int:
    """The days of a setting; three years where it is empty. Raises ``KeptTooShort``."""
    if not text.strip():
        return USUAL
    if not text.strip().isdecimal() or int(text) < LEAST:
        raise KeptTooShort(given=text, least=LEAST)
    return int(text)


def kept_since(now: datetime, days: int) -> datetime:
    """Entries sealed before this moment may be moved out."""
    return now - timedelta(days=days)
