"""How a share of the whole is told: half up, to one decimal place."""


def rate(part: int, whole: int) -> float | None:
    """Percent of the whole, rounded half up to one decimal place; ``None`` of nothing.

    Publishers round or truncate; whoever reads ours always sees both counts beside it.
    """
    if not whole:
        return None
    return (2000 * part + whole) // (2 * whole) / 10
