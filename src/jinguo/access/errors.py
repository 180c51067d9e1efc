"""What can stand against giving and taking roles."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.errors import JinguoError


class OwnKeys(JinguoError):
    """Whoever keeps accounts would take that right from herself."""

    code = "own_keys"
    message = _("You would no longer be able to keep accounts yourself.")
    remedy = _("Ask another who keeps accounts to take this role from you.")


class OwnRole(JinguoError):
    """Whoever keeps accounts would give herself more rights."""

    code = "own_role"
    message = _("Nobody gives herself a role.")
    remedy = _("Ask another who keeps accounts to give it to you.")


class LastKeeper(JinguoError):
    """Nobody would be left who keeps the accounts of a place. Data: ``unit``."""

    code = "last_keeper"
    message = _("Nobody else keeps the accounts of %(unit)s.")
    remedy = _("First give another account the role of the county office or of the administrator.")


class RoleMisplaced(JinguoError):
    """The role belongs on units of another level. Data: ``role``, ``unit``."""

    code = "role_misplaced"
    message = _("The role “%(role)s” cannot be held on %(unit)s: it is on another level.")
    remedy = _("Choose a unit of the level the role is named after.")
