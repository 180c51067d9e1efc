"""Posts given and taken by hand, on top of lists and beside them."""

from datetime import date

import pytest

from jinguo.kernel.actor import APPOINT, VIEW, system
from jinguo.kernel.errors import JinguoError
from jinguo.roster.actions.deciding import Departure, Member, Minutes, elect
from jinguo.roster.actions.undoing import undo
from jinguo.roster.enums import Deed, Kind, Leaving, Post
from jinguo.roster.errors.decisions import (
    AlreadySits,
    ChairTaken,
    DayAhead,
    ListedLater,
    MeetingImpossible,
    MeetingTooSmall,
    NobodyNamed,
    NotCarried,
    NotSitting,
    SeatChanged,
    TwoChairs,
    UnitForbidden,
    UnitGone,
)
from jinguo.roster.models import Batch, Decision, Meeting
from jinguo.roster.queries.terms import terms
from tests.factories.deeds import TODAY, deed, minutes, new, posts, release, sitting, unit
from tests.factories.imports import (
    applied,
    bring_list,
    found,
    names,
    officer,
    periods,
    picture,
)
from tests.factories.workbooks import committee

UNIT = "红岩镇石桥村妇联"
CODE = "430999100200"
WOMEN = ("张梅", "李兰", "王菊", "赵竹")

pytestmark = pytest.mark.usefixtures("linshan")


@pytest.fixture
def bridge() -> int:
    """A committee of four since 2018-12-20, listed on 2019-03-01."""
    applied(bring_list(*committee(UNIT, *WOMEN, since="2018.12.20")))
    return unit(CODE)


def turns(name: str) -> list[tuple[str, str, str]]:
    return [(post, start, end) for _code, who, post, start, end in periods() if who == name]


class TestLeaving:
    def test_she_sits_until_the_day_and_not_on_it(self, bridge: int) -> None:
        release(bridge, "张梅", date(2020, 5, 4))

        assert turns("张梅") == [("chair", "2018-12-20", "2020-05-04")]
        assert "张梅" in names("2020-05-03")
        assert "张梅" not in names("2020-05-04")

    def test_undone_it_never_was(self, bridge: int) -> None:
        before = picture()
        batch = release(bridge, "张梅", date(2020, 5, 4))

        undo(batch_id=batch.pk, by=system("test"))

        assert picture() == before
        assert not Decision.objects.exists()

    def test_why_and_by_whom_is_kept(self, bridge: int) -> None:
        batch = release(bridge, "张梅", date(2020, 5, 4), Leaving.TRANSFERRED, reason="调县里")

        decision = Decision.objects.get()
        assert (decision.why, decision.begins, batch.reason) == ("transferred", False, "调县里")
        assert batch.deed == Deed.RELEASE

    def test_who_left_already_cannot_leave_again_and_it_is_said_how_she_left(
        self, bridge: int
    ) -> None:
        person = sitting(bridge, "李兰", TODAY)
        release(bridge, "李兰", date(2020, 5, 4))

        with pytest.raises(NotSitting) as refused:
            deed(Deed.RELEASE, bridge, TODAY, leave=[Departure(person)])

        assert "2020-05-04" in str(refused.value)
        assert "test" in str(refused.value)

    def test_a_later_list_that_has_her_is_named_instead_of_being_contradicted(
        self, bridge: int
    ) -> None:
        before = picture()

        with pytest.raises(ListedLater, match="2019-03-01"):
            release(bridge, "张梅", date(2019, 2, 1))

        assert picture() == before

    def test_an_older_list_read_later_does_not_bring_her_back(self, bridge: int) -> None:
        release(bridge, "赵竹", date(2021, 5, 4))

        applied(bring_list(*committee(UNIT, *WOMEN, since="2018.12.20"), day="2020年1月1日"))

        assert turns("赵竹") == [("executive", "2018-12-20", "2021-05-04")]

    def test_a_later_list_without_her_does_not_move_the_day(self, bridge: int) -> None:
        release(bridge, "赵竹", date(2019, 5, 4))

        applied(bring_list(*committee(UNIT, *WOMEN[:3], since="2018.12.20"), day="2020年1月1日"))

        assert turns("赵竹") == [("executive", "2018-12-20", "2019-05-04")]

    def test_the_same_list_of_the_first_day_again_does_not_bring_her_back(
        self, bridge: int
    ) -> None:
        release(bridge, "赵竹", date(2019, 5, 4))
        people = committee(UNIT, *WOMEN, since="2018.12.20")
        people[1]["education"] = "大专"

        applied(bring_list(*people))

        assert turns("赵竹") == [("executive", "2018-12-20", "2019-05-04")]

    def test_a_later_list_that_has_her_again_is_followed_and_warned_about(
        self, bridge: int
    ) -> None:
        release(bridge, "赵竹", date(2019, 5, 4))

        report = applied(
            bring_list(*committee(UNIT, *WOMEN, since="2018.12.20"), day="2020年1月1日")
        )

        assert ("warn", "left_by_decision", "C7") in found(report)
        assert turns("赵竹")[1:] == [("executive", "2020-01-01", "")]

    def test_a_list_of_the_very_day_is_not_followed_and_says_so(self, bridge: int) -> None:
        release(bridge, "赵竹", date(2020, 1, 1))

        report = applied(
            bring_list(*committee(UNIT, *WOMEN, since="2018.12.20"), day="2020年1月1日")
        )

        assert ("warn", "leaves_today", "C7") in found(report)
        assert turns("赵竹") == [("executive", "2018-12-20", "2020-01-01")]


class TestEntering:
    def test_somebody_new_sits_from_the_day(self, bridge: int) -> None:
        deed(
            Deed.APPOINTMENT, bridge, date(2020, 5, 4), enter=[new("孙雪", categories=("artist",))]
        )

        assert turns("孙雪") == [("executive", "2020-05-04", "")]
        assert posts(bridge, date(2020, 5, 3)).keys() == set(WOMEN)

    def test_a_change_of_post_ends_one_seat_and_begins_another(self, bridge: int) -> None:
        person = sitting(bridge, "王菊", TODAY)

        batch = deed(
            Deed.CHANGE, bridge, date(2020, 5, 4),
            enter=[Member(Post.VICE_CHAIR, Kind.PART_TIME, person_id=person)],
        )  # fmt: skip

        assert turns("王菊") == [
            ("executive", "2018-12-20", "2020-05-04"),
            ("vice_chair", "2020-05-04", ""),
        ]
        assert batch.report["changed"] == 1

    def test_a_later_list_agrees_or_goes_on(self, bridge: int) -> None:
        deed(Deed.APPOINTMENT, bridge, date(2020, 5, 4), enter=[new("孙雪")])

        applied(bring_list(*committee(UNIT, *WOMEN, "孙雪"), day="2021年1月1日"))

        assert turns("孙雪") == [("executive", "2020-05-04", "")]

    def test_the_same_post_again_is_refused_with_since_when_she_has_it(self, bridge: int) -> None:
        person = sitting(bridge, "王菊", TODAY)

        with pytest.raises(AlreadySits, match="2018-12-20"):
            deed(Deed.APPOINTMENT, bridge, TODAY, enter=[Member(Post.EXECUTIVE, person_id=person)])

    def test_a_second_chair_is_refused_and_the_first_is_named(self, bridge: int) -> None:
        before = picture()

        with pytest.raises(ChairTaken, match="张梅"):
            deed(Deed.APPOINTMENT, bridge, TODAY, enter=[new("孙雪", Post.CHAIR)])
        with pytest.raises(TwoChairs):
            deed(
                Deed.APPOINTMENT, bridge, TODAY,
                enter=[new("孙雪", Post.CHAIR), new("周静", Post.CHAIR)],
            )  # fmt: skip

        assert picture() == before

    def test_a_list_of_a_later_day_without_her_is_named(self, bridge: int) -> None:
        with pytest.raises(ListedLater):
            deed(Deed.APPOINTMENT, bridge, date(2019, 1, 1), enter=[new("孙雪")])

    def test_nobody_far_ahead_elsewhere_and_in_no_unit_is_refused(self, bridge: int) -> None:
        village = officer("430999200", capabilities=(VIEW, APPOINT))

        with pytest.raises(NobodyNamed):
            deed(Deed.APPOINTMENT, bridge, TODAY)
        with pytest.raises(DayAhead):
            deed(Deed.APPOINTMENT, bridge, date(2062, 1, 1), enter=[new("孙雪")])
        with pytest.raises(UnitForbidden, match="石桥村妇联"):
            deed(Deed.APPOINTMENT, bridge, TODAY, by=village, enter=[new("孙雪")])
        with pytest.raises(UnitGone):
            deed(Deed.APPOINTMENT, unit("430999200201", date(2019, 1, 1)), TODAY, enter=[new("雪")])

    def test_a_delegate_holds_her_post_beside_the_committee(self, bridge: int) -> None:
        person = sitting(bridge, "王菊", TODAY)

        deed(Deed.APPOINTMENT, bridge, TODAY, enter=[Member(Post.DELEGATE, person_id=person)])
        deed(Deed.RELEASE, bridge, TODAY, leave=[Departure(person)])

        assert "王菊" not in names(TODAY)


class TestMeetings:
    def test_a_chair_resigns_and_is_substituted_in_one_deed(self, bridge: int) -> None:
        chair, vice = sitting(bridge, "张梅", TODAY), sitting(bridge, "李兰", TODAY)

        deed(
            Deed.SUBSTITUTION, bridge, date(2020, 5, 4), minutes=minutes(4, 3),
            leave=[Departure(chair, Leaving.RESIGNED)],
            enter=[Member(Post.CHAIR, person_id=vice, instead_of=chair)],
        )  # fmt: skip

        assert posts(bridge, date(2020, 5, 3))["张梅"] == "chair"
        assert posts(bridge, date(2020, 5, 4)) == {
            "李兰": "chair", "王菊": "executive", "赵竹": "executive",
        }  # fmt: skip
        assert Decision.objects.get(begins=True).instead_of_id == chair
        assert Meeting.objects.get().present == 3

    def test_from_7_to_21_by_co_option_is_no_new_term(self, bridge: int) -> None:
        deed(
            Deed.CO_OPTION, bridge, date(2020, 5, 4), minutes=minutes(4),
            enter=[new(f"新{at}") for at in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午"],
        )  # fmt: skip

        assert len(posts(bridge, TODAY)) == 21
        assert len(posts(bridge, date(2020, 5, 3))) == 4
        assert terms([bridge]) == {bridge: [date(2018, 12, 20)]}

    @pytest.mark.parametrize(
        ("held", "error"),
        [
            (None, MeetingImpossible),
            (minutes(4, 5), MeetingImpossible),
            (minutes(4, 3, 4), MeetingImpossible),
            (minutes(4, 2), MeetingTooSmall),
            (minutes(5, 4, 2), NotCarried),
        ],
    )
    def test_a_meeting_that_could_not_decide_changes_nothing(
        self, bridge: int, held: Minutes | None, error: type[JinguoError]
    ) -> None:
        before = picture()

        with pytest.raises(error):
            deed(Deed.CO_OPTION, bridge, TODAY, minutes=held, enter=[new("孙雪")])

        assert picture() == before


class TestElection:
    def test_the_elected_begin_a_term_and_the_others_leave(self, bridge: int) -> None:
        again = sitting(bridge, "李兰", TODAY)

        elect(
            federation_id=bridge, day=date(2021, 12, 20), today=TODAY, by=system("test"),
            members=[Member(Post.CHAIR, person_id=again), new("孙雪"), new("周静")],
        )  # fmt: skip

        assert posts(bridge, TODAY) == {"李兰": "chair", "孙雪": "executive", "周静": "executive"}
        assert turns("张梅") == [("chair", "2018-12-20", "2021-12-20")]
        assert terms([bridge]) == {bridge: [date(2018, 12, 20), date(2021, 12, 20)]}

    def test_a_re_elected_executive_begins_anew(self, bridge: int) -> None:
        again = sitting(bridge, "赵竹", TODAY)

        batch = elect(
            federation_id=bridge, day=date(2021, 12, 20), today=TODAY, by=system("test"),
            members=[Member(Post.EXECUTIVE, person_id=again)],
        )  # fmt: skip
        then = turns("赵竹")
        undo(batch_id=batch.pk, by=system("test"))

        assert [start for _post, start, _end in then] == ["2018-12-20", "2021-12-20"]
        assert turns("赵竹") == [("executive", "2018-12-20", "")]


class TestTwoAtOnce:
    def test_a_seat_changed_meanwhile_is_shown_with_both_values(self, bridge: int) -> None:
        person = sitting(bridge, "王菊", TODAY)
        seat = next(one for one in periods() if one[1] == "王菊")
        assert seat[2] == "executive"
        from jinguo.roster.models import Appointment

        shown = {Appointment.objects.get(person_id=person).pk: {"post": "executive", "kind": ""}}
        deed(
            Deed.CHANGE, bridge, date(2020, 5, 4),
            enter=[Member(Post.VICE_CHAIR, person_id=person)], shown=shown,
        )  # fmt: skip

        with pytest.raises(SeatChanged) as refused:
            deed(
                Deed.CHANGE, bridge, date(2020, 5, 4),
                enter=[Member(Post.STANDING, person_id=person)], shown=shown,
            )  # fmt: skip

        assert "常委" in str(refused.value)
        assert "副主席" in str(refused.value)
        assert Batch.objects.filter(deed=Deed.CHANGE).count() == 1


def test_whoever_may_appoint_in_a_unit_takes_a_deed_of_another_back(bridge: int) -> None:
    batch = release(bridge, "赵竹", date(2020, 5, 4))
    village = officer(CODE, capabilities=(VIEW, APPOINT))

    undo(batch_id=batch.pk, by=village)

    assert "赵竹" in names(TODAY)
