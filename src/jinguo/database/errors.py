"""What can stand between an office and its database, in words, with what to do."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class HomeUnusable(JinguoError):
    """The home cannot be made, read or written. Data: path, reason."""

    code = "home_unusable"
    message = _("The folder %(path)s cannot be used: %(reason)s.")
    remedy = _(
        "Make room on that disk, give your user the right to write there, "
        "or set JINGUO_HOME to another folder."
    )


class BinariesMissing(JinguoError):
    """The wheel with PostgreSQL's programs is absent or does not run. Data: reason."""

    code = "binaries_missing"
    message = _("The PostgreSQL programs are missing or do not run here: %(reason)s.")
    remedy = _(
        "Install the requirements again, or set DATABASE_URL to a PostgreSQL server of your own."
    )


class RootNotPossible(JinguoError):
    """Started as root where neither a user namespace nor another account can be used."""

    code = "root_not_possible"
    message = _("PostgreSQL refuses to run as root, and no ordinary account can be used here.")
    remedy = _(
        "Create an ordinary user and start the system as that user, "
        "or set DATABASE_URL to a PostgreSQL server of your own."
    )


class SocketFolderForeign(JinguoError):
    """The folder meant for the socket belongs to somebody else or is open to others. Data: path."""

    code = "socket_folder_foreign"
    message = _("The folder %(path)s is not ours alone, so the database will not listen there.")
    remedy = _("Remove that folder, or set XDG_RUNTIME_DIR to a folder that only you can enter.")


class DataVersionOther(JinguoError):
    """The data folder was made by another major version. Data: path, found, expected."""

    code = "data_version_other"
    message = _(
        "The data in %(path)s was made by PostgreSQL %(found)s, "
        "but PostgreSQL %(expected)s is installed. Nothing was touched."
    )
    remedy = _(
        "Back up with the version of this product that made the data, "
        "then restore the backup into a new, empty home."
    )


class DataFolderBroken(JinguoError):
    """The data folder is not one that PostgreSQL made. Data: path."""

    code = "data_folder_broken"
    message = _("The folder %(path)s is not a complete PostgreSQL data folder.")
    remedy = _("Move it aside and restore the last backup into a new, empty home.")


class PasswordsMissing(JinguoError):
    """Data exist but the file with the passwords does not. Data: path."""

    code = "passwords_missing"
    message = _("The file %(path)s with the passwords of the database is missing or unreadable.")
    remedy = _("Put it back from where this home was copied, or restore the last backup.")


class ServerDidNotStart(JinguoError):
    """The embedded server did not come up. Data: log (path), tail (its last lines)."""

    code = "server_did_not_start"
    message = _("The database did not start. Its log says: %(tail)s")
    remedy = _("Look at free disk space and at %(log)s; jinguo doctor checks both.")


class FirstStartFailed(JinguoError):
    """initdb failed; nothing half-made was left. Data: path, tail."""

    code = "first_start_failed"
    message = _("The database could not be created in %(path)s: %(tail)s")
    remedy = _("Look at free disk space and at the rights on this folder, then try again.")


class LockTimeout(JinguoError):
    """Another process has been starting or stopping the database for too long. Data: path."""

    code = "lock_timeout"
    message = _("Another process has been holding %(path)s for too long.")
    remedy = _("Wait a moment and try again; if it stays so, restart the machine.")


class DatabaseUrlUnusable(JinguoError):
    """DATABASE_URL or DATABASE_OWNER_URL is not a PostgreSQL address. Data: variable, reason."""

    code = "database_url_unusable"
    message = _("%(variable)s is not an address of a PostgreSQL database: %(reason)s.")
    remedy = _("Write it as postgresql://user:password@host:port/name.")


class ServerAway(JinguoError):
    """No PostgreSQL answers at that address. Data: variable, where, reason."""

    code = "server_away"
    message = _("No PostgreSQL server answers at %(where)s: %(reason)s.")
    remedy = _("Check that it runs, and host and port in %(variable)s.")


class ServerRefuses(JinguoError):
    """The server answers but does not let us in. Data: variable, where, reason."""

    code = "server_refuses"
    message = _("The PostgreSQL server at %(where)s does not let us in: %(reason)s.")
    remedy = _("Check user, password and the name of the database in %(variable)s.")


class ServerTooOld(JinguoError):
    """The server lacks what this program uses. Data: where, version."""

    code = "server_too_old"
    message = _("The server at %(where)s is PostgreSQL %(version)s.")
    remedy = _("Use PostgreSQL 15 or newer.")


class DatabaseNewer(JinguoError):
    """A newer product changed the tables. Data: count."""

    code = "database_newer"
    message = _(
        "The tables were made by a newer version of this program: "
        "they have %(count)s changes that this one does not know."
    )
    remedy = _("Install that version; nothing was touched.")


class DatabaseFailed(JinguoError):
    """The database gave up in the middle; what it was doing is taken back. Data: reason."""

    code = "database_failed"
    message = _("The database could not go on: %(reason)s.")
    remedy = _("jinguo doctor checks the server, the programs and the free space.")


class OwnerInTransaction(JinguoError):
    """The connection cannot change its role inside a transaction."""

    code = "owner_in_transaction"
    message = _("The role of the database connection cannot change inside a transaction.")


class BackupExists(JinguoError):
    """A backup never replaces a file. Data: path."""

    code = "backup_exists"
    message = _("The file %(path)s exists already; nothing was written.")
    remedy = _("Choose another name.")


class BackupUnwritable(JinguoError):
    """The backup cannot be written there. Data: path, reason."""

    code = "backup_unwritable"
    message = _("The backup %(path)s cannot be written: %(reason)s.")
    remedy = _("Choose a folder that exists, may be written to and has room.")


class BackupDamaged(JinguoError):
    """The file is no backup of ours, or not as it was written. Data: path."""

    code = "backup_damaged"
    message = _("The file %(path)s is not a complete backup; nothing was restored.")
    remedy = _("Use another copy of it, or an earlier backup.")


class BackupFromNewer(JinguoError):
    """The backup needs a newer product. Data: path, version, own."""

    code = "backup_from_newer"
    message = _(
        "The backup %(path)s was made by version %(version)s, which is newer than this one "
        "(%(own)s); nothing was restored."
    )
    remedy = _("Install that version, then restore.")


class RestoreTargetInUse(JinguoError):
    """A restore goes only where nobody has worked yet. Data: name."""

    code = "restore_target_in_use"
    message = _("The database %(name)s already holds data; nothing was restored.")
    remedy = _("Set JINGUO_HOME to a new, empty folder, or DATABASE_URL to an empty database.")


class ToolFailed(JinguoError):
    """A program of PostgreSQL failed. Data: tool, tail."""

    code = "tool_failed"
    message = _("%(tool)s failed: %(tail)s")
    remedy = _("jinguo doctor checks the server, the programs and the free space.")
