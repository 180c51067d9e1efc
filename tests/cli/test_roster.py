"""``jinguo roster``: exit codes and what other programs read."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from jinguo.cli.roster import roster
from jinguo.roster.errors import BatchUndone, BatchUnknown
from tests.factories.counties import LINSHAN, county_list, load
from tests.factories.imports import ALL_TABLES, names, periods, picture
from tests.factories.workbooks import as_csv, book, book_of, committee, sheet, woman

pytestmark = pytest.mark.usefixtures("linshan")

KEYS = ["rows", "people", "units", "joined", "left", "changed", "unchanged", "problems", "batch"]
UNIT = "红岩镇大坪村妇联"


def jinguo(*words: object) -> Result:
    """Run ``jinguo roster …``."""
    return CliRunner().invoke(roster, [str(word) for word in words])


def report_of(result: Result) -> dict[str, Any]:
    """The JSON that was printed."""
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A list without a fault."""
    path = tmp_path / "大坪村.xlsx"
    path.write_bytes(book(sheet(*committee(UNIT, "张梅", "李兰", "王菊", since="2018.12.20"))))
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A list with a post that is none."""
    people = committee(UNIT, "张梅", "李兰")
    people[1]["post"] = "组长"
    path = tmp_path / "坏.xlsx"
    path.write_bytes(book(sheet(*people)))
    return path


def test_applied_is_0_with_exactly_the_keys_promised(good: Path) -> None:
    result = jinguo("import", good, "--json")

    assert result.exit_code == 0
    report = report_of(result)
    assert list(report) == KEYS
    assert [report[key] for key in KEYS[:7]] == [3, 3, 1, 3, 0, 0, 0]
    assert isinstance(report["batch"], int)


def test_refused_is_1_and_every_problem_has_its_place(bad: Path) -> None:
    before = picture(*ALL_TABLES)

    result = jinguo("import", bad, "--json")

    assert result.exit_code == 1
    report = report_of(result)
    assert list(report) == KEYS
    assert report["batch"] is None
    (problem,) = [one for one in report["problems"] if one["severity"] == "refuse"]
    assert list(problem) == ["file", "sheet", "cell", "severity", "code", "message", "value"]
    assert (problem["file"], problem["sheet"], problem["cell"]) == ("坏.xlsx", "执委", "I5")
    assert (problem["code"], problem["value"]) == ("post_unknown", "组长")
    assert "主席" in problem["message"]
    assert picture(*ALL_TABLES) == before


@pytest.mark.parametrize(
    "words",
    [
        ["import"],
        ["import", "没有这个文件.xlsx"],
        ["import", ".", "--as-of", "昨天"],
        ["import", ".", "--as-of", "2017-02-30"],
        ["import", ".", "--county", "999999"],
        ["import", ".", "--county", "43"],
        ["import", ".", "--county", "430900"],
        ["import", ".", "--frobnicate"],
        ["undo"],
        ["undo", "eins"],
    ],
)
def test_wrong_usage_is_2(words: list[str]) -> None:
    assert jinguo(*words).exit_code == 2


def test_a_dry_run_is_0_and_writes_nothing(good: Path) -> None:
    before = picture(*ALL_TABLES)

    result = jinguo("import", good, "--dry-run", "--json")

    assert result.exit_code == 0
    assert report_of(result)["joined"] == 3
    assert report_of(result)["batch"] is None
    assert picture(*ALL_TABLES) == before


def test_again_is_0_without_a_batch(good: Path) -> None:
    jinguo("import", good)

    result = jinguo("import", good, "--json")

    assert result.exit_code == 0
    report = report_of(result)
    assert (report["unchanged"], report["batch"]) == (3, None)


def test_a_folder_is_read_with_all_its_lists(tmp_path: Path, good: Path) -> None:
    inner = tmp_path / "乡镇"
    inner.mkdir()
    (inner / "石桥村.csv").write_bytes(
        as_csv(sheet(*committee("红岩镇石桥村", "赵竹", "孙雪")), "gb18030")
    )
    (inner / "~$石桥村.xlsx").write_bytes(b"lock of an office program")
    (inner / "说明.pdf").write_bytes(b"%PDF-1.4")

    result = jinguo("import", tmp_path, "--json")

    assert result.exit_code == 0
    assert report_of(result)["units"] == 2


def test_a_folder_without_lists_is_refused(tmp_path: Path) -> None:
    result = jinguo("import", tmp_path, "--json")

    assert result.exit_code == 1
    assert [one["code"] for one in report_of(result)["problems"]] == ["nothing_to_import"]


def test_a_file_too_large_is_told_by_its_real_size_and_holds_all_back(
    tmp_path: Path, good: Path
) -> None:
    large = tmp_path / "照片.xlsx"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    for files in ([large], [good, large]):
        result = jinguo("import", *files, "--county", LINSHAN, "--json")
        first = report_of(result)["problems"][0]
        assert result.exit_code == 1
        assert (first["file"], first["code"]) == ("照片.xlsx", "file_too_large")
        assert "200" in first["message"]
    assert periods() == []


def test_the_day_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "无日期.xlsx"
    path.write_bytes(book(sheet(*committee(UNIT, "张梅", "李兰"), day="")))

    assert jinguo("import", path).exit_code == 1
    assert jinguo("import", path, "--as-of", "2019-09-09").exit_code == 0
    assert names("2019-09-08") == []
    assert names("2019-09-09") == ["张梅", "李兰"]


def test_among_several_counties_one_must_be_named(good: Path) -> None:
    load(
        county_list(
            "2018-10-31", {"100": ("大坪镇", {"200": "大坪村委会"})}, code="430998", name="望海县"
        )
    )

    nameless = jinguo("import", good)
    named = jinguo("import", good, "--county", "430998", "--json")

    assert nameless.exit_code == 2
    assert "望海县" in nameless.output
    assert "--county" in nameless.output
    assert [one["code"] for one in report_of(named)["problems"] if one["severity"] == "refuse"] == [
        "unit_unknown"
    ]
    assert jinguo("import", good, "--county", LINSHAN).exit_code == 0
    assert jinguo("import", good, "--county", f"{LINSHAN}000000", "--json").exit_code == 0


def test_layouts_never_seen_here(tmp_path: Path) -> None:
    columns = ["编号", "所在村（社区）", "人员姓名", "性别", "出生日期", "担任妇联职务", "专/兼职",
               "任现职时间", "手机号码"]  # fmt: skip
    rows: list[list[Any]] = [
        ["附件1"],
        ["临山县红岩镇基层妇联组织班子成员登记表"],
        ["截止日期：2019-03-01"],
        columns,
        [1, "石桥", "张 梅", "女", "1980-05-06", "妇联主席", "兼职", "2018/12/20", 19900000001.0],
        [2, "", "李兰", "女", "1985年7月", "副主席", "兼职", "2018.12.20", "19900000002"],
        [3, "大坪", "王菊", "女", 19900101, "主 席", "专职", "2018年12月21日", ""],
        ["合计", "", "3人"],
        ["填表人：", "", "", "审核人："],
    ]
    path = tmp_path / "红岩.xlsx"
    path.write_bytes(book_of({"Sheet1": rows, "Sheet2": [], "说明": [["请于月底前报"]]}))

    result = jinguo("import", path, "--county", LINSHAN, "--json")

    report = report_of(result)
    assert result.exit_code == 0, report["problems"]
    assert (report["rows"], report["units"], report["joined"]) == (3, 2, 3)
    assert [(row[1], row[2], row[3]) for row in periods()] == [
        ("张梅", "chair", "2018-12-20"),
        ("李兰", "vice_chair", "2018-12-20"),
        ("王菊", "chair", "2018-12-21"),
    ]


def test_words_for_people_say_what_happened(good: Path, bad: Path) -> None:
    assert "[" not in jinguo("import", good).stdout.splitlines()[-1]
    refused = jinguo("import", bad).stdout

    assert "坏.xlsx 执委 I5" in refused
    assert "组长" in refused


def test_undo_takes_the_batch_back(good: Path) -> None:
    batch = report_of(jinguo("import", good, "--json"))["batch"]

    result = jinguo("undo", batch)

    assert result.exit_code == 0
    assert str(batch) in result.stdout
    assert periods() == []
    assert isinstance(jinguo("undo", batch).exception, BatchUndone)
    assert isinstance(jinguo("undo", 10**9).exception, BatchUnknown)


def test_a_woman_without_a_unit_in_one_row_of_many(tmp_path: Path) -> None:
    path = tmp_path / "名册.xlsx"
    people = [*committee(UNIT, "张梅", "李兰"), woman("王菊", "执委")]
    path.write_bytes(book(sheet(*people, title="红岩镇妇联执委花名册")))

    report = report_of(jinguo("import", path, "--json"))

    assert report["rows"] == 3
