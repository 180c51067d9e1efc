"""The second factor of an account, as far as this house writes it: that it came and went."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from jinguo.accounts.actions.keeping import locked
from jinguo.audit.actions import record
from jinguo.kernel.actor import Actor

PASSKEY = Authenticator.Type.WEBAUTHN


@transaction.atomic
def second_added(*, kind: str, by: Actor) -> None:
    """Record that she turned a second factor of this kind on."""
    if kind == PASSKEY:
        record(by=by, verb="passkey.added", subject="account", subject_id=by.id)
    else:
        record(by=by, verb="second.added", subject="account", subject_id=by.id, kind=kind)


@transaction.atomic
def second_removed(*, kind: str, by: Actor) -> None:
    """Record that she turned one off."""
    if kind == PASSKEY:
        record(by=by, verb="passkey.removed", subject="account", subject_id=by.id)
    else:
        record(by=by, verb="second.removed", subject="account", subject_id=by.id, kind=kind)


@transaction.atomic
def second_used(*, kind: str, by: Actor) -> None:
    """Record that she came in, or showed that it is she, with a passkey; codes leave no entry."""
    if kind == PASSKEY:
        record(by=by, verb="passkey.used", subject="account", subject_id=by.id)


@transaction.atomic
def rename_passkey(*, passkey: Authenticator, name: str, by: Actor) -> None:
    """Give a passkey of hers another name."""
    passkey.data["name"] = name
    passkey.save(update_fields=["data"])
    record(by=by, verb="passkey.renamed", subject="account", subject_id=by.id)


@transaction.atomic
def second_renewed(*, kind: str, by: Actor) -> None:
    """Record that she made new recovery codes."""
    record(by=by, verb="second.renewed", subject="account", subject_id=by.id, kind=kind)


@transaction.atomic
def code_used(*, account_id: int, step: int) -> bool:
    """Note that the code of this half minute was taken; False where it, or a later one, was before.

    Kept beside the secret, so that it holds for every process. The later half minutes stay open.
    """
    kind = Authenticator.Type.TOTP
    app = Authenticator.objects.select_for_update().filter(user_id=account_id, type=kind).first()
    if app is None or step <= app.data.get("step", -1):
        return False
    app.data["step"] = step
    app.save(update_fields=["data"])
    return True


@transaction.atomic
def drop_second(*, account_id: int, by: Actor) -> bool:
    """Take the second factor from somebody who lost her phone; she can set up a new one.

    False where she had none. Raises ``AccountGone``.
    """
    account = locked(account_id)
    dropped, _of_each = Authenticator.objects.filter(user_id=account.pk).delete()
    if dropped:
        record(by=by, verb="second.dropped", subject="account", subject_id=account.pk)
    return bool(dropped)
