"""Flows in which an answer lapses: the one of a bug report, and its like."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary

_IRRELEVANT = """\
# yaml-language-server: $schema=./flow.schema.json
flow: irrelevant
title: Irrelevant answers
stages: [desk]
facts:
  bought: {type: choice, options: [shop, web]}
  shop_name: {type: text, when: {bought: shop}}
forms:
  sheet: {fields: [bought, shop_name]}
steps:
  ask:
    stage: desk
    title: Ask
    do: Ask.
    facts: [bought, shop_name]
    say: [{phrase: confirm, via: ticket}]
    choices:
      on: {label: On, goto: done, needs: [bought]}
      refund: {label: Refund by the shop, goto: done, needs: [shop_name]}
  done: {stage: desk, title: Done, do: Wrap up., end: done}
words:
  facts: {bought: Bought, shop_name: Shop}
  options: {bought: {shop: Shop, web: Web}}
  forms: {sheet: Sheet}
"""
_IRRELEVANT_FR = """\
# yaml-language-server: $schema=../flows/script.schema.json
title: Réponses devenues sans objet
steps:
  ask: {title: Demander, do: Demander., choices: {on: Suite, refund: Remboursé par le magasin}}
  done: {title: Fini, do: Conclure.}
phrases:
  confirm: {authority: proposed, text: "Acheté : {bought}, magasin {shop_name}."}
"""
_LAPSING = """\
# yaml-language-server: $schema=./flow.schema.json
flow: lapsing
title: Answers that lapse
stages: [desk]
facts:
  reached: {type: choice, options: [yes_now, no_more]}
  customer_name: {when: {reached: yes_now}}
  customer_phone: {when: {customer_name: {known: yes}}}
  serial_number: {when: {customer_phone: {known: yes}}}
forms:
  sheet: {fields: [reached, customer_name, customer_phone, serial_number]}
steps:
  ask:
    stage: desk
    title: Ask
    do: Ask.
    facts: [reached, customer_name, customer_phone, serial_number]
    say:
      - {phrase: hello, via: call, when: {serial_number: {known: yes}}}
      - {phrase: nobody, via: call, when: {serial_number: {known: no}}}
    choices:
      on: {label: On, goto: done, needs: [reached]}
      send: {label: Send, goto: done, needs: [serial_number]}
  done: {stage: desk, title: Done, do: Wrap up., end: done}
words:
  facts: {reached: Reached}
  options: {reached: {yes_now: Reached, no_more: Not any more}}
  forms: {sheet: Sheet}
"""
_LAPSING_FR = """\
# yaml-language-server: $schema=../flows/script.schema.json
title: Réponses devenues caduques
steps:
  ask: {title: Demander, do: Demander., choices: {on: Suite, send: Envoyer}}
  done: {title: Fini, do: Conclure.}
phrases:
  hello: {authority: proposed, text: "{customer_name}, au {customer_phone}, pour {serial_number}."}
  nobody: {authority: proposed, text: Personne.}
"""
_BOUNDED = """\
# yaml-language-server: $schema=./flow.schema.json
flow: bounded
title: Moments that bound each other
stages: [desk]
facts:
  arrived: {type: datetime}
  left: {type: datetime, not_before: arrived}
  closed_by: {type: datetime, not_after: left}
  minutes: {derive: quarter_hour, of: [arrived, left]}
forms:
  sheet: {fields: [arrived, left, minutes], sign: {customer: signed}}
deadlines:
  report: {within: 2h, clock: always, from: left, until: ask.on}
steps:
  ask:
    stage: desk
    title: Ask
    do: Ask.
    facts: [arrived, left, closed_by]
    items: {signed: {needs: [left], covers: [left]}}
    say: [{phrase: times, via: ticket}]
    choices:
      on: {label: On, goto: done, needs: [arrived]}
      send: {label: Send, goto: done, needs: [left, signed]}
      waited: {label: Waited, goto: done, when: {minutes: yes}}
  done: {stage: desk, title: Done, do: Wrap up., end: done}
words:
  facts: {arrived: Arrived, left: Left, closed_by: Closed by, minutes: A quarter of an hour}
  items: {signed: Signed}
  forms: {sheet: Sheet}
"""
_BOUNDED_FR = """\
# yaml-language-server: $schema=../flows/script.schema.json
title: Moments qui se bornent
facts: {arrived: Arrivée, left: Départ, closed_by: Fermé avant, minutes: Un quart d’heure}
forms: {sheet: Fiche}
steps:
  ask: {title: Demander, do: Demander., choices: {on: Suite, send: Envoyer, waited: Attendu}}
  done: {title: Fini, do: Conclure.}
phrases:
  times: {authority: proposed, text: "Parti à {left:time}."}
"""


@cache
def library() -> ContentLibrary:
    """Return the shipped content with these flows."""
    root = Path(mkdtemp(prefix="desk-lapsed-"))
    for name, text in (
        ("flows/irrelevant.yaml", _IRRELEVANT),
        ("scripts_fr/irrelevant.yaml", _IRRELEVANT_FR),
        ("flows/lapsing.yaml", _LAPSING),
        ("scripts_fr/lapsing.yaml", _LAPSING_FR),
        ("flows/bounded.yaml", _BOUNDED),
        ("scripts_fr/bounded.yaml", _BOUNDED_FR),
    ):
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    content = ContentLibrary([shipped(), root], root / "cache")
    wordless = ("no-script", "missing-words")
    errors = [problem for problem in content.problems() if problem.code not in wordless]
    assert not errors, "\n".join(map(str, errors))
    return content
