"""Plaques read as they must, or are not recorded."""

from datetime import date

import pytest

from jinguo.divisions.queries import place
from jinguo.files.actions import keep_photo
from jinguo.kernel.actor import system
from jinguo.plaques.actions import amend, hang, strike, unstrike
from jinguo.plaques.models import Plaque
from jinguo.plaques.queries import hung, text_of
from jinguo.records.errors import RecordUnfit
from tests.factories.counties import county_list, load
from tests.factories.deeds import TODAY
from tests.factories.photos import jpeg, photo
from tests.factories.villages import bridge_village

HUNG = date(2019, 3, 8)
CODE = "430999100200"


@pytest.fixture
def bridge(linshan: None) -> int:
    return bridge_village()


def plaque(bridge: int, **words: object) -> Plaque:
    return hang(
        federation_id=bridge, today=TODAY, by=system(),
        **{"place": "村部大门", "hung_on": HUNG, **words},  # type: ignore[arg-type]
    )  # fmt: skip


def test_without_words_it_says_what_it_must(bridge: int) -> None:
    made = plaque(bridge)

    assert made.text == text_of(place(CODE, HUNG), HUNG)
    assert made.text.endswith("红岩镇石桥村妇女联合会")


def test_another_text_is_refused_and_the_right_one_named(bridge: int) -> None:
    with pytest.raises(RecordUnfit) as refusal:
        plaque(bridge, text="石桥村妇联")

    assert "红岩镇石桥村妇女联合会" in str(refusal.value)
    assert not Plaque.objects.exists()


@pytest.mark.parametrize("words", [{"place": " "}, {"hung_on": date(2099, 1, 1)}])
def test_it_hangs_somewhere_and_not_in_the_future(bridge: int, words: dict[str, object]) -> None:
    with pytest.raises(RecordUnfit):
        plaque(bridge, **words)

    assert not Plaque.objects.exists()


def test_without_a_photo_it_proves_nothing_yet(bridge: int) -> None:
    made = plaque(bridge)
    before = hung([bridge], TODAY)

    amend(plaque_id=made.pk, values={"photo_id": photo().pk}, today=TODAY, by=system())

    assert before == []
    assert [one.hung_on for one in hung([bridge], TODAY)] == [HUNG]


def test_struck_out_it_hangs_no_more_and_can_be_put_back(bridge: int) -> None:
    made = plaque(bridge, photo_id=photo().pk)

    strike(plaque_id=made.pk, why="照片不符", by=system())
    gone = hung([bridge], TODAY)
    unstrike(plaque_id=made.pk, by=system())

    assert gone == []
    assert len(hung([bridge], TODAY)) == 1


def test_it_reads_as_its_places_were_called_on_the_day_it_was_hung(qingliu: None) -> None:
    now = place("350423106204", TODAY)

    assert text_of(now, date(2017, 5, 23)) == "清流县林畲乡石下村妇女联合会"
    assert text_of(now, TODAY) == "清流县林畲镇石下村妇女联合会"


def test_before_its_first_list_a_place_is_called_as_it_is_now(db: None) -> None:
    load(county_list("2018-10-31", {"100": ("红岩镇", {"200": "石桥村委会"})}))
    load(county_list("2020-10-31", {"103": ("红岩镇", {"200": "石桥村委会", "201": "新村委会"})}))
    new = place("430999103201", TODAY)

    assert text_of(new, HUNG) == "临山县红岩镇新村妇女联合会"


def test_a_plaque_outlives_the_name_that_is_on_it(bridge: int) -> None:
    made = plaque(bridge)
    Plaque.objects.filter(pk=made.pk).update(text="临山县赤岩镇石桥村妇女联合会")

    amend(plaque_id=made.pk, values={"place": "村口"}, today=TODAY, by=system())

    assert Plaque.objects.get().place == "村口"


def test_a_photo_on_which_nothing_is_read_is_refused_in_words(bridge: int) -> None:
    little = keep_photo(name="a.jpg", content=jpeg(size=(120, 90)), by=system())

    with pytest.raises(RecordUnfit) as refusal:
        plaque(bridge, photo_id=little.pk)

    assert "120 × 90 像素" in str(refusal.value)
    assert not Plaque.objects.exists()
