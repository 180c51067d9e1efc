"""How a plaque reads and how large it is (一个牌子 of the three standards)."""

WIDTH, HEIGHT = 350, 2000
"""Millimetres of a hanging board, a usual size of such boards (not verified for Qingliu)."""
LARGEST = 230
"""Millimetres of a character, so that it keeps its margin to both sides."""
GAP = 0.12
"""Between one character and the next, in characters."""
_MARGIN = 120


def wording(names: list[str]) -> str:
    """What is on the plaque of a unit, from the names of its divisions, county first.

    清流县、林畲乡、石下村 → 清流县林畲乡石下村妇女联合会.
    """
    return f"{''.join(names)}妇女联合会"


def size_of(text: str) -> float:
    """Millimetres of each character, so that the text fills the board and stays within it."""
    room = HEIGHT - 2 * _MARGIN
    return round(min(LARGEST, room / ((1 + GAP) * max(1, len(text)))), 1)
