"""The steps of a congress with how far each has come: derived from what is recorded."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from jinguo.elections.enums import Duty, Office
from jinguo.elections.queries.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``state`` is ``done``, ``now`` or ``later``, ``words`` say where it stands."""

    title: str
    url: str
    state: str
    words: str


def steps(file: Dossier) -> list[Step]:
    """Every step in its order; the first that is not done is the one to do now."""
    rows = [
        (_("Delegates"), "delegates", bool(file.due), _delegates(file)),
        (_("Candidates"), "candidates", _enough(file), _candidates(file)),
        (_("Roll call"), "roll", file.roll_called and file.quorum.reached, _roll(file)),
        (_("Scrutineers"), "scrutineers", _watched(file), _scrutineers(file)),
        (_("Vote on the executives"), Office.EXECUTIVE, *_vote(file, Office.EXECUTIVE)),
    ]
    if file.seats(Office.CHAIR):
        rows.append((_("Vote on the chair"), Office.CHAIR, *_vote(file, Office.CHAIR)))
    if file.seats(Office.VICE_CHAIR):
        rows.append(
            (_("Vote on the vice-chairs"), Office.VICE_CHAIR, *_vote(file, Office.VICE_CHAIR))
        )
    rows.append((_("Signature"), "sign", file.signed, _signature(file)))
    found, now = [], True
    for title, page, ready, words in rows:
        state = "done" if ready else "now" if now else "later"
        now = now and ready
        found.append(Step(title, _address(file, page), state, words))
    return found


def _address(file: Dossier, page: str) -> str:
    if isinstance(page, Office):
        return vote_address(file, page)
    return reverse(f"elections:{page}", args=[file.congress.pk])


def vote_address(file: Dossier, office: Office) -> str:
    """Where a vote goes on: its last round, or the page that opens the next."""
    rounds = file.of(office)
    if rounds and file.again(office) is None:
        return reverse("elections:round", args=[file.congress.pk, rounds[-1].round.pk])
    return reverse("elections:vote", args=[file.congress.pk, office.value])


def _enough(file: Dossier) -> bool:
    needed = file.book.standards.difference.candidates(file.congress.executives)
    return len(file.candidates) >= needed


def _watched(file: Dossier) -> bool:
    duties = {one.duty for one in file.scrutineers}
    return Duty.COUNTER in duties and bool(duties & {Duty.CHIEF, Duty.SCRUTINEER})


def _delegates(file: Dossier) -> str:
    if not file.delegates:
        return ""
    words = {"n": len(file.due), "quota": file.congress.quota}
    if not file.congress.quota:
        return _("%(n)s delegates") % words
    return _("%(n)s delegates, quota %(quota)s") % words


def _candidates(file: Dossier) -> str:
    words = {"n": len(file.candidates), "seats": file.congress.executives}
    return _("%(n)s for %(seats)s seats") % words


def _roll(file: Dossier) -> str:
    if not file.roll_called:
        return ""
    meeting = file.meeting
    words = _("%(due)s due, %(present)s present, %(needed)s needed")
    return words % {
        "due": meeting.due,
        "present": meeting.present,
        "needed": file.quorum.needed,
    }


def _scrutineers(file: Dossier) -> str:
    return _(", ").join(one.name for one in file.scrutineers)


def _vote(file: Dossier, office: Office) -> tuple[bool, str]:
    settled = file.settled(office)
    elected = file.elected(office)
    again = file.again(office)
    if again:
        why = _("equal votes, to be voted on again")
        return False, why if again.why == "tied" else _("invalid, to be run again")
    if not settled:
        return False, _("under way") if file.of(office) else ""
    names = _(", ").join(one.name for one in elected)
    if office == Office.EXECUTIVE:
        names = _("%(n)s elected") % {"n": len(elected)}
    vacant = file.vacant(office)
    if vacant:
        names += _("; %(n)s vacant") % {"n": vacant}
    return True, names


def _signature(file: Dossier) -> str:
    return file.congress.signed_by if file.signed else ""
