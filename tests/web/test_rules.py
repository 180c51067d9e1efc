"""The rules of elections on a page, and the county's own."""

from django.test import Client

from jinguo.elections.models import ElectionRuleSet
from tests.web.conftest import Reader
from tests.web.pages import queries, text

PAGE = "/elections/rules/350423/"
WORDS = {"level": "4", "since": "", "maximum": "5", "source": "县妇联〔2016〕3号", "verified": "on"}


def test_each_rule_stands_with_its_source(county: Client) -> None:
    page = text(county, PAGE)

    assert "到会人数须不少于2/3应到人数" in page
    assert "多地妇联公布的选举办法" in page
    assert "未规定" in page
    assert queries(county, PAGE) == 9


def test_a_term_set_for_townships_gives_them_an_end(county: Client) -> None:
    page = text(county, f"{PAGE}term/4/")
    assert 'value="4" selected' in page

    answer = county.post(f"{PAGE}term/4/", WORDS, follow=True)

    assert "县妇联〔2016〕3号" in answer.content.decode()
    assert "2022-07-15" in text(county, "/elections/terms/350423106/?day=2020-01-01")


def test_a_default_comes_back(county: Client) -> None:
    county.post(f"{PAGE}term/4/", WORDS)
    own = ElectionRuleSet.objects.get(prefix="350423").rules.get()

    answer = county.post(f"{PAGE}drop/", {"rule": own.pk}, follow=True)

    assert "按默认规则执行" in answer.content.decode()
    assert not ElectionRuleSet.objects.filter(prefix="350423").exists()


def test_what_makes_no_sense_is_told_beside_the_form(county: Client) -> None:
    without = county.post(f"{PAGE}term/4/", {**WORDS, "source": "", "maximum": "x"})
    long = county.post(f"{PAGE}term/4/", {**WORDS, "maximum": "50"})
    share = county.post(f"{PAGE}quorum/0/", {"level": "0", "share": "多数", "source": "x"})

    assert "请写明依据" in without.content.decode()
    assert "整数" in without.content.decode()
    assert "每届任期为1至10年" in long.content.decode()
    assert "请写成2/3或50%" in share.content.decode()
    assert not ElectionRuleSet.objects.filter(prefix="350423").exists()


def test_an_unknown_kind_or_level_is_not_there(county: Client) -> None:
    assert county.get(f"{PAGE}luck/0/").status_code == 404
    assert county.get(f"{PAGE}term/9/").status_code == 404


def test_others_read_and_do_not_change(reader: Reader) -> None:
    page = text(reader("township"), "/elections/rules/350423106/")

    assert "到会人数须不少于2/3" in page
    assert "/term/" not in page
    assert reader("township").post(f"{PAGE}term/4/", WORDS).status_code == 404
