"""What the doctor says of the key."""

from collections.abc import Iterator

from django.db import Error, connection
from django.utils.translation import gettext as _

from jinguo.database.datafolder import data_exists
from jinguo.database.doctor.finding import Finding, failed
from jinguo.database.home import home_path
from jinguo.kernel.errors import JinguoError
from jinguo.sealing.keyfile import open_to_others, where
from jinguo.sealing.queries import check_keys, key_lines


def key_checks() -> Iterator[Finding]:
    """One finding, where there is a database with sealed contacts at all."""
    if connection.settings_dict["EMBEDDED"] and not data_exists(home_path()):
        return
    try:
        check_keys()
        keys = "、".join(str(one) for one in key_lines() if one.needed)
    except JinguoError as error:
        yield failed("key", error)
    except Error:  # what is wrong with the database, its own checks have said
        return
    else:
        if (path := open_to_others()) is not None:
            yield Finding(
                "key", False, _("Others can read the key in %(path)s.") % {"path": path},
                _("Run: chmod 600 %(path)s") % {"path": path},
            )  # fmt: skip
            return
        words = {"key": keys, "where": where()}
        yield Finding(
            "key", True, _("Telephone numbers are sealed by key %(key)s, from %(where)s.") % words
        )
