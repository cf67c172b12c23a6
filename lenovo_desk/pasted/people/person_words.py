"""Tell whether words are the name of a person, and where it ends."""

import re
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.chinese_words import COMMON_CN, COMPOUND, SURNAMES, WORD_AFTER
from lenovo_desk.core.privacy.name_words import (
    AFTER_TITLE,
    COMMON,
    NOT_GREETED,
    PARTICLES,
    POSTS_AND_THINGS,
)
from lenovo_desk.pasted.people.given_names import GIVEN_NAMES
from lenovo_desk.pasted.people.name_stops import GIVEN_WORDS, NO_NAME

_HAN = "\u3400-\u9fff"
_UPPER = "A-Z\u00c0-\u00de"
_PART = rf"[{_UPPER}](?:'[A-Z][a-z]+|[^\W\d_]+(?:['\-][^\W\d_]+)*|\.|(?=[ ]))"
_SMALL = r"(?:de la|de|du|des|le|la|van der|van den|van|von|der|den|ter|ten|el|ben|al|d'|da|dos|di)"
_LATIN_NAME = rf"{_PART}(?:[ ](?:{_SMALL}[ ]?)?{_PART}){{0,3}}"
_TITLE = (
    r"(?P<title>m\.|mr\.?|mme\.?|mlle\.?|mrs\.?|ms\.?|miss|monsieur|madame|mademoiselle|dr\.?)[ ]+"
)
_ANY_WORD = r"[^\W\d_]+(?:['\-][^\W\d_]+)*"
_ELIDED = ("j", "c", "n", "l", "m", "qu", "et", "and", "mais", "but")
"""What begins another clause."""
_COURTESY = "先生|女士|小姐|太太"
FAMILY_NAMES = SURNAMES + "肖戚饶仇邬桑谌娄晏苟栾蔺荆敖岑阚佘丘邝冼卓"
"""One-sign family names: those of the guard, and rarer ones that begin no word."""
_CN_NAME = rf"(?:{COMPOUND}|[{FAMILY_NAMES}])[{_HAN}]{{1,2}}"
_NOBODY = (
    *(
        "本人",
        "匿名",
        "同上",
        "个人",
        "学校",
        "公司",
        "单位",
        "散客",
        "保密",
        "未知",
        "暂无",
        "不详",
    ),
    *(
        "用户",
        "客户",
        "联想",
        "先生",
        "女士",
        "企业",
        "政府",
        "医院",
        "无",
        "见附件",
        *(
            "华为",
            "万科",
            "方正",
            "金蝶",
            "中兴",
            "海尔",
            "安踏",
            "宁德",
            "于昨日",
            "于今日",
            "祝贺",
            "常年",
            "高兴",
            "同方",
            "电话",
            "姓名",
        ),
        "老客户",
        "新客户",
    ),
)
"""What stands where a name could, of Chinese customers."""
_POST = re.compile(
    r"(?:科长|处长|局长|主任|经理|主管|老师|师傅|律师|医生|护士|队长|站长|店长|院长|校长|老板"
    r"|总监|助理|记者|同学|同志|老总|[工总哥姐叔嫂司厂店局院校部行所室站组社网台]|银行|集团|阿姨)$"
)
"""What ends the call of a post, of an office or of an acquaintance, which is no name."""
_NO_LAST = "说把打叫是在的了来去有要给被将称让请您你我他她"
"""What no name ends with."""
_GOES_ON_CN = (
    r"[,;、。.()\s!:/|]|先生|女士|小姐|太太|的|来|称|反映|电话|手机|要求|报修|于|在|投诉|家|购"
    r"|本人|\d|我|买|想|要|住"
    r"|今|昨|上|有|是|这|那|之前|您|你|请|麻烦|序列|型号|说|邮箱|性别|单号|工单|把|将|和|因|已"
    r"|打|反|向|昨|明|表示|希望|需"
)


_LEADING = re.compile(r"(?:(?:Name|NAME)(?:'s|s)? |Nom |(?:IT|HR|DSI|RH|CEO) (?=[A-Z][a-z]))+")
"""What may stand before a name without a mark between: a label, a post."""


class Writer(NamedTuple):
    """A name that stands for the one who wrote."""

    start: int
    end: int
    title: str
    """The title beside it in lower case; empty without one."""
    sure: int
    """How sure it is that it is the writer's: 3 by their own words, 2 signed, 1 from an"
    " envelope."""
    by: str = ""


def name_at(text: str, low: str, start: int, end: int) -> Writer | None:
    """Return the name that a text begins with between two places; None when it is no name."""
    start += len(low[start:end]) - len(low[start:end].lstrip(" \t\"'-*:"))
    title = title_pattern().match(low, start, end)
    at = title.end() if title else start
    polite = _polite().match(text, at, end)
    if polite:
        return Writer(at, polite.end("cn"), polite["courtesy"] or polite["sex"], 0)
    if at < end and text[at] >= "\u3400":
        stop = _end_of_chinese(text, at, end)
        return Writer(at, stop, "", 0) if stop else None
    leading = _LEADING.match(text, at, end)
    at = leading.end() if leading else at
    match = _latin().match(text, at, end)
    if match is None:
        return None
    stop = _clipped(text, match.start(), match.end())
    if stop <= match.start():
        return None
    return Writer(match.start(), stop, title["title"] if title else "", 0)


def small_name_at(low: str, at: int, end: int) -> Writer | None:
    """Return a name that somebody typed without capitals, as far as it is sure where it ends."""
    title = title_pattern().match(low, at, end)
    begin = stop = title.end() if title else at
    words: list[str] = []
    for word in re.finditer(rf"[ ]*({_ANY_WORD})", low[begin:end]):
        plain = word[1]
        stops = plain in AFTER_TITLE or plain in NO_NAME or plain.partition("'")[0] in _ELIDED
        if len(words) > 2 or (stops and not (plain in PARTICLES and words)):
            break
        words.append(plain)
        stop = begin + word.end()
        if low[stop : stop + 1] != " ":
            break
    forename = bool(words) and (words[0] in GIVEN_NAMES or words[-1] in GIVEN_NAMES)
    ends = low[stop : stop + 1] in ("", ",", ".", "\n", ";", "!")
    if not forename and not (ends and (len(words) == 2 or (words and title))):
        return None
    return Writer(begin, stop, title["title"] if title else "", 0)


def _end_of_chinese(text: str, at: int, end: int) -> int:
    """Return where a Chinese name ends behind which a sentence can go on; 0 for none."""
    spaced = re.compile(rf"[{FAMILY_NAMES}][ ][{_HAN}](?:[ ]?[{_HAN}])?(?![{_HAN}])").match(
        text, at, end
    )
    if spaced:
        return spaced.end()
    for size in (4, 3, 2):
        name = text[at : min(at + size, end)]
        if _POST.search(name) or name in _NOBODY:
            continue
        if len(name) == size and re.fullmatch(_CN_NAME, name) and name[-1] not in _NO_LAST:
            closed = at + size >= end or not re.match(rf"[{_HAN}]", text[at + size])
            if closed or (is_chinese_name(name) and _goes_on().match(text, at + size, end)):
                return at + size
    return 0


def titled(low: str, writer: Writer) -> Writer:
    """Return a name with the title that stands right before it, or the courtesy behind it."""
    before = _before().search(low, max(0, writer.start - 16), writer.start)
    behind = re.compile(rf"[ ]{{0,3}}[(]?({_COURTESY})").match(low, writer.end)
    title = before["title"] if before else behind[1] if behind else ""
    return writer._replace(title=title)


def chinese_alone(text: str, start: int, end: int) -> Writer | None:
    """Return what is all of a cell as a name: some surnames are in no list."""
    name = re.match(rf"[{_HAN}]{{2,3}}$", text[start:end])
    alone = re.fullmatch(rf"{COMPOUND}|[{FAMILY_NAMES}]", text[start:end])
    if alone and text[start:end] not in _NOBODY:
        return Writer(start, end, "", 0)
    if not name or name[0] in COMMON_CN or name[0] in _NOBODY or _POST.search(name[0]):
        return None
    return Writer(start, end, "", 0)


def is_chinese_name(name: str) -> bool:
    """Return whether Chinese characters with a surname first are no word."""
    bare = name.replace(" ", "")
    if re.match(COMPOUND, bare):
        return True
    return bare not in COMMON_CN and bare[1] not in WORD_AFTER.get(bare[0], ())


def _clipped(text: str, start: int, end: int) -> int:
    """Return where a name of several words ends: before the first word that is none."""
    stop = start
    last = ""
    for word in re.finditer(r"[^\s]+", text[start:end]):
        plain = re.sub(r"[^\w]", "", word[0].lower())
        if plain in NO_NAME or plain in POSTS_AND_THINGS - GIVEN_NAMES:
            if last in PARTICLES:
                return start
            break
        stop, last = start + word.end(), plain
    return stop - (text[stop - 1] == "." and stop - start > 3 and text[stop - 3] != " ")


def is_whole_name(name: str) -> bool:
    """Return whether a name in letters has a known first name and a last name."""
    parts = [part.lower() for part in re.split(r"[ ]", name)]
    return len(parts) > 1 and any(part.split("-")[0] in GIVEN_NAMES for part in parts)


def may_be_whole(name: str) -> bool:
    """Return whether two words in capitals may be a whole name: no town, no thing, no greeting."""
    words = name.split()
    ordinary = NOT_GREETED | COMMON | AFTER_TITLE
    return len(words) == 2 and all(
        w.istitle() and w.isalpha() and (w.lower() not in ordinary or w.lower() in GIVEN_WORDS)
        for w in words
    )


def is_all_chinese(name: str) -> bool:
    """Return whether a text is a Chinese name and nothing else."""
    return bool(re.fullmatch(_CN_NAME, name.replace(" ", "")))


@lru_cache(maxsize=1)
def title_pattern() -> re.Pattern[str]:
    """Return what stands for a title before a name."""
    return re.compile(_TITLE)


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){_TITLE}$")


@lru_cache(maxsize=1)
def _polite() -> re.Pattern[str]:
    name = rf"(?:{COMPOUND}|[{FAMILY_NAMES}])[{_HAN}]{{0,2}}?"
    return re.compile(
        rf"(?P<cn>{name})(?:[ ]?[(]?(?P<courtesy>{_COURTESY})|[ ]?[(](?P<sex>[男女])[)])"
    )


@lru_cache(maxsize=1)
def _latin() -> re.Pattern[str]:
    return re.compile(_LATIN_NAME)


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    return re.compile(_GOES_ON_CN)
