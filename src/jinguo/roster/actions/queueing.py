"""One deed at a time on the rosters of a county; those of other counties go on."""

from django.db import connection


def queue_up(county_id: int) -> None:
    """Wait until no other import or undo works on the county; held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('roster'), %s)", [county_id])
