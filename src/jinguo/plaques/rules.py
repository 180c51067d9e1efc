"""How a plaque reads (一个牌子 of the three standards)."""


def wording(names: list[str]) -> str:
    """What is on the plaque of a unit, from the names of its divisions, county first.

    清流县、林畲乡、石下村 → 清流县林畲乡石下村妇女联合会.
    """
    return f"{''.join(names)}妇女联合会"
