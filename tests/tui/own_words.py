"""Content of our own laid over the shipped one: cards, rules of wording, a flow with an embargo."""

from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary

_HEAD = "# yaml-language-server: $schema={}\n"
_GUARD = _HEAD.format("../flows/guard.schema.json")
_SCRIPT = _HEAD.format("../flows/script.schema.json")
_WORDS = _HEAD.format("../flows/cards.schema.json")
FILES = {
    "flows/cards.yaml": _HEAD.format("./cards.schema.json")
    + """\
cards:
  loud:  {group: types, authority: reference, source: 004.txt, title: Loud, signs: Shouts., advice: Listen.}
  sure:  {group: types, authority: proposed, title: Sure of it, advice: Agree first.}
  calm:  {group: habits, authority: proposed, title: Keep calm, advice: Breathe.}
groups: {habits: Habits, types: Customers}
""",  # noqa: E501
    "scripts_zh/cards.yaml": _WORDS
    + """\
cards:
  loud: {title: 感情用事者, signs: 或哭或闹。, advice: 保持镇定。}
  sure: {title: 固执己见者, advice: 先表示理解。}
  calm: {title: 保持镇定, advice: 深呼吸。}
groups: {habits: 习惯, types: 难于应付的客户}
""",
    "scripts_fr/cards.yaml": _WORDS
    + """\
cards:
  loud: {title: Bruyant, signs: Il crie., advice: "Écoutez.\\nPuis parlez."}
  sure: {title: Sûr de lui, advice: "Approuvez [d’abord]."}
  calm: {title: Rester calme, advice: Respirez.}
groups: {habits: Habitudes, types: Clients}
""",
    "scripts_zh/guard.yaml": _GUARD
    + """\
rules:
  child_could:
    kind: phrase
    authority: reference
    source: 004.txt
    says: 这种问题连小孩子都会
    instead: 我跟您一起看一下。
  normal:
    {kind: habit, authority: reference, source: 004.txt, says: 这是常有的事, instead: 我很理解。}
""",
    "scripts_fr/guard.yaml": _GUARD
    + """\
rules:
  child_could:
    kind: phrase
    authority: proposed
    says: Même un enfant saurait le faire
    near: [[même un enfant]]
    instead: Regardons [ensemble].
""",
    "flows/storm.yaml": _HEAD.format("./flow.schema.json")
    + """\
flow: storm
title: Storm
stages: [alarm]
facts: {cleared_by: {type: text}}
embargo: {via: [public, private], until: [cleared_by]}
steps:
  raise:
    stage: alarm
    title: Raise the alarm
    say:
      - {phrase: holding, via: public}
      - {phrase: spoken, via: call}
      - {phrase: texted, via: sms, needs: [cleared_by]}
    facts: [cleared_by]
    choices: {over: {goto: done}}
  done: {stage: alarm, title: Over, end: handled}
""",
    **{
        f"scripts_{language}/storm.yaml": _SCRIPT
        + f"""\
flow: storm
title: {title}
stages: {{alarm: {stage}}}
facts: {{cleared_by: {cleared}}}
steps:
  raise: {{title: {step}, choices: {{over: {over}}}}}
  done: {{title: {over}}}
ends: {{handled: {over}}}
phrases:
  holding: {{authority: proposed, text: {text}}}
  spoken: {{authority: proposed, text: {text}}}
  texted: {{authority: proposed, text: {text}}}
"""
        for language, title, stage, cleared, step, over, text in (
            ("fr", "Tempête", "Alerte", "Accord du juridique", "Alerter", "Fini", "Un instant."),
            ("zh", "风波", "报警", "法务同意", "上报", "结束", "请稍等。"),
        )
    },
}


@lru_cache(maxsize=1)
def own_library() -> ContentLibrary:
    """Return the content, compiled once for all tests of a process."""
    root = Path(mkdtemp(prefix="desk-own-"))
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    library = ContentLibrary([shipped(), root], root / "cache")
    assert not library.problems(), "\n".join(map(str, library.problems()))
    return library
