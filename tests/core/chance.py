"""Random flows, random agents and what time may do to them, for the laws."""

from collections.abc import Callable
from random import Random

from lenovo_desk.core.engine.step_lines import shown_choices, shown_items
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.flow import VIAS, Plain
from tests.core.machine import Machine

SHARED: Plain = {
    "scene": {"type": "choice", "options": ["x", "y"], "shared": True},
    "who": {"type": "text", "personal": True, "shared": True},
}
OWN: Plain = {
    "kind": {"type": "choice", "options": ["a", "b", "c"]},
    "sure": {"type": "yes_no"},
    "size": {"type": "number", "unit": "V", "min": "0", "max": "400"},
    "plan": {"type": "datetime"},
    "came": {"type": "datetime"},
    "day": {"type": "date"},
    "mail": {"type": "email", "personal": True},
    "tags": {"type": "choice", "options": ["p", "q"], "many": True},
    "calls": {"rows": {"at": {"type": "datetime"}, "to": {"type": "phone"}}},
    "on_time": {"type": "yes_no", "derive": "not_after", "of": ["came", "plan"]},
}
RAW = {
    "scene": ["x", "y"], "who": ["Zoé", "李\x1b[2J雷"], "kind": ["a", "b", "c", "2"],
    "sure": ["yes", "non", "是"], "size": ["220 V", "1,5"], 
    "plan": ["now", "+30m", "2026-11-20 9h"],
    "came": ["now", "+1h", "2026-11-20T08:00"], "day": ["today", "29/02/2028"],
    "mail": ["a@b.fr", "ａ＠ｂ.cn"], "tags": ["p; q", "q"], "calls": ["now | 0612345678"],
    "on_time": ["yes"],
}  # fmt: skip
ENUMS = {"scene": ["x", "y"], "kind": ["a", "b", "c"], "sure": ["yes", "no"], "on_time": ["yes"]}
WEEK = "mon 9:00-18:00; tue 9:00-18:00; wed 9:00-18:00; thu 9:00-18:00; fri 9:00-18:00"
NASTY = [
    "",
    "\x00",
    "ghost",
    "result",
    "\x1b]0;x\x07",
    "é" * 600,
    "‮now",
    "9" * 400,
    "now",
    "+9999d",
]


def random_flows(random: Random) -> dict[str, Plain]:
    """Return valid plain structures: `alpha` may run `beta` and `gamma`, `beta` may run `gamma`."""
    flows: dict[str, Plain] = {}
    for name, inner in (("gamma", []), ("beta", ["gamma"]), ("alpha", ["beta", "gamma"])):
        flows[name] = _flow(random, name, inner, flows)
    return {name: flows[name] for name in ("alpha", "beta", "gamma")}


def tight_flows(random: Random) -> dict[str, Plain]:
    """Return small flows of items and waits alone, in which a way round a gate shows soon."""
    flows: dict[str, Plain] = {}
    facts: Plain = {"why": {}, "mail": OWN["mail"]}
    for name in ("alpha", "beta"):
        steps: Plain = {}
        for n in range(3):
            steps[f"s{n}"] = {
                "items": {f"i{n}": {}} if random.random() < 0.6 else {},
                "choices": {
                    f"c{k}": {
                        "goto": random.choice(["s0", "s1", "s2", "e0"]),
                        "needs": random.sample(["i0", "i1", "i2", "w0", "w1", "w2"], k),
                    }
                    for k in range(2)
                },
            }
            if random.random() < 0.6:
                steps[f"s{n}"]["wait"] = {"id": f"w{n}", "for": 60}
            steps[f"s{n}"]["say"] = [{"phrase": "p0", "via": random.choice(VIAS)}]
        if name == "alpha" and random.random() < 0.4:
            steps["s1"]["run"] = "beta"
        flows[name] = {"flow": name, "facts": facts, "steps": {**steps, "e0": {"end": "end"}}}
        if random.random() < 0.5:
            flows[name]["embargo"] = {"via": random.sample(VIAS, 4), "until": ["why"]}
    return flows


def bound_flows(random: Random) -> dict[str, Plain]:
    """Return flows in which items and choices cover facts that are easily recorded otherwise.

    `alpha` runs `beta` at times; they share `scene`.
    """
    flows: dict[str, Plain] = {}
    for name in ("beta", "alpha"):
        facts: Plain = {
            fact: dict(OWN[fact])
            for fact in ("kind", "sure", "size", "tags", "calls", "plan", "came", "on_time")
        }
        facts["scene"] = dict(SHARED["scene"])
        if random.random() < 0.3:
            facts["size"] |= {"when": {"sure": ["yes"]}}
        steps: Plain = {}
        for n in range(4):
            covers = random.sample(["kind", "sure", "size", "tags", "calls", "on_time", "scene"], 2)
            items: Plain = {f"i{n}": {"covers": covers}} if random.random() < 0.7 else {}
            if random.random() < 0.3:
                items["i0"] = {"covers": covers, "needs": random.sample(covers, 1)}
            step: Plain = {"items": items, "say": [{"phrase": f"p{n}", "via": "call"}]}
            step["choices"] = {
                "on": {"goto": f"s{n + 1}" if n < 3 else "e0", "needs": [*items]},
                "by": {
                    "goto": random.choice(["s0", "s1", "s2", "s3", f"s{n}"]),
                    **({"needs": [*items][:1]} if random.random() < 0.5 else {}),
                },
            }
            for choice in step["choices"].values():
                if random.random() < 0.2:
                    choice["covers"] = random.sample(["kind", "sure", "came", "scene"], 1)
                if random.random() < 0.2:
                    choice["again"] = random.sample([*covers[:1], "kind", "scene"], 1)
                    choice["again"] = [f for f in choice["again"] if "derive" not in facts[f]]
                if random.random() < 0.2:
                    fact = random.choice(["kind", "sure", "scene"])
                    choice["set"] = {fact: random.choice(ENUMS[fact])}
                elif random.random() < 0.1:
                    choice["set"] = {"came": "now"}
            steps[f"s{n}"] = step
        if name == "alpha" and random.random() < 0.5:
            steps[random.choice(["s1", "s2"])]["run"] = "beta"
        end: Plain = {"end": "end"} | ({"items": {"last": {}}} if random.random() < 0.5 else {})
        flows[name] = {"flow": name, "facts": facts, "steps": {**steps, "e0": end}}
    gamma = {"flow": "gamma", "facts": {"scene": dict(SHARED["scene"])}, "steps": {}}
    gamma["steps"] = {
        "g0": {"choices": {"on": {"goto": "g1", "again": ["scene"]}, "by": {"goto": "g1"}}},
        "g1": {"end": "end"},
    }
    return {"alpha": flows["alpha"], "beta": flows["beta"], "gamma": gamma}


def moment_flows(random: Random) -> dict[str, Plain]:
    """Return flows of moments that bound one another and begin promises.

    `alpha` runs `beta` at times; they share `first`.
    """
    flows: dict[str, Plain] = {}
    names = ["first", "came", "plan", "day", "told"]
    for name in ("beta", "alpha"):
        facts: Plain = {fact: {"type": "datetime"} for fact in names}
        facts["day"], facts["first"]["shared"] = {"type": "date"}, True
        facts["calls"] = {"rows": {"at": {"type": "datetime", "past": True}, "to": {}}}
        facts["kind"] = dict(OWN["kind"])
        for fact in names:
            if (side := random.choice(["past", "future", "", ""])) and fact != "first":
                facts[fact][side] = True
            for bound in ("not_before", "not_after"):
                if random.random() < 0.3:
                    facts[fact][bound] = random.choice([*names, fact])
            if random.random() < 0.15:
                facts[fact]["when"] = {random.choice([*names, "kind"]): {"known": True}}
        if random.random() < 0.5:
            facts["on_time"] = {"type": "yes_no", "derive": "not_after", "of": ["came", "plan"]}
        steps: Plain = {}
        for n in range(3):
            choices = {
                way: {
                    "goto": random.choice(["s0", "s1", "s2", "e0"]),
                    **({"needs": [random.choice([*facts])]} if random.random() < 0.4 else {}),
                    **({"set": {random.choice(names[:3]): "now"}} if random.random() < 0.4 else {}),
                    **({"again": [random.choice(names)]} if random.random() < 0.3 else {}),
                    **({"park": 3600} if random.random() < 0.1 else {}),
                }
                for way in ("on", "by")
            }
            steps[f"s{n}"] = {"choices": choices}
            if random.random() < 0.5:
                anchor = random.choice(["", *names])
                due = random.choice([600, -300]) if anchor else 600
                steps[f"s{n}"]["due"] = {"seconds": due} | ({"anchor": anchor} if anchor else {})
        if name == "alpha" and random.random() < 0.4:
            steps["s1"]["run"] = "beta"
        deadlines = {
            f"d{n}": {
                "seconds": random.choice([300, 3600, 86400]),
                "from": random.choice([*names, *names, "s0"]),
                "until": random.choice([*names, "s2", "on"]),
                "pause": random.sample(["s0", "s1", "s2"], 1),
                "every": random.random() < 0.4,
                "work": random.random() < 0.3,
            }
            for n in range(2)
        }
        steps["e0"] = {"end": "end"}
        flows[name] = {"facts": facts, "deadlines": deadlines, "steps": steps}
        flows[name] |= {"flow": name, "rules": 2}
    gamma: Plain = {"flow": "gamma", "facts": {}, "steps": {"e0": {"end": "end"}}, "rules": 2}
    return {"alpha": flows["alpha"], "beta": flows["beta"], "gamma": gamma}


def moment_intent(random: Random, machine: Machine) -> it.Intent:
    """Return a moment recorded earlier or later, with a reason or without; else any intent."""
    case = machine.case
    if case.status != "open" or random.random() < 0.5:
        return random_intent(random, machine)
    facts = [
        fact
        for frame in case.here.stack
        for fact, spec in machine.structures[frame.flow]["facts"].items()
        if spec.get("type") in ("date", "datetime")
    ]
    if not facts:
        return it.StepBack()
    raws = ["now", "-1h", "+1h", "-10m", "+10m", "-3d", "+3d", "today", "tomorrow", "yesterday"]
    raws += ["+4m", "-4m", "2026-11-20 9h", "9999-12-31 23:59", "0001-01-01 00:00"]
    raw = random.choice(raws)
    raw = f"{raw[1:]} ago" if raw.startswith("-") else raw
    if random.random() < 0.1:
        return it.ClearFact(random.choice(facts))
    return it.RecordFact(random.choice(facts), raw, random.choice(["", "", "it was late", "\x00"]))


def _flow(random: Random, name: str, inner: list[str], flows: dict[str, Plain]) -> Plain:
    own = random.sample(sorted(OWN), random.randint(2, 5))
    if "on_time" in own:
        own = sorted({*own, "came", "plan"})
    facts = {fact: dict(OWN[fact]) for fact in own}
    for fact in SHARED:
        if random.random() < 0.7:
            facts[fact] = dict(SHARED[fact])
    names = [f"s{n}" for n in range(random.randint(2, 5))]
    ends = [f"e{n}" for n in range(random.randint(1, 2))]
    items, waits = ["i0", "i1", "i2"], ["w0", "w1"]
    for fact in list(facts):
        if random.random() < 0.25 and not facts[fact].get("derive"):
            others = [other for other in facts if other != fact]
            facts[fact] |= _gate(random, others, facts, [*items, *waits], [])
    steps: Plain = {}
    for step in names:
        plain: Plain = {}
        results: list[str] = []
        if inner and random.random() < 0.4:
            plain["run"] = random.choice(inner)
            results = [s["end"] for s in flows[plain["run"]]["steps"].values() if "end" in s]
        if random.random() < 0.5:
            plain["items"] = {
                item: _gate(random, list(facts), facts, [], []) if random.random() < 0.2 else {}
                for item in random.sample(items, random.randint(1, 2))
            }
        if random.random() < 0.6:
            plain["wait"] = {"id": random.choice(waits), "for": random.choice([60, 900])}
        if random.random() < 0.5:
            fact = random.choice(list(facts))
            gate = _gate(random, list(facts), facts, items, []) if random.random() < 0.3 else {}
            plain["facts"] = {fact: gate}
        if random.random() < 0.3:
            plain["due"] = {"seconds": random.choice([60, 900])}
            if "plan" in facts and random.random() < 0.5:
                plain["due"] = {"seconds": -300, "anchor": "plan"}
        if random.random() < 0.5:
            plain["say"] = [
                {"phrase": f"p{n}", "via": random.choice(VIAS)}
                | _gate(random, list(facts), facts, items, [])
                for n in range(2)
            ]
        plain["choices"] = {
            f"c{n}": _choice(random, facts, [*names, *ends], [*items, *waits], results)
            for n in range(random.randint(1, 3))
        }
        if results and random.random() < 0.5:
            plain["then"] = {
                result: random.choice([*names, *ends])
                for result in random.sample(results, random.randint(1, len(results)))
            }
        steps[step] = plain
    for end in ends:
        steps[end] = {"end": f"end_{end}"}
        if random.random() < 0.4:
            steps[end]["items"] = {"i0": {}}
    deadlines: Plain = {}
    events = [*names, "c0", "s0.c1", "i0", *own]
    if random.random() < 0.7:
        deadlines["promise"] = {
            "seconds": random.choice([300, 3600]),
            "from": random.choice(events),
            "until": random.choice(events),
            "pause": random.sample(names, 1),
            "every": random.random() < 0.4,
        }
    flow: Plain = {"flow": name, "facts": facts, "deadlines": deadlines, "steps": steps}
    if random.random() < 0.3:
        flow["embargo"] = {"via": random.sample(VIAS, 3), "until": random.sample([*facts], 2)}
    return flow


def _choice(
    random: Random, facts: Plain, goto: list[str], needs: list[str], results: list[str]
) -> Plain:
    plain: Plain = {"goto": random.choice(goto)}
    if random.random() < 0.6:
        plain |= _gate(random, list(facts), facts, needs, results)
    known = [fact for fact in ENUMS if fact in facts and not facts[fact].get("derive")]
    if known and random.random() < 0.3:
        fact = random.choice(known)
        plain["set"] = {fact: random.choice(ENUMS[fact])}
    if "came" in facts and random.random() < 0.2:
        plain["set"] = {"came": "now"}
    asked = [fact for fact in facts if not facts[fact].get("derive")]
    if asked and random.random() < 0.3:
        plain["again"] = random.sample(asked, 1)
    if random.random() < 0.1:
        plain["park"] = 3600
    return plain


def _gate(
    random: Random, names: list[str], facts: Plain, needs: list[str], results: list[str]
) -> Plain:
    gate: Plain = {}
    tested = [fact for fact in names if fact in ENUMS]
    if results and random.random() < 0.6:
        gate["when"] = {"result": [random.choice(results)]}
    elif tested and random.random() < 0.4:
        fact = random.choice(tested)
        values = ENUMS[fact]
        gate["when"] = {fact: random.sample(values, random.randint(1, len(values)))}
    elif names and random.random() < 0.2:
        gate["when"] = {random.choice(names): {"known": random.random() < 0.5}}
    if random.random() < 0.6:
        pool = [*needs, *needs, *names]
        gate["needs"] = random.sample(pool, min(len(pool), random.randint(1, 2)))
    return gate


def random_intent(random: Random, machine: Machine) -> it.Intent:
    """Return something an agent might want, often what the step offers, at times nonsense."""
    case = machine.case
    nasty = random.choice(NASTY)
    if case.status == "new":
        return it.OpenCase(
            nasty, random.choice(["alpha", "alpha", "ghost"]), nasty, "", "en", "UTC"
        )
    top = case.here.top
    step = machine.structures[top.flow]["steps"][top.step]
    known = [fact for frame in case.here.stack for fact in machine.structures[frame.flow]["facts"]]
    fact = random.choice(known)
    roll = random.random()
    if case.status == "parked" and roll < 0.7:
        return it.ResumeCase(random.choice(["", "", "luc", nasty]))
    if case.away_since and roll < 0.7:
        return it.ReturnToCase() if roll < 0.5 else it.ResumeCase()
    if random.random() < (0.2 if case.scenario else 0.05):
        return _mock(random, machine, fact)
    if random.random() < 0.1:
        return _words(random, [line["phrase"] for line in step.get("say", ())])
    if machine.covered and random.random() < 0.5:
        return _otherwise(random, machine, step)
    if roll < 0.38 and step.get("choices"):
        return it.MakeChoice(random.choice([*step["choices"]]))
    if roll < 0.50:
        if random.random() < 0.2:
            return it.ClearFact(fact)
        return it.RecordFact(fact, random.choice([*RAW.get(fact, ()), nasty]))
    if roll < 0.65 and step.get("items"):
        return it.TickItem(random.choice([*step["items"]]), random.random() < 0.85)
    if roll < 0.78 and len(case.trail) > 1:
        return it.StepBack()
    if roll < 0.84 and len(case.here.stack) == 1:
        return it.EnterFlow(random.choice(["beta", "gamma", "beta"]))
    if roll < 0.90 and len(case.here.stack) > 1:
        return it.LeaveFlow()
    rare: list[it.Intent] = [
        it.OpenCase("again", "alpha", "a", "r", "en", "UTC"),
        it.RecordFact(f"{top.flow}.{fact}", random.choice(RAW.get(fact, NASTY))),
        it.RecordFact(nasty, nasty),
        it.MakeChoice(nasty),
        it.TickItem(nasty),
        it.EnterFlow(nasty),
        it.EnterFlow("alpha"),
        it.LeaveFlow(),
        it.StepBack(),
        it.DraftField(random.choice([fact, nasty, "note"]), nasty),
        it.CopyPhrase(nasty, "en", nasty, "standard"),
        it.SwitchLanguage(random.choice(["fr", nasty])),
        it.ToggleHold(),
        it.AddNote(nasty),
        it.ParkCase(nasty, random.choice(["+1h", "demain 9h", nasty])),
        it.ResumeCase(),
        it.CloseCase(nasty),
        it.CloseCase("done"),
        it.AbandonCase(random.choice(["", "", "he hung up"])),
        it.HandOver(random.choice(["", "", "my shift ends"])),
        it.TakeOver(nasty, "hotline", ((nasty, nasty),)),
        *(it.LeaveCase(), it.ReturnToCase(), it.ToggleHold(), it.ToggleHold()),
        it.UseDesk(random.choice(["agent", "luc", nasty]), "social", (("support_link", nasty),)),
    ]
    return random.choice(rare)


def _otherwise(random: Random, machine: Machine, step: Plain) -> it.Intent:
    """Return a change of what was consented to or decided, a tick, or a way on."""
    case, roll = machine.case, random.random()
    boxes = shown_items(machine.flows, case, machine.now())
    if boxes and roll < 0.4:
        unticked = [box for box in boxes if box.ticked is None and box.verdict.open]
        box = random.choice(unticked or boxes)
        return it.TickItem(random.choice([box.name, box.name, box.item.id]), random.random() < 0.9)
    if step.get("choices") and roll < 0.65:
        lines = shown_choices(machine.flows, case, machine.now())
        on = [choice.id for choice, verdict in lines if verdict.open and choice.id == "on"]
        return it.MakeChoice(random.choice([*on, *on, *step["choices"]]))
    specs = {
        name: spec
        for frame in case.here.stack
        for name, spec in machine.structures[frame.flow]["facts"].items()
        if "derive" not in spec
    }
    covered = [
        key.rpartition(".")[2]
        for consent in case.consents.values()
        for key, value in consent.values
        if case.ledger.get(key) and key.rpartition(".")[2] in specs
    ]
    name = random.choice([*specs, *covered, *covered])
    if roll < 0.70:
        return it.ClearFact(name)
    if roll < 0.76 and len(case.trail) > 1:
        return it.StepBack()
    if roll < 0.78:
        return it.ParkCase("later", "+1h")
    if roll < 0.81 and len(case.here.stack) == 1:
        return it.EnterFlow(random.choice(["beta", "gamma"]))
    if roll < 0.84 and len(case.here.stack) > 1:
        return it.LeaveFlow()
    return it.RecordFact(name, random.choice(RAW.get(name) or _raws(specs[name])))


def _raws(spec: Plain) -> list[str]:
    """Return a few values of a fact."""
    cells = [_raws(column)[0] for column in spec.get("rows", {}).values()]
    if cells:
        return [" | ".join(cells), "; ".join([" | ".join(cells)] * 2)]
    kinds: dict[str, list[str]] = {
        "choice": spec.get("options", []),
        "yes_no": ["yes", "no"],
        "number": [spec.get("min") or "1", spec.get("max") or "2"],
        "date": ["today"],
        "datetime": ["now", "+1h"],
        "phone": ["0612345678", "+33687654321"],
        "email": ["a@b.fr", "c@d.fr"],
        "serial": ["PF3ABCD1", "PF3ABCD2"],
        "url": ["https://example.com/a", "https://example.com/b"],
    }
    return kinds.get(spec.get("type", "text"), ["one thing", "another"])


def _mock(random: Random, machine: Machine, fact: str) -> it.Intent:
    """Return what only a mock call knows; real cases are asked for it too."""
    case, nasty = machine.case, random.choice(NASTY)
    told = [e.value for one in case.ledger.values() for e in one if isinstance(e.value, str)] or [
        ""
    ]
    wanted: list[it.Intent] = [
        it.SetClock(random.choice([15.0, 15.0, 1.0, 2.0, -1.0, float("nan"), float("inf")])),
        it.AskCustomer(random.choice([fact, nasty])),
        it.HearCustomer(
            case.heard + random.choice([1, 1, 1, 0, 2, -1]),
            random.choice(["line", "line", "objection", "objection", "hang_up", nasty]),
            nasty,
        ),
        it.BeginMockCall(nasty, nasty, nasty, nasty, nasty),
        it.RecordFact("mail", "a@b.fr"),
        it.WriteReply(random.choice(told), "public"),
    ]
    return random.choice(wanted)


def _words(random: Random, phrases: list[str]) -> it.Intent:
    """Return something to say or to write; what is personal in these cases among it."""
    nasty = random.choice(NASTY)
    phrase = random.choice([*phrases, "", nasty])
    flags = tuple(random.sample(["child_could", "not_ours", nasty], 2))
    text = random.choice(["see you", "Dear Zoe, hello", "write to A@B.fr", nasty])
    said: list[it.Intent] = [
        it.CopyPhrase(phrase, "en", text, "standard"),
        it.WriteReply(text, random.choice([*VIAS, nasty]), phrase, flags),
        it.WriteReply(text, random.choice(["public", "private"])),
        it.AddNote(text, flags),
    ]
    return random.choice(said)


def random_time(random: Random, machine: Machine) -> None:
    """Let time do what it does on a real machine."""
    roll = random.random()
    if roll < 0.6:
        machine.passes(random.choice([0.2, 5, 61]))
    elif roll < 0.7:
        machine.passes(random.choice([901, 4000, 90_000]))
    elif roll < 0.76:
        machine.set_clock(random.choice([3600.0, 3600.0, -3600.0, 86_400.0 * 400, -1e9]))
    elif roll < 0.80:
        machine.reboots(random.choice([30.0, 4000.0, -600.0, 1e6]))
    elif roll < 0.802:
        machine.set_clock(random.choice([1e15, -1e15]))


def walk(random: Random, steps: int = 30) -> Machine:
    """Return a machine on which a random agent has worked a random flow."""
    roll = random.random()
    kind = bound_flows if roll < 0.4 else tight_flows if roll < 0.75 else random_flows
    return worked(random, kind(random), steps)


def worked(
    random: Random,
    flows: dict[str, Plain],
    steps: int,
    intent: Callable[[Random, Machine], it.Intent] = random_intent,
) -> Machine:
    """Return a machine on which a random agent has worked these flows."""
    machine = Machine(flows)
    if random.random() < 0.4:
        machine.begin_mock()
    else:
        machine.begin(random.choice(["", "", WEEK]))
    for _ in range(steps):
        random_time(random, machine)
        machine.do(intent(random, machine))
    return machine
