"""What lists leave uncertain is shown to whoever loads them, and decided on the page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jinguo.divisions.models import Succession
from jinguo.divisions.queries import proposals
from tests.factories.counties import county_list, load
from tests.web.conftest import Reader
from tests.web.pages import text

THEN = {"100": ("红岩镇", {"200": "石桥村委会", "201": "上坪村委会"})}
NOW = {"100": ("红岩镇", {"200": "石桥村委会", "201": "下坪村委会"})}


@pytest.fixture
def asked(qingliu: None) -> Succession:
    """上坪 → 下坪 under one code, in a county that is not 清流."""
    load(county_list("2018-10-31", THEN), county_list("2019-10-31", NOW))
    (match,) = proposals("430999")
    return match


def test_a_match_is_shown_and_decided_and_decided_otherwise(reader: Reader) -> None:
    office = reader("county")
    load(county_list("2024-10-31", NOW, code="350423", name="清流县"), allow_losses=True)
    load(county_list("2025-10-31", THEN, code="350423", name="清流县"), allow_losses=True)
    (match,) = [one for one in proposals("350423") if one.old_name.startswith("下坪")]

    page = text(office, "/start/")
    office.post("/start/matches/", {"number": match.pk, "verdict": "same"})
    match.refresh_from_db()

    assert "下坪村委会" in page
    assert match.verdict == Succession.Verdict.SAME
    office.post("/start/matches/", {"number": match.pk, "verdict": "different"})
    match.refresh_from_db()
    assert match.verdict == Succession.Verdict.DIFFERENT


def test_a_match_of_another_county_is_neither_shown_nor_decided(
    asked: Succession, reader: Reader
) -> None:
    office = reader("county")

    page = text(office, "/start/")
    answer = office.post("/start/matches/", {"number": asked.pk, "verdict": "same"})
    asked.refresh_from_db()

    assert "上坪村委会" not in page
    assert answer.status_code == 404
    assert asked.verdict == Succession.Verdict.PROPOSED


@pytest.mark.parametrize("role", ["township", "village", "auditor"])
def test_only_who_loads_lists_decides(role: str, asked: Succession, reader: Reader) -> None:
    answer = reader(role).post("/start/matches/", {"number": asked.pk, "verdict": "same"})

    assert answer.status_code == 404


@pytest.mark.parametrize("words", [{}, {"number": "1"}, {"number": "x", "verdict": "same"}])
def test_a_form_that_says_nothing_decides_nothing(words: dict[str, str], reader: Reader) -> None:
    assert reader("county").post("/start/matches/", words).status_code == 404


def test_loading_says_how_many_matches_are_not_certain(reader: Reader) -> None:
    office: Client = reader("county")
    name, then = county_list("2024-10-31", NOW, code="350423", name="清流县")
    load((name, then), allow_losses=True)
    later = county_list("2025-10-31", THEN, code="350423", name="清流县")

    answer = office.post("/start/lists/", {"file": SimpleUploadedFile(*later)}, follow=True)

    shown = len(proposals("350423"))
    assert shown > 0
    assert f"有 {shown} 处对应关系拿不准" in answer.content.decode()
