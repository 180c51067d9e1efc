"""What can stand against giving and taking roles."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class OwnKeys(JinguoError):
    """Whoever keeps accounts would take that right from herself."""

    code = "own_keys"
    message = _("You would no longer be able to keep accounts yourself.")
    remedy = _("Ask another who keeps accounts to take this role from you.")


class OwnRole(NotPermitted):
    """Whoever keeps accounts would give herself more rights."""

    code = "own_role"
    message = _("Nobody gives herself a role.")
    remedy = _("Ask another who keeps accounts to give it to you.")


class LastKeeper(JinguoError):
    """Nobody would be left who keeps the accounts of a place. Data: ``unit``."""

    code = "last_keeper"
    message = _("Nobody else keeps the accounts of %(unit)s.")
    remedy = _(
        "First give another account the role of the county office or of the administrator. "
        "A post does not count: it ends by itself."
    )


class RoleNotHeld(JinguoError):
    """The account does not hold this role on this unit. Data: ``name``, ``role``."""

    code = "role_not_held"
    message = _("“%(name)s” does not hold the role “%(role)s” there.")
    remedy = _("“jinguo account list” shows who holds what; what follows from a post ends with it.")


class RoleMisplaced(JinguoError):
    """The role belongs on units of another level. Data: ``role``, ``unit``."""

    code = "role_misplaced"
    message = _("The role “%(role)s” cannot be held on %(unit)s: it is on another level.")
    remedy = _("Choose a unit of the level the role is named after.")


class InvitationUnknown(JinguoError):
    """No invitation has this token."""

    code = "invitation_unknown"
    message = _("This invitation is not known.")
    remedy = _(
        "Scan the code once more, or type the whole address. If that does not help, ask whoever "
        "sent it for a new one."
    )


class InvitationUsed(JinguoError):
    """An account was made with it."""

    code = "invitation_used"
    message = _("This invitation has been used: the account is there.")
    remedy = _("Sign in with the user name and the password chosen then.")


class InvitationExpired(JinguoError):
    """Its days are over. Data: ``on``."""

    code = "invitation_expired"
    message = _("This invitation could be used until %(on)s.")
    remedy = _("Ask whoever sent it for a new one.")


class InvitationWithdrawn(JinguoError):
    """Whoever made it, or another who keeps accounts, took it back, or made a newer one."""

    code = "invitation_withdrawn"
    message = _("This invitation was taken back.")
    remedy = _("Ask whoever sent it, or use the newest one you got.")


class PostGone(JinguoError):
    """It was meant for the holder of a post, and she no longer holds it. Data: ``unit``."""

    code = "invitation_post_gone"
    message = _("This invitation was for the chair of %(unit)s, who is somebody else today.")
    remedy = _("If that is wrong, have the roster corrected first.")


class NotYours(NotPermitted):
    """The role lies outside the units whose accounts the actor keeps. Data: ``unit``."""

    code = "accounts_not_yours"
    message = _("You do not keep the accounts of %(unit)s.")
    remedy = _("Ask the county office.")


class AlreadyInvited(JinguoError):
    """An open invitation of hers is there. Data: ``name``."""

    code = "already_invited"
    message = _("%(name)s has been invited already.")
    remedy = _("Renew her invitation in the list of invitations.")


class NotToLend(NotPermitted):
    """Somebody would lend what she does not have herself. Data: ``role``, ``unit``."""

    code = "not_to_lend"
    message = _(
        "You cannot delegate “%(role)s” for %(unit)s: you do not have all its rights there."
    )
    remedy = _("What was delegated to you cannot be passed on. Ask the level above.")


class DelegationUnfit(JinguoError):
    """The delegation itself makes no sense. Data: ``why``, a sentence."""

    code = "delegation_unfit"
    message = "%(why)s"


class DelegationUnknown(NotPermitted):
    """No such delegation, or none that this actor may end."""

    code = "delegation_unknown"
    message = _("There is no such delegation.")
    remedy = _("Whoever gave it, whoever holds it and the level above can end it.")


class TwoInvitations(JinguoError):
    """Two records that are to be one woman have an open invitation each. Data: ``name``."""

    code = "two_invitations"
    message = _("Each of the two records has an open invitation to %(name)s.")
    remedy = _("Withdraw one of the two invitations first.")


class FileClosed(NotPermitted):
    """The actor keeps no persons in a unit of hers, or there is nobody. Data: ``person``."""

    code = "file_closed"
    message = _("There is nobody with the number %(person)s whose file you may take.")
    remedy = _("The number stands in the address of her page; her chair or the office keeps it.")
