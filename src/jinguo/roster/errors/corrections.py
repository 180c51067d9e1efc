"""Refusals about what is known of a person."""

from django.utils.translation import gettext_lazy as _

from jinguo.kernel.attempts import NotPermitted
from jinguo.kernel.errors import JinguoError


class PersonClosed(NotPermitted):
    """The actor may not change what is known of her. Data: ``name``."""

    code = "person_closed"
    message = _("You may not correct what is known of %(name)s.")
    remedy = _("Ask the chair of her unit or the county office.")


class NothingToCorrect(JinguoError):
    """Everything stands as it was to be. Data: ``name``."""

    code = "nothing_to_correct"
    message = _("What you entered of %(name)s stands there already.")
    remedy = _("Change what is wrong, or leave the page.")
