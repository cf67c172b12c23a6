"""Working hours of a week, of China and of France, and a flow with one promise."""

from lenovo_desk.core.model.flow import Plain

WEEK = "; ".join(f"{day} 9:00-12:00 13:00-18:00" for day in ("mon", "tue", "wed", "thu", "fri"))


CHINA = f"{WEEK}; off 2026-10-01 2026-10-02 2026-10-05 2026-10-06 2026-10-07; on 2026-10-10"


FRANCE = f"{WEEK}; off 2026-07-14 2026-12-25"


NIGHT = "sat 20:00-24:00; sun 00:00-06:00"


def promising(**line: object) -> dict[str, Plain]:
    """Return a flow with one promise, and a step at which the customer is waited for."""
    steps = {
        "accept": {"choices": {"taken": {"goto": "handle"}}},
        "handle": {"choices": {"ask": {"goto": "customer"}, "done": {"goto": "end"}}},
        "customer": {"choices": {"answered": {"goto": "handle"}}},
        "end": {"end": "done"},
    }
    deadline = {"seconds": 0, "from": "taken", "until": "done", "pause": ["customer"], **line}
    return {"f": {"flow": "f", "facts": {}, "deadlines": {"reply": deadline}, "steps": steps}}
