"""Reading what is known of persons, with contacts masked."""

from jinguo.people.models import Person


def masked(phone: str) -> str:
    """A phone number with its middle hidden: 19905000001 → 199****0001.

    Short numbers keep only their last two digits.
    """
    if len(phone) >= 8:
        return f"{phone[:3]}****{phone[-4:]}"
    return f"****{phone[-2:]}" if phone else ""


def people_by_phone(digits: str, *, whole: bool) -> list[int]:
    """The persons whose number is this, or ends in these four digits.

    No other endings: whoever may not read numbers could else find one out digit by digit. What
    masks show, the last four, hides nothing more.
    """
    known = Person.objects.exclude(phone="")
    found = known.filter(phone=digits) if whole else known.filter(phone__endswith=digits)
    return list(found.values_list("pk", flat=True))
