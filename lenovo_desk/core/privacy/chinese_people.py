"""Find people with Chinese names: those the case knows, and those a title or a role names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.chinese_words import (
    BEFORE_TITLE_CN,
    COMMON_CN,
    COMPOUND,
    KNOWN_TITLES_CN,
    ROLES_CN,
    SHORT_TITLES_CN,
    STRONG,
    SURNAMES,
    TITLES_CN,
    WORD_AFTER,
    WORD_BEFORE,
)
from lenovo_desk.core.privacy.hits import PERSON, Hit

HAN = "\u3400-\u9fff"
_SURNAME = rf"(?:{COMPOUND}|[{SURNAMES}])"
_COURTESY = "先生|女士|小姐|太太"
_APART = r"[ ·.\-]{1,2}(?:先[ ·.\-]?生|女[ ·.\-]?士|小[ ·.\-]?姐)|先[ ·]生|女[ ·]士"
_BOUNDARY = rf"(?<!(?![{BEFORE_TITLE_CN}以用系知烦托苦])[{HAN}])"
_TITLES = re.compile(rf"{TITLES_CN}|[ ·.\-][生士姐]")
_ROLES = re.compile(rf"{'|'.join(ROLES_CN)}|工|技术员|顾问|名义")
_SHORT = re.compile("[总工董哥姐]|[mM](?:iss|rs?|s)")
_TITLED = rf"(?P<surname>{_SURNAME})(?:(?P<title>{TITLES_CN})|{_APART})(?![成产效们])"
_FULL = rf"{_BOUNDARY}{_SURNAME}[{HAN}]{{1,2}}(?:{_COURTESY})"
_TOTAL = (
    rf"{_BOUNDARY}[{SURNAMES}](?:总|工|董)(?=[,，。!！:：您你好 ]|$)"
    rf"|{_BOUNDARY}[{STRONG}](?:工(?![程作资人具厂业会地艺])|总(?![部共是价体数结和会])|董(?!事)|[哥姐](?=[{HAN}]{{0,2}}好|[，,！!。]))"
)
_MIXED = (
    r"(?<![a-zA-Z])[A-Z][a-z]+ ?(?:先生|女士|小姐|太太)"
    rf"|[{SURNAMES}] ?(?:Mr|Mrs|Ms|Miss|mr|mrs|ms)(?![a-z])"
)
_GOES_ON = (
    "[的是会已在将来到上下反说要您你把给从打联回负跟和与表签取送处报正不也都就了请提申因需想又还先可为"
    "收刚今昨明获中代成喜赢抽得夺荣同先女老]"
)
"""Particles and verbs that may follow a name."""
_GOES_BY = (
    "已|马上|很快|会[给联跟帮上在为处来去到]|明天|今天|昨天|正在|刚刚?|在[忙处跟现]|说|同意|负责|看过|批了|帮[您忙你我]"
    "|来[了过取处]|去[了过取处]|的[电手订快]|是|在"
)
"""What follows somebody in a sentence, and no part of a word."""
_KIN = (
    "先生|太太|爱人|儿子|女儿|孩子|父亲|母亲|爸爸|妈妈|老公|老婆|丈夫|妻子|家人|朋友|同事|同学|弟弟|哥哥"
    "|姐姐|妹妹"
)
_INTRODUCED = (
    rf"(?:您家?的?(?:{_KIN})|邻居|物业|机主|客户|用户|工程师|师傅|技术员|技师|联系人|收件人|收货人|店长|同事|经理"
    r"|店员|专员|站长|快递员|小哥|导购|前台|派送员|客服|主管|顾问|律师|技工|抬头|户名|开票人|得主|中奖者|获奖者|幸运儿|幸运星"
    rf"|恭喜[{HAN}]{{2,5}}的|祝贺[{HAN}]{{2,5}}的|恭喜|祝贺|感谢"
    r"|au nom de|name of|technicien|ingenieure?|engineer|technician|avocate?"
    r"|lawyer)[ ]?(?:(?:姓名|名)?(?:是|叫|为|[:：,，])|叫做)?[ ]?[\"“‘'「『《(【]{0,2}[ ]?"
    rf"(?P<name>(?:[小老][{STRONG}]|(?:(?P<compound>{COMPOUND})"
    rf"|(?P<surname>[{SURNAMES}]))(?P<forename>(?: [{HAN}]){{1,2}}(?![{HAN}])"
    rf"|[{HAN}]{{1,2}}?)))"
    rf"(?={_GOES_ON}|[^{HAN}]|$)"
)
_WISHES = ("恭喜", "祝贺", "感谢")
_WITH_ROLE = (
    rf"{_BOUNDARY}(?P<surname>{_SURNAME})(?P<forename>[{HAN}]{{1,2}})"
    rf"(?=[”\"’'」』》)】]?[ ]?(?:{'|'.join(sorted(ROLES_CN))}|工|技术员|顾问|的名义))"
)
_TOWNS = "北京|上海|广州|深圳|成都|重庆|武汉|杭州|南京|西安|天津|苏州|长沙|郑州|青岛|济南|厦门|福州"
_STAFF = f"{'|'.join(sorted(ROLES_CN))}|技术员|技师|顾问|客服|店长|站长|主管|获奖者|得主|负责人"
_PRIZE = (
    r"(?:获得|抽中|赢得|荣获|喜获|领走|拿下|喜提|抽到|斩获)(?:了)?"
    r"[^,，。！!]{0,8}(?:奖|平板|电脑|耳机|鼠标|键盘|手机|笔记本|礼|[一1][台个副份部件])"
    r"|中奖|获奖|中了"
    rf"|(?<=[{HAN}][{HAN}]{{2}})的(?:电脑|快递|工单|机器|订单|手机|账号|包裹|地址|电话|笔记本|发票|主机)"
    r"|(?:签收|代收|取走|取机|送来)"
)
_PLACED = (
    rf"(?P<surname>[{STRONG}欧诸司上](?:(?<!(?![{BEFORE_TITLE_CN}])[{HAN}].)|(?<=(?:{_TOWNS}).))"
    rf"(?:(?<=欧)阳|(?<=诸)葛|(?<=司)[马徒]|(?<=上)官)?)(?P<forename>[{HAN}]{{1,2}}?)"
    rf"(?= ?(?:[（(][{HAN}]{{0,4}}(?:{_STAFF})[）)]"
    r"|(?:[,，]|[-—]+|是|作为)(?:我们|咱们|您|本店|本站)的?"
    rf"[{HAN}]{{0,4}}(?:{_STAFF})|{_PRIZE}))"
)
"""A name before its role behind a comma or in brackets, or before what was won."""
_OF_PRIZE = (
    r"(?:[特一二三四五]等奖|[大头]奖|幸运奖|名单|得主|获得者)(?:得主|获得者)?(?:[是为]|[：: ])+"
    rf"(?P<surname>{COMPOUND}|[{STRONG}])(?P<forename>[{HAN}]{{1,2}})(?![{HAN}])"
)
_DEAR = (
    rf"(?:尊敬的|亲爱的)(?P<surname>{COMPOUND}|[{STRONG}])(?P<forename>[{HAN}]{{1,2}})"
    rf"(?=[^{HAN}]|[您你]|$)"
)
_GREETED = (
    rf"(?P<surname>[{STRONG}])(?<!(?![{BEFORE_TITLE_CN}])[{HAN}].)(?P<forename>[{HAN}]{{1,2}})"
    r"(?=[,，]?[您你]好)"
)
_NAMED_SO = (
    rf"姓(?P<surname>{COMPOUND}|[{SURNAMES}])(?=[的,，。！ ]|$)"
    rf"|(?P<fondly>[小老阿][{STRONG}])(?=[,，]?[您你]好)"
    rf"|(?<![{HAN}])[小老][{STRONG}](?=会[给联跟帮上在为]|[给跟为帮]您|联系您|正在|上门)"
)
_DOES = (
    "就[行可好是]|来[取拿处接]|去[取拿处]|负责|已?经?签[收字的]|已?代[收签]|已?收[货到件]|处理|跟进|即可"
    "|帮[您忙你我]|安排|对接|接[待收]|上门|取[走件货机]|核[实对]|拿走|会[给联跟帮上在为处]|给您|给你|为您"
    "|联系|[他她]?了解|值班|在[店岗]|本人|那[里儿边]|说一?[声下]"
)
"""What only people do, behind a name."""
_MORE = "黄高林何马周叶田石孔汪姜姚孟康毛钱汤夏方戴钟"
"""Surnames that are words as well: a whole name of three characters is one."""
_ASKED = "找|问|联系|交给|转交给?|递给|寄给|发给|通知|送给|放在|留在|跟"
_SOUGHT = (
    rf"(?:(?P<asked>{_ASKED})|拜托|麻烦|由|让|请|叫|交由|被|是|为|[：:，,。！ ]|^)"
    rf"(?P<surname>{COMPOUND}|[{STRONG}{_MORE}])(?P<forename>[{HAN}]{{1,2}}?)"
    rf"(?={_DOES}|(?(asked)(?:[，,。！ ]|$)|(?!)))"
)
"""Whom to look for, or who does what only people do."""
_SIGNER = (
    r"(?:签收|收[件货]|代收|取[件货机]|签字|经办|负责|联系|派送|承办)(?:的?人)?(?:[是为叫]|[：: ])+"
    rf"(?P<surname>{COMPOUND}|[{STRONG}])(?P<forename>[{HAN}]{{1,2}})(?![{HAN}])"
)
_KIN_OR_STAFF = (
    "大爷|大妈|大叔|大伯|大婶|奶奶|爷爷|伯伯|婶婶|嫂子|站长|店长|快递员|配送员|派送员|客服|专员|主管"
    "|保安|警官|护士|会计|院长|校长|处长|科长|局长|书记|秘书|组长|班长|村长|导购|店员|技师|技术员|顾问"
    "|房东|司机|班主任"
)
_STAFFED = (
    rf"(?<![{HAN}])(?P<more>[{_MORE}])(?:大爷|大妈|大叔|大伯|大婶|站长|店长|快递员|警官|校长|班长|队长|组长|房东)"
    rf"|(?P<surname>{COMPOUND}|[{STRONG}])(?P<forename>[{HAN}]{{0,2}}?)(?:{_KIN_OR_STAFF})"
    r"(?![们之群证部处室岗位团])"
)
_CHANCE = re.compile(
    r"奖|获得|抽[中到]|赢得|荣获|喜[获提]|领走|拿下|斩获|中了|得主|名单|的|收|取|送来|[）)]|[,，—-](?:我们|咱们|您|本)|是我们|作为"
)
_ADDRESSED = re.compile("[您你]好|尊敬的|亲爱的")
_PARTICLES = ("向", "于", "和", "任", "位", "时")
_AFTER_A = "里根富尔拉伯胶姨斯迪森联曼波莫司哥姐妈爸婆公"
"""What stands behind 阿 in words and in names of places."""
_NEVER = {
    "高": "端价性精强新铁空保管",
    "黄": "牛",
    "马": "斯云化",
    "林": "肯",
    "周": "全",
    "夏": "普",
    "孟": "加买",
    "张": "贴开嘴望力大数",
    "陈": "列述设皮",
    "蔡": "司",
    "李": "子",
    "韩": "剧语系",
    "杨": "梅树",
    "许": "愿",
    "丁": "字烷",
    "罗": "技",
    "杜": "比",
    "徐": "工",
    "宋": "词",
    "朱": "砂",
    "胡": "萝椒",
    "苏": "打宁",
    "曹": "操",
    "彭": "博",
    "唐": "诗",
    "傅": "里",
    "丰": "巢",
}
"""Of each surname: what follows it in words and brands that people ask for."""
_STAFFED_CUE = re.compile(_KIN_OR_STAFF)
_SOUGHT_CUE = re.compile(rf"[{STRONG}{_MORE}东诸欧司上](?=[{HAN}]{{1,3}}(?:{_DOES}|[，,。！ ]|$))")
_NO_FORENAME = "各大全所这那每某我你您他她诸众们的了很不有"
_NO_SURNAME = ("于", "向", "任", "和", "何", "位")
"""Characters that are surnames but mostly something else."""


@lru_cache(maxsize=64)
def name_forms(surname: str, forename: str) -> tuple[re.Pattern[str], ...]:
    """Return how a Chinese name is said: whole, by its surname, its forename or fondly."""
    gap = r"[\W_]{0,2}"
    whole = gap.join((*surname, *forename))
    ends = rf"(?=[^{HAN}]|$|[您你])"
    forms = [rf"{surname}{gap}(?:{TITLES_CN})"]
    if surname in STRONG or len(surname) > 1:
        forms += [rf"{surname}(?:{KNOWN_TITLES_CN})", rf"[小老阿]{surname}(?!子|朋|八)"]
    else:
        goes_on = f"(?:{ends}|(?={_GOES_BY}))"
        forms += [rf"{surname}(?:{SHORT_TITLES_CN}){goes_on}", rf"[小老阿]{surname}{goes_on}"]
    if forename:
        ordinary = f"{surname}{forename}" in COMMON_CN
        forms.append(rf"(?<![{HAN}]){whole}{ends}" if ordinary else whole)
        forms += [rf"{forename}{gap}(?:{KNOWN_TITLES_CN})", rf"{gap.join(forename)}{gap}{surname}"]
        if (last := forename[-1]) not in "大小老师表工空":
            forms += [
                rf"{last}(?:哥|姐|叔|姨|嫂|妹|弟){ends}",
                rf"小{last}{ends}",
                rf"{last}仔(?!细)",
            ]
            if last not in _AFTER_A:
                forms.append(rf"阿{last}(?:{ends}|{_GOES_ON}|[看查等])")
    if len(forename) > 1 and forename not in COMMON_CN:
        forms.append(gap.join(forename))
    return tuple(map(re.compile, forms))


def titled_chinese(text: str) -> Iterator[Hit]:
    """Yield whom a title, or a role with a name behind it, names in a text with Chinese."""
    titled, introduced, with_role, placed, of_prize, dear, greeted, named_so, *rest = _patterns()
    sought, signer, staffed, *others = rest
    for match in titled.finditer(text) if _TITLES.search(text) else ():
        if _is_titled(match["surname"], match["title"], text, match.start()):
            yield Hit(PERSON, *match.span())
    for match in introduced.finditer(text):
        surname = match["surname"]
        if surname in _PARTICLES:
            continue
        wished = match[0].startswith(_WISHES) and surname and surname not in STRONG
        if wished and len(match["forename"]) < 2:
            continue
        if not surname or _is_name(surname, match["forename"].strip()):
            yield Hit(PERSON, *match.span("name"))
    for match in with_role.finditer(text) if _ROLES.search(text) else ():
        surname, forename = match["surname"], match["forename"]
        sure = surname in STRONG or len(surname) > 1 or len(forename) > 1
        if sure and surname not in _NO_SURNAME and _is_name(surname, forename):
            yield Hit(PERSON, *match.span())
    placing = (placed, of_prize) if _CHANCE.search(text) else ()
    for pattern in (*placing, dear, greeted) if _ADDRESSED.search(text) else placing:
        for match in pattern.finditer(text):
            surname, forename = (part for part in match.groups() if part)
            if (len(surname) > 1 or surname in STRONG) and _is_name(surname, forename):
                yield Hit(PERSON, match.end() - len(surname) - len(forename), match.end())
    for pattern in (sought, signer) if _SOUGHT_CUE.search(text) else ():
        for match in pattern.finditer(text):
            if _is_whole_name(match["surname"], match["forename"]):
                yield Hit(PERSON, *_span(match))
    for match in staffed.finditer(text) if _STAFFED_CUE.search(text) else ():
        before = text[match.start() - 1 : match.start()]
        apart = before in BEFORE_TITLE_CN or not before or not "\u3400" <= before <= "\u9fff"
        surname, forename = match["surname"] or match["more"], match["forename"]
        named = not forename or (apart and _is_whole_name(surname, forename))
        if named and before not in WORD_BEFORE.get(surname, ()):
            yield Hit(PERSON, *match.span())
    for match in named_so.finditer(text):
        yield Hit(PERSON, *match.span())
    for pattern in others if _TITLES.search(text) or _SHORT.search(text) else ():
        for match in pattern.finditer(text):
            if text[match.start()] not in _NO_SURNAME:
                yield Hit(PERSON, *match.span())


def _is_whole_name(surname: str, forename: str) -> bool:
    """Return whether a whole name stands where a sentence has one, not a word like it."""
    if surname in _MORE and len(forename) < 2:
        return False
    return forename[0] not in _NEVER.get(surname, "") and _is_name(surname, forename)


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.start("surname"), match.end("forename")


def _is_name(surname: str, forename: str) -> bool:
    """Return whether a surname and what follows it are a name, not a word that begins like it."""
    return (
        forename[0] not in WORD_AFTER.get(surname, ())
        and forename[0] not in _NO_FORENAME
        and surname + forename not in COMMON_CN
    )


def _is_titled(surname: str, title: str | None, text: str, start: int) -> bool:
    """Return whether the character before a title is a surname, not the end of a word.

    A role follows words more often than names: there a surname that is a word as well needs a
    boundary before it.
    """
    before = text[start - 1 : start] if start else ""
    if before in WORD_BEFORE.get(surname, ()) or (surname == "祝" and title in ROLES_CN):
        return False
    bounded = not before or before in BEFORE_TITLE_CN or not "\u3400" <= before <= "\u9fff"
    if surname in _NO_SURNAME:
        return bounded and bool(before) and not (surname in "向和位" and title in ROLES_CN)
    return bounded or title not in ROLES_CN or surname in STRONG or len(surname) > 1


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    patterns = (
        *(_TITLED, _INTRODUCED, _WITH_ROLE, _PLACED, _OF_PRIZE, _DEAR, _GREETED, _NAMED_SO),
        *(_SOUGHT, _SIGNER, _STAFFED, _TOTAL, _FULL, _MIXED),
    )
    return tuple(map(re.compile, patterns))
