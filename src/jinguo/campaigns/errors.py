"""What campaigns refuse."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class CampaignUnknown(JinguoError):
    """No campaign of this name that the reader may see. Data: ``slug``, ``known``."""

    code = "campaign_unknown"
    message = _("There is no campaign “%(slug)s”.")
    remedy = _("Campaigns known here: %(known)s.")


class CampaignForbidden(NotPermitted):
    """The actor may not plan campaigns here. Data: ``unit``."""

    code = "campaign_forbidden"
    message = _("You may not plan campaigns of %(unit)s.")
    remedy = _("The county office can.")


class NameTaken(JinguoError):
    """Another campaign has this short name. Data: ``slug``."""

    code = "campaign_name_taken"
    message = _("There is a campaign “%(slug)s” already.")
    remedy = _("Choose another short name, such as the year behind it.")


class PlanUnfit(JinguoError):
    """The plan contradicts itself. Data: ``why``, a sentence."""

    code = "plan_unfit"
    message = "%(why)s"
    remedy = _("Nothing was changed.")


class PlanChangedMeanwhile(JinguoError):
    """Somebody else changed the plan since it was looked at. Data: ``who``."""

    code = "plan_changed_meanwhile"
    message = _("%(who)s changed the plan meanwhile. Nothing of yours was applied yet.")
    remedy = _("What you filled in stands below: look at what it changes once more, then apply it.")


class ReviewForbidden(NotPermitted):
    """Only the level above reviews. Data: ``unit``."""

    code = "review_forbidden"
    message = _("You may not review the evidence of %(unit)s.")
    remedy = _("The township reviews its villages, the county everybody.")


class NothingToReview(JinguoError):
    """The gate is not closed by this record any more."""

    code = "nothing_to_review"
    message = _("This gate is not closed by the record you looked at.")
    remedy = _("Load the page again: the record was struck out or replaced meanwhile.")


class ReasonMissing(JinguoError):
    """Work is returned with a reason, or not at all."""

    code = "reason_missing"
    message = _("Say why it is returned.")
    remedy = _("One sentence is enough: what is missing, and what would be right.")


class SupervisionForbidden(NotPermitted):
    """Only the level above supervises. Data: ``unit``."""

    code = "supervision_forbidden"
    message = _("You may not put visits to %(unit)s on record, nor decide on what they found.")
    remedy = _(
        "The township visits its villages, the county everybody; the unit itself answers what "
        "was found."
    )


class NotNow(JinguoError):
    """This cannot be said of the finding as it stands. Data: ``state``, in words."""

    code = "finding_not_now"
    message = _("The finding is not at that point: %(state)s.")
    remedy = _("Load the page again: somebody may have said something meanwhile.")


class SampleForbidden(NotPermitted):
    """Only the county draws samples. Data: ``unit``."""

    code = "sample_forbidden"
    message = _("You may not draw samples of %(unit)s.")
    remedy = _("The county office can.")


class SampleUnknown(JinguoError):
    """The campaign has no sample of this number. Data: ``number``, ``known``."""

    code = "sample_unknown"
    message = _("There is no sample %(number)s of this campaign.")
    remedy = _("Samples drawn so far: %(known)s.")


class SampleForged(JinguoError):
    """What is recorded of a sample does not follow from its seed. Data: ``number``."""

    code = "sample_forged"
    message = _(
        "Sample %(number)s does not follow from its seed: it was altered after it was drawn."
    )
    remedy = _("Compare it with the entry of the draw in the record (`jinguo audit verify`).")
