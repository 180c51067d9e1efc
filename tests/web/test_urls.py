"""Every address × every role: a new address without a row in the table fails."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.divisions.queries import latest
from jinguo.elections.actions.calling import Call, call
from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.roster.actions.drafts import make_draft
from jinguo.roster.actions.merging import merge
from jinguo.roster.models import Appointment, Batch
from tests.factories.deeds import TODAY, corrected, release
from tests.factories.elections import DAY, elected
from tests.web.conftest import Reader

ROLES = ("", "county", "township", "village", "executive", "auditor", "administrator")
COUNTY, OWN_TOWNSHIP, OTHER_TOWNSHIP = "350423", "350423106", "350423101"
OWN_VILLAGE, OTHER_VILLAGE = "350423106204", "350423106201"

# address → expected answers of nobody, county, township, village, executive, auditor, administrator
TABLE: dict[str, tuple[int, int, int, int, int, int, int]] = {
    "/": (302, 302, 302, 302, 302, 302, 302),
    "/healthz": (200, 200, 200, 200, 200, 200, 200),
    "/language/": (302, 302, 302, 302, 302, 302, 302),
    "/sign-in/": (200, 302, 302, 302, 302, 302, 302),
    "/sign-out/": (302, 200, 200, 200, 200, 200, 200),
    "/accounts/": (302, 200, 404, 404, 404, 404, 200),
    "/accounts/add/": (302, 200, 404, 404, 404, 404, 200),
    "/accounts/invitations/": (302, 200, 404, 404, 404, 404, 200),
    "/accounts/invitations/chairs/": (302, 200, 404, 404, 404, 404, 200),
    "/accounts/invitations/one/": (302, 200, 404, 404, 404, 404, 200),
    "/accounts/invitations/links.xlsx": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/invitations/{invitation}/renew/": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/invitations/{invitation}/withdraw/": (302, 302, 302, 302, 302, 302, 302),
    "/invited/no-such-token/": (404, 404, 404, 404, 404, 404, 404),
    "/accounts/{account}/": (302, 200, 404, 404, 404, 404, 200),
    "/accounts/{account}/name/": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/{account}/roles/": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/{account}/roles/take/": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/{account}/state/": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/{account}/password/": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/{account}/unlock/": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/{account}/sign-out/": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/{account}/second/": (302, 302, 302, 302, 302, 302, 302),
    "/accounts/{account}/person/": (302, 302, 302, 302, 302, 302, 302),
    "/sign-in/code/": (302, 302, 302, 302, 302, 302, 302),
    "/sign-in/again/": (302, 200, 200, 200, 200, 200, 200),
    "/sign-in/again/code/": (302, 302, 302, 302, 302, 302, 302),
    "/me/second/": (302, 302, 302, 302, 302, 302, 302),
    "/me/second/add/": (302, 302, 302, 302, 302, 302, 302),
    "/me/second/remove/": (302, 404, 404, 404, 404, 404, 404),
    "/me/second/codes/": (302, 404, 404, 404, 404, 404, 404),
    "/me/second/codes/new/": (302, 302, 302, 302, 302, 302, 302),
    "/me/second/codes.txt": (302, 404, 404, 404, 404, 404, 404),
    "/me/": (302, 200, 200, 200, 200, 200, 200),
    "/me/password/": (302, 200, 200, 200, 200, 200, 200),
    "/me/sessions/end/": (302, 302, 302, 302, 302, 302, 302),
    "/me/sessions/1/end/": (302, 302, 302, 302, 302, 302, 302),
    "/start/": (302, 200, 302, 302, 302, 302, 200),
    "/start/account/": (302, 302, 302, 302, 302, 302, 302),
    "/start/lists/": (302, 302, 302, 302, 302, 302, 302),
    "/start/county/": (302, 302, 302, 302, 302, 302, 302),
    "/start/matches/": (302, 302, 302, 302, 302, 302, 302),
    f"/units/{COUNTY}/": (302, 200, 404, 404, 404, 200, 404),
    f"/units/{OWN_TOWNSHIP}/": (302, 200, 200, 404, 404, 200, 404),
    f"/units/{OTHER_TOWNSHIP}/": (302, 200, 404, 404, 404, 200, 404),
    f"/units/{OWN_VILLAGE}/": (302, 200, 200, 200, 200, 200, 404),
    f"/units/{OTHER_VILLAGE}/": (302, 200, 200, 404, 404, 200, 404),
    f"/units/{OWN_TOWNSHIP}/roster.xlsx": (302, 200, 200, 404, 404, 200, 404),
    f"/units/{OWN_TOWNSHIP}/own-roster.xlsx": (302, 200, 200, 404, 404, 200, 404),
    f"/units/{OTHER_VILLAGE}/roster.xlsx": (302, 200, 200, 404, 404, 200, 404),
    f"/units/{OWN_TOWNSHIP}/numbers/": (302, 200, 200, 404, 404, 404, 404),
    f"/units/{OWN_VILLAGE}/numbers/": (302, 200, 200, 200, 404, 404, 404),
    f"/units/{OWN_VILLAGE}/seats/": (302, 200, 200, 200, 200, 200, 404),
    f"/units/{OTHER_VILLAGE}/seats/": (302, 200, 200, 404, 404, 200, 404),
    "/search/?q=lm": (302, 200, 200, 200, 200, 200, 404),
    "/search/people.xlsx?q=lm": (302, 200, 200, 200, 200, 200, 404),
    "/search/numbers/?q=lm": (302, 200, 200, 200, 404, 404, 404),
    f"/figures/{COUNTY}/": (302, 200, 404, 404, 404, 200, 404),
    f"/figures/{OWN_VILLAGE}/": (302, 200, 200, 200, 200, 200, 404),
    f"/figures/{COUNTY}/chairs/village/": (302, 200, 404, 404, 404, 200, 404),
    f"/figures/{OWN_VILLAGE}/chairs/village/": (302, 200, 200, 200, 200, 200, 404),
    f"/figures/{COUNTY}/chairs/village/rows.xlsx": (302, 200, 404, 404, 404, 200, 404),
    f"/figures/{COUNTY}/chairs/village/numbers/": (302, 200, 404, 404, 404, 404, 404),
    f"/figures/{OWN_VILLAGE}/chairs/village/numbers/": (302, 200, 200, 200, 404, 404, 404),
    f"/composition/{COUNTY}/": (302, 200, 404, 404, 404, 200, 404),
    f"/composition/{OWN_VILLAGE}/": (302, 200, 200, 200, 200, 200, 404),
    "/people/{own_person}/": (302, 200, 200, 200, 200, 200, 404),
    "/people/{other_person}/": (302, 200, 404, 404, 404, 200, 404),
    "/people/{own_person}/phone/": (302, 200, 200, 200, 403, 403, 404),
    "/people/{other_person}/phone/": (302, 200, 404, 404, 404, 403, 404),
    "/people/{own_person}/correct/": (302, 200, 200, 200, 404, 404, 404),
    "/people/{other_person}/correct/": (302, 200, 404, 404, 404, 404, 404),
    "/people/{own_person}/corrections/{correction}/undo/": (302, 200, 200, 200, 404, 404, 404),
    "/people/duplicates/": (302, 200, 200, 200, 404, 404, 404),
    "/people/duplicates/{own_person}/{other_person}/": (302, 200, 404, 404, 404, 404, 404),
    "/people/{own_person}/same/": (302, 200, 200, 200, 404, 404, 404),
    "/people/{other_person}/same/": (302, 200, 404, 404, 404, 404, 404),
    "/people/{own_person}/merges/{merge}/part/": (302, 200, 200, 200, 404, 404, 404),
    "/people/{own_person}/file/": (302, 200, 200, 200, 404, 404, 404),
    "/people/{other_person}/file/": (302, 200, 404, 404, 404, 404, 404),
    "/people/{own_person}/consents/": (302, 200, 200, 200, 404, 404, 404),
    "/people/{other_person}/consents/": (302, 200, 404, 404, 404, 404, 404),
    "/people/{own_person}/erase/": (302, 200, 404, 404, 404, 404, 404),
    "/people/{other_person}/erase/": (302, 200, 404, 404, 404, 404, 404),
    f"/posts/{OWN_VILLAGE}/": (302, 200, 200, 200, 404, 404, 404),
    f"/posts/{OTHER_VILLAGE}/": (302, 200, 200, 404, 404, 404, 404),
    f"/posts/{OTHER_TOWNSHIP}/": (302, 200, 404, 404, 404, 404, 404),
    f"/posts/{OWN_VILLAGE}/appoint/": (302, 200, 200, 200, 404, 404, 404),
    f"/posts/{OWN_VILLAGE}/co-opt/": (302, 200, 200, 200, 404, 404, 404),
    f"/posts/{OWN_VILLAGE}/seats/{{own_seat}}/change/": (302, 200, 200, 200, 404, 404, 404),
    f"/posts/{OWN_VILLAGE}/seats/{{own_seat}}/leave/": (302, 200, 200, 200, 404, 404, 404),
    f"/posts/{OWN_VILLAGE}/seats/{{own_seat}}/substitute/": (302, 200, 200, 200, 404, 404, 404),
    f"/posts/{OWN_VILLAGE}/deeds/{{own_deed}}/undo/": (302, 200, 200, 200, 404, 404, 404),
    "/delegations/": (302, 200, 200, 200, 200, 200, 200),
    f"/delegations/new/{COUNTY}/": (302, 200, 404, 404, 404, 404, 404),
    f"/delegations/new/{OWN_TOWNSHIP}/": (302, 200, 200, 404, 404, 404, 404),
    f"/delegations/new/{OWN_VILLAGE}/": (302, 200, 200, 200, 404, 404, 404),
    "/delegations/end/": (302, 302, 302, 302, 302, 302, 302),
    "/rights/": (302, 200, 200, 200, 200, 200, 200),
    f"/rights/unit/{COUNTY}/": (302, 200, 404, 404, 404, 200, 404),
    f"/rights/unit/{OWN_VILLAGE}/": (302, 200, 200, 200, 200, 200, 404),
    "/rights/person/{own_person}/": (302, 200, 200, 200, 200, 200, 404),
    "/rights/person/{other_person}/": (302, 200, 404, 404, 404, 200, 404),
    "/rights/congress/{congress}/": (302, 200, 200, 200, 200, 200, 404),
    "/rights/batch/{batch}/": (302, 200, 404, 404, 404, 404, 404),
    "/rights/account/{account}/": (302, 200, 404, 404, 404, 404, 200),
    "/elections/": (302, 200, 200, 200, 200, 200, 200),
    f"/elections/terms/{COUNTY}/": (302, 200, 404, 404, 404, 200, 404),
    f"/elections/terms/{OWN_VILLAGE}/": (302, 200, 200, 200, 200, 200, 404),
    f"/elections/terms/{COUNTY}/terms.xlsx": (302, 200, 404, 404, 404, 200, 404),
    f"/elections/terms/{COUNTY}/terms.ics": (302, 200, 404, 404, 404, 200, 404),
    f"/elections/rules/{COUNTY}/": (302, 200, 404, 404, 404, 200, 404),
    f"/elections/rules/{OWN_VILLAGE}/": (302, 200, 200, 200, 200, 200, 404),
    f"/elections/rules/{COUNTY}/term/4/": (302, 200, 404, 404, 404, 404, 404),
    f"/elections/rules/{COUNTY}/drop/": (302, 302, 302, 302, 302, 302, 302),
    f"/elections/call/{OWN_VILLAGE}/": (302, 200, 200, 200, 404, 404, 404),
    f"/elections/call/{OTHER_VILLAGE}/": (302, 200, 200, 404, 404, 404, 404),
    "/elections/{congress}/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{other_congress}/": (302, 200, 404, 404, 404, 200, 404),
    "/elections/{congress}/facts/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/call-off/": (302, 302, 302, 302, 302, 302, 302),
    "/elections/{congress}/delegates/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{other_congress}/delegates/": (302, 200, 404, 404, 404, 200, 404),
    "/elections/{congress}/candidates/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/candidates/new/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/candidates/{candidate}/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/roll/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/scrutineers/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/committee/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/votes/executive/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/votes/else/": (302, 404, 404, 404, 404, 404, 404),
    "/elections/{congress}/rounds/{round}/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/rounds/{round}/ballots/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/rounds/{round}/sheets/{counter}/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{other_congress}/rounds/{round}/": (302, 404, 404, 404, 404, 404, 404),
    "/elections/{congress}/papers/roster.docx": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{other_congress}/papers/roster.docx": (302, 302, 404, 404, 404, 302, 404),
    "/elections/{congress}/sign/": (302, 200, 200, 200, 200, 200, 404),
    "/elections/{congress}/undo/": (302, 200, 200, 200, 200, 200, 404),
    "/audit/": (302, 404, 404, 404, 404, 200, 404),
    "/audit/record.xlsx": (302, 302, 302, 302, 302, 302, 302),
    "/audit/verify/": (302, 302, 302, 302, 302, 302, 302),
    f"/audit/unit/{COUNTY}/": (302, 200, 404, 404, 404, 200, 404),
    f"/audit/unit/{OWN_VILLAGE}/": (302, 200, 200, 200, 200, 200, 404),
    "/audit/person/{own_person}/": (302, 200, 200, 200, 200, 200, 404),
    "/audit/person/{other_person}/": (302, 200, 404, 404, 404, 200, 404),
    "/audit/batch/{batch}/": (302, 200, 404, 404, 404, 200, 404),
    "/audit/congress/{congress}/": (302, 200, 200, 200, 200, 200, 404),
    "/audit/account/{account}/": (302, 200, 404, 404, 404, 200, 200),
    "/audit/else/1/": (302, 404, 404, 404, 404, 404, 404),
    "/import/": (302, 200, 200, 404, 404, 404, 404),
    "/import/{draft}/": (302, 200, 404, 404, 404, 404, 404),
    "/import/{draft}/sheet/0/0/": (302, 200, 404, 404, 404, 404, 404),
    "/import/{draft}/correct/": (302, 302, 302, 302, 302, 302, 302),
    "/import/{draft}/answer/": (302, 302, 302, 302, 302, 302, 302),
    "/import/{draft}/leave-out/": (302, 302, 302, 302, 302, 302, 302),
    "/import/{draft}/day/": (302, 302, 302, 302, 302, 302, 302),
    "/import/{draft}/discard/": (302, 302, 302, 302, 302, 302, 302),
    "/import/{draft}/apply/": (302, 302, 302, 302, 302, 302, 302),
    "/import/batches/{batch}/": (302, 200, 404, 404, 404, 404, 404),
    "/import/batches/{batch}/undo/": (302, 200, 404, 404, 404, 404, 404),
}


def names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """Every address's full name."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from names(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}"


@pytest.fixture
def numbers(reader: Reader) -> dict[str, int]:
    """A draft of the county office, the demo's batch, a woman of the village and one elsewhere."""
    batch = Batch.objects.earliest("pk")
    office = Account.objects.get(username="county")
    from jinguo.access.queries import actor_for

    draft = make_draft(
        files=[("名册.csv", "单位,姓名,职务\n石下村妇联,李梅,执委\n".encode())],
        county=latest(batch.county_id),
        by=actor_for(office.pk, str(office), TODAY),
    )
    versions = "federation__division__versions__code"
    own = Appointment.objects.filter(**{versions: OWN_VILLAGE}).earliest("pk")
    other = (
        Appointment.objects.filter(**{f"{versions}__startswith": OTHER_TOWNSHIP})
        .exclude(person__appointments__federation=own.federation)
        .earliest("pk")
    )
    deed = release(own.federation_id, own.person.name, TODAY)
    congress = elected()
    elsewhere = call(federation_id=other.federation_id, words=Call(DAY, 3, 1), by=system())
    namesake = Person.objects.create(name="吴霞")
    Appointment.objects.create(
        person=namesake, federation=own.federation, post="delegate", starts_on=TODAY
    )
    merged = merge(kept_id=own.person_id, gone_id=namesake.pk, by=system())
    return {
        "merge": merged.pk,
        "own_seat": own.pk,
        "own_deed": deed.pk,
        "congress": congress.pk,
        "other_congress": elsewhere.pk,
        "candidate": congress.candidates.earliest("pk").pk,
        "round": congress.rounds.earliest("pk").pk,
        "counter": congress.scrutineers.latest("pk").pk,
        "draft": draft.pk,
        "invitation": 1,
        "account": Account.objects.get(username="village").pk,
        "batch": batch.pk,
        "own_person": own.person_id,
        "correction": corrected(own.person_id, occupation="种植大户").pk,
        "other_person": other.person_id,
    }


def test_every_address_has_a_row_in_the_table(numbers: dict[str, int]) -> None:
    from django.urls import resolve

    covered = {resolve(address.format(**numbers).partition("?")[0]).view_name for address in TABLE}

    assert covered == set(names(get_resolver()))


@pytest.mark.parametrize("position", range(len(ROLES)), ids=[role or "nobody" for role in ROLES])
def test_each_role_opens_its_part_and_nothing_else(
    position: int, reader: Reader, numbers: dict[str, int]
) -> None:
    client: Client = reader(ROLES[position])

    answers = {address: client.get(address.format(**numbers)).status_code for address in TABLE}

    assert answers == {address: expected[position] for address, expected in TABLE.items()}


NOT_THERE = (
    "/invited/no-such-token/",
    "/me/second/",
    "/votes/else/",
    "/audit/else/",
    "/elections/{other_congress}/rounds/",
)
"""What is answered 404 because it does not exist at all, or is not switched on."""


@pytest.mark.parametrize("position", range(1, len(ROLES)), ids=ROLES[1:])
def test_whatever_is_there_but_not_hers_leaves_a_refusal(
    position: int, reader: Reader, numbers: dict[str, int]
) -> None:
    client, silent = reader(ROLES[position]), []

    for address in (one for one, expected in TABLE.items() if expected[position] == 404):
        with transaction.atomic():  # rolled back: within an hour the same thing is one entry
            client.get(address.format(**numbers))
            if not Entry.objects.filter(verb="access.refused").exists():
                silent.append(address)
            transaction.set_rollback(True)

    assert [one for one in silent if not any(part in one for part in NOT_THERE)] == []


@pytest.mark.parametrize("deed", ["correct", "answer", "leave-out", "day", "discard", "apply"])
@pytest.mark.parametrize("role", ["township", "village", "auditor"])
def test_nobody_touches_the_draft_of_another(
    role: str, deed: str, reader: Reader, numbers: dict[str, int]
) -> None:
    words = {"key": "a", "who": "new", "text": "x", "file": "名册.csv"}

    response = reader(role).post(f"/import/{numbers['draft']}/{deed}/", words)

    assert response.status_code == 404
