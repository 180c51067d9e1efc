"""How people write what is on a roster: five styles of dates, synonyms, padded names."""

import random
from datetime import date
from typing import Protocol

Cell = str | int | float | date

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"
    "云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常"
)
WOMEN = (
    "梅兰竹菊芳芬英玉珍秀华丽娟琴凤霞云莲红香巧雪婷欣静淑惠珠翠雅芝萍娥玲桂娣叶璧璐娅琦"
    "晶妍茜秋珊莎锦黛青倩婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琳薇菁梦岚苑筠柔馨瑗琰韵融园"
)
PLACES = (
    "石林松柏梅兰桂枫杨柳桃李杏梨溪河湖江泉潭塘源洋湾坑坪坂岭岗峰岩墩垅坊厝洲沙金银铜"
    "铁玉珠云霞雪霜露虹晨星月日龙凤虎狮鹤鹿马牛羊安宁福禄寿喜康泰和平永兴隆昌盛"
)
TOWNS = (
    "头尾田家屋庄桥寨营堡墟店铺埔背口畲墘角崎岸边脚峡谷坳阁亭楼台庙寺观塔门井窑炉仓库"
    "圩场园苑圃阳阴明光辉华丰登余庆裕富贵荣春夏秋冬"
)
BASE = "大小新老上下东西南北中前"

NUMBER, UNIT, NAME, GENDER, ETHNICITY, BIRTH, PARTY, SCHOOLING = range(8)
POST, CATEGORY, OCCUPATION, PHONE, START, REMARK = range(8, 14)
HEADINGS = (
    "序号", "单位", "姓名", "性别", "民族", "出生年月", "政治面貌", "文化程度",
    "妇联职务", "执委类别", "工作单位及职务", "联系电话", "任职时间", "备注",
)  # fmt: skip

POSTS = {
    ("chair", ""): ("主席", "主　席", "妇联主席"),
    ("vice_chair", ""): ("副主席", "妇联副主席", "副主席 "),
    ("vice_chair", "part_time"): ("副主席（兼职）", "副主席(兼职)", "兼职副主席"),
    ("vice_chair", "seconded"): ("副主席（挂职）", "挂职副主席"),
    ("standing", ""): ("常委", "常务委员"),
    ("executive", ""): ("执委", "执　委", "委员", "执委"),
}
MARKS = {
    "mediator": "①",
    "artist": "②",
    "entrepreneur": "③",
    "volunteer": "④",
    "family_educator": "⑤",
}
CATEGORIES = {
    "mediator": "调解女能手",
    "artist": "文艺女骨干",
    "entrepreneur": "创业女能手",
    "volunteer": "热心公益服务爱心女性",
    "family_educator": "家庭教育女能手",
    "enterprise": "企业女代表",
    "influencer": "号召力强女性",
    "role_model": "先进女典型",
    "poverty_relief": "助力精准扶贫女代表",
    "market": "专业市场女代表",
    "cooperative": "合作社女代表",
}
PARTIES = ("群众", "群众", "中共党员", "共青团员", "党员")
SCHOOLINGS = ("初中", "高中", "中专", "大专", "本科", "大学本科")
OCCUPATIONS = (
    "村民", "种植户", "小学教师", "退休教师", "企业职工", "个体经营", "卫生所医生",
    "幼儿园教师", "村妇女主任", "合作社社员",
)  # fmt: skip
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class Facts(Protocol):
    """What there is to write of a woman."""

    @property
    def unit(self) -> "Named": ...
    @property
    def at(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def post(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def birth(self) -> date: ...
    @property
    def phone(self) -> str: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def categories(self) -> tuple[str, ...]: ...


class Named(Protocol):
    """A unit as a roster writes it."""

    @property
    def text(self) -> str: ...


def written(line: Facts, draw: random.Random) -> list[Cell]:
    """The fourteen cells of a row. What describes the person follows from her phone number,
    so that two rows of one woman agree."""
    person = int(line.phone)
    return [
        line.at + 1,
        line.unit.text,
        padded_name(line.name),
        "女",
        "畲族" if person % 37 == 0 else "汉族",
        month(line.birth, draw.randrange(5)),
        PARTIES[person % len(PARTIES)],
        SCHOOLINGS[person % len(SCHOOLINGS)],
        draw.choice(POSTS[line.post, line.kind]),
        categories(line.categories, draw),
        OCCUPATIONS[person % len(OCCUPATIONS)],
        phone(line.phone, draw),
        day(line.starts_on, draw.randrange(5)),
        "",
    ]


def padded_name(name: str) -> str:
    """「李梅」 is padded to the width of three characters: 「李　梅」."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name


def month(value: date, style: int) -> Cell:
    """A month of birth: 1981.02, 1988-6, 1994年3月, 1974/7 or a date cell."""
    if style == 4:
        return value.replace(day=1)
    year, number = value.year, value.month
    return (f"{year}.{number:02}", f"{year}-{number}", f"{year}年{number}月", f"{year}/{number}")[
        style
    ]


def day(value: date, style: int) -> Cell:
    """A date: 2017.6.9, 2017-06-09, 2017年6月9日, 2017/6/9 or a date cell."""
    if style == 4:
        return value
    return (
        f"{value.year}.{value.month}.{value.day}",
        value.isoformat(),
        f"{value.year}年{value.month}月{value.day}日",
        f"{value.year}/{value.month}/{value.day}",
    )[style]


def categories(slugs: tuple[str, ...], draw: random.Random) -> str:
    """By name, by mark, or by both."""
    texts = []
    for slug in slugs:
        mark, name = MARKS.get(slug, ""), CATEGORIES[slug]
        texts.append(draw.choice((mark, name, mark + name)) or name)
    return draw.choice(("、", "；", "，")).join(texts)


def phone(digits: str, draw: random.Random) -> Cell:
    """As text, as a number, rarely in full-width digits."""
    chance = draw.random()
    if chance < 0.02:
        return digits.translate(_WIDE)
    return int(digits) if chance < 0.2 else digits
