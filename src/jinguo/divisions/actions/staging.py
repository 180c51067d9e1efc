"""Lists as they come in: copied into a temporary table and checked there, set by set."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.backends.utils import CursorWrapper

from jinguo.divisions.errors import CodeTwice, ListsContradict, ParentMissing
from jinguo.divisions.readers import ListFile, read_all

_CREATE = """
drop table if exists pg_temp.staged, pg_temp.fresh, pg_temp.incoming;
create temporary table staged (
    file integer not null,
    line integer not null,
    as_of date not null,
    code text collate "C" not null,
    level smallint not null,
    name text not null,
    has_parent boolean not null,
    area text collate "C" not null generated always as (left(code, least(level, 3) * 2)) stored,
    parent text collate "C" not null
        generated always as (rpad(left(code, (array[0, 2, 4, 6, 9])[level]), 12, '0')) stored
) on commit drop
"""

_TWICE = """
select file, max(line), code, min(line), as_of from staged
group by file, as_of, code
having count(*) > 1 and (min(level) > 2 or count(distinct name) > 1)
order by 2 limit 1
"""

# A province or city may be unknown as long as the list does not name it itself.
_PARENTLESS = """
with missing as materialized (
    select as_of, parent from staged where level > 1
    except select as_of, code from staged where level < 5
), unknown as materialized (
    select parent from missing
    except select code from staged where level < 5
    except select v.code from missing m join divisions_version v on v.code = m.parent
)
select s.file, s.line, s.parent, s.code, s.as_of from staged s join missing using (as_of, parent)
where s.level > 3 or s.has_parent and s.parent in (select parent from unknown)
order by s.file, s.line limit 1
"""

# One digest a listing and file; the same listing may come in two files if they agree.
_FRESH = """
create temporary table fresh on commit drop as
select area, as_of, file, line, rows,
    encode(sha256(convert_to(rows_as_text, 'UTF8')), 'hex') as digest
from (
    select area, as_of, file, min(line) as line, count(distinct code) as rows,
        string_agg(distinct (code || name) collate "C", ' ') as rows_as_text
    from staged group by area, as_of, file
) as listing
"""

_CONTRADICTION = """
select b.file, b.line, a.file, a.area, a.as_of from fresh a
join fresh b on b.area = a.area and b.as_of = a.as_of and b.file > a.file and b.digest <> a.digest
order by 1, 2 limit 1
"""

_ONLY_NEW = """
delete from fresh f using fresh earlier
    where earlier.area = f.area and earlier.as_of = f.as_of and earlier.file < f.file;
delete from fresh f using divisions_listing l
    where l.area = f.area and l.as_of = f.as_of and l.digest = f.digest;
create temporary table incoming on commit drop as
    select distinct s.area, s.as_of, s.code, s.level, s.name
    from staged s join fresh f on f.area = s.area and f.as_of = s.as_of and f.file = s.file;
create index on incoming (code, as_of);
analyze fresh;
analyze incoming
"""


def stage(cursor: CursorWrapper, files: Sequence[ListFile]) -> int:
    """Copy the lists into ``incoming`` and ``fresh``; returns how many rows were read.

    ``fresh`` has the listings (area, as_of, file, line, rows, digest) that are new or
    changed, ``incoming`` their rows. Raises ``ListRefused`` with the first fault.
    """
    cursor.execute(_CREATE)
    count = 0
    with cursor.copy(
        "copy staged (file, line, as_of, code, level, name, has_parent) from stdin"
    ) as copy:
        for block in _blocks(files):
            copy.write("".join(block))
            count += len(block)
    cursor.execute("analyze staged")
    _check(cursor, files)
    return count


def _blocks(files: Sequence[ListFile], size: int = 5000) -> Iterator[list[str]]:
    block: list[str] = []
    for number, (line, as_of, code, level, name, has_parent) in read_all(files):
        name = name.replace("\\", "\\\\")
        block.append(f"{number}\t{line}\t{as_of}\t{code}\t{level}\t{name}\t{has_parent:d}\n")
        if len(block) == size:
            yield block
            block = []
    yield block


def _check(cursor: CursorWrapper, files: Sequence[ListFile]) -> None:
    for file, line, value, first, day in _found(cursor, _TWICE):
        raise CodeTwice(file=files[file].name, line=line, value=value, first=first, day=day)
    for file, line, parent, code, day in _found(cursor, _PARENTLESS):
        raise ParentMissing(file=files[file].name, line=line, value=parent, place=code, day=day)
    cursor.execute(_FRESH)
    for file, line, other, area, day in _found(cursor, _CONTRADICTION):
        raise ListsContradict(
            file=files[file].name, line=line, other=files[other].name, value=area, day=day
        )
    cursor.execute(_ONLY_NEW)


def _found(cursor: CursorWrapper, query: str) -> list[tuple[Any, ...]]:
    cursor.execute(query)
    return list(cursor.fetchall())
