"""What the parts of an entry are called, and how their values are written."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from jinguo.access.rules import RIGHTS, TITLES
from jinguo.activities.enums import ActivityKind
from jinguo.campaigns.enums import Gate
from jinguo.divisions.models import Level, Succession
from jinguo.elections.enums import Attendance, Base, Duty, Office, PaperKind, RuleKind
from jinguo.groups.enums import GroupKind
from jinguo.people.enums import ConsentKind
from jinguo.roster.enums import Kind, Post
from jinguo.roster.rules.facts import FACT_TITLES

LABELS: dict[str, Promise] = {
    "anew": gettext_lazy("Counts anew"),
    "asked": gettext_lazy("Which"),
    "acting": gettext_lazy("In whose place"),
    "count": gettext_lazy("Number"),
    "ends_on": gettext_lazy("Until"),
    "fingerprint": gettext_lazy("Fingerprint of the key"),
    "invitations": gettext_lazy("Invitations"),
    "invited_by": gettext_lazy("Invited by"),
    "done_on": gettext_lazy("Day of the paper"),
    "steps": gettext_lazy("Steps"),
    "suffix": gettext_lazy("Kind of file"),
    "supervised": gettext_lazy("Supervisors named"),
    "goal": gettext_lazy("Goal"),
    "basis": gettext_lazy("Legal basis (joint opinion)"),
    "basis_number": gettext_lazy("Document number"),
    "issuers": gettext_lazy("Issued by"),
    "rule_set": gettext_lazy("Composition"),
    "numbers": gettext_lazy("Telephone numbers"),
    "records": gettext_lazy("Records"),
    "starts_on": gettext_lazy("From"),
    "campaign": gettext_lazy("Campaign"),
    "counted_on": gettext_lazy("Counted on"),
    "dissolved_on": gettext_lazy("Dissolved on"),
    "elected_on": gettext_lazy("Elected on"),
    "founded_on": gettext_lazy("Founded on"),
    "due_on": gettext_lazy("To be mended by"),
    "form": gettext_lazy("Kind of file"),
    "gate": gettext_lazy("Gate"),
    "handed_in_before": gettext_lazy("Handed in before"),
    "hung_on": gettext_lazy("Hung on"),
    "members": gettext_lazy("Members"),
    "note": gettext_lazy("Remark"),
    "owner": gettext_lazy("Host"),
    "paper_name": gettext_lazy("Paper"),
    "record": gettext_lazy("Number of the record"),
    "matter": gettext_lazy("What is to be mended"),
    "notes": gettext_lazy("Notes"),
    "owner_id": gettext_lazy("Who is to mend it"),
    "raised_on": gettext_lazy("Found on"),
    "text": gettext_lazy("What is on it"),
    "visited_on": gettext_lazy("Visited on"),
    "visitors": gettext_lazy("Who went"),
    "waves": gettext_lazy("Waves"),
    "begins": gettext_lazy("From"),
    "content": gettext_lazy("In some sentences"),
    "ends": gettext_lazy("Until"),
    "leader": gettext_lazy("Led by"),
    "photos": gettext_lazy("Photos"),
    "title": gettext_lazy("Title"),
    "anchored": gettext_lazy("Anchor fits"),
    "ballots": gettext_lazy("Ballots"),
    "by_election": gettext_lazy("By-election"),
    "active": gettext_lazy("May sign in"),
    "applied": gettext_lazy("In force"),
    "called": gettext_lazy("Called"),
    "changed": gettext_lazy("changed"),
    "closed_on": gettext_lazy("Closed on"),
    "compare": gettext_lazy("Compared with"),
    "contacts": gettext_lazy("With telephone numbers"),
    "day": gettext_lazy("Day"),
    "display_name": gettext_lazy("Name that pages show"),
    "divisions": gettext_lazy("Divisions"),
    "elected": gettext_lazy("Elected"),
    "digest": gettext_lazy("SHA-256 of the file"),
    "entries": gettext_lazy("Entries"),
    "enters": gettext_lazy("Enters"),
    "executives": gettext_lazy("Executives"),
    "federations": gettext_lazy("Federations"),
    "fields": gettext_lazy("What was shown"),
    "file": gettext_lazy("File"),
    "files": gettext_lazy("Files"),
    "held_on": gettext_lazy("Held on"),
    "indicator": gettext_lazy("Figure"),
    "invalid": gettext_lazy("Invalid"),
    "issued": gettext_lazy("Issued"),
    "joined": gettext_lazy("joined"),
    "kind": pgettext_lazy("of a deed", "Kind"),
    "leaves": gettext_lazy("Leaves"),
    "left": gettext_lazy("left"),
    "level": gettext_lazy("Level"),
    "listed": gettext_lazy("SHA-256 of the list"),
    "listings": gettext_lazy("Lists"),
    "match": gettext_lazy("Match"),
    "n": gettext_lazy("Number"),
    "name": gettext_lazy("Name"),
    "names": gettext_lazy("Names"),
    "now": gettext_lazy("Now"),
    "number": gettext_lazy("Number"),
    "office": gettext_lazy("Office"),
    "on": gettext_lazy("On"),
    "other": gettext_lazy("The other record"),
    "paper": gettext_lazy("Paper"),
    "part": gettext_lazy("Which part"),
    "passed": gettext_lazy("Passed"),
    "people": gettext_lazy("People"),
    "person": gettext_lazy("Person"),
    "place": gettext_lazy("Place"),
    "post": gettext_lazy("Post"),
    "pool": gettext_lazy("SHA-256 of the units drawn from"),
    "quiet_from": gettext_lazy("Quiet from"),
    "quiet_until": gettext_lazy("Quiet until"),
    "quota": gettext_lazy("Quota"),
    "reason": gettext_lazy("Reason"),
    "returned": gettext_lazy("Returned"),
    "right": gettext_lazy("Right needed"),
    "role": gettext_lazy("Role"),
    "rows": gettext_lazy("Rows"),
    "sealed": gettext_lazy("Sealed"),
    "seats": gettext_lazy("Seats"),
    "seed": gettext_lazy("Seed"),
    "since": gettext_lazy("Since"),
    "source": gettext_lazy("Where it is written"),
    "unchanged": gettext_lazy("unchanged"),
    "units": gettext_lazy("Units"),
    "verdict": gettext_lazy("Decision"),
    "version": gettext_lazy("Version"),
    "versions": gettext_lazy("Names and codes through time"),
    "votes": gettext_lazy("Votes"),
    "batch": gettext_lazy("Batch"),
    "duty": gettext_lazy("Duty"),
    "marks": gettext_lazy("Marks"),
    "sheet": gettext_lazy("Sheet"),
    "successor": gettext_lazy("Successor"),
    "women": gettext_lazy("Women"),
    "away": gettext_lazy("Away"),
    "share": gettext_lazy("Share"),
    "more_than": gettext_lazy("More than"),
    "base": gettext_lazy("Of what"),
    "batches": gettext_lazy("Reports of deeds emptied"),
    "rounding": gettext_lazy("Rounding"),
    "minimum": gettext_lazy("At least"),
    "maximum": gettext_lazy("At most"),
    "verified": gettext_lazy("Checked"),
    "vice_chairs": gettext_lazy("Vice-chairs"),
    "weekly_cap": gettext_lazy("Reminders a week at most"),
    "what": gettext_lazy("What was asked"),
    "whole": gettext_lazy("Whole"),
    "why": gettext_lazy("Why not"),
    "valid_from": gettext_lazy("Holds from"),
    "county_wording": gettext_lazy("Wording for the county"),
    "township_wording": gettext_lazy("Wording for townships"),
    "village_wording": gettext_lazy("Wording for villages and communities"),
    "width_mm": gettext_lazy("Width in mm"),
    "height_mm": gettext_lazy("Height in mm"),
    "direction": gettext_lazy("The text runs"),
    "typeface": gettext_lazy("Typeface"),
    "ground": gettext_lazy("Ground"),
    "ink": gettext_lazy("Characters"),
    "border_mm": gettext_lazy("Border in mm, 0 for none"),
    "border_colour": gettext_lazy("Colour of the border"),
    "wrong": gettext_lazy("Problems"),
}

SUBJECTS: dict[str, Promise] = {
    "activity": gettext_lazy("Activity"),
    "account": gettext_lazy("Account"),
    "address": gettext_lazy("Address"),
    "audit": gettext_lazy("The record"),
    "batch": gettext_lazy("Batch"),
    "congress": gettext_lazy("Congress"),
    "division": gettext_lazy("Unit"),
    "divisions": gettext_lazy("Divisions"),
    "draft": gettext_lazy("Import being prepared"),
    "federation": gettext_lazy("Federation"),
    "campaign": gettext_lazy("Campaign"),
    "filing": gettext_lazy("Filed result"),
    "finding": gettext_lazy("Finding"),
    "group": gettext_lazy("Contact group"),
    "invitation": gettext_lazy("Invitation"),
    "paper": gettext_lazy("Paper of a step"),
    "photo": gettext_lazy("Photo"),
    "plaque": gettext_lazy("Plaque"),
    "key": gettext_lazy("Key"),
    "person": gettext_lazy("Person"),
    "search": gettext_lazy("Search"),
    "succession": gettext_lazy("Match"),
    "unit": gettext_lazy("Unit"),
    "visit": gettext_lazy("Visit"),
}

DEVICES: dict[str, Promise] = {
    "phone": pgettext_lazy("device", "phone"),
    "tablet": gettext_lazy("tablet"),
    "computer": gettext_lazy("computer"),
    "other": gettext_lazy("another device"),
}

VALUES: dict[str, Mapping[str, str | Promise]] = {
    "away": dict(Attendance.choices),
    "base": dict(Base.choices),
    "duty": dict(Duty.choices),
    "fields": FACT_TITLES,
    "kind": {
        **dict(Kind.choices),
        **dict(RuleKind.choices),
        **dict(ConsentKind.choices),
        **dict(ActivityKind.choices),
        **dict(GroupKind.choices),
        "totp": gettext_lazy("Codes of an app"),
        "recovery_codes": gettext_lazy("Recovery codes"),
        "webauthn": gettext_lazy("Passkey"),
    },
    "gate": dict(Gate.choices),
    "level": {
        "township": gettext_lazy("Townships"),
        "village": gettext_lazy("Villages and communities"),
        str(Level.COUNTY.value): gettext_lazy("County"),
        str(Level.TOWNSHIP.value): gettext_lazy("Townships"),
        str(Level.VILLAGE.value): gettext_lazy("Villages and communities"),
    },
    "office": dict(Office.choices),
    "paper": dict(PaperKind.choices),
    "post": dict(Post.choices),
    "right": {name: one.title for name, one in RIGHTS.items()},
    "role": TITLES,
    "verdict": {
        Succession.Verdict.SAME: gettext_lazy("one place"),
        Succession.Verdict.DIFFERENT: gettext_lazy("two places"),
        Succession.Verdict.PROPOSED: gettext_lazy("not decided"),
    },
}
"""Part → its fixed words in the reader's language. What stands nowhere is told as it is."""

SILENT = (
    "asked", "campaign_id", "consent", "file_id", "paper_id", "photo_id", "sample_id", "visit_id",
)  # fmt: skip
"""Parts that only lead the system to a row; they tell a reader nothing."""

PEOPLE = ("enters", "leaves", "person", "other", "owner_id")
"""Parts that name persons by their numbers."""
POSTS = "posts"
"""The part that says who held which post: person's number → post."""


def label(name: str) -> str:
    """What a part of an entry is called; its own name where nobody wrote one."""
    return str(LABELS.get(name) or FACT_TITLES.get(name, name))


def words(value: Any, name: str, people: Mapping[int, str]) -> str:
    """A value in words; persons by name, as far as they are still known."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return _(", ").join(words(one, name, people) for one in value) or "—"
    if isinstance(value, dict):
        inner = {key: key if key in VALUES else name for key in value}
        return _("; ").join(
            f"{label(key)} {words(one, inner[key], people)}" for key, one in value.items()
        )
    if name in PEOPLE and isinstance(value, int):
        return people.get(value) or _("person %(number)s") % {"number": value}
    return str(VALUES.get(name, {}).get(str(value), value))


def origin_in_words(origin: str) -> str:
    """From where: the address and the kind of device in the reader's language."""
    if origin == "command line":
        return _("command line")
    address, _space, device = origin.rpartition(" ")
    return f"{address} {DEVICES[device]}" if device in DEVICES else origin
