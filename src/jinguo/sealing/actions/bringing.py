"""Taking in keys."""

from pathlib import Path

from django.db import transaction

from jinguo.audit.actions import record
from jinguo.kernel.actor import Actor
from jinguo.sealing.cipher import fingerprint
from jinguo.sealing.errors import KeyUnreadable, KeyWrong
from jinguo.sealing.keyfile import FILE, Keys, keep, set_aside
from jinguo.sealing.queries import check_keys, key_lines


@transaction.atomic
def bring_keys(*, keys: Keys, by: Actor) -> Path:
    """Keep these keys in the home, if they open this database; returns the file.

    A file with other keys is set aside, not written over. Raises ``KeyWrong``.
    """
    if not keys:
        raise KeyUnreadable(where=FILE)
    given = {(number, fingerprint(secret)) for number, secret in keys.items()}
    needed = [one for one in key_lines() if one.needed]
    if not given.issuperset((one.number, one.fingerprint) for one in needed):
        names = "、".join(f"{number} ({print_})" for number, print_ in sorted(given))
        raise KeyWrong(where=FILE, key="、".join(map(str, needed)), found=names)
    set_aside()
    kept = keep(keys)
    check_keys()
    for number, mark in sorted(given):
        record(by=by, verb="key.brought", subject="key", subject_id=number, fingerprint=mark)
    return kept
