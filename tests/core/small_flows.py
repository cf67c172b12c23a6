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
