"""What every verb of the record says. A verb without a sentence fails a test."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, Promise] = {
    "access.refused": _("was refused"),
    "account.created": _("made an account"),
    "account.disabled": _("disabled an account"),
    "account.enabled": _("enabled an account"),
    "account.linked": _("said whose account it is"),
    "account.password_set": _("set a new password"),
    "account.renamed": _("renamed an account"),
    "audit.exported": _("exported entries of the record"),
    "audit.pruned": _("moved old entries of the record into a file"),
    "audit.verified": _("verified the record"),
    "contact.read": _("read a telephone number"),
    "county.opened": _("opened the county"),
    "divisions.decided": _("decided on a match of divisions"),
    "divisions.loaded": _("loaded lists of divisions"),
    "election.ballots_counted": _("counted the ballots"),
    "election.called": _("called a congress"),
    "election.called_off": _("called off a congress"),
    "election.committee_called": _("called the roll of the committee"),
    "election.corrected": _("corrected what was said of a congress"),
    "election.credentials": _("decided on a delegate's credentials"),
    "election.delegate_removed": _("took out a delegate"),
    "election.delegates_added": _("added delegates"),
    "election.group_removed": _("took out a group of delegates"),
    "election.group_set": _("set a group of delegates"),
    "election.nominated": _("nominated"),
    "election.nomination_changed": _("changed a nomination"),
    "election.paper_taken": _("took a paper of a congress"),
    "election.roll_called": _("called the roll"),
    "election.scrutineer_removed": _("took out a scrutineer"),
    "election.scrutineer_set": _("named a scrutineer"),
    "election.sheet_removed": _("took out a count sheet"),
    "election.sheet_saved": _("saved a count sheet"),
    "election.signature_taken_back": _("took back the signature"),
    "election.signed": _("signed the result"),
    "election.taken_up": _("took up a congress again"),
    "election.vote_opened": _("opened a vote"),
    "election.vote_taken_back": _("took back a vote"),
    "election.withdrawn": _("withdrew a candidate"),
    "election.written_in": _("wrote in a name"),
    "federation.closed": _("closed a federation"),
    "federation.merged": _("merged a federation into another"),
    "federations.removed": _("took out federations without a division"),
    "figure.exported": _("exported the rows behind a figure"),
    "personal.read": _("read personal data"),
    "role.assigned": _("gave a role"),
    "role.taken": _("took away a role"),
    "roster.appointment": _("appointed"),
    "roster.change": _("changed a post"),
    "roster.co_option": _("co-opted"),
    "roster.correction": _("corrected what is known of a person"),
    "roster.election": _("recorded an election"),
    "roster.exported": _("exported a roster"),
    "roster.import": _("imported a roster"),
    "roster.imported": _("imported a roster"),
    "roster.merge": _("merged two records of one person"),
    "roster.release": _("released from office"),
    "roster.substitution": _("substituted"),
    "roster.undone": _("took back a batch"),
    "rule.dropped": _("dropped a rule of elections"),
    "rule.set": _("set a rule of elections"),
}

KINDS: dict[str, tuple[Promise, tuple[str, ...]]] = {
    "roster": (_("Posts and rosters"), ("roster.",)),
    "election": (_("Elections"), ("election.", "rule.")),
    "person": (_("Personal data"), ("person", "contact", "consent")),
    "account": (_("Accounts and roles"), ("account.", "role.", "session", "invitation", "signin")),
    "export": (
        _("Exports"),
        ("roster.exported", "figure.exported", "election.paper_taken", "audit.exported"),
    ),
    "refused": (_("Refusals"), ("access.refused",)),
    "divisions": (_("Divisions and units"), ("divisions.", "county.", "federation")),
    "audit": (_("The record itself"), ("audit.",)),
}
"""What an auditor can narrow the list to: a title, and how the verbs begin."""


def sentence(verb: str) -> str:
    """What a verb says; the verb itself where a newer program wrote it."""
    return str(VERBS.get(verb, verb))
