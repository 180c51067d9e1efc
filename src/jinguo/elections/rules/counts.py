"""The numbers of one vote, as they stand on the papers."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Votes:
    """The marks of one candidate; ``write_in`` where she was not on the ballot."""

    name: str
    in_favour: int
    against: int = 0
    abstain: int = 0
    write_in: bool = False


@dataclass(frozen=True, slots=True)
class Ballots:
    """Ballots handed out, those that came back, and those of them that are invalid."""

    issued: int
    returned: int
    invalid: int

    @property
    def valid(self) -> int:
        """Ballots that count."""
        return self.returned - self.invalid


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who is due at a meeting, who came, who is on leave."""

    due: int
    present: int
    leave: int

    @property
    def absent(self) -> int:
        """Those due who neither came nor asked for leave."""
        return self.due - self.present - self.leave


@dataclass(frozen=True, slots=True)
class Count:
    """Everything one vote is decided by."""

    meeting: Meeting
    seats: int
    ballots: Ballots
    candidates: Sequence[Votes]
