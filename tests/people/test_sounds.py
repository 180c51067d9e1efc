"""How names sound, and the dictionary that is filled when somebody searches."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from jinguo.people.actions import learn_names
from jinguo.people.models import Person, Sound
from jinguo.people.rules import MOST_READINGS, pattern, sounds_of, spelt


def finds(letters: str, name: str) -> bool:
    """Whether the letters find the name."""
    return any(re.match(pattern(spelt(letters)), sound) for sound in sounds_of(name))


@pytest.mark.parametrize(
    "letters", ["limeilan", "limei", "li", "lml", "lm", "l", "meilan", "ml", "lan", "lmeil", "liml"]
)
def test_full_pinyin_initials_and_mixtures_find_a_name(letters: str) -> None:
    assert finds(letters, "李梅兰")


@pytest.mark.parametrize("letters", ["limeng", "lml2x", "il", "mlm", "eilan", "ll"])
def test_what_does_not_sound_so_does_not(letters: str) -> None:
    assert not finds(letters, "李梅兰")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("单梅", "shanmei"), ("曾丽", "zengli"), ("解芳", "xiefang"), ("仇英", "qiuying"),
        ("查红", "zhahong"), ("区梅", "oumei"), ("盖丽", "geli"), ("尉迟敬", "yuchijing"),
        ("万俟霞", "moqixia"), ("长孙丽", "zhangsun"), ("乐嘉", "yuejia"), ("翟让", "zhai"),
        ("吕梅", "lvmei"), ("吕梅", "LÜmei"), ("Mary", "mary"), ("阿依古丽·买买提", "aygl"),
        ("阿依古丽·买买提", "maimaiti"),
    ],
)  # fmt: skip
def test_surnames_are_found_by_every_reading(name: str, letters: str) -> None:
    assert finds(letters, name)


@given(st.text(max_size=30))
def test_any_name_has_few_sounds_and_any_letters_are_a_pattern(text: str) -> None:
    sounds = sounds_of(text)

    assert 1 <= len(sounds) <= MOST_READINGS * max(1, len(text))
    assert all(re.fullmatch(r"[a-z ]*", one) for one in sounds)
    re.compile(pattern(spelt(text)))


def test_names_are_learnt_once_and_kept_once(db: None) -> None:
    Person.objects.bulk_create([Person(name="李梅"), Person(name="李梅"), Person(name="单兰")])

    assert (learn_names(), learn_names()) == (2, 0)
    assert set(Sound.objects.filter(name="李梅").values_list("syllables", flat=True)) == {
        "li mei", "mei",
    }  # fmt: skip


def test_a_name_nobody_can_read_out_is_asked_about_once(db: None) -> None:
    Person.objects.create(name="·")

    assert (learn_names(), learn_names()) == (1, 0)


def test_learning_takes_two_queries_however_many_names(db: None) -> None:
    Person.objects.bulk_create([Person(name=f"李{one}") for one in "梅兰竹菊芳"])

    with CaptureQueriesContext(connection) as captured:
        learn_names()

    assert len([one for one in captured if "SAVEPOINT" not in one["sql"]]) == 2


def test_an_index_narrows_a_pattern_down(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        cursor.execute(
            "explain select name from people_sound where syllables ~ %s", [pattern("lmei")]
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert "sound_syllables" in plan
    assert "'l'" in plan
