"""The two languages of the product."""

CHINESE = "zh-hans"
ENGLISH = "en"


def language_of(name: str) -> str:
    """The language somebody means, however she writes it: zh_CN, zh, en-US, en_GB.UTF-8.

    Chinese where the name says neither.
    """
    return ENGLISH if name.strip().lower().startswith("en") else CHINESE
