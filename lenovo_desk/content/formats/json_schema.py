"""Write the formats as JSON Schema, for completion in editors."""

import json
import os
from typing import Any

from lenovo_desk.content.formats.card_and_rule_formats import CARDS_ANYWHERE, GUARD_FILE
from lenovo_desk.content.formats.flow_format import FACTS, FLOW, NEEDS, SCRIPT, WHEN
from lenovo_desk.content.formats.scenario_and_quiz_formats import QUIZ, SCENARIO
from lenovo_desk.content.formats.scorecard_format import SCORECARD_ANYWHERE
from lenovo_desk.content.yaml.collections import RecordOf
from lenovo_desk.core.model.flow import Plain

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, tuple[str, RecordOf]] = {
    "flow.schema.json": ("A flow of Lenovo Desk", FLOW),
    "facts.schema.json": ("Shared facts of Lenovo Desk", FACTS),
    "script.schema.json": ("A script of Lenovo Desk", SCRIPT),
    "cards.schema.json": ("Customer cards of Lenovo Desk", CARDS_ANYWHERE),
    "guard.schema.json": ("Rules of wording of Lenovo Desk", GUARD_FILE),
    "scenario.schema.json": ("A scenario of Lenovo Desk", SCENARIO),
    "quiz.schema.json": ("A quiz of Lenovo Desk", QUIZ),
    "scorecard.schema.json": ("The scorecard of Lenovo Desk", SCORECARD_ANYWHERE),
}
INTERFACE_SCHEMA = "interface.schema.json"
_INTERFACE = {
    "$schema": _DRAFT,
    "title": "Words of the screens and commands of Lenovo Desk",
    "type": "object",
    "description": "Words by name, nested as deep as is useful.",
    "additionalProperties": {"anyOf": [{"type": ["string", "number"]}, {"$ref": "#"}]},
}
NAMES = (*SCHEMAS, INTERFACE_SCHEMA)


def write_schemas(folder: str) -> None:
    """Write all schema files to `folder`, that of the flows. Raises `OSError`."""
    for name in NAMES:
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(schema_text(name))


def schema_text(name: str) -> str:
    """Return the text of one schema file."""
    if name == INTERFACE_SCHEMA:
        return json.dumps(_INTERFACE, ensure_ascii=False, indent=2) + "\n"
    title, shape = SCHEMAS[name]
    whole = shape.schema()
    shared = {} if shape is not FLOW else {"when": WHEN.schema(), "needs": NEEDS.schema()}
    schema = {"$schema": _DRAFT, "title": title, **_referring(whole, shared)}
    if shared:
        schema["$defs"] = shared
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _referring(schema: Any, shared: dict[str, Plain]) -> Any:
    """Return a schema with a reference in place of each shared part."""
    for name, part in shared.items():
        if schema == part:
            return {"$ref": f"#/$defs/{name}"}
    if isinstance(schema, dict):
        return {key: _referring(value, shared) for key, value in schema.items()}
    return schema
