"""Refusals of whole deeds, as against problems in cells."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class CountyForbidden(NotPermitted):
    """The actor may import nowhere in this county."""

    code = "county_forbidden"
    message = _("You may not import rosters in %(county)s.")
    remedy = _("Ask the county office to import the list or to give you the right.")


class BatchUnknown(JinguoError):
    """No such batch."""

    code = "batch_unknown"
    message = _("There is no batch %(batch)s.")
    remedy = _("See the list of imports for the numbers of batches.")


class BatchUndone(JinguoError):
    """The batch was undone before."""

    code = "batch_undone"
    message = _("Batch %(batch)s was already undone by %(who)s.")
    remedy = _("Nothing more is to be done.")


class LaterEdits(JinguoError):
    """Later edits build on the batch; ``edits`` lists them."""

    code = "later_edits"
    message = _("Batch %(batch)s cannot be undone yet: later edits build on it: %(edits)s.")
    remedy = _("Undo these first, the latest first.")


class DraftRefused(JinguoError):
    """A draft with refused cells cannot be applied."""

    code = "draft_refused"
    message = _("The import was not applied: %(count)s cells are refused.")
    remedy = _("Correct them on this page or in the file.")


class DayMissing(JinguoError):
    """A day could not be read."""

    code = "day_unreadable"
    message = _("“%(value)s” is not a day.")
    remedy = _("Write it like 2017-07-25.")


class AboveCounties(JinguoError):
    """Rosters are kept by county. Data: ``name``."""

    code = "above_counties"
    message = _("%(name)s lies above the counties.")
    remedy = _("Ask for the roster of a county, or of a unit in it.")
