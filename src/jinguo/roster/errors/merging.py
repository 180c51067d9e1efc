"""Refusals where two records are to be one woman."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class RecordGone(JinguoError):
    """One of the two records is not there, or not for this actor."""

    code = "record_gone"
    message = _("One of the two records is no longer there.")
    remedy = _("Open the list of possible duplicates anew; somebody may have merged them just now.")


class MergeForbidden(NotPermitted):
    """The actor does not keep the persons of all units in which the two have posts."""

    code = "merge_forbidden"
    message = _("%(name)s has or had a post outside your part of the tree.")
    remedy = _("Ask the office above both units to decide.")


class SeatsClash(JinguoError):
    """Both sat in one committee at once, or held the same post of one unit."""

    code = "seats_clash"
    message = _(
        "Both held a post of %(unit)s at once: %(one)s from %(one_from)s, "
        "%(other)s from %(other_from)s."
    )
    remedy = _(
        "If they are one woman, take the wrong post back first; if not, say that they are two."
    )


class DecidedApart(JinguoError):
    """One decision speaks of both: one left and the other came."""

    code = "decided_apart"
    message = _("A decision of %(day)s in %(unit)s speaks of both: they cannot be one woman.")
    remedy = _("Undo that decision first if it was wrong; else say that they are two women.")


class ReasonMissing(JinguoError):
    """Little speaks for the two being one woman, and nobody said why they are."""

    code = "merge_reason_missing"
    message = _("By what is recorded, they could as well be two women.")
    remedy = _("Write how it is known that they are one, then merge.")
