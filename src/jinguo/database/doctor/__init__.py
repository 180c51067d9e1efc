"""What stands in the way of this installation, in plain words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from jinguo.database.doctor.finding import Finding, failed
from jinguo.database.doctor.machine import machine_checks
from jinguo.database.doctor.server import server_checks
from jinguo.kernel.errors import JinguoError

__all__ = ["Finding", "checks"]


def checks(host: str = "127.0.0.1", port: int | None = None) -> Iterator[Finding]:
    """Every finding, good and bad, as it is found: first the machine, then the database.

    ``host`` and ``port`` are where the pages shall be served; without a port none
    is tried. Creates nothing: on an empty home the database is reported as not
    yet there. What stops a check is a finding itself.
    """
    for group in (machine_checks(host, port), server_checks()):
        try:
            yield from group
        except JinguoError as error:
            yield failed("machine", error)
        except OSError as error:
            reason = f"{error.strerror or error} ({error.filename or '—'})"
            yield Finding("machine", False, reason, _("Look at free space and rights."))
