"""Which column of a roster is which, told from its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinguo.kernel.text import fold

PARENT = "\x1f"
"""Stands between a heading and the one merged over it."""

ID_NUMBER = "id_number"
"""Identity-card numbers are recognised so that they can be left out."""

FIELDS: dict[str, tuple[tuple[int, str], ...]] = {
    ID_NUMBER: ((20, r".*(身份证|公民身份|证件号).*"),),
    "number": ((10, r"序号?|编号|号|no\.?|顺序号?"),),
    "unit": (
        (12, r".*(所属|所在|任职)妇联(单位|组织|名称)*|妇联(组织|单位)?(名称)?|(妇女)?组织名称"),
        (11, r"(所在|所属)?(行政)?(村|村居|社区|村\W?社区|村或社区|村级)(名称?|别|妇联|单位)*"),
        (9, r"单位(名称|全称)?|(填报|所属|基层)单位|(所属|所在)组织|所属(村|社区).*"),
        (4, r"所在单位|隶属|所在地|地区|区域"),
    ),
    "township": ((10, r"(所在|所属)?(乡|镇|街道|场|\W){1,6}(名称|妇联|别)*"),),
    "name": (
        (12, r"(执委|委员|代表|成员|妇女|人员|本人|干部)?(的)?姓名"),
        (8, r"名字|名单|.*姓名.*"),
    ),
    "gender": ((10, r"性别|男女|性別"),),
    "ethnicity": ((10, r"民族|族别"),),
    "birth": ((12, r".*(出生|生日|出年).*"),),
    "political_status": ((10, r".*(政治|面貌|党派|党团).*"),),
    "education": ((10, r".*(文化|学历|学位|教育).*"),),
    "post": (
        (14, r".*(妇联|执委会|妇代会|女联|妇委会).*(职务|任职|职位|岗位|何职|身份)(情况)?"),
        (12, r"(当选|拟任|选举|现任|担任)?(妇联|执委)(内|会)?(职务|任职|岗位|职位)"),
        (9, r"职务(名称)?|(现任|担任|当选|拟任|所任|任|选任)职务|职位|担任何职"),
        (6, r"任职|任职情况|岗位|.*职务"),
    ),
    "kind": ((12, r".*(专职?\W?[兼挂]职?|任职(性质|方式|类型|形式)|(是否|有无)[专兼挂]职).*"),),
    "categories": (
        (12, r".*(执委|人员|女代表|代表|成员|身份|所属|委员)(类别|类型|类).*|.*5\+n.*"),
        (8, r"类别|类型|所属类|.*类别"),
    ),
    "occupation": (
        (15, r".*(工作单位|从业|从事职业|单位及职|单位和职|单位职务|单位与职|工作岗位|就业).*"),
        (
            13,
            r".*(两委|党内|行政|社会|其[他它]|村内|兼任|村[级委]|支部|原).*(职务|任职|职位|身份)",
        ),
        (10, r"职业|从事(工作|行业)|职业.*|现职业"),
        (3, r"职务|所在单位"),
    ),
    "phone": (
        (14, r".*(手机|移动电话|联系电话).*"),
        (12, r".*(电话|联系方式|联络方式|通讯方式|通信方式|联系号码).*"),
        (6, r".*(座机|固话|号码).*"),
    ),
    "starts_on": (
        (
            14,
            r".*(任职|当选|任现职|[就上选聘到起]任|选举|任命|换届)(起始|开始|批准)?的?"
            r"(时间|日期|年月|日).*",
        ),
        (12, r"(任期)?(起始|开始|起)(时间|日期|年月)|任期起.*|(担任.*|任.{0,4})(时间|日期)"),
    ),
    "remark": ((8, r".*备注.*|说明|备考|附注"),),
    "sector": ((10, r".*(界别|所属领域|领域|行业|所属行业|战线).*"),),
    "origin": ((10, r".*(来源|产生方式|推荐方式|产生途径|推荐单位|产生渠道).*"),),
}
"""Field → (score, pattern over the whole folded heading); the highest score takes the column."""

_PATTERNS = {
    name: tuple((score, re.compile(form)) for score, form in forms)
    for name, forms in FIELDS.items()
}
_NUMBERING = re.compile(r"^[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])[)、.．:]+(?=\D)")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|【[^】]*】")
_DECORATION = re.compile(r"[*＊:：?。\"'“”「」【】\[\]<>《》_·]+")
_LONGEST = 40
_NOT_PHONE = re.compile(r"邮|微信|qq|门牌|银行|卡号|家属|紧急")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a list: field → column from 0, and those that belong to no field."""

    fields: dict[str, int]
    unknown: tuple[tuple[int, str], ...] = ()
    left_out: tuple[tuple[int, str], ...] = ()
    headings: tuple[str, ...] = ()

    @property
    def known(self) -> int:
        """How many columns were recognised, the running number aside."""
        return len(self.fields) - ("number" in self.fields) + len(self.left_out)

    @property
    def is_list(self) -> bool:
        """Whether these are plausibly the headings of a list of people."""
        fields = self.fields
        return "name" in fields and ("post" in fields or self.known >= 3)


def match_headings(headings: Sequence[str]) -> Columns:
    """Give every field the column that fits best; each column serves one field only."""
    claims = []
    for column, heading in enumerate(headings):
        for field, score in scores(heading):
            claims.append((-score, column, field))
    fields: dict[str, int] = {}
    left_out: list[tuple[int, str]] = []
    taken: set[int] = set()
    for _, column, field in sorted(claims):
        if column in taken or (field in fields and field != ID_NUMBER):
            continue
        taken.add(column)
        if field == ID_NUMBER:
            left_out.append((column, _shown(headings[column])))
        else:
            fields[field] = column
    if "unit" not in fields and "township" in fields:
        fields["unit"] = fields.pop("township")
    rest = [(at, _shown(text)) for at, text in enumerate(headings) if at not in taken]
    unknown = tuple((at, text) for at, text in rest if text)
    shown = tuple(_shown(text) for text in headings if text)
    return Columns(fields, unknown, tuple(left_out), shown)


@lru_cache(maxsize=4096)
def scores(heading: str) -> tuple[tuple[str, int], ...]:
    """The fields a heading may mean, each with how well it fits."""
    parent, _, own = heading.rpartition(PARENT)
    forms = _forms(own) | ({_bare(parent) + _bare(own)} if parent else set())
    found: dict[str, int] = {}
    for form in forms:
        for field, patterns in _PATTERNS.items():
            if field == "phone" and _NOT_PHONE.search(form):
                continue
            best = max((score for score, pattern in patterns if pattern.fullmatch(form)), default=0)
            if best > found.get(field, 0):
                found[field] = best
    if ID_NUMBER in found:
        return ((ID_NUMBER, found[ID_NUMBER]),)
    return tuple(found.items())


def _forms(text: str) -> set[str]:
    """The heading with and without what stands in brackets: 「所在村（社区）」."""
    folded = _NUMBERING.sub("", fold(text)).lower()
    if not folded or len(folded) > _LONGEST:
        return set()
    without = _BRACKETS.sub("", folded)
    inside = re.sub(r"[()]", "", folded)
    return {_DECORATION.sub("", form) for form in (without, inside)} - {""}


def _bare(text: str) -> str:
    return _DECORATION.sub("", _BRACKETS.sub("", fold(text))).lower()


def _shown(heading: str) -> str:
    return " / ".join(" ".join(part.split()) for part in heading.split(PARENT)).strip()
