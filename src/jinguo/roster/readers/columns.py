"""The columns a roster may have: how each is headed, and who reads its cells.

A column is known by the name of its field in ``RosterRow``; where the record of a person or of a
seat has a field of that name, what the column says is kept there.
"""

from dataclasses import dataclass
from typing import Any

from jinguo.roster.enums import Kind
from jinguo.roster.readers.cells.dates import read_birth, read_start
from jinguo.roster.readers.cells.memo import Reader
from jinguo.roster.readers.cells.names import read_name, read_person_number
from jinguo.roster.readers.cells.phones import read_phone
from jinguo.roster.readers.cells.posts import PostAndKind, read_kind, read_post
from jinguo.roster.readers.cells.text import (
    read_education,
    read_ethnicity,
    read_gender,
    read_political,
    read_remark,
    read_sitting,
    read_unit,
    read_words,
)

ID_NUMBER = "id_number"
"""Identity-card numbers are recognised so that they can be left out."""

NO_POST: PostAndKind = (None, Kind.UNSTATED)


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``headings`` are (score, pattern over the whole folded heading); the highest score takes the
    column. ``read`` reads a cell, ``blank`` is what an empty one says. ``personal`` columns speak
    of a person, so that a row with two of them and no name lacks one. A cell merged over several
    rows holds for every one of them if it is ``copied_down``. A bare number among ``days`` counts
    them from the first day of the workbook. ``written`` heads it in the workbooks we write
    (``roster.writers``), in the order of ``COLUMNS``; a ``rare`` one only where somebody has it.
    """

    name: str
    headings: tuple[tuple[int, str], ...]
    read: Reader[Any] | None = None
    blank: Any = ""
    personal: bool = False
    copied_down: bool = True
    days: bool = False
    written: str = ""
    rare: bool = False

    @property
    def repeatable(self) -> bool:
        """Whether 同上 makes sense in it; nobody writes so of a name or a birth month."""
        return self.copied_down and self.name != "birth_month"


COLUMNS: dict[str, Column] = {
    one.name: one
    for one in (
        Column(ID_NUMBER, ((20, r".*(身份证|公民身份|证件号).*"),)),
        Column(
            "number", ((10, r"序号?|编号|号|no\.?|顺序号?"),), copied_down=False, written="序号"
        ),
        Column(
            "unit",
            (
                (
                    12,
                    r".*(所属|所在|任职)妇联(单位|组织|名称)*|妇联(组织|单位)?(名称)?|(妇女)?组织名称",
                ),
                (
                    11,
                    r"(所在|所属)?(行政)?(村|村居|社区|村\W?社区|村或社区|村级)(名称?|别|妇联|单位)*",
                ),
                (9, r"单位(名称|全称)?|(填报|所属|基层)单位|(所属|所在)组织|所属(村|社区).*"),
                (4, r"所在单位|隶属|所在地|地区|区域"),
            ),
            read_unit,
            written="单位",
        ),
        Column("township", ((10, r"(所在|所属)?(乡|镇|街道|场|\W){1,6}(名称|妇联|别)*"),)),
        Column(
            "name",
            (
                (12, r"(执委|委员|代表|成员|妇女|人员|本人|干部)?(的)?姓名"),
                (8, r"名字|名单|.*姓名.*"),
            ),
            read_name,
            copied_down=False,
            written="姓名",
        ),
        Column("gender", ((10, r"性别|男女|性別"),), read_gender, personal=True, written="性别"),
        Column("ethnicity", ((10, r"民族|族别"),), read_ethnicity, personal=True, written="民族"),
        Column(
            "birth_month",
            ((12, r".*(出生|生日|出年).*"),),
            read_birth,
            None,
            personal=True,
            days=True,
            written="出生年月",
        ),
        Column(
            "political_status",
            ((10, r".*(政治|面貌|党派|党团).*"),),
            read_political,
            personal=True,
            written="政治面貌",
        ),
        Column(
            "education",
            ((10, r".*(文化|学历|学位|教育).*"),),
            read_education,
            personal=True,
            written="文化程度",
        ),
        Column(
            "post",
            (
                (14, r".*(妇联|执委会|妇代会|女联|妇委会).*(职务|任职|职位|岗位|何职|身份)(情况)?"),
                (12, r"(当选|拟任|选举|现任|担任)?(妇联|执委)(内|会)?(职务|任职|岗位|职位)"),
                (9, r"职务(名称)?|(现任|担任|当选|拟任|所任|任|选任)职务|职位|担任何职"),
                (6, r"任职|任职情况|岗位|.*职务"),
            ),
            read_post,
            NO_POST,
            personal=True,
            written="妇联职务",
        ),
        Column(
            "kind",
            ((12, r".*(专职?\W?[兼挂]职?|任职(性质|方式|类型|形式)|(是否|有无)[专兼挂]职).*"),),
            read_kind,
            Kind.UNSTATED,
        ),
        Column(
            "categories",
            (
                (12, r".*(执委|人员|女代表|代表|成员|身份|所属|委员)(类别|类型|类).*|.*5\+n.*"),
                (8, r"类别|类型|所属类|.*类别"),
            ),
            None,
            (),
            personal=True,
            written="执委类别",
        ),
        Column(
            "occupation",
            (
                (
                    15,
                    r".*(工作单位|从业|从事职业|单位及职|单位和职|单位职务|单位与职|工作岗位|就业).*",
                ),
                (
                    13,
                    r".*(两委|党内|行政|社会|其[他它]|村内|兼任|村[级委]|支部|原).*(职务|任职|职位|身份)",
                ),
                (10, r"职业|从事(工作|行业)|职业.*|现职业"),
                (3, r"职务|所在单位"),
            ),
            read_words,
            personal=True,
            written="工作单位及职务",
        ),
        Column(
            "phone",
            (
                (14, r"(?!.*短号).*(手机|移动电话|联系电话).*"),
                (12, r"(?!.*短号).*(电话|联系方式|联络方式|通讯方式|通信方式|联系号码).*"),
                (6, r".*(座机|固话|号码).*"),
                (3, r".*(手机|电话|联系).*短号.*|短号"),
            ),
            read_phone,
            personal=True,
            copied_down=False,
            written="联系电话",
        ),
        Column(
            "starts_on",
            (
                (16, r".*(本届|本次|本轮|现届).*(时间|日期|年月)"),
                (5, r".*(首次|初次|最早|上届).*(时间|日期|年月)"),
                (
                    14,
                    r"(?!.*(?:首次|初次|最早|上届)).*(任职|当选|任现职|[就上选聘到起]任|选举|任命|换届)(起始|开始|批准)?的?"
                    r"(时间|日期|年月|日).*",
                ),
                (
                    12,
                    r"(任期)?(起始|开始|起)(时间|日期|年月)|任期起.*|(担任.*|任.{0,4})(时间|日期)",
                ),
            ),
            read_start,
            None,
            personal=True,
            days=True,
            written="任职时间",
        ),
        Column(
            "sitting",
            ((16, r"是否(在任|现任)|(在任|现任)(情况|状态|与否)|(任职|在任)?状态"),),
            read_sitting,
            True,
        ),
        Column(
            "sector",
            ((10, r".*(界别|所属领域|领域|行业|所属行业|战线).*"),),
            read_words,
            written="界别",
            rare=True,
        ),
        Column(
            "origin",
            ((10, r".*(来源|产生方式|推荐方式|产生途径|推荐单位|产生渠道).*"),),
            read_words,
            written="产生方式",
            rare=True,
        ),
        Column(
            "skills",
            ((10, r".*(特长|专长|技能|擅长|才艺).*"),),
            read_words,
            personal=True,
            written="特长",
            rare=True,
        ),
        Column(
            "person_number",
            ((12, r"系统编号|人员编号"),),
            read_person_number,
            0,
            copied_down=False,
            written="系统编号",
            rare=True,
        ),
        Column("remark", ((8, r".*备注.*|说明|备考|附注"),), read_remark, written="备注"),
    )
}
"""Every column there is, by the name of its field."""
