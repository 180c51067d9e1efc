"""Reading what is known of persons, with contacts masked."""


def masked(phone: str) -> str:
    """A phone number with its middle hidden: 19905000001 → 199****0001.

    Short numbers keep only their last two digits.
    """
    if len(phone) >= 8:
        return f"{phone[:3]}****{phone[-4:]}"
    return f"****{phone[-2:]}" if phone else ""
