"""The papers of a congress. They are Chinese whatever language the page is in: they are filed."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jinguo.documents import Paper
from jinguo.elections.enums import PaperKind
from jinguo.elections.queries.dossier import Dossier
from jinguo.web.elections.papers.after import filing, result, roster
from jinguo.web.elections.papers.before import delegates, quotas
from jinguo.web.elections.papers.voting import ballot, count_sheet


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper: which, its name on a file, and since when it can be.

    ``write`` takes the congress and the day; one ``of_a_vote`` also the vote it is about.
    """

    slug: PaperKind
    name: str
    write: Callable[..., Paper]
    of_a_vote: bool
    ready: Callable[[Dossier], bool]
    missing: str | Promise


_NO_DELEGATES = _("no delegate is on the list yet")
_NO_BALLOTS = _("no ballots were issued yet")
_NOBODY = _("nobody is elected yet")

KINDS = (
    Kind(PaperKind.QUOTAS, "代表名额分配表", quotas, False,
         lambda file: bool(file.groups), _("no group has a quota yet")),
    Kind(PaperKind.DELEGATES, "代表名单", delegates, False,
         lambda file: bool(file.delegates), _NO_DELEGATES),
    Kind(PaperKind.BALLOT, "选票", ballot, True,
         lambda file: bool(file.candidates or file.rounds), _("nobody stands yet")),
    Kind(PaperKind.COUNT_SHEET, "计票单", count_sheet, True,
         lambda file: bool(file.rounds), _NO_BALLOTS),
    Kind(PaperKind.RESULT, "选举结果报告单", result, False,
         lambda file: any(vote.decided for vote in file.rounds), _("no vote is over yet")),
    Kind(PaperKind.FILING, "选举结果备案表", filing, False,
         lambda file: bool(file.elected_at_all), _NOBODY),
    Kind(PaperKind.ROSTER, "执委会花名册", roster, False,
         lambda file: bool(file.elected_at_all), _NOBODY),
)  # fmt: skip


def kind_of(slug: str) -> Kind | None:
    """The paper with this slug."""
    return next((one for one in KINDS if one.slug == slug), None)
