"""Suggestions for a misspelt name."""

from jinguo.roster.rules.near_names import COMPARED, NearNames

VILLAGES = ("石下村", "石寮村", "林畲村", "向阳村", "舒曹村", "孙坊村")


def test_the_name_that_differs_in_one_character_comes_first() -> None:
    assert NearNames(VILLAGES).to("石夏村")[0] in ("石下村", "石寮村")
    assert NearNames(VILLAGES).to("向杨村") == ["向阳村"]


def test_a_text_that_shares_only_what_all_names_have_is_near_to_none() -> None:
    assert NearNames(VILLAGES).to("天康村") == []


def test_of_very_many_names_those_sharing_more_characters_are_compared() -> None:
    crowd = [f"石{chr(0x4E00 + at)}村" for at in range(COMPARED * 5)]

    found = NearNames([*crowd, "石门下村"]).to("石门夏村")

    assert found[0] == "石门下村"


def test_one_name_alone_is_suggested_and_without_names_nothing_is() -> None:
    assert NearNames(["石下村"]).to("石夏村") == ["石下村"]
    assert NearNames([]).to("石夏村") == []
