"""Read a flow from its plain structure, and compute a structure's digest."""

from lenovo_desk.core.model.flow import (
    BY_HAND,
    CURRENCY,
    OPEN,
    RANKS,
    Choice,
    Deadline,
    Embargo,
    FactSpec,
    Flow,
    FlowForm,
    Gate,
    PhraseLine,
    Plain,
    Step,
    StepDue,
    Test,
    Use,
    Wait,
)


def _tests(plain: Plain) -> tuple[Test, ...]:
    tests = []
    for fact, condition in plain.items():
        if isinstance(condition, dict):
            tests.append(Test(fact, known=bool(condition["known"])))
        else:
            tests.append(Test(fact, tuple(condition)))
    return tuple(tests)


def _gate(plain: Plain) -> Gate:
    when, needs = plain.get("when"), plain.get("needs")
    if not when and not needs:
        return OPEN
    return Gate(_tests(when or {}), tuple(needs or ()))


def _spec(name: str, plain: Plain) -> FactSpec:
    return FactSpec(
        id=name,
        kind=plain.get("type", "text"),
        options=tuple(plain.get("options", ())),
        unit="" if plain.get("unit") == CURRENCY else plain.get("unit", ""),
        money=plain.get("unit") == CURRENCY,
        min=plain.get("min", ""),
        max=plain.get("max", ""),
        personal=plain.get("personal", False),
        public=plain.get("public", False),
        many=plain.get("many", False),
        rows=tuple(_spec(key, row) for key, row in plain.get("rows", {}).items()),
        derive=plain.get("derive", ""),
        of=tuple(plain.get("of", ())),
        chosen=plain.get("chosen", False),
        shared=plain.get("shared", False),
        matters=plain.get("matters", ""),
        past=plain.get("past", False),
        future=plain.get("future", False),
        not_before=plain.get("not_before", ""),
        not_after=plain.get("not_after", ""),
        short=plain.get("short", False),
        none=plain.get("none", False),
        gate=_gate(plain),
    )


def _deadline(name: str, plain: Plain) -> Deadline:
    return Deadline(
        id=name,
        seconds=plain["seconds"],
        start=plain["from"],
        until=plain["until"],
        when=_tests(plain.get("when", {})),
        pause=tuple(plain.get("pause", ())),
        every=plain.get("every", False),
        work=plain.get("work", False),
        days=plain.get("days", 0),
    )


def _step(name: str, plain: Plain) -> Step:
    wait, due = plain.get("wait"), plain.get("due")
    return Step(
        id=name,
        stage=plain.get("stage", ""),
        say=tuple(
            PhraseLine(line["phrase"], line["via"], _gate(line)) for line in plain.get("say", ())
        ),
        items=tuple(
            Use(key, _gate(use), tuple(use.get("covers", ())))
            for key, use in plain.get("items", {}).items()
        ),
        facts=tuple(Use(key, _gate(use)) for key, use in plain.get("facts", {}).items()),
        wait=Wait(wait["id"], wait["for"]) if wait else None,
        due=StepDue(due["seconds"], due.get("anchor", "")) if due else None,
        dial=tuple(Use(key, _gate(use)) for key, use in plain.get("dial", {}).items()),
        run=plain.get("run", ""),
        then=plain.get("then", {}),
        choices=tuple(
            Choice(
                key,
                choice["goto"],
                _gate(choice),
                tuple(choice.get("set", {}).items()),
                tuple(choice.get("again", ())),
                choice.get("park", 0),
                tuple(choice.get("covers", ())),
            )
            for key, choice in plain.get("choices", {}).items()
        ),
        end=plain.get("end", ""),
    )


def _form(name: str, plain: Plain) -> FlowForm:
    sign = plain.get("sign", ())
    by_signer = sign if isinstance(sign, dict) else {}
    signatures = [
        (signer, item)
        for signer, items in by_signer.items()
        for item in ([items] if isinstance(items, str) else items)
        if item != BY_HAND
    ]
    return FlowForm(name, tuple(plain["fields"]), tuple(sign), tuple(signatures))


def structure_text(structure: Plain) -> str:
    """Return the canonical JSON text of a structure: keys in its own order, no white space."""
    import json

    return json.dumps(structure, ensure_ascii=False, separators=(",", ":"))


def structure_digest(structure: Plain) -> str:
    """Return the digest of a structure: 32 hex digits of SHA-256.

    A case names the structure it began with by this digest.
    """
    import hashlib

    return hashlib.sha256(structure_text(structure).encode()).hexdigest()[:32]


def flow_from_plain(plain: Plain, digest: str) -> Flow:
    """Return the flow that a checked plain structure describes.

    `plain` has `flow`, `source`, `roles`, `stages`, `facts`, `deadlines`, `steps`, `start`, and
    may have `forms`, `embargo` (the channel lock), `priority` and `rules`. Durations are whole
    seconds. `when` values are lists of strings or `{known: bool}`. The items and facts of a step
    map ids to gates.
    """
    embargo = plain.get("embargo")
    return Flow(
        id=plain["flow"],
        digest=digest,
        source=plain.get("source", ""),
        roles=tuple(plain.get("roles", ())),
        stages=tuple(plain.get("stages", ())),
        facts={key: _spec(key, spec) for key, spec in plain.get("facts", {}).items()},
        deadlines=tuple(_deadline(key, line) for key, line in plain.get("deadlines", {}).items()),
        steps={key: _step(key, step) for key, step in plain["steps"].items()},
        first=next(iter(plain["steps"])),
        on_home=plain.get("start", True),
        timed=bool(plain.get("deadlines")) or any("due" in s for s in plain["steps"].values()),
        forms=tuple(_form(key, form) for key, form in plain.get("forms", {}).items()),
        embargo=Embargo(tuple(embargo["via"]), tuple(embargo["until"])) if embargo else None,
        rules=plain.get("rules", 1),
        priority=tuple(
            (rank, _tests(plain["priority"][rank]))
            for rank in RANKS
            if rank in plain.get("priority", {})
        ),
    )
