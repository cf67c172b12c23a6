"""Invented values for the blanks of mock calls."""

from lenovo_desk.content.settings_fields import CONTACTS, LINKS, NUMBERS

_ENGLISH = "en"
_SPOKEN = {
    _ENGLISH: (
        "+33 6 39 98 00 09",
        "+33 1 99 00 00 01",
        "1 Example Street, Exampletown",
        "9:00-18:00",
        "Alex Example (legal), +33 1 99 00 00 11",
        "Alex Example (brand), +33 1 99 00 00 12",
        "Alex Example (region), +33 1 99 00 00 13",
        "Alex Example (market), +33 1 99 00 00 14",
        "Exampletown",
    ),
    "fr": (
        "06 39 98 00 09",
        "01 99 00 00 01",
        "1 rue de l’Exemple, Exempleville",
        "9 h-18 h",
        "Dominique Exemple (juridique), 01 99 00 00 11",
        "Dominique Exemple (marque), 01 99 00 00 12",
        "Dominique Exemple (région), 01 99 00 00 13",
        "Dominique Exemple (marché), 01 99 00 00 14",
        "d’Exempleville",
    ),
    "zh": (
        "138 0000 0009",
        "400-000-0001",
        "示例市练习路1号",
        "9:00-18:00",
        "法务部练习联系人，400-000-0011",
        "品牌部练习联系人，400-000-0012",
        "大区练习联系人，400-000-0013",
        "市场部练习联系人，400-000-0014",
        "示例市练习站",
    ),
}
"""Invented numbers and words by language, in the order of `practice_values`."""


def practice_values(language: str = _ENGLISH) -> dict[str, str]:
    """Return values, by setting, for blanks of a mock call that the desk leaves empty.

    Every value is visibly invented.
    """
    links = {name: f"https://lenovo.example/{name.removesuffix('_link')}" for name in LINKS}
    mobile, phone, address, hours, *contacts = _SPOKEN.get(language, _SPOKEN[_ENGLISH])
    return {
        **links,
        "agent_phone": mobile,
        "agent_initials": "XX",
        **dict.fromkeys(NUMBERS, phone),
        "station_phone": phone,
        "station_address": address,
        "station_hours": hours,
        **dict(zip((*CONTACTS, "station_name"), contacts, strict=True)),
    }
