"""Small files of training for tests, whole until something is changed, and a flow they are of."""

from pathlib import Path

from lenovo_desk.content.compile.compile_training import Drills, read_drills
from lenovo_desk.content.folders import drills, load
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.content.training_library import ContentMaterials
from lenovo_desk.content.yaml.problems import Problem
from tests.content.folder import FLOW_HEAD, SCRIPT_HEAD, written

TALK = f"""{FLOW_HEAD}flow: talk
title: A talk
stages: [line]
facts:
  channel: {{}}
  customer: {{}}
  phone: {{type: phone, personal: yes}}
  mood: {{type: choice, options: [fine, cross]}}
  at: {{type: datetime}}
  then: {{type: datetime}}
  on_time: {{derive: not_after, of: [at, then]}}
  length: {{type: choice, options: [short, long], chosen: yes}}
steps:
  greet:
    stage: line
    say: [{{phrase: hello, via: call}}]
    items: [listened]
    facts: [customer, phone, mood, at, then, channel]
    choices:
      go_on: {{goto: waiting, needs: [listened, phone], set: {{length: short}}}}
  waiting:
    stage: line
    wait: {{id: waited, for: 5m}}
    choices:
      over: {{goto: goodbye, needs: [waited], when: {{on_time: yes}}}}
      late: {{goto: goodbye, needs: [waited], when: {{on_time: no}}}}
  goodbye:
    stage: line
    say: [{{phrase: more, via: sms}}]
    choices:
      done: {{goto: solved}}
  solved: {{end: solved}}
"""
TALK_SCRIPT = f"""{SCRIPT_HEAD}flow: talk
title: Un appel
stages: {{line: La ligne}}
facts: {{phone: Téléphone, mood: Humeur, at: À, then: Pour, on_time: À l’heure, length: Durée}}
options:
  mood: {{fine: Bonne, cross: Mauvaise}}
  length: {{short: Court, long: Long}}
items: {{listened: Écouté}}
waits: {{waited: Attendu}}
ends: {{solved: Résolu}}
steps:
  greet: {{title: Saluer, choices: {{go_on: Continuer}}}}
  waiting: {{title: Attendre, choices: {{over: Fini, late: En retard}}}}
  goodbye: {{title: Saluer, choices: {{done: Terminé}}}}
phrases:
  hello: {{authority: proposed, text: "Bonjour, ici Lenovo."}}
  more: {{authority: proposed, text: "Tout est là : {{support_link}}"}}
"""
SCENARIO = """# yaml-language-server: $schema=../../flows/scenario.schema.json
scenario: short
title: Un appel court
about: Un client appelle.
order: 2
source: 004.txt
flow: talk
persona: {name: Mme Martin, type: emotional, about: Elle est pressée.}
goal: Savoir où elle en est.
target: 10m
temper: {start: 4, limit: 9}
opens: |
  Allô ?
  Il y a quelqu’un ?
says:
  greet: Enfin !
  talk.waiting: [J’attends., J’attends encore.]
reveals:
  customer: {value: Martin, says: Martin.}
  phone: {value: 06 39 98 00 01, says: Le 06 39 98 00 01., asked_by: [numéro], told: yes}
objections: {how_long: Encore longtemps ?}
snaps: {hold: [Encore ?], repeat: Je l’ai dit.}
interrupts:
  - {after: 90s, says: Alors ?, raises: 2}
  - {after: 20s, at: waiting, says: Vous êtes là ?}
calms: [listened, greet.go_on, more, talk.goodbye]
good_call: [Écouter d’abord.]
good:
  - customer=Martin
  - phone=0639980001
  - mood=fine
  - at=now
  - then=+1h
  - +listened
  - go_on
  - wait:5m
  - over
  - copy:more
  - done
  - =solved
"""
QUIZ = """# yaml-language-server: $schema=../../flows/quiz.schema.json
quiz: times
title: Les délais
order: 3
questions:
  wait:
    ask: Combien de temps attendre ?
    right: Cinq minutes
    wrong: [Dix minutes, Une heure]
    why: C’est le flux.
    source: flows/talk.yaml
  recalled: {ask: Qui salue ?, right: Nous, source: 003.txt}
"""
CARD = """# yaml-language-server: $schema=./scorecard.schema.json
pass: 80
certification: {passed: 2, of: 3}
sections:
  work:
    title: Work
    lines:
      path: {title: Path, measure: path, points: 60, each: 2.5, allowed: 1}
  voice:
    lines:
      tone: {measure: ears, points: 40}
failures:
  early: {title: Left early, tried: [talk.waited, listened]}
  law: {stated: yes}
  public: {title: In public, posted: yes}
"""
CARD_WORDS = """# yaml-language-server: $schema=../flows/scorecard.schema.json
sections: {work: Travail, voice: Voix}
lines: {path: Chemin, tone: Ton}
failures: {early: Parti trop tôt, law: Loi, public: En public}
statements:
  no_right:
    failure: law
    authority: proposed
    says: Vous n’avez droit à rien
    near: [[aucun droit]]
    unless: [pas vrai que]
    instead: Voyons vos droits.
"""
REASONS = """reasons:
  needs_item: Tick "{name}" first.
  needs_wait: "{name}: {time} to go."
  unknown_phrase: There is no phrase "{id}" here.
  expected_end: It should have ended as "{detail}" and is at "{id}".
  not_phone: '"{detail}" is no telephone number.'
  not_option: "Possible are: {detail}."
value: {minutes: "{n} min", pair: "{name}: {value}"}
"""
FILES = {
    "flows__interface": f"# $schema=./interface.schema.json\n{REASONS}",
    "scripts_fr__interface": f"# $schema=../flows/interface.schema.json\n{REASONS}",
    "flows__talk": TALK,
    "scripts_fr__talk": TALK_SCRIPT,
    "scripts_fr__mock_calls__short": SCENARIO,
    "scripts_fr__quiz__times": QUIZ,
    "flows__scorecard": CARD,
    "scripts_fr__scorecard": CARD_WORDS,
}


def trained(root: Path, **changed: str | bytes | None) -> Path:
    """Write the content with its training, some files changed, added or left out."""
    return written(root, **{**FILES, **changed})


def read(root: Path) -> Drills:
    """Return what the files of training in a folder say."""
    files = ((one, load(one)) for one in drills([root]))
    return read_drills(files, ContentLibrary([root]))


def problems(root: Path) -> list[Problem]:
    """Return the problems of the files of training in a folder."""
    return read(root).problems


def materials(root: Path, cache: Path | None = None) -> ContentMaterials:
    """Return the training of a folder."""
    return ContentMaterials(ContentLibrary([root], cache), [root], cache)
