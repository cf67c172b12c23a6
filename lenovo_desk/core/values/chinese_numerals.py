"""Read numbers in Chinese words, also mixed with digits: 五千九百九十九, 两万三, 3百5十, 伍万圆."""

import re

_FORMAL = str.maketrans(
    "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億〇两兩俩負點",
    "一二二三三四五六六七八九十百千万亿零二二二负点",
)
_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8}


def chinese_number(text: str) -> str:
    """Return a number in Chinese words with a point for decimals; empty when it is none."""
    text = text.translate(_FORMAL)
    sign, text = ("-", text[1:]) if text.startswith("负") else ("", text)
    if big := re.fullmatch("(.+?)点([零一二三四五六七八九]+)([万亿]?)", text):
        whole, decimals = _whole(big[1]), "".join(str(_DIGITS[digit]) for digit in big[2])
        shift = {"": 0, "万": 4, "亿": 8}[big[3]]
        if whole is None:
            return ""
        digits = f"{whole}{decimals.ljust(shift, '0')}"
        point = len(str(whole)) + shift
        return sign + f"{digits[:point]}.{digits[point:]}".rstrip(".")
    number = _whole(text)
    return "" if number is None else f"{sign}{number}"


def _whole(text: str) -> int | None:
    """Return a whole number in words; None when the words are none."""
    if re.fullmatch("[零一二三四五六七八九]+", text):
        return int("".join(str(_DIGITS[digit]) for digit in text))
    total, section, digit = 0, 0, ""
    small, big, last = 10**4, 10**12, 0
    for part in re.findall(r"[0-9]+|.", text):
        if part == "零":
            if digit or last == 0:
                return None
            last = 1
        elif part in _DIGITS or (part.isascii() and part.isdecimal()):
            if digit:
                return None
            digit = part
        elif part in _SMALL:
            unit = _SMALL[part]
            if unit >= small or (not digit and (unit > 10 or section)):
                return None
            section += _digit(digit or "一") * unit
            small, last, digit = unit, unit, ""
        elif part in _BIG:
            unit, section = _BIG[part], section + _digit(digit)
            if unit >= big or not section:
                return None
            total += section * unit
            big, small, last, section, digit = unit, 10**4, unit, 0, ""
        else:
            return None
    if digit and last >= 100:  # 一百二 is 120, 三万五 is 35000; 3百5 may be either
        if digit.isdecimal():
            return None
        return total + section + _DIGITS[digit] * last // 10
    return total + section + _digit(digit) if last or digit else None


def _digit(part: str) -> int:
    return _DIGITS[part] if part in _DIGITS else int(part or "0")
