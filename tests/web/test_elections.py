"""A village holds its congress from the call to the signed result, by the pages alone."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from jinguo.elections.enums import Office
from jinguo.elections.models import Candidate, Congress, Delegate, Round, Scrutineer
from jinguo.kernel import clock
from jinguo.roster.queries.committees import committee
from jinguo.roster.queries.terms import terms
from tests.factories.deeds import release
from tests.factories.elections import (
    FULL,
    VILLAGE,
    counted,
    elected,
    file_of,
    opened,
    prepared,
    village,
)
from tests.web.conftest import Reader


def send(client: Client, path: str, **words: Any) -> Any:
    """Send a form and follow it; the page that answers must be fine."""
    response = client.post(path, words, follow=True)
    assert response.status_code == 200, path
    return response


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def base() -> str:
    return f"/elections/{Congress.objects.latest('pk').pk}"


def vote(client: Client, office: str, votes: dict[str, tuple[int, int]], ballots: int) -> str:
    chosen = list(Candidate.objects.filter(name__in=votes).values_list("pk", flat=True))
    send(client, f"{base()}/votes/{office}/", candidate=chosen)
    page = f"{base()}/rounds/{Round.objects.latest('pk').pk}/"
    send(client, f"{page}ballots/", issued=ballots, returned=ballots, invalid=0)
    counter = Scrutineer.objects.get(duty="counter")
    words: dict[str, Any] = {"version": 0, "ballots": ballots}
    for one in Round.objects.latest("pk").nominees.select_related("candidate"):
        words[f"for_{one.pk}"], words[f"against_{one.pk}"] = votes[one.candidate.name]
    return text(send(client, f"{page}sheets/{counter.pk}/", **words))


def test_a_village_chair_holds_the_congress_on_her_phone(reader: Reader) -> None:
    client = reader("village")
    day = clock.today().isoformat()
    send(client, f"/elections/call/{VILLAGE}/", held_on=day, executives=2, vice_chairs=1, quota=30)
    names = "\n".join(f"代表{number}" for number in range(30))
    send(client, f"{base()}/delegates/", deed="group", name="第一村民小组", quota=30, women=400)
    send(client, f"{base()}/delegates/", deed="names", names=names)
    for name, post in (("试甲", "chair"), ("试乙", "vice_chair"), ("试丙", "executive")):
        send(client, f"{base()}/candidates/new/", name=name, post=post, categories=["mediator"])
    send(client, f"{base()}/roll/", **{f"who_{Delegate.objects.latest('pk').pk}": "leave"})
    send(client, f"{base()}/scrutineers/", name="监票甲", duty="chief")
    send(client, f"{base()}/scrutineers/", name="计票甲", duty="counter")

    first = vote(client, "executive", {"试甲": (28, 1), "试乙": (20, 9), "试丙": (5, 24)}, 29)
    vote(client, "chair", {"试甲": (2, 0)}, 2)
    vote(client, "vice_chair", {"试乙": (2, 0)}, 2)
    signed = text(send(client, f"{base()}/sign/"))

    assert "应选2名，当选2名" in first
    assert "选举结果已签署" in signed
    seats = committee(Congress.objects.get().federation_id, clock.today())
    assert [(seat.name, seat.post) for seat in seats] == [("试甲", "chair"), ("试乙", "vice_chair")]

    send(client, f"{base()}/undo/")
    seats = committee(Congress.objects.get().federation_id, clock.today())
    assert "试甲" not in {seat.name for seat in seats}


@pytest.mark.parametrize(
    "page",
    [
        "", "facts/", "delegates/", "candidates/", "candidates/new/", "roll/", "scrutineers/",
        "committee/", "votes/executive/", "votes/chair/", "votes/vice_chair/", "sign/", "undo/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("stage", ["prepared", "elected"])
def test_every_page_is_chinese_at_every_stage(page: str, stage: str, reader: Reader) -> None:
    (prepared if stage == "prepared" else elected)()

    response = reader("village").get(f"{base()}/{page}", follow=True)

    words = text(response)
    assert response.status_code == 200
    assert not re.findall(r"[a-z]{4,} [a-z]{3,}", words), words


def test_the_auditor_reads_but_changes_nothing(reader: Reader) -> None:
    prepared()
    client = reader("auditor")

    page = client.get(f"{base()}/candidates/")
    refused = client.post(f"{base()}/candidates/new/", {"name": "试甲", "post": "chair"})

    assert page.status_code == 200
    assert "提名候选人" not in page.content.decode()
    assert refused.status_code == 404
    assert not Candidate.objects.filter(name="试甲").exists()


def test_wrong_input_is_said_and_nothing_is_kept(reader: Reader) -> None:
    client = reader("village")

    page = text(
        send(client, f"/elections/call/{VILLAGE}/", held_on="x", executives=2, vice_chairs=5)
    )

    assert "请按 2017-07-25 的样子填写" in page or "2017-07-25" in page
    assert "主席、副主席都从执委中产生" in page
    assert not Congress.objects.exists()


def test_a_namesake_is_asked_about(reader: Reader) -> None:
    one = prepared()
    known = committee(one.federation_id, clock.today())[0]
    client = reader("village")
    words = {"name": known.name, "post": "executive"}

    asked = text(send(client, f"{base()}/candidates/new/", **words))
    before = Candidate.objects.count()
    send(client, f"{base()}/candidates/new/", **words, who=known.person_id)

    assert f"已有一位{known.name}在册" in asked
    assert before == 6
    assert Candidate.objects.get(name=known.name).person_id == known.person_id


def test_a_sheet_saved_in_between_is_shown_beside_ones_own(reader: Reader) -> None:
    prepared()
    client = reader("village")
    send(client, f"{base()}/votes/executive/")
    made = Round.objects.get()
    page = f"{base()}/rounds/{made.pk}/"
    send(client, f"{page}ballots/", issued=31, returned=31, invalid=0)
    counter = Scrutineer.objects.filter(duty="counter").earliest("pk")
    nominee = made.nominees.earliest("pk")
    sheet = f"{page}sheets/{counter.pk}/"
    send(client, sheet, version=0, ballots=31, **{f"for_{nominee.pk}": 22})

    second = send(client, sheet, version=0, ballots=31, **{f"for_{nominee.pk}": 17})

    shown = second.content.decode()
    assert "尚未保存" in shown
    assert 'value="17"' in shown
    assert ">22<" in shown


def test_the_list_of_congresses_costs_the_same_for_one_and_many(
    reader: Reader, django_assert_num_queries: Any
) -> None:
    one = prepared()
    client = reader("county")
    client.get("/elections/")
    with django_assert_num_queries(10):
        client.get("/elections/")
    for number in range(2):
        other = Congress.objects.get(pk=one.pk)
        other.pk, other.called_off_at = None, clock.now()
        other.held_on = other.held_on.replace(day=number + 1)
        other.save()
    with django_assert_num_queries(10):
        client.get("/elections/")


def test_a_tie_leads_to_a_vote_among_the_tied(reader: Reader) -> None:
    one = prepared(executives=2, names=("王芳", "李梅", "张兰"))
    votes = {"王芳": (24, 7), "李梅": (19, 12), "张兰": (19, 12)}
    counted(one, opened(one, Office.EXECUTIVE), votes, FULL)
    client = reader("village")

    result = text(client.get(f"{base()}/rounds/{Round.objects.get().pk}/"))
    again = client.get(f"{base()}/votes/executive/")
    second = send(client, f"{base()}/votes/executive/")

    assert "得票相同，就其中1个名额" in result
    assert "重新投票" in result
    listed = re.findall(r"<li>(\S+?)</li>", again.content.decode())
    assert listed == ["李梅", "张兰"]
    assert "第2次" in text(second)


def test_a_refusal_of_the_roster_is_said_on_the_page(reader: Reader) -> None:
    one = elected()
    Congress.objects.filter(pk=one.pk).update(held_on=date(2017, 5, 1))

    page = text(send(reader("village"), f"{base()}/sign/"))

    assert not file_of(one).signed
    assert "2017" in page


def test_an_empty_step_leads_to_the_one_before_it(reader: Reader) -> None:
    client = reader("village")
    send(client, f"/elections/call/{VILLAGE}/", held_on=clock.today().isoformat(), executives=2,
         vice_chairs=1)  # fmt: skip

    roll = client.get(f"{base()}/roll/").content.decode()
    vote = client.get(f"{base()}/votes/executive/").content.decode()

    assert f'href="{base()}/delegates/"' in roll
    assert f'href="{base()}/candidates/"' in vote
    assert "发出选票</button>" not in vote
    assert "空缺" not in text(client.get(f"{base()}/sign/"))


def test_a_village_chair_fills_two_vacant_seats(reader: Reader) -> None:
    client, day = reader("village"), clock.today()
    unit = village()
    for seat in committee(unit.pk, day)[-2:]:
        release(unit.pk, seat.name, day - timedelta(days=30))
    begun = terms([unit.pk])[unit.pk]

    assert f"/elections/call/{VILLAGE}/?fill=1" in client.get(f"/posts/{VILLAGE}/").text
    page = text(client.get(f"/elections/call/{VILLAGE}/?fill=1"))
    assert "现有空缺2席" in page
    assert "应选副主席" not in page
    words = {"held_on": day.isoformat(), "by_election": "1", "quota": 3}
    refused = text(send(client, f"/elections/call/{VILLAGE}/", executives=3, **words))
    assert "现有空缺2席" in refused
    assert not Congress.objects.exists()

    send(client, f"/elections/call/{VILLAGE}/", executives=2, **words)
    send(client, f"{base()}/delegates/", deed="names", names="代表甲\n代表乙\n代表丙")
    for name in ("试甲", "试乙", "试丙"):
        send(client, f"{base()}/candidates/new/", name=name, post="executive")
    send(client, f"{base()}/roll/")
    send(client, f"{base()}/scrutineers/", name="监票甲", duty="chief")
    send(client, f"{base()}/scrutineers/", name="计票甲", duty="counter")
    vote(client, "executive", {"试甲": (3, 0), "试乙": (2, 1), "试丙": (0, 3)}, 3)
    congress = text(client.get(f"{base()}/"))
    signing = text(client.get(f"{base()}/sign/"))
    send(client, f"{base()}/sign/")

    assert "补选" in congress
    assert "选举主席" not in congress
    assert "当日任期届满" not in signing
    assert "主席未选出" not in signing
    assert {"试甲", "试乙"} <= {seat.name for seat in committee(unit.pk, day)}
    assert len(committee(unit.pk, day)) == 11
    assert terms([unit.pk])[unit.pk] == begun
