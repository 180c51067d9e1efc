"""Whose account it is, where two records turn out to be one woman, or one to be two."""

from django.db import transaction

from jinguo.accounts.actions.persons import link_person
from jinguo.accounts.errors import TwoAccounts
from jinguo.accounts.models import Account
from jinguo.kernel.actor import Actor
from jinguo.roster.actions.following import followed, note_followed


@transaction.atomic
def follow_merge(*, kept_id: int, gone_id: int, batch_id: int, by: Actor) -> None:
    """The account of the one is that of the other. Raises ``TwoAccounts`` where both have one."""
    found = {one.person_id: one for one in Account.objects.filter(person_id__in=[kept_id, gone_id])}
    if gone_id not in found:
        return
    if kept_id in found:
        raise TwoAccounts(one=found[kept_id].username, other=found[gone_id].username)
    account = link_person(account_id=found[gone_id].pk, person_id=kept_id, by=by)
    note_followed(batch_id, "account", [account.pk], kept_id=kept_id, gone_id=gone_id)


@transaction.atomic
def follow_parting(*, kept_id: int, gone_id: int, batch_id: int, by: Actor) -> None:
    """The account that followed goes back, unless it was given to somebody else since."""
    moved = followed(batch_id, "account")
    for account in Account.objects.filter(pk__in=moved, person_id=kept_id):
        link_person(account_id=account.pk, person_id=gone_id, by=by)
