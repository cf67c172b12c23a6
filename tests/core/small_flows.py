"""Flows of a few steps."""

from lenovo_desk.core.model.flow import Plain


def flow_of(**steps: Plain) -> dict[str, Plain]:
    """Return a flow of these steps and a small second one."""
    facts = {"f": {"type": "choice", "options": ["x", "y"]}, "g": {}}
    main = {"flow": "main", "facts": facts, "steps": {**steps, "end": {"end": "done"}}}
    side = {
        "first": {
            "items": {"look": {}},
            "wait": {"id": "pause", "for": 60},
            "choices": {"on": {"goto": "second"}},
        },
        "second": {"choices": {"out": {"goto": "over", "needs": ["look", "pause"]}}},
        "over": {"end": "over"},
    }
    return {"main": main, "side": {"flow": "side", "facts": {}, "steps": side}}


def repair() -> dict[str, Plain]:
    """Return a repair that is signed for, decided on, worked and handed back, and two flows inside.

    `fee`, `parts`, `plan` and `late` (derived from two moments) are covered by signatures at `sign`
    and `hand_back`, `formatting` and `plan` by the choice `agreed`. `complaint` shares `scene`.
    """
    facts: Plain = {
        "fee": {"type": "number", "unit": "yuan"},
        "paid": {"type": "yes_no"},
        "parts": {"rows": {"name": {}, "price": {"type": "number"}}},
        "plan": {"type": "choice", "options": ["board", "disk"]},
        "formatting": {"type": "yes_no"},
        "ready_by": {"type": "datetime"},
        "came_by": {"type": "datetime"},
        "late": {"type": "yes_no", "derive": "not_after", "of": ["came_by", "ready_by"]},
        "customer": {"personal": True},
        "scene": {"type": "choice", "options": ["x", "y"], "shared": True},
        "extra": {"when": {"paid": ["yes"]}},
    }
    steps: Plain = {
        "sign": {
            "say": [{"phrase": "price", "via": "in_person", "needs": ["fee"]}],
            "facts": {"fee": {}, "customer": {}},
            "items": {
                "signed": {"needs": ["fee"], "covers": ["fee"]},
                "parts_signed": {"covers": ["parts", "extra"]},
            },
            "choices": {
                "on": {"goto": "explain", "needs": ["signed"]},
                "both": {"goto": "explain", "needs": ["signed", "parts_signed"]},
                "declined": {"goto": "work"},
            },
        },
        "explain": {
            "choices": {
                "agreed": {"goto": "work", "covers": ["formatting", "plan"]},
                "moved": {"goto": "work", "covers": ["late"], "set": {"came_by": "now"}},
                "set_fee": {"goto": "work", "set": {"fee": "7"}},
            }
        },
        "work": {
            "say": [{"phrase": "take_fee", "via": "in_person", "needs": ["signed"]}],
            "choices": {
                "on": {"goto": "more"},
                "cared": {"goto": "work"},
                "later": {"goto": "work", "park": 3600},
                "anew": {"goto": "work_again", "again": ["fee"]},
                "to_parts": {"goto": "work_again", "again": ["parts"]},
                "explain_again": {"goto": "explain"},
                "format": {"goto": "more", "set": {"formatting": "yes"}},
                "came": {"goto": "more", "set": {"came_by": "now"}},
                "plan_anew": {"goto": "more", "again": ["plan"]},
                "second_visit": {"goto": "sign"},
                "inside": {"goto": "hosting"},
            },
        },
        "work_again": {"choices": {"on": {"goto": "more"}}},
        "hosting": {"run": "test_run", "choices": {"on": {"goto": "more"}}},
        "more": {"choices": {"on": {"goto": "hand_back"}}},
        "hand_back": {
            "items": {"received": {"covers": ["fee", "late"]}},
            "choices": {"on": {"goto": "end", "needs": ["received"]}},
        },
        "end": {"end": "done"},
    }
    complaint: Plain = {
        "first": {
            "facts": {"scene": {}},
            "items": {"heard": {"covers": ["scene"]}},
            "choices": {
                "on": {"goto": "second", "needs": ["heard"]},
                "agreed": {"goto": "second", "covers": ["scene"]},
            },
        },
        "second": {
            "choices": {"out": {"goto": "over"}, "anew": {"goto": "over", "again": ["scene"]}}
        },
        "over": {"end": "over", "items": {"told": {}}},
    }
    test_run: Plain = {
        "run": {
            "items": {"burnt_in": {"covers": ["hours"]}},
            "choices": {"on": {"goto": "ran", "needs": ["burnt_in"]}, "skip": {"goto": "passed"}},
        },
        "ran": {"choices": {"on": {"goto": "passed"}}},
        "passed": {"end": "passed"},
    }
    shared = {"scene": facts["scene"]}
    return {
        "repair": {"flow": "repair", "facts": facts, "steps": steps},
        "complaint": {"flow": "complaint", "facts": shared, "steps": complaint},
        "test_run": {"flow": "test_run", "facts": {"hours": {"type": "number"}}, "steps": test_run},
    }


def counter() -> dict[str, Plain]:
    """Return a counter where a sheet is signed as free or as paid, and no voucher exceeds a limit.

    Paid and free lead to `out`, paid only with a bill. A voucher within its limit leads to `cash`.
    """
    facts: Plain = {
        "paid": {"type": "yes_no"},
        "asked": {"type": "datetime"},
        "limit": {"type": "datetime"},
        "within": {"type": "yes_no", "derive": "not_after", "of": ["asked", "limit"]},
    }
    steps: Plain = {
        "sheet": {
            "items": {"signed": {"needs": ["paid"], "covers": ["paid"]}, "bill": {}},
            "choices": {
                "free": {"goto": "out", "when": {"paid": ["no"]}, "needs": ["signed"]},
                "paid": {"goto": "out", "when": {"paid": ["yes"]}, "needs": ["signed", "bill"]},
                "voucher": {"goto": "voucher"},
            },
        },
        "voucher": {
            "items": {"agreed": {"needs": ["asked"], "covers": ["asked"]}},
            "choices": {
                "ready": {"goto": "cash", "when": {"within": ["yes"]}, "needs": ["agreed"]},
            },
        },
        "out": {
            "choices": {
                "on": {"goto": "end"},
                "wait": {"goto": "out"},
                "anew": {"goto": "end", "again": ["paid"]},
                "back": {"goto": "sheet"},
            }
        },
        "cash": {"choices": {"on": {"goto": "end"}}},
        "end": {"end": "done"},
    }
    return {"counter": {"flow": "counter", "facts": facts, "steps": steps}}
