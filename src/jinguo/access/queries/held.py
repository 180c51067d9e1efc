"""Everything that is held about one woman, from every room, for herself."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from jinguo.access.models import Invitation
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.audit.queries.listing import Object, entries_of
from jinguo.audit.rules.verbs import sentence
from jinguo.delivery.queries.ledger import inbox
from jinguo.divisions.queries import latest_of
from jinguo.elections.enums import Office
from jinguo.elections.models import Candidate
from jinguo.federations.queries import federation_name, newest_codes
from jinguo.kernel.actor import VIEW, Actor
from jinguo.people.enums import ConsentKind, ConsentWay
from jinguo.people.models import Person
from jinguo.people.queries import consents_of
from jinguo.roster.actions.tracing import workbooks_of
from jinguo.roster.enums import Leaving, Post
from jinguo.roster.models import Batch, Decision
from jinguo.roster.queries.corrections import fact_changes
from jinguo.roster.queries.people import Holding, PersonCard, person_card
from jinguo.roster.queries.vocabulary import category_names

MOST = 200
"""Entries of the record that are told one by one."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of her file: what it holds, the heads of its columns, its rows."""

    title: str
    heads: Row
    rows: Sequence[Row]
    note: str = ""
    widths: Sequence[float] = field(default=())

    @property
    def labelled(self) -> list[list[tuple[str, str]]]:
        """Each cell with the head of its column."""
        return [list(zip(self.heads, row, strict=True)) for row in self.rows]


def held_about(
    person_id: int, day: date, reader: Actor, *, contacts: bool = False
) -> tuple[PersonCard, list[Section]] | None:
    """Everything held about her, in parts; ``None`` where the reader keeps no persons of hers.

    Her number is masked unless ``contacts``. Posts in units that the reader may not see are left
    out, as on her page. Source: 个人信息保护法 art. 45.
    """
    card = person_card(person_id, day, reader)
    if card is None or not card.keeps_unit:
        return None
    sections = [
        _facts(card, person_id, contacts=contacts),
        _changes(person_id),
        _posts(card.holdings),
        _decisions(person_id, reader),
        _candidacies(person_id, reader),
        _consents(person_id),
        _accounts(person_id),
        _notices(person_id, reader),
        _files(person_id),
        _entries(person_id, reader),
    ]
    return card, sections


def _facts(card: PersonCard, person_id: int, *, contacts: bool) -> Section:
    person = Person.objects.get(pk=person_id)
    rows = [(_("Name"), card.name)]
    for fact in card.facts:
        value = person.phone if contacts and fact.name == "phone" else fact.value
        rows.append((str(fact.title), _word(value)))
    first = Batch.objects.filter(pk=person.recorded_in or 0).first()
    note = _("First named by %(what)s.") % {"what": _batch(first)} if first else ""
    return Section(_("What is known"), (_("What"), _("As recorded")), rows, note, (1, 3))


def _word(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%Y-%m}"
    return str(value or "") or _("not stated")


def _changes(person_id: int) -> Section:
    rows = [
        (
            _at(change.applied_at), str(one.title), one.before or "—", one.after or "—",
            _joined(change.title, change.by_name),
        )
        for change in fact_changes(person_id)
        for one in change.facts
    ]  # fmt: skip
    heads = (_("When"), _("What"), _("Before"), _("After"), _("By what"))
    return Section(_("What was changed"), heads, rows, widths=(3, 2, 3, 3, 4))


def _posts(holdings: Iterable[Holding]) -> Section:
    names = category_names()
    own = list(holdings)
    batches = Batch.objects.in_bulk({one.batch_id for one in own if one.batch_id})
    rows = [
        (
            one.unit_name,
            str(Post(one.post).label),
            f"{one.starts_on} – {one.ends_on or _('today')}",
            _(", ").join(
                [
                    *(names.get(slug, slug) for slug in one.categories),
                    *(f"{fact.title} {fact.value}" for fact in one.facts),
                ]
            ),
            _batch(batches.get(one.batch_id or 0)),
        )
        for one in own
    ]
    heads = (_("Unit"), _("Post"), _("From – until"), _("What else"), _("By what"))
    return Section(_("Posts"), heads, rows, widths=(3, 2, 3, 3, 4))


def _decisions(person_id: int, reader: Actor) -> Section:
    decided = Decision.objects.filter(person_id=person_id, batch__undone_at__isnull=True)
    found = list(decided.select_related("batch", "federation").order_by("day", "pk"))
    units = _seen_units({one.federation.division_id for one in found}, reader)
    rows = [
        (
            str(one.day),
            units[one.federation.division_id],
            _("enters") if one.begins else _("leaves"),
            str(Leaving(one.why).label) if one.why else one.batch.reason,
            _batch(one.batch),
        )
        for one in found
        if one.federation.division_id in units
    ]
    heads = (_("Day"), _("Unit"), _("What"), _("Reason"), _("By what"))
    return Section(_("Decisions"), heads, rows, widths=(2, 3, 1, 3, 4))


def _candidacies(person_id: int, reader: Actor) -> Section:
    stood = Candidate.objects.filter(person_id=person_id)
    found = list(stood.select_related("congress__federation").order_by("congress__held_on"))
    units = _seen_units({one.congress.federation.division_id for one in found}, reader)
    rows = [
        (
            str(one.congress.held_on),
            units[one.congress.federation.division_id],
            str(Office(one.post).label),
            one.recommended_by,
        )
        for one in found
        if one.congress.federation.division_id in units
    ]
    heads = (_("Day of the congress"), _("Unit"), _("Proposed as"), _("Recommended by"))
    return Section(_("Candidacies"), heads, rows, widths=(2, 3, 2, 3))


def _seen_units(division_ids: Collection[int], reader: Actor) -> dict[int, str]:
    """The names of those units that the reader may see."""
    return {
        number: federation_name(one)
        for number, one in latest_of(division_ids).items()
        if reader.may(VIEW, one.code)
    }


def _consents(person_id: int) -> Section:
    rows = [
        (
            str(ConsentKind(one.kind).label),
            one.purpose,
            _joined(one.given_on, ConsentWay(one.way).label),
            str(one.withdrawn_on or ""),
            one.recorded_by,
        )
        for one in consents_of(person_id)
    ]
    heads = (_("About what"), _("Purpose"), _("Given on"), _("Withdrawn on"), _("Recorded by"))
    return Section(_("Consents"), heads, rows, widths=(2, 3, 3, 2, 3))


def _accounts(person_id: int) -> Section:
    rows = [
        (_("Account"), one.username, _at(one.date_joined))
        for one in Account.objects.filter(person_id=person_id)
    ]
    rows += [
        (_("Invitation"), one.display_name, _at(one.made_at))
        for one in Invitation.objects.filter(person_id=person_id).order_by("pk")
    ]
    return Section(_("Account and invitations"), (_("What"), _("Name"), _("Since")), rows)


def _notices(person_id: int, reader: Actor) -> Section:
    """What she was reminded of; of units that the reader may not see nothing is told."""
    found = inbox(person_id, most=MOST)
    codes = newest_codes({one.federation_id for one in found})
    rows = [
        (_at(one.sent_at), one.subject, str(one.due_on), _at(one.seen_at) if one.seen_at else "—")
        for one in found
        if reader.may(VIEW, codes[one.federation_id])
    ]
    heads = (_("Sent at"), _("About"), _("Deadline"), _("Seen at"))
    return Section(_("Reminders"), heads, rows, widths=(3, 4, 2, 3))


def _files(person_id: int) -> Section:
    note = _("Kept sealed, as they came, because figures are traced to them.")
    rows = [(name,) for name in workbooks_of(person_id)]
    return Section(_("Workbooks in which she may stand"), (_("File"),), rows, note)


def _entries(person_id: int, reader: Actor) -> Section:
    found: list[Entry] = entries_of(
        Object("person", str(person_id)), reader, office=False, own=True, size=MOST
    )
    rows = [
        (_at(one.at), one.actor_name, sentence(one.verb), str(one.data.get("reason") or ""))
        for one in found
    ]
    heads = (_("When"), _("Who"), _("Did what"), _("Reason"))
    return Section(_("The record of what was done with her data"), heads, rows, widths=(3, 3, 3, 3))


def _batch(batch: Batch | None) -> str:
    if batch is None:
        return "—"
    return _joined(
        batch.get_deed_display(), batch.by_name, f"{localtime(batch.applied_at):%Y-%m-%d}"
    )


def _joined(*parts: object) -> str:
    return pgettext("between parts of a line", ", ").join(str(one) for one in parts)


def _at(moment: datetime) -> str:
    return f"{localtime(moment):%Y-%m-%d %H:%M}"
