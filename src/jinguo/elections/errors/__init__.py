"""What can stand against an election, in words."""

from jinguo.elections.errors.impossible import (
    Contradiction,
    MoreAttendThanDue,
    MoreInvalidThanReturned,
    MoreIssuedThanPresent,
    MoreMarksThanBallots,
    MoreVotesThanMarks,
    NameTwice,
    WriteInsForbidden,
    WriteInsTooMany,
)
from jinguo.elections.errors.invalid import (
    Invalid,
    MoreReturnedThanIssued,
    NobodyVoted,
    QuorumMissed,
    TooFewCandidates,
)
from jinguo.elections.errors.refusals import (
    CandidateCounts,
    CongressSigned,
    CongressUnknown,
    DelegateTwice,
    ElectionForbidden,
    InUse,
    NotReady,
    SheetConflict,
    SheetOfAnother,
    StillLater,
)

__all__ = [
    "CandidateCounts",
    "CongressSigned",
    "CongressUnknown",
    "Contradiction",
    "DelegateTwice",
    "ElectionForbidden",
    "InUse",
    "Invalid",
    "MoreAttendThanDue",
    "MoreInvalidThanReturned",
    "MoreIssuedThanPresent",
    "MoreMarksThanBallots",
    "MoreReturnedThanIssued",
    "MoreVotesThanMarks",
    "NameTwice",
    "NobodyVoted",
    "NotReady",
    "QuorumMissed",
    "SheetConflict",
    "SheetOfAnother",
    "StillLater",
    "TooFewCandidates",
    "WriteInsForbidden",
    "WriteInsTooMany",
]
