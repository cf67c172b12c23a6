"""Read numbers."""

import re

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import folded


def parse_number(spec: FactSpec, text: str) -> str | Reason:
    """Return a typed number in its shortest form; else why not."""
    from decimal import Decimal

    unit = folded(spec.unit).lower()
    text = text.lower().removesuffix(unit).replace(" ", "").replace("−", "-")
    if not re.fullmatch(r"[+-]?[0-9]{1,15}([.,][0-9]{1,6})?", text):
        return Reason("not_number")
    number = Decimal(text.replace(",", "."))
    if (spec.min and number < Decimal(spec.min)) or (spec.max and number > Decimal(spec.max)):
        limits = f"{spec.min or '…'} – {spec.max or '…'} {spec.unit}".strip()
        return Reason("out_of_range", detail=limits)
    return format(number.normalize() + Decimal(0), "f")
