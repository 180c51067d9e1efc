import pytest

from jinguo.roster.readers.layout.headings import PARENT, match_headings
from tests.roster.readers.workbooks import HEADINGS


def _fields(*headings: str) -> dict[str, str]:
    """Field → heading, for the columns that were recognised."""
    return {field: headings[at] for field, at in match_headings(headings).fields.items()}


def test_the_usual_headings_are_all_known() -> None:
    columns = match_headings(HEADINGS)
    assert len(columns.fields) == 14
    assert not columns.unknown


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        ("name", "姓名|姓　名|执委姓名|妇女代表姓名|2.姓名|姓名*"),
        ("unit", "单位|单位名称|所在村（社区）|村名|行政村"),
        ("unit", "妇联组织名称|所属妇联|社区名称|村别"),
        ("birth_month", "出生年月|出生日期|出生年月（岁）|出生\n年月|生日|出生时间"),
        (
            "post",
            "妇联职务|职务|妇联任职|任职|担任妇联职务|妇联内职务|现任妇联职务|职　务|当选职务",
        ),
        ("phone", "联系电话|手机号码|手机|电话|联系方式|移动电话|联系电话（手机）"),
        ("starts_on", "任职时间|当选时间|任职日期|任现职时间|当选日期|任职年月|选举时间"),
        ("categories", "执委类别|类别|人员类别|执委类别（5+N）|5+N类别|执委类型"),
        ("occupation", "工作单位及职务|工作单位|职业|单位及职务|村两委职务|社会职务|从事职业"),
        ("political_status", "政治面貌|面貌"),
        ("education", "文化程度|学历|文化 程度|最高学历"),
        ("ethnicity", "民族|民 族"),
        ("gender", "性别"),
        ("kind", "专兼职|专职/兼职|是否兼职|任职方式"),
        ("sector", "界别|所属领域|行业"),
        ("origin", "来源|产生方式"),
        ("remark", "备注|备　注|备注说明"),
        ("number", "序号|序|编号|No."),
    ],
)
def test_headings_in_other_words(field: str, headings: str) -> None:
    for heading in headings.split("|"):
        assert field in _fields(heading), heading


def test_columns_that_look_alike_are_kept_apart() -> None:
    assert _fields("姓名", "工作单位及职务", "妇联职务", "村两委职务", "单位") == {
        "name": "姓名",
        "occupation": "工作单位及职务",
        "post": "妇联职务",
        "unit": "单位",
    }
    assert _fields("姓名", "工作单位", "职务") == {
        "name": "姓名",
        "occupation": "工作单位",
        "post": "职务",
    }
    assert _fields("姓名", "职务", "妇联职务")["post"] == "妇联职务"
    assert _fields("姓名", "职务", "妇联职务")["occupation"] == "职务"
    assert _fields("姓名", "任职", "任职时间") == {
        "name": "姓名",
        "post": "任职",
        "starts_on": "任职时间",
    }


@pytest.mark.parametrize(
    "other", ["配偶姓名", "联系人姓名", "配偶职务", "紧急联系人电话", "爱人姓名"]
)
def test_columns_about_somebody_else_are_not_hers(other: str) -> None:
    for headings in ((other, "姓名", "职务", "电话"), ("姓名", "职务", "电话", other)):
        assert _fields(*headings) == {"name": "姓名", "post": "职务", "phone": "电话"}
        assert [text for _, text in match_headings(headings).unknown] == [other]


def test_of_two_dates_that_of_this_term_is_read() -> None:
    for headings in (("首次任职时间", "本届任职时间"), ("初次当选时间", "任职时间")):
        assert _fields("姓名", "职务", *headings)["starts_on"] == headings[1]
    assert _fields("姓名", "职务", "首次任职时间")["starts_on"] == "首次任职时间"


def test_of_two_numbers_the_long_one_is_read() -> None:
    assert _fields("姓名", "职务", "手机短号", "手机")["phone"] == "手机"
    assert _fields("姓名", "职务", "短号", "联系电话")["phone"] == "联系电话"


def test_township_and_village_may_have_columns_of_their_own() -> None:
    assert _fields("乡镇", "村", "姓名")["township"] == "乡镇"
    assert _fields("乡（镇）", "村（社区）", "姓名")["unit"] == "村（社区）"
    assert _fields("乡镇", "姓名") == {"unit": "乡镇", "name": "姓名"}


def test_identity_numbers_are_recognised_and_left_out() -> None:
    columns = match_headings(("姓名", "身份证号码", "职务"))
    assert columns.left_out == ((1, "身份证号码"),)
    assert "phone" not in columns.fields


def test_unknown_columns_are_listed() -> None:
    columns = match_headings(("姓名", "职务", "微信号", "", "家庭住址"))
    assert columns.unknown == ((2, "微信号"), (4, "家庭住址"))


def test_a_heading_is_read_with_the_one_above_it() -> None:
    headings = ("基本情况/姓名", "妇联/职务", "联系方式/手机", "任职/时间")
    fields = _fields(*(heading.replace("/", PARENT) for heading in headings))
    assert set(fields) == {"name", "post", "phone", "starts_on"}
