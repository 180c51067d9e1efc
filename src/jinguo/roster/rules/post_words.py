"""The words in which posts, and ways to hold them, are written."""

from jinguo.roster.enums import Kind, Post

POSTS = {
    "主席": Post.CHAIR,
    "副主席": Post.VICE_CHAIR,
    "常务副主席": Post.VICE_CHAIR,
    "常委": Post.STANDING,
    "常务委员": Post.STANDING,
    "常务执委": Post.STANDING,
    "常委会委员": Post.STANDING,
    "执委": Post.EXECUTIVE,
    "执委委员": Post.EXECUTIVE,
    "执委会委员": Post.EXECUTIVE,
    "执委会成员": Post.EXECUTIVE,
    "执行委员": Post.EXECUTIVE,
    "执行委员会委员": Post.EXECUTIVE,
    "委员": Post.EXECUTIVE,
    "代表": Post.DELEGATE,
    "妇女代表": Post.DELEGATE,
    "妇女代表大会代表": Post.DELEGATE,
    "妇代会代表": Post.DELEGATE,
    "妇代会主任": Post.CONGRESS_DIRECTOR,
    "妇女代表会主任": Post.CONGRESS_DIRECTOR,
    "妇女代表会议主任": Post.CONGRESS_DIRECTOR,
    "妇代会委员": Post.CONGRESS_MEMBER,
    "妇代会成员": Post.CONGRESS_MEMBER,
    "妇女代表会委员": Post.CONGRESS_MEMBER,
    "妇女代表会议委员": Post.CONGRESS_MEMBER,
    "妇女小组长": Post.GROUP_LEADER,
    "妇女小组组长": Post.GROUP_LEADER,
    "妇女小组成员": Post.GROUP_MEMBER,
    "妇女小组组员": Post.GROUP_MEMBER,
}

KINDS = {
    "挂职": Kind.SECONDED,
    "专职": Kind.FULL_TIME,
    "兼职": Kind.PART_TIME,
    "驻会": Kind.FULL_TIME,
}
