"""Reading accounts."""

from jinguo.accounts.models import Account


def anybody() -> bool:
    """Whether the office has any account yet."""
    return Account.objects.exists()


def accounts() -> list[Account]:
    """Every account, by user name."""
    return list(Account.objects.order_by("username"))


def account_named(username: str) -> Account | None:
    """The account with this user name."""
    return Account.objects.filter(username=username).first()
