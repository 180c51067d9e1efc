"""``jinguo explain``: yes, no, or which of several was meant, with exit codes for programs."""

import json

import pytest
from click.testing import CliRunner, Result

from jinguo.cli.explaining import explain_

pytestmark = pytest.mark.usefixtures("qingliu")


def asked(*words: str) -> Result:
    return CliRunner().invoke(explain_, words)


def test_yes_names_the_role_and_why_it_reaches_there() -> None:
    result = asked("township", "view", "350423106204")

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("✓ township 可以查看：石下村妇联")
    assert "林畲" in result.stdout.splitlines()[1]


def test_no_names_who_could_give_it() -> None:
    result = asked("executive", "appoint", "350423106204")

    assert result.exit_code == 1
    assert result.stdout.startswith("✗ executive 不可以任免职务：石下村妇联")
    assert "可授予角色的有：" in result.stdout


def test_other_programs_get_the_same_as_json() -> None:
    result = asked("village", "import", "350423106204", "--json")

    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (answer["user"], answer["action"], answer["allowed"]) == (
        "village", "roster.import", False,
    )  # fmt: skip
    assert answer["instead"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody-there", "view", "350423"), "没有账号"),
        (("county", "fly", "350423"), "没有操作"),
        (("county", "view", "batch:99999"), "找不到"),
        (("county", "view", "无此村"), "找不到"),
    ],
)
def test_words_not_known_end_with_two_and_say_what_is(words: tuple[str, ...], said: str) -> None:
    result = asked(*words)

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_name_of_several_people_lists_them() -> None:
    from django.db.models import Count

    from jinguo.people.models import Person

    twice = Person.objects.values("name").annotate(n=Count("pk")).filter(n__gt=1).order_by("name")
    name = twice.values_list("name", flat=True)[0]

    result = asked("county", "view", name)

    assert result.exit_code == 2
    assert result.stderr.count(f" {name} ") >= 2


def test_an_account_is_asked_about_by_its_user_name() -> None:
    result = asked("county", "accounts", "account:village")

    assert result.exit_code == 0, result.output
    assert "石下村妇联主席" in result.stdout
    assert "账号" in result.stdout
    assert asked("township", "accounts", "account:village").exit_code == 1


def test_what_nobody_does_with_an_account_is_not_asked() -> None:
    result = asked("county", "import", "account:village")

    assert result.exit_code == 2
    assert "view, accounts" in result.stderr
    assert asked("county", "view", "account:no-such-name").exit_code == 2
