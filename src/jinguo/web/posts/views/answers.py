"""Who is meant, where that was asked: radio buttons named ``who:`` and the key of the question."""

from jinguo.web.base.request import Request

PREFIX = "who:"


def answers_of(request: Request) -> dict[str, str]:
    """The answers given on the page, by the key of their question."""
    return {
        name.removeprefix(PREFIX): str(value)
        for name, value in request.POST.items()
        if name.startswith(PREFIX)
    }
