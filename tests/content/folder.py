"""A small content folder for tests: whole and without problems until something is changed."""

from pathlib import Path

from lenovo_desk.content.compile.read_flows import Content, read_content
from lenovo_desk.content.folders import load, sources
from lenovo_desk.content.yaml.problems import Problem

FLOW_HEAD = "# yaml-language-server: $schema=./flow.schema.json\n"
SCRIPT_HEAD = "# yaml-language-server: $schema=../flows/script.schema.json\n"

FACTS = """# yaml-language-server: $schema=./facts.schema.json
facts:
  channel: {type: choice, options: [public, private]}
  customer: {type: text, personal: yes}
"""
VISIT = f"""{FLOW_HEAD}flow: visit
title: A visit
stages: [door]
facts:
  channel: {{}}
  customer: {{when: {{channel: private}}}}
  place: {{type: choice, options: [home, office]}}
  at: {{type: datetime}}
steps:
  knock:
    stage: door
    title: Knock
    do: Knock at the door.
    say:
      - {{phrase: hello, via: public}}
    facts: [place, customer]
    choices:
      opened: {{goto: inside}}
  inside: {{stage: door, title: Inside, end: done}}
"""
SCRIPT = f"""{SCRIPT_HEAD}flow: visit
title: Une visite
stages: {{door: La porte}}
facts: {{place: Lieu, at: Heure}}
options: {{place: {{home: Domicile, office: Bureau}}}}
steps:
  knock: {{title: Frapper, do: Frapper à la porte., choices: {{opened: Ouvert}}}}
  inside: {{title: Entré}}
ends: {{done: Fini}}
phrases:
  hello: {{authority: proposed, text: Bonjour.}}
"""
SHARED_SCRIPT = f"""{SCRIPT_HEAD}facts: {{channel: Canal, customer: Nom}}
options: {{channel: {{public: Public, private: Privé}}}}
"""
CARDS = """# yaml-language-server: $schema=./cards.schema.json
cards:
  calm:
    group: habits
    authority: proposed
    title: Keep calm
    advice: Breathe.
  loud:
    group: types
    authority: reference
    source: 004.txt
    title: Loud
    signs: Shouts.
    advice: |
      Listen.
      Then speak.
groups: {types: Customers, habits: Habits}
"""
CARD_WORDS = """# yaml-language-server: $schema=../flows/cards.schema.json
cards:
  calm: {title: Rester calme, advice: Respirez.}
  loud: {title: Bruyant, signs: Il crie., advice: Écoutez.}
groups: {types: Clients, habits: Habitudes}
"""
RULES = """# yaml-language-server: $schema=../flows/guard.schema.json
rules:
  child_could:
    kind: phrase
    authority: reference
    source: 004.txt
    says: Même un enfant saurait le faire
    near:
      - [un enfant, saurait]
      - [pardon, pardon]
    unless: [^si, pas un enfant]
    instead: Regardons ensemble.
"""
"""Cards and rules are laid beside the content by the tests that are about them."""
FILES = {
    "flows/facts.yaml": FACTS,
    "flows/visit.yaml": VISIT,
    "scripts_fr/facts.yaml": SHARED_SCRIPT,
    "scripts_fr/visit.yaml": SCRIPT,
}


def written(root: Path, **changed: str | bytes | None) -> Path:
    """Write the content with some files changed, added or (None) left out; return its folder.

    A file is named with `__` for its slash: `flows__visit`.
    """
    files: dict[str, str | bytes | None] = dict(FILES)
    files |= {f"{name.replace('__', '/')}.yaml": text for name, text in changed.items()}
    for name, text in files.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def read(root: Path) -> Content:
    """Return everything that a content folder says."""
    return read_content((one, load(one)) for one in sources([root]))


def problems(root: Path) -> list[Problem]:
    """Return the problems of a content folder."""
    return read(root).problems
