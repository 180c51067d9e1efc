"""Making and keeping accounts, giving them passwords, saying whose they are."""

from jinguo.accounts.actions.keeping import (
    change_password,
    disable,
    enable,
    rename,
    reset_password,
)
from jinguo.accounts.actions.making import create_account, create_first_account, set_password
from jinguo.accounts.actions.persons import link_person

__all__ = [
    "change_password",
    "create_account",
    "create_first_account",
    "disable",
    "enable",
    "link_person",
    "rename",
    "reset_password",
    "set_password",
]
