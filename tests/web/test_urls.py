"""Every address × every role: a new address without a row in the table fails."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from jinguo.access.models import Assignment
from jinguo.accounts.models import Account
from jinguo.audit.models import Entry
from jinguo.campaigns.actions import (
    Plan,
    WavePlan,
    draw_sample,
    hand_in,
    plan_campaign,
    report_mended,
)
from jinguo.campaigns.models import Campaign, Filing
from jinguo.campaigns.rules.standard import spread
from jinguo.divisions.queries import latest
from jinguo.elections.actions.calling import Call, call
from jinguo.groups.queries import groups_of
from jinguo.kernel.actor import system
from jinguo.people.models import Person
from jinguo.plaques.models import Plaque
from jinguo.roster.actions.drafts import make_draft
from jinguo.roster.actions.merging import merge
from jinguo.roster.models import Appointment, Batch
from tests.factories.accounts import account_of
from tests.factories.activities import noted
from tests.factories.deeds import TODAY, corrected, release, unit
from tests.factories.elections import DAY, elected
from tests.factories.photos import photo
from tests.factories.visits import visited
from tests.web.conftest import Reader

ROLES = ("", "county", "township", "village", "executive", "auditor", "administrator")
COUNTY, OWN_TOWNSHIP, OTHER_TOWNSHIP = "350423", "350423106", "350423101"
OWN_VILLAGE, OTHER_VILLAGE = "350423106204", "350423106201"

BOARD = (
    (
        "county_wording={全称}妇联&township_wording={全称}妇联&village_wording={全称}妇联"
        "&direction=vertical&width_mm=350&height_mm=2000&typeface=song&ground=%23ffffff"
        "&ink=%23000000&border_mm=0&border_colour=%23000000"
    )
    .replace("{", "{{")
    .replace("}", "}}")
)
"""What a preview of a plaque is asked with."""

Answers = tuple[int, int, int, int, int, int, int]
"""Of nobody, county, township, village, executive, auditor, administrator."""

FORM: Answers = (302, 302, 302, 302, 302, 302, 302)
"""It only takes a form, or leads elsewhere."""
ANYBODY: Answers = (302, 200, 200, 200, 200, 200, 200)
READERS: Answers = (302, 200, 200, 200, 200, 200, 404)
KEEPERS: Answers = (302, 200, 200, 200, 404, 404, 404)
RECORDERS: Answers = (302, 200, 200, 200, 200, 404, 404)
"""Whoever keeps the records of the village: its executives too."""
TOWNSHIP_READS: Answers = (302, 200, 200, 404, 404, 200, 404)
TOWNSHIP_KEEPS: Answers = (302, 200, 200, 404, 404, 404, 404)
ABOVE: Answers = (302, 200, 404, 404, 404, 200, 404)
"""The county office, and its auditor."""
OFFICE: Answers = (302, 200, 404, 404, 404, 404, 404)
ACCOUNTS: Answers = (302, 200, 404, 404, 404, 404, 200)
NOWHERE: Answers = (302, 404, 404, 404, 404, 404, 404)

# address → expected answers
TABLE: dict[str, Answers] = {
    "/": FORM,
    "/today/": ANYBODY,
    "/today/seen/": FORM,
    "/today/units/": ANYBODY,
    "/today/evidence/": ANYBODY,
    "/agenda/burden/": TOWNSHIP_READS,
    "/healthz": (200, 200, 200, 200, 200, 200, 200),
    "/language/": FORM,
    "/sign-in/": (200, 302, 302, 302, 302, 302, 302),
    "/sign-out/": ANYBODY,
    "/accounts/": ACCOUNTS,
    "/accounts/add/": ACCOUNTS,
    "/accounts/invitations/": ACCOUNTS,
    "/accounts/invitations/chairs/": ACCOUNTS,
    "/accounts/invitations/one/": ACCOUNTS,
    "/accounts/invitations/links.xlsx": FORM,
    "/accounts/invitations/{invitation}/renew/": FORM,
    "/accounts/invitations/{invitation}/withdraw/": FORM,
    "/invited/no-such-token/": (404, 404, 404, 404, 404, 404, 404),
    "/accounts/{account}/": ACCOUNTS,
    "/accounts/{account}/name/": FORM,
    "/accounts/{account}/roles/": FORM,
    "/accounts/{account}/roles/take/": FORM,
    "/accounts/{account}/state/": FORM,
    "/accounts/{account}/password/": FORM,
    "/accounts/{account}/unlock/": FORM,
    "/accounts/{account}/sign-out/": FORM,
    "/accounts/{account}/second/": FORM,
    "/accounts/{account}/person/": FORM,
    "/sign-in/code/": FORM,
    "/sign-in/again/": ANYBODY,
    "/sign-in/again/code/": FORM,
    "/me/second/": FORM,
    "/me/second/add/": FORM,
    "/me/second/remove/": NOWHERE,
    "/me/second/codes/": NOWHERE,
    "/me/second/codes/new/": FORM,
    "/me/second/codes.txt": NOWHERE,
    "/me/": ANYBODY,
    "/me/password/": ANYBODY,
    "/me/passkeys/add/": FORM,
    "/me/passkeys/1/name/": FORM,
    "/me/passkeys/1/remove/": FORM,
    "/sign-in/passkey/": FORM,
    "/sign-in/again/passkey/": FORM,
    "/me/sessions/end/": FORM,
    "/me/sessions/1/end/": FORM,
    "/start/": (302, 200, 302, 302, 302, 302, 200),
    "/start/account/": FORM,
    "/start/lists/": FORM,
    "/start/county/": FORM,
    "/start/matches/": FORM,
    f"/units/{COUNTY}/": ABOVE,
    f"/units/{OWN_TOWNSHIP}/": TOWNSHIP_READS,
    f"/units/{OTHER_TOWNSHIP}/": ABOVE,
    f"/units/{OWN_VILLAGE}/": READERS,
    f"/units/{OTHER_VILLAGE}/": TOWNSHIP_READS,
    f"/units/{OWN_TOWNSHIP}/roster.xlsx": TOWNSHIP_READS,
    f"/units/{OWN_TOWNSHIP}/own-roster.xlsx": TOWNSHIP_READS,
    f"/units/{OTHER_VILLAGE}/roster.xlsx": TOWNSHIP_READS,
    f"/units/{OWN_TOWNSHIP}/numbers/": TOWNSHIP_KEEPS,
    f"/units/{OWN_VILLAGE}/numbers/": KEEPERS,
    f"/units/{OWN_VILLAGE}/seats/": READERS,
    f"/units/{OTHER_VILLAGE}/seats/": TOWNSHIP_READS,
    "/search/?q=lm": READERS,
    "/search/people.xlsx?q=lm": READERS,
    "/search/numbers/?q=lm": KEEPERS,
    f"/figures/{COUNTY}/": ABOVE,
    f"/figures/{OWN_VILLAGE}/": READERS,
    f"/figures/{COUNTY}/chairs/village/": ABOVE,
    f"/figures/{OWN_VILLAGE}/chairs/village/": READERS,
    f"/figures/{COUNTY}/chairs/village/rows.xlsx": ABOVE,
    f"/figures/{COUNTY}/chairs/village/numbers/": OFFICE,
    f"/figures/{OWN_VILLAGE}/chairs/village/numbers/": KEEPERS,
    "/campaigns/": ANYBODY,
    f"/campaigns/new/{COUNTY}/": OFFICE,
    "/campaigns/reform/start/": FORM,
    "/campaigns/reform/": READERS,
    "/campaigns/reform/film/": READERS,
    "/campaigns/reform/late/": READERS,
    "/campaigns/reform/week/": READERS,
    "/campaigns/reform/week.docx": READERS,
    "/campaigns/reform/week.xlsx": READERS,
    f"/campaigns/reform/{OWN_VILLAGE}/": READERS,
    f"/campaigns/reform/{OTHER_VILLAGE}/": TOWNSHIP_READS,
    "/campaigns/reform/plan/": READERS,
    "/campaigns/reform/plan/change/": OFFICE,
    f"/campaigns/reform/{OWN_VILLAGE}/steps/1/": READERS,
    f"/campaigns/reform/{OTHER_VILLAGE}/steps/1/": TOWNSHIP_READS,
    f"/campaigns/reform/{COUNTY}/steps/0/": ABOVE,
    f"/campaigns/reform/{OWN_VILLAGE}/steps/0/": NOWHERE,
    f"/campaigns/reform/{OWN_VILLAGE}/steps/1/hand-in/": FORM,
    "/campaigns/reform/papers/{paper}/": READERS,
    "/campaigns/reform/papers/{other_paper}/": ABOVE,
    "/campaigns/reform/papers/1/strike/": FORM,
    "/campaigns/reform/papers/1/back/": FORM,
    f"/campaigns/reform/{OWN_VILLAGE}/review/": FORM,
    f"/campaigns/reform/{OWN_VILLAGE}/file/": FORM,
    "/campaigns/reform/filings/{filing}/paper/": READERS,
    "/campaigns/reform/filings/1/strike/": FORM,
    "/campaigns/reform/filings/1/back/": FORM,
    f"/groups/{OWN_VILLAGE}/": READERS,
    f"/groups/{COUNTY}/": ABOVE,
    f"/groups/{OWN_VILLAGE}/new/": RECORDERS,
    "/groups/one/{group}/": RECORDERS,
    "/groups/one/1/end/": FORM,
    "/groups/one/1/strike/": FORM,
    "/groups/one/1/back/": FORM,
    f"/plaques/{OWN_VILLAGE}/": READERS,
    f"/plaques/{COUNTY}/": ABOVE,
    f"/plaques/{OWN_VILLAGE}/plaque.doc": NOWHERE,
    f"/plaques/{OWN_VILLAGE}/hang/": RECORDERS,
    f"/plaques/{OWN_VILLAGE}/all/": READERS,
    f"/plaques/{COUNTY}/all/": ABOVE,
    f"/plaques/{OWN_VILLAGE}/all.xlsx": READERS,
    f"/plaques/{OWN_TOWNSHIP}/all.xlsx": TOWNSHIP_READS,
    f"/plaques/specification/{COUNTY}/": ABOVE,
    f"/plaques/specification/{COUNTY}/longest.svg": ABOVE,
    f"/plaques/specification/{COUNTY}/state/": OFFICE,
    f"/plaques/specification/{COUNTY}/preview.svg?{BOARD}": OFFICE,
    f"/plaques/specification/{COUNTY}/withdraw/": FORM,
    "/plaques/one/{plaque}/": RECORDERS,
    "/plaques/one/1/strike/": FORM,
    "/plaques/one/1/back/": FORM,
    "/plaques/one/{plaque}/photo/": READERS,
    "/plaques/one/{other_plaque}/photo/": ABOVE,
    f"/composition/{COUNTY}/": ABOVE,
    f"/composition/{OWN_VILLAGE}/": READERS,
    "/people/{own_person}/": READERS,
    "/people/{other_person}/": ABOVE,
    "/people/{own_person}/phone/": (302, 200, 200, 200, 403, 403, 404),
    "/people/{other_person}/phone/": (302, 200, 404, 404, 404, 403, 404),
    "/people/{own_person}/correct/": KEEPERS,
    "/people/{other_person}/correct/": OFFICE,
    "/people/{own_person}/corrections/{correction}/undo/": KEEPERS,
    "/people/duplicates/": KEEPERS,
    "/people/duplicates/{own_person}/{other_person}/": OFFICE,
    "/people/{own_person}/same/": KEEPERS,
    "/people/{other_person}/same/": OFFICE,
    "/people/{own_person}/merges/{merge}/part/": KEEPERS,
    "/people/{own_person}/file/": KEEPERS,
    "/people/{other_person}/file/": OFFICE,
    "/people/{own_person}/consents/": KEEPERS,
    "/people/{other_person}/consents/": OFFICE,
    "/people/{own_person}/erase/": OFFICE,
    "/people/{other_person}/erase/": OFFICE,
    f"/activities/unit/{COUNTY}/": ABOVE,
    f"/activities/unit/{OWN_VILLAGE}/": READERS,
    f"/activities/unit/{OWN_VILLAGE}/new/": RECORDERS,
    f"/activities/unit/{OTHER_VILLAGE}/new/": TOWNSHIP_KEEPS,
    "/supervision/campaign/reform/": READERS,
    "/supervision/campaign/reform/list.xlsx": READERS,
    "/supervision/campaign/reform/visits/": READERS,
    "/supervision/campaign/reform/samples/": READERS,
    "/supervision/campaign/reform/samples/1/": READERS,
    f"/supervision/unit/{COUNTY}/": ABOVE,
    f"/supervision/unit/{OWN_VILLAGE}/": READERS,
    f"/supervision/unit/{OWN_VILLAGE}/new/": TOWNSHIP_KEEPS,
    f"/supervision/unit/{OWN_TOWNSHIP}/new/": OFFICE,
    "/supervision/visits/{visit}/": READERS,
    "/supervision/visits/{other_visit}/": ABOVE,
    "/supervision/visits/{visit}/amend/": TOWNSHIP_KEEPS,
    "/supervision/visits/{visit}/finding/": FORM,
    "/supervision/visits/{visit}/strike/": FORM,
    "/supervision/visits/{visit}/put-back/": FORM,
    "/supervision/visits/{visit}/photos/{photo_of_visit}/": READERS,
    "/supervision/visits/{other_visit}/photos/{photo_of_visit}/": NOWHERE,
    "/supervision/findings/{finding}/": READERS,
    "/supervision/findings/{other_finding}/": ABOVE,
    "/supervision/findings/{finding}/amend/": TOWNSHIP_KEEPS,
    "/supervision/findings/{finding}/say/": FORM,
    "/supervision/findings/{finding}/withdraw/": FORM,
    "/supervision/findings/{finding}/put-back/": FORM,
    "/supervision/findings/{finding}/photos/{photo_of_answer}/": READERS,
    "/activities/{activity}/": READERS,
    "/activities/{other_activity}/": ABOVE,
    "/activities/{activity}/amend/": RECORDERS,
    "/activities/{activity}/strike/": RECORDERS,
    "/activities/{activity}/put-back/": FORM,
    "/activities/{activity}/photos/{photo}/": READERS,
    "/activities/{other_activity}/photos/{photo}/": NOWHERE,
    "/activities/photos/{photo}/": NOWHERE,
    "/activities/photos/": FORM,
    f"/posts/{OWN_VILLAGE}/": KEEPERS,
    f"/posts/{OTHER_VILLAGE}/": TOWNSHIP_KEEPS,
    f"/posts/{OTHER_TOWNSHIP}/": OFFICE,
    f"/posts/{OWN_VILLAGE}/appoint/": KEEPERS,
    f"/posts/{OWN_VILLAGE}/co-opt/": KEEPERS,
    f"/posts/{OWN_VILLAGE}/seats/{{own_seat}}/change/": KEEPERS,
    f"/posts/{OWN_VILLAGE}/seats/{{own_seat}}/leave/": KEEPERS,
    f"/posts/{OWN_VILLAGE}/seats/{{own_seat}}/substitute/": KEEPERS,
    f"/posts/{OWN_VILLAGE}/deeds/{{own_deed}}/undo/": KEEPERS,
    "/delegations/": ANYBODY,
    f"/delegations/new/{COUNTY}/": OFFICE,
    f"/delegations/new/{OWN_TOWNSHIP}/": TOWNSHIP_KEEPS,
    f"/delegations/new/{OWN_VILLAGE}/": KEEPERS,
    "/delegations/end/": FORM,
    "/rights/": ANYBODY,
    f"/rights/unit/{COUNTY}/": ABOVE,
    f"/rights/unit/{OWN_VILLAGE}/": READERS,
    "/rights/person/{own_person}/": READERS,
    "/rights/person/{other_person}/": ABOVE,
    "/rights/congress/{congress}/": READERS,
    "/rights/batch/{batch}/": OFFICE,
    "/rights/account/{account}/": ACCOUNTS,
    "/elections/": ANYBODY,
    f"/elections/terms/{COUNTY}/": ABOVE,
    f"/elections/terms/{OWN_VILLAGE}/": READERS,
    f"/elections/terms/{COUNTY}/terms.xlsx": ABOVE,
    f"/elections/terms/{COUNTY}/terms.ics": ABOVE,
    f"/elections/rules/{COUNTY}/": ABOVE,
    f"/elections/rules/{OWN_VILLAGE}/": READERS,
    f"/elections/rules/{COUNTY}/term/4/": OFFICE,
    f"/elections/rules/{COUNTY}/drop/": FORM,
    f"/elections/call/{OWN_VILLAGE}/": KEEPERS,
    f"/elections/call/{OTHER_VILLAGE}/": TOWNSHIP_KEEPS,
    "/elections/{congress}/": READERS,
    "/elections/{other_congress}/": ABOVE,
    "/elections/{congress}/facts/": READERS,
    "/elections/{congress}/call-off/": FORM,
    "/elections/{congress}/delegates/": READERS,
    "/elections/{other_congress}/delegates/": ABOVE,
    "/elections/{congress}/candidates/": READERS,
    "/elections/{congress}/candidates/new/": READERS,
    "/elections/{congress}/candidates/{candidate}/": READERS,
    "/elections/{congress}/roll/": READERS,
    "/elections/{congress}/scrutineers/": READERS,
    "/elections/{congress}/committee/": READERS,
    "/elections/{congress}/votes/executive/": (302, 302, 302, 302, 302, 302, 404),
    "/elections/{congress}/votes/else/": NOWHERE,
    "/elections/{congress}/rounds/{round}/": READERS,
    "/elections/{congress}/rounds/{round}/ballots/": READERS,
    "/elections/{congress}/rounds/{round}/sheets/{counter}/": READERS,
    "/elections/{other_congress}/rounds/{round}/": NOWHERE,
    "/elections/{congress}/papers/roster.docx": READERS,
    "/elections/{other_congress}/papers/roster.docx": (302, 302, 404, 404, 404, 302, 404),
    "/elections/{congress}/sign/": READERS,
    "/elections/{congress}/undo/": READERS,
    "/audit/": (302, 404, 404, 404, 404, 200, 404),
    "/audit/record.xlsx": FORM,
    "/audit/verify/": FORM,
    f"/audit/unit/{COUNTY}/": ABOVE,
    f"/audit/unit/{OWN_VILLAGE}/": READERS,
    "/audit/person/{own_person}/": READERS,
    "/audit/person/{other_person}/": ABOVE,
    "/audit/batch/{batch}/": ABOVE,
    "/audit/congress/{congress}/": READERS,
    "/audit/account/{account}/": (302, 200, 404, 404, 404, 200, 200),
    "/audit/else/1/": NOWHERE,
    "/import/": TOWNSHIP_KEEPS,
    "/import/{draft}/": OFFICE,
    "/import/{draft}/sheet/0/0/": OFFICE,
    "/import/{draft}/correct/": FORM,
    "/import/{draft}/answer/": FORM,
    "/import/{draft}/leave-out/": FORM,
    "/import/{draft}/day/": FORM,
    "/import/{draft}/discard/": FORM,
    "/import/{draft}/apply/": FORM,
    "/import/batches/{batch}/": OFFICE,
    "/import/batches/{batch}/undo/": OFFICE,
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
    everybody = [unit(OWN_VILLAGE), unit(OTHER_VILLAGE)]
    everybody.append(other.federation_id)
    waves = (WavePlan("一", TODAY, dict.fromkeys(everybody)),)
    steps = spread(TODAY, TODAY, [TODAY])
    plan = Plan("会改联", TODAY, TODAY, waves, steps=steps)
    reform = plan_campaign(slug="reform", county=latest(batch.county_id), plan=plan, by=system())
    draw_sample(campaign=reform, size=1, today=TODAY, by=system("test"))
    seen, answered = photo(), photo()
    visit = visited(own.federation_id, "牌子", campaign=reform, photo_ids=(seen.pk,))
    finding = visit.findings.get()
    report_mended(finding_id=finding.pk, today=TODAY, by=system("test"), photo_id=answered.pk)
    other_visit = visited(other.federation_id, "牌子")
    merged = merge(kept_id=own.person_id, gone_id=namesake.pk, by=system())
    shown = photo()
    return {
        "activity": noted(own.federation_id, shown.pk).pk,
        "other_activity": noted(other.federation_id).pk,
        "photo": shown.pk,
        "visit": visit.pk,
        "other_visit": other_visit.pk,
        "photo_of_visit": seen.pk,
        "finding": finding.pk,
        "other_finding": other_visit.findings.get().pk,
        "photo_of_answer": answered.pk,
        "filing": Filing.objects.filter(federation_id=own.federation_id).earliest("pk").pk,
        "group": groups_of(own.federation_id)[0].pk,
        "paper": handed_in(reform, own.federation_id),
        "other_paper": handed_in(reform, other.federation_id),
        "plaque": plaque_with_photo(own.federation_id),
        "other_plaque": plaque_with_photo(other.federation_id),
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


def handed_in(campaign: Campaign, federation_id: int) -> int:
    """A paper of the first step of a unit."""
    return hand_in(
        campaign=campaign, federation_id=federation_id, names=["请示"], done_on=TODAY,
        file=("请示.pdf", b"%PDF"), today=TODAY, by=system(),
    ).pk  # fmt: skip


def plaque_with_photo(federation_id: int) -> int:
    """A plaque of the demo, given a photo."""
    found = Plaque.objects.filter(federation_id=federation_id).earliest("pk")
    Plaque.objects.filter(pk=found.pk).update(photo=photo())
    return found.pk


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


BY_POST = {"county": COUNTY, "township": OWN_TOWNSHIP, "village": OWN_VILLAGE}


@pytest.mark.parametrize("role", BY_POST)
def test_a_chair_opens_by_her_post_what_the_role_would_open(
    role: str, reader: Reader, numbers: dict[str, int]
) -> None:
    """Her account has no role. A draft is its maker's alone, whatever others have."""
    posts = Appointment.objects.filter(federation_id=unit(BY_POST[role]), post="chair")
    posts.filter(ends_on=None).update(ends_on=TODAY)
    chair = Person.objects.create(name="柳新")
    posts.create(person=chair, federation_id=unit(BY_POST[role]), post="chair", starts_on=TODAY)
    account = account_of(chair.pk, "by-post")
    client: Client = reader("by-post")
    shared = {one: expected for one, expected in TABLE.items() if "{draft}" not in one}

    answers = {address: client.get(address.format(**numbers)).status_code for address in shared}

    assert not Assignment.objects.filter(account_id=account.pk).exists()
    position = ROLES.index(role)
    assert answers == {address: expected[position] for address, expected in shared.items()}


NOT_THERE = (
    "/invited/no-such-token/",
    "/me/second/",
    "/votes/else/",
    "/audit/else/",
    "/plaque.doc",
    "/elections/{other_congress}/rounds/",
    "/photos/",
    f"{OWN_VILLAGE}/steps/0/",
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
