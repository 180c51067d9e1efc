"""What the numbers of a rule may be, and how they read."""

import pytest

from jinguo.elections.enums import RuleKind
from jinguo.elections.rules.numbers import Numbers, fault, in_words

pytestmark = pytest.mark.django_db  # the catalogue is compiled with the database

GOOD = [
    (RuleKind.QUORUM, Numbers(share="2/3"), "到会人数须不少于2/3应到人数"),
    (RuleKind.MAJORITY, Numbers(share="1/2", more_than=True, base="due"), "超过1/2"),
    (RuleKind.DIFFERENCE, Numbers(share="0", minimum=1, rounding="up"), "多1名"),
    (RuleKind.DIFFERENCE, Numbers(share="1/10", minimum=1, rounding="up"), "10%"),
    (RuleKind.DELEGATES, Numbers(minimum=27, maximum=45), "代表27至45名"),
    (RuleKind.TERM, Numbers(minimum=5, maximum=5), "5年"),
]
BAD = [
    (RuleKind.QUORUM, Numbers(share="0")),
    (RuleKind.QUORUM, Numbers(share="3/2")),
    (RuleKind.MAJORITY, Numbers(share="1", more_than=True)),
    (RuleKind.DIFFERENCE, Numbers(share="2", minimum=1, rounding="up")),
    (RuleKind.DIFFERENCE, Numbers(share="0", minimum=1, rounding="sideways")),
    (RuleKind.DELEGATES, Numbers(minimum=45, maximum=27)),
    (RuleKind.DELEGATES, Numbers(minimum=27)),
    (RuleKind.TERM, Numbers(minimum=0, maximum=0)),
    (RuleKind.TERM, Numbers(minimum=3, maximum=5)),
    (RuleKind.TERM, Numbers(minimum=30, maximum=30)),
]


@pytest.mark.parametrize(("kind", "said", "words"), GOOD)
def test_a_rule_that_fits_reads_as_a_sentence(kind: RuleKind, said: Numbers, words: str) -> None:
    assert fault(kind, said) == ""
    assert words in in_words(kind, said)


@pytest.mark.parametrize(("kind", "said"), BAD)
def test_numbers_that_contradict_each_other_are_named(kind: RuleKind, said: Numbers) -> None:
    assert fault(kind, said) != ""
