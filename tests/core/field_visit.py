"""A flow of middle size, modelled on a field engineer's visit, as a plain structure."""

from lenovo_desk.core.model.flow import Plain
from tests.core.machine import Machine

AT_HOME = {"place": ["home"]}

FIELD_VISIT: Plain = {
    "flow": "field_visit",
    "stages": ["arrival", "door", "repair"],
    "facts": {
        "channel": {"type": "choice", "options": ["public", "private"], "shared": True},
        "customer_name": {"personal": True},
        "place": {"type": "choice", "options": ["home", "workplace"]},
        "phone_kind": {"type": "choice", "options": ["mobile", "landline"]},
        "dispatched_at": {"type": "datetime"},
        "appointment": {"type": "datetime"},
        "arrived_at": {"type": "datetime"},
        "on_time": {"type": "yes_no", "derive": "not_after", "of": ["arrived_at", "appointment"]},
        "attempts": {"rows": {"at": {"type": "datetime"}, "number": {"type": "phone"}}},
        "declared_from": {"type": "datetime"},
        "declared_to": {"type": "datetime"},
        "declared_why": {"type": "text"},
        "line_neutral": {"type": "number", "unit": "V", "min": "0", "max": "500"},
    },
    "deadlines": {
        "contact": {"seconds": 14400, "from": "dispatched_at", "until": "greeted"},
        "progress": {
            "seconds": 1200,
            "from": "working",
            "until": "told",
            "pause": ["parts"],
            "every": True,
        },
    },
    "steps": {
        "five_minute_call": {
            "stage": "arrival",
            "due": {"seconds": -300, "anchor": "appointment"},
            "say": [
                {
                    "phrase": "downstairs_landline",
                    "via": "call",
                    "when": {**AT_HOME, "phone_kind": ["landline"]},
                },
                {
                    "phrase": "downstairs_mobile",
                    "via": "call",
                    "when": {**AT_HOME, "phone_kind": ["mobile"]},
                },
                {
                    "phrase": "downstairs_workplace",
                    "via": "call",
                    "when": {"place": ["workplace"]},
                },
            ],
            "choices": {"called": {"goto": "knock"}},
        },
        "knock": {
            "stage": "door",
            "choices": {
                "greeted": {"goto": "working"},
                "nobody": {"goto": "phone_them", "set": {"arrived_at": "now"}},
            },
        },
        "phone_them": {
            "stage": "door",
            "facts": {"phone_kind": {}, "arrived_at": {}, "attempts": {}},
            "choices": {
                "coming": {"goto": "knock"},
                "another_day": {
                    "goto": "five_minute_call",
                    "again": ["appointment", "arrived_at"],
                    "needs": ["attempts"],
                },
                "no_answer": {"goto": "waiting", "needs": ["phone_kind", "arrived_at"]},
            },
        },
        "waiting": {
            "stage": "door",
            "wait": {"id": "waited", "for": 900},
            "choices": {
                "door_opens": {"goto": "working"},
                "over_mobile": {
                    "goto": "leave_text",
                    "when": {"phone_kind": ["mobile"]},
                    "needs": ["waited"],
                },
                "over_landline": {
                    "goto": "last_call",
                    "when": {"phone_kind": ["landline"]},
                    "needs": ["waited"],
                },
                "declared": {
                    "goto": "no_show",
                    "needs": ["declared_from", "declared_to", "declared_why"],
                },
            },
        },
        "leave_text": {
            "stage": "door",
            "say": [
                {"phrase": "no_show_sms", "via": "sms", "when": {"on_time": ["yes"]}},
                {"phrase": "no_show_sms_late", "via": "sms", "when": {"on_time": ["no"]}},
            ],
            "items": {"sms_sent": {}},
            "choices": {
                "left": {"goto": "no_show", "needs": ["sms_sent"]},
                "try_again": {"goto": "knock"},
            },
        },
        "last_call": {"stage": "door", "choices": {"left": {"goto": "no_show"}}},
        "working": {
            "stage": "repair",
            "choices": {
                "told": {"goto": "working"},
                "needs_part": {"goto": "parts"},
                "escalate": {"goto": "ask_help"},
                "repaired": {"goto": "done", "needs": ["line_neutral"]},
            },
        },
        "parts": {"stage": "repair", "choices": {"arrived": {"goto": "working"}}},
        "ask_help": {
            "stage": "repair",
            "run": "escalation",
            "choices": {
                "helped": {"goto": "working", "when": {"result": ["registered"]}},
                "alone": {"goto": "done", "when": {"result": ["no_number"]}},
            },
        },
        "no_show": {"stage": "door", "end": "no_show"},
        "done": {"stage": "repair", "end": "repaired"},
    },
}

ESCALATION: Plain = {
    "flow": "escalation",
    "start": False,
    "facts": {
        "channel": {"type": "choice", "options": ["public", "private"], "shared": True},
        "number": {"type": "serial", "personal": True, "when": {"channel": ["private"]}},
    },
    "steps": {
        "collect": {
            "items": {"checked": {}},
            "wait": {"id": "thought", "for": 60},
            "facts": {"number": {}},
            "choices": {
                "complete": {"goto": "registered", "needs": ["number", "checked", "thought"]},
                "none": {"goto": "no_number", "set": {"channel": "public"}},
            },
        },
        "registered": {"end": "registered"},
        "no_number": {"end": "no_number"},
    },
}

VISIT = {"field_visit": FIELD_VISIT, "escalation": ESCALATION}


def waiting(machine: Machine) -> Machine:
    """Bring a visit to the step that waits a quarter of an hour."""
    machine.choose("called")
    machine.choose("nobody")
    machine.record("phone_kind", "mobile")
    assert machine.choose("no_answer")
    return machine
