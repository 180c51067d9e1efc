"""``jinguo account``: the door through which an office gets its accounts."""

from datetime import datetime

import pytest
from allauth.mfa.models import Authenticator
from click.testing import CliRunner, Result

from jinguo.access.errors import LastKeeper, RoleNotHeld
from jinguo.access.models import Assignment
from jinguo.access.queries import actor_for, home_of
from jinguo.accounts.actions.entering import begin
from jinguo.accounts.errors import AccountUnknown, NameTaken
from jinguo.accounts.models import Account
from jinguo.accounts.queries import account_named, locked_until
from jinguo.accounts.rules import PER_NAME
from jinguo.audit.models import Entry
from jinguo.cli.accounts import account
from jinguo.kernel.actor import IMPORT
from jinguo.kernel.clock import ZONE
from tests.factories.counties import LINSHAN
from tests.factories.deeds import TODAY

pytestmark = pytest.mark.usefixtures("linshan")

RED_ROCK = f"{LINSHAN}100"
WHITE_SAND_THEN, WHITE_SAND_NOW = f"{LINSHAN}200", f"{LINSHAN}101"
GREEN_MOUNTAIN_GONE = f"{LINSHAN}200201"


def jinguo(*words: str) -> Result:
    """Run ``jinguo account …``."""
    return CliRunner().invoke(account, list(words))


def added(username: str, role: str, unit: str, *more: str) -> Result:
    return jinguo("add", username, "--role", role, "--unit", unit, *more)


def password_in(result: Result) -> str:
    """The password that was printed."""
    (line,) = [one for one in result.stdout.splitlines() if "-" in one]
    return next(word for word in line.replace("：", " ").split() if word.count("-") == 3)


def test_an_account_is_made_with_its_role_and_its_password_is_printed_once() -> None:
    result = added("wang", "township", RED_ROCK, "--name", "王主席")

    assert result.exit_code == 0, result.output
    made = account_named("wang")
    assert made is not None
    assert made.check_password(password_in(result))
    assert made.display_name == "王主席"
    assert actor_for(made.pk, "wang", TODAY).prefixes(IMPORT) == (RED_ROCK,)
    assert [one.verb for one in Entry.objects.order_by("pk")][-2:] == [
        "account.created",
        "role.assigned",
    ]


@pytest.mark.parametrize(
    ("role", "unit"),
    [("county", LINSHAN), ("township", f"{RED_ROCK}000"), ("village", f"{RED_ROCK}201"),
     ("auditor", LINSHAN), ("auditor", RED_ROCK)],
)  # fmt: skip
def test_a_role_fits_units_of_its_level(role: str, unit: str) -> None:
    assert added("wang", role, unit).exit_code == 0


@pytest.mark.parametrize("old", [WHITE_SAND_THEN, WHITE_SAND_NOW])
def test_a_code_of_former_days_is_the_same_place(old: str) -> None:
    result = added("wang", "township", old)

    made = account_named("wang")
    assert made is not None
    home = home_of(made.pk, TODAY)
    assert home is not None
    assert home.prefix == WHITE_SAND_NOW
    assert f"{WHITE_SAND_NOW}000 白沙镇" in result.stdout


def test_a_unit_that_is_gone_is_taken_as_last_known() -> None:
    result = added("wang", "village", GREEN_MOUNTAIN_GONE)

    assert result.exit_code == 0
    assert "青山村委会" in result.stdout


@pytest.mark.parametrize(
    ("role", "unit"),
    [("village", RED_ROCK), ("county", RED_ROCK), ("township", LINSHAN), ("auditor", "430900"),
     ("queen", LINSHAN), ("county", "110101"), ("county", "43")],
)  # fmt: skip
def test_a_role_that_does_not_fit_is_wrong_usage_and_makes_nobody(role: str, unit: str) -> None:
    result = added("wang", role, unit)

    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert not Account.objects.exists()


def test_a_name_that_is_taken_is_refused_and_gets_no_second_role() -> None:
    added("wang", "township", RED_ROCK)

    result = added("wang", "village", f"{RED_ROCK}201")

    assert isinstance(result.exception, NameTaken)
    assert Assignment.objects.count() == 1


def test_a_new_password_replaces_the_old_one() -> None:
    old = password_in(added("wang", "township", RED_ROCK))

    result = jinguo("password", "wang")

    made = account_named("wang")
    assert made is not None
    assert result.exit_code == 0
    assert made.check_password(password_in(result))
    assert not made.check_password(old)


def test_nobody_of_that_name_is_refused() -> None:
    assert isinstance(jinguo("password", "nobody").exception, AccountUnknown)


def test_the_list_shows_names_roles_and_units() -> None:
    added("wang", "township", WHITE_SAND_THEN, "--name", "王主席")
    added("li", "auditor", LINSHAN)

    result = jinguo("list")

    first, second = result.stdout.splitlines()
    assert first.split() == ["li", "—", "auditor", f"{LINSHAN}000000", "临山县"]
    assert second.split() == ["wang", "王主席", "township", f"{WHITE_SAND_NOW}000", "白沙镇"]


class TestKeeping:
    @pytest.fixture(autouse=True)
    def _keepers(self, linshan: None) -> None:
        added("office", "county", LINSHAN)
        added("wang", "administrator", LINSHAN)

    def test_disabled_and_enabled_again(self) -> None:
        jinguo("disable", "wang")
        then = Account.objects.get(username="wang").is_active
        jinguo("enable", "wang")

        assert (then, Account.objects.get(username="wang").is_active) == (False, True)

    def test_the_last_who_keeps_accounts_stays(self) -> None:
        jinguo("disable", "wang")

        assert isinstance(jinguo("disable", "office").exception, LastKeeper)
        assert isinstance(
            jinguo("take", "office", "--role", "county", "--unit", LINSHAN).exception, LastKeeper
        )
        assert Account.objects.get(username="office").is_active

    def test_a_role_is_taken_once(self) -> None:
        words = ("take", "wang", "--role", "administrator", "--unit", LINSHAN)

        assert jinguo(*words).exit_code == 0
        assert isinstance(jinguo(*words).exception, RoleNotHeld)

    def test_whoever_keeps_accounts_alone_gets_in_again(self) -> None:
        number = Account.objects.get(username="office").pk
        Authenticator.objects.create(user_id=number, type="totp", data={"secret": "lost"})
        now = datetime.now(tz=ZONE)
        for _ in range(PER_NAME):
            begin(username="office", address="192.0.2.7", now=now)

        only = jinguo("unlock", "office").exit_code
        kept = Authenticator.objects.count()
        jinguo("unlock", "office", "--second-factor")

        assert (only, kept, Authenticator.objects.count()) == (0, 1, 0)
        assert locked_until("office", "", now) is None

    @pytest.mark.parametrize("word", ["disable", "enable", "unlock"])
    def test_nobody_of_that_name(self, word: str) -> None:
        assert isinstance(jinguo(word, "nobody").exception, AccountUnknown)
