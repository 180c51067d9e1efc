"""How names sound: what somebody may type in letters to find a name; what an erased one shows."""

import re
from functools import lru_cache
from itertools import islice, product

from django.utils.translation import gettext as _

from jinguo.kernel.text import fold

MOST_READINGS = 8
"""Of one name; more than three characters of several readings each are not all gone through."""

_OTHERS = 2
"""How many readings of a character that is no surname: the rest are of old books."""
_LETTERS = re.compile(r"[a-z]+")
_JUMP = "([a-z]* )?"


def shown_name(name: str) -> str:
    """The name as pages show it; words in its place where she had it erased."""
    return name or _("(name erased)")


def sounds_of(name: str) -> list[str]:
    """The syllables of a name from each of its characters on, in every reading.

    单梅 → 「dan mei」, 「shan mei」, 「chan mei」, 「mei」: of the first character every reading,
    because surnames are often read otherwise (曾 zeng, 解 xie, 仇 qiu). One empty text for a
    name that nobody can read out.
    """
    readings = [_readings(one) for one in _parts(name)]
    found: dict[str, None] = {}
    for start in range(len(readings)):
        own = [
            one if at == 0 and start == 0 else one[:_OTHERS]
            for at, one in enumerate(readings[start:])
        ]
        for syllables in islice(product(*own), MOST_READINGS):
            found[" ".join(syllables)] = None
    return list(found) or [""]


def spelt(text: str) -> str:
    """Letters as the dictionary spells them: Lü and LU: are lv."""
    letters = text.lower().replace("u:", "v").replace("ü", "v")
    return "".join(_LETTERS.findall(letters))


def pattern(letters: str) -> str:
    """The pattern of syllables that typed letters may mean: in full, initials, or mixed.

    Between two letters the rest of a syllable may be left out: limei, lm, lmei and lim all fit
    「li mei」. It begins with the first letter, so that an index narrows it down.
    """
    return f"^{_JUMP.join(letters)}"


def _parts(name: str) -> list[str]:
    """Each Chinese character, and each run of letters as one."""
    return re.findall(r"[A-Za-z]+|[^\x00-\x7f·]", fold(name))


@lru_cache(maxsize=20_000)
def _readings(part: str) -> tuple[str, ...]:
    """Every reading of a character without its tone, the usual one first."""
    if part.isascii():
        return (part.lower(),)
    from pypinyin import Style, pinyin  # its tables take a fifth of a second, and are seldom asked

    found = pinyin(part, style=Style.NORMAL, heteronym=True, errors="ignore", v_to_u=False)
    syllables = [spelt(one) for one in (found[0] if found else ())]
    return tuple(dict.fromkeys(filter(None, syllables))) or ("",)
