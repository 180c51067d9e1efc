"""Verdicts as a matrix for many units, rule by rule for one."""

from django.test import Client

from tests.web.pages import DAY, text


def test_a_county_sees_every_committee_against_every_rule(county: Client) -> None:
    page = text(county, f"/composition/350423/?{DAY}")

    assert page.count('class="stick nowrap"') == 13 + 119


def test_failing_committees_come_first(county: Client) -> None:
    page = text(county, "/composition/350423/?day=2017-06-20")
    townships = page.split('id="level-4"')[1].split('id="level-5"')[0]

    rows = townships.split('<th scope="row"')[1:]

    fails = ["fails" in row for row in rows]
    assert fails == sorted(fails, reverse=True)
    assert any(fails)


def test_committees_that_meet_every_rule_are_folded_below_those_that_do_not(
    county: Client,
) -> None:
    page = text(county, "/composition/350423/?day=2017-06-20")
    townships = page.split('id="level-4"')[1].split('id="level-5"')[0]

    failing, fine = townships.split("<details")

    assert "fails" in failing
    assert "fails" not in fine
    assert failing.count('<th scope="row"') + fine.count('<th scope="row"') == 13
    assert 'data-label="主席' in failing


def test_a_mark_leads_to_the_people_the_rule_counted(county: Client) -> None:
    page = text(county, f"/composition/350423/?{DAY}")

    link = "/composition/350423202204/?day=2017-07-31#rule-chair"
    assert f'href="{link}"' in page
    assert '<tr id="rule-chair">' in text(county, link)


def test_the_rule_that_was_not_verified_is_named(county: Client) -> None:
    page = text(county, f"/composition/350423202204/?{DAY}")

    assert page.split("未核实")[0].rstrip().endswith('<span class="badge-word">')
    assert "<strong>未核实</strong> · 副主席" in page


def test_units_without_a_committee_are_named_apart(county: Client) -> None:
    page = text(county, "/composition/350423/?day=2017-05-24")

    assert "118" in page.split('id="level-5"')[1]


def test_one_unit_shows_the_people_counted_and_the_smallest_change(county: Client) -> None:
    page = text(county, f"/composition/350423202204/?{DAY}")
    early = text(county, "/composition/350423202/?day=2017-05-10")

    assert "/people/" in page
    assert "调解女能手" in early.split("badge-word warn")[1]
