"""The rules an election is counted by, gathered from the dated rule set."""

from dataclasses import dataclass

from jinguo.elections.enums import Base
from jinguo.elections.rules.shares import Difference, Share


@dataclass(frozen=True, slots=True)
class Standards:
    """Quorum, majority and 差额 of one election.

    ``quorum`` is the share of those due (应到) who must be present. ``majority`` is the share of
    ``base`` by which somebody is elected: of those due, of those present, or of the ballots
    returned. ``write_ins`` says whether a voter may name somebody who is not on the ballot.
    """

    quorum: Share
    majority: Share
    base: Base
    difference: Difference
    write_ins: bool = True
