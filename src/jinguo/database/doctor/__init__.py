"""What stands in the way of this installation, in plain words."""

from jinguo.database.doctor.finding import Finding
from jinguo.database.doctor.machine import machine_checks
from jinguo.database.doctor.server import server_checks

__all__ = ["Finding", "checks"]


def checks(host: str = "127.0.0.1", port: int = 8000) -> list[Finding]:
    """Every finding, good and bad: first the machine, then the database.

    ``host`` and ``port`` are where the pages will be served. Creates nothing: on
    an empty home the database is reported as not yet there.
    """
    machine = machine_checks(host, port)
    return [*machine, *server_checks()]
