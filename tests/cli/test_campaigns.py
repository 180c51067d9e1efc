"""``jinguo campaign status|forecast|progress|sample|list``."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from jinguo.campaigns.actions import draw_sample
from jinguo.campaigns.errors import SampleForged
from jinguo.campaigns.models import Sample, Visit
from jinguo.campaigns.queries.plan import campaign as campaign_named
from jinguo.cli.campaigns import campaign
from jinguo.cli.demo_campaign import SLUG, load_campaign
from jinguo.divisions.queries import place
from jinguo.kernel.actor import system


@pytest.fixture
def replayed(qingliu: None) -> None:
    load_campaign(place("350423", date(2017, 7, 31)), system("demo"))


def answer(*words: str) -> dict[str, object]:
    result = CliRunner().invoke(campaign, [*words, "--json"])
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.output)
    return found


def test_status_has_the_form_other_programs_are_promised(replayed: None) -> None:
    found = answer("status", SLUG, "--as-of", "2017-05-23", "--unit", "350423202204")

    assert found == {
        "campaign": SLUG,
        "as_of": "2017-05-23",
        "targets": 1,
        "done": 1,
        "rate": 100.0,
        "gates": {"organisation": 1, "plaque": 1, "group": 1, "activity": 1},
        "units": [
            {
                "unit": "350423202204",
                "name": "石下村妇联",
                "gates": dict.fromkeys(("organisation", "plaque", "group", "activity"), True),
                "closed_on": dict.fromkeys(
                    ("organisation", "plaque", "group", "activity"), "2017-05-23"
                ),
                "overdue": [],
                "returned": [],
                "accepted": [],
                "steps": {"done": [1, 2, 3, 4, 5, 6, 7, 8], "open": [], "overdue": []},
            }
        ],
    }


def test_the_forecast_says_when_and_how_sure(replayed: None) -> None:
    found = answer("forecast", SLUG, "--as-of", "2017-06-30")

    assert (found["targets"], found["due"]) == (132, "2017-07-31")
    assert str(found["earliest"]) <= str(found["expected"]) <= str(found["latest"])


def test_in_words_for_people(replayed: None) -> None:
    listed = CliRunner().invoke(campaign, ["list"])
    told = CliRunner().invoke(campaign, ["status", SLUG, "--as-of", "2017-07-31"])

    assert SLUG in listed.output
    assert "132 / 应完成 132（100.0%）" in told.output


def test_a_campaign_nobody_knows_is_named_with_those_that_are(replayed: None) -> None:
    result = CliRunner().invoke(campaign, ["status", "nobody"])

    assert "nobody" in str(result.exception)
    assert SLUG in str(result.exception)


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_the_weekly_sheet_is_written_and_not_over_another(
    replayed: None, tmp_path: Path, ending: str
) -> None:
    words = ["progress", SLUG, "--as-of", "2017-06-20", "-o", str(tmp_path / f"周.{ending}")]

    written = CliRunner().invoke(campaign, words)
    again = CliRunner().invoke(campaign, words)

    assert written.exit_code == 0, written.output
    assert (tmp_path / f"周.{ending}").read_bytes()[:2] == b"PK"
    assert again.exit_code == 1


def test_the_weekly_sheet_is_word_or_excel(replayed: None, tmp_path: Path) -> None:
    result = CliRunner().invoke(campaign, ["progress", SLUG, "-o", str(tmp_path / "周.pdf")])

    assert result.exit_code == 2
    assert ".docx" in result.output
    assert not list(tmp_path.iterdir())


@pytest.fixture
def nothing_drawn(replayed: None) -> None:
    """The demo draws one."""
    Visit.objects.update(sample=None)
    Sample.objects.all().delete()


def test_a_sample_is_told_and_drawn_again(nothing_drawn: None) -> None:
    nothing = CliRunner().invoke(campaign, ["sample", SLUG])
    found = campaign_named(SLUG, reader=system())
    made = draw_sample(campaign=found, size=3, today=date(2017, 7, 1), by=system("陈"))

    told = CliRunner().invoke(campaign, ["sample", SLUG])
    checked = CliRunner().invoke(campaign, ["sample", SLUG, "--check", "1"])
    unknown = CliRunner().invoke(campaign, ["sample", SLUG, "--check", "2"])

    assert "尚未抽查" in nothing.output
    assert len(told.output.splitlines()) == 4
    assert made.seed in checked.output
    assert unknown.exception
    assert "第2次" in str(unknown.exception)


def test_a_forged_sample_is_told(nothing_drawn: None) -> None:
    found = campaign_named(SLUG, reader=system())
    made = draw_sample(campaign=found, size=3, today=date(2017, 7, 1), by=system("陈"))
    Sample.objects.filter(pk=made.pk).update(seed="abc")

    result = CliRunner().invoke(campaign, ["sample", SLUG, "--check", "1"])

    assert isinstance(result.exception, SampleForged)
