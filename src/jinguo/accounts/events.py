"""What rooms above are told about accounts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccountDisabled:
    """An account can no longer sign in. Whoever may not let that happen raises a refusal."""

    account_id: int
