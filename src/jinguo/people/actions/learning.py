"""Learning how names sound."""

from django.db import connection, transaction

from jinguo.database.scope import whole_tree
from jinguo.people.rules import sounds_of

_AT_ONCE = 20_000

_UNKNOWN = """
select distinct p.name from people_person p
 where p.name <> '' and not exists (select 1 from people_sound s where s.name = p.name)
"""
_LEARN = """
insert into people_sound (name, syllables)
select * from unnest(%s::text[], %s::text[]) on conflict do nothing
"""


@whole_tree()
@transaction.atomic
def learn_names() -> int:
    """Add the sounds of every name that is not known yet; returns how many names were new.

    Called before a search by letters: the first one after an import does the work (some 10 µs a
    name), every later one only finds that nothing is missing. It records nothing that was not
    recorded, so it leaves no audit entry; two at once do not disturb each other.
    """
    with connection.cursor() as cursor:
        cursor.execute(_UNKNOWN)
        names = [name for (name,) in cursor.fetchall()]
        for some in _chunks(names):
            pairs = [(name, sound) for name in some for sound in sounds_of(name)]
            cursor.execute(_LEARN, [list(one) for one in zip(*pairs, strict=True)])
    return len(names)


def _chunks(names: list[str]) -> list[list[str]]:
    return [names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE)]
