"""Words for days, parts of a day and lengths of time, in the languages whose words are read.

They stand here, not among the words of the screens: `decide` reads no file, an agent may type in
another language than the case's, and what was typed must read the same years later. Digits are read
in every language, so a language without words here loses nothing that it had.

Letters are lower case without accents. Spaces stand where a person writes them.
"""

NOW = {"now", "right now", "just now", "maintenant", "tout de suite", "a l'instant", "现在", "此刻"}

DAYS = {
    "today": 0,
    "aujourd'hui": 0,
    "ce jour": 0,
    "今天": 0,
    "今日": 0,
    "今": 0,
    "tomorrow": 1,
    "demain": 1,
    "明天": 1,
    "明日": 1,
    "明": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "apres-demain": 2,
    "后天": 2,
    "大后天": 3,
    "yesterday": -1,
    "hier": -1,
    "昨天": -1,
    "昨日": -1,
    "昨": -1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "avant-hier": -2,
    "前天": -2,
    "大前天": -3,
}
"""Days from today."""

WEEKDAYS = {
    name: index
    for index, names in enumerate(
        (
            "monday mon lundi lun 周一 星期一 礼拜一",
            "tuesday tue tues mardi mar 周二 星期二 礼拜二",
            "wednesday wed mercredi mer 周三 星期三 礼拜三",
            "thursday thu thur thurs jeudi jeu 周四 星期四 礼拜四",
            "friday fri vendredi ven 周五 星期五 礼拜五",
            "saturday sat samedi sam 周六 星期六 礼拜六",
            "sunday sun dimanche dim 周日 周天 星期日 星期天 礼拜日 礼拜天",
        )
    )
    for name in names.split()
}
"""Days of the week, 0 for Monday."""
WEEKS = {
    "": None,
    "le": None,
    "on": None,
    "next": 1,
    "prochain": 1,
    "下": 1,
    "下个": 1,
    "下下": 2,
    "下下个": 2,
    "this": 0,
    "ce": 0,
    "这": 0,
    "这个": 0,
    "本": 0,
    "last": -1,
    "dernier": -1,
    "passe": -1,
    "上": -1,
    "上个": -1,
    "上上": -2,
    "de la semaine prochaine": 1,
    "next week": 1,
    "de cette semaine": 0,
    "this week": 0,
    "de la semaine derniere": -1,
    "last week": -1,
}
"""Weeks from this one, by the word beside a day of the week; None when it names no week."""
LOOSE_WEEKS = {"next", "prochain", "last", "dernier", "passe"}
"""Words that name another week to some and the day nearest to today to others."""
MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "january jan janvier janv",
            "february feb fevrier fevr fev",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug aout",
            "september sep sept septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        1,
    )
    for name in names.split()
}
MONTHS_AHEAD = {"": 0, "本": 0, "这个": 0, "下": 1, "下个": 1, "上": -1, "上个": -1}
YEARS_AHEAD = {"今年": 0, "明年": 1, "后年": 2, "去年": -1, "前年": -2}

PARTS = {
    "morning": "am",
    "in the morning": "am",
    "matin": "am",
    "matinee": "am",
    "dans la matinee": "am",
    "du matin": "am",
    "au matin": "am",
    "a.m.": "am",
    "am": "am",
    "上午": "am",
    "早上": "am",
    "早晨": "am",
    "清晨": "am",
    "凌晨": "dawn",
    "早": "am",
    "afternoon": "pm",
    "in the afternoon": "pm",
    "apres-midi": "pm",
    "de l'apres-midi": "pm",
    "dans l'apres-midi": "pm",
    "p.m.": "pm",
    "pm": "pm",
    "aprem": "pm",
    "下午": "pm",
    "傍晚": "pm",
    "evening": "evening",
    "in the evening": "evening",
    "night": "evening",
    "soir": "evening",
    "du soir": "evening",
    "au soir": "evening",
    "soiree": "evening",
    "dans la soiree": "evening",
    "晚上": "evening",
    "晚间": "evening",
    "晚": "evening",
    "at night": "night",
    "nuit": "night",
    "de la nuit": "night",
    "dans la nuit": "night",
    "夜里": "night",
    "半夜": "night",
    "深夜": "night",
    "中午": "noon",
}
"""Parts of a day: before noon, after it, about noon, the evening and the small hours after it.

The night of a day begins it or ends it.
"""
FROM_MIDNIGHT = {"a.m.", "am", "凌晨"}
"""Parts of a day that begin with twelve o'clock."""
TO_NOON = {"上午"}
"""Parts of a day that end with twelve o'clock."""
CLOCKS = {
    "noon": 720,
    "midday": 720,
    "midi": 720,
    "正午": 720,
    "midnight": 1440,
    "minuit": 1440,
    "午夜": 1440,
}
"""Times with a name, in minutes of the day."""
UNITS = {
    name: minutes
    for minutes, names in (
        (1, "m min mins mn minute minutes 分钟 分"),
        (15, "刻钟"),
        (60, "h hr hrs hour hours heure heures 小时 个小时 钟头 个钟头"),
        (1440, "d j day days jour jours 天"),
        (20160, "fortnight fortnights"),
        (10080, "week weeks semaine semaines 周 星期 个星期 礼拜 个礼拜"),
    )
    for name in names.split()
}
"""Lengths of time in minutes."""
LONG_UNITS = {
    name: months
    for months, names in ((1, "month months mois 个月"), (12, "year years an ans annee annees 年"))
    for name in names.split()
}
"""Lengths of time in months."""
IDIOMS = {8: 7 * 1440, 15: 14 * 1440}
"""What a number of days in French is as well, in minutes: huit jours are a week."""
NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            "",
            "a an one un une",
            "two deux",
            "three trois",
            "four quatre",
            "five cinq",
            "six",
            "seven sept",
            "eight huit",
            "nine neuf",
            "ten dix",
            "eleven onze",
            "twelve douze",
        )
    )
    for name in names.split()
}
NUMBERS |= {"fifteen": 15, "quinze": 15, "twenty": 20, "vingt": 20, "thirty": 30, "trente": 30}
SPANS = {
    "half an hour": 30,
    "a half hour": 30,
    "half hour": 30,
    "une demi-heure": 30,
    "demi-heure": 30,
    "a quarter of an hour": 15,
    "un quart d'heure": 15,
    "trois quarts d'heure": 45,
    "three quarters of an hour": 45,
    "an hour and a half": 90,
    "une heure et demie": 90,
    "半小时": 30,
    "半个小时": 30,
    "半个钟头": 30,
}
"""Lengths of time with a name, in minutes."""
SLIPS = {
    "aujourd'hui": r"aujourd[' -]?hui|auj\.?",
    "apres-demain": r"apres[ -]?demain",
    "avant-hier": r"avant[ -]?hier",
    "apres-midi": r"apres[ -]?midi|aprem|ap-midi",
    "demi-heure": r"demi ?heure|1/2 (?:heure|h)",
    "trois quarts d'heure": r"(?:trois|3) quarts? d[' ]?heure|3/4 d[' ]?heure|3/4 h",
    "quart d'heure": r"quart d ?heure",
    "tomorrow": r"tm+rw?|tmw|tom+or+ow|2mor+ow?",
    "yesterday": r"yest[ae]rday",
    "tonight": r"tonite|to night",
}
"""How words are written in haste."""
WEEKS_ON = r"(.+) en (huit|quinze)|(.+) week|(?:a )?week (?:on |from )?(.+)"
"""A day and one week more, or two."""
AHEAD = (
    ("+", ""),
    ("in", ""),
    ("dans", ""),
    ("d'ici", ""),
    ("", "后"),
    ("", "以后"),
    ("", "之后"),
    ("", "from now"),
)
BEHIND = (("il y a", ""), ("", "ago"), ("", "前"), ("", "以前"), ("", "之前"))
"""What stands before and after a length of time that counts from now."""

YEAR_FIRST_LANGUAGES = frozenset({"zh", "ja", "ko"})
"""Where the year comes first, then the month: 3/4 is the fourth of March."""
MONTH_FIRST_COUNTRIES = frozenset({"US", "PH", "FM", "MH", "PW"})
"""Where English writes the month first. What only makes sense the other way is read that way."""

CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
