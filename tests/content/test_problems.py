"""Every kind of mistake is reported with its code, its place, what is wrong and a guess.

In the tables `§` marks the place where the problem must be reported.
"""

from pathlib import Path

import pytest

from lenovo_desk.content.yaml.problem_codes import CONSENTS, RULES, TRAINING
from lenovo_desk.content.yaml.problems import Problem, nearest
from tests.content.folder import (
    CARD_WORDS,
    CARDS,
    FACTS,
    FLOW_HEAD,
    SCRIPT,
    SHARED_SCRIPT,
    VISIT,
    problems,
    written,
)
from tests.content.folder import (
    RULES as GUARD,
)
from tests.content.problem_table import Row, part, place_of


def visit(old: str, new: str) -> str:
    """Return the flow with a part changed."""
    assert old in VISIT
    return VISIT.replace(old, new)


def fact(line: str) -> str:
    """Return the flow with one more fact."""
    return visit("  at:", f"  {line}\n  at:")


def call(numbers: str, via: str = "call") -> str:
    """Return the flow with numbers to dial at its step, whose phrase goes by a medium."""
    flow = part(fact("line: {type: phone, personal: true}"), "via: public", f"via: {via}")
    return part(flow, "    say:", f"    dial: {numbers}\n    say:")


def choice(line: str) -> str:
    """Return the flow with its choice changed."""
    return visit("opened: {goto: inside}", line)


def step(text: str) -> str:
    """Return the flow with one more step before its end, reached by a second choice."""
    more = "opened: {goto: inside}\n      more: {goto: extra}"
    return choice(more).replace("  inside:", f"  {text}\n  inside:")


def script(old: str, new: str) -> str:
    """Return the script with a part changed."""
    assert old in SCRIPT
    return SCRIPT.replace(old, new)


def phrase(text: str) -> str:
    """Return the script with another text of its phrase."""
    return script("text: Bonjour.", f"text: {text}")


def consent(
    item: str = "signed",
    needs: str = "[place]",
    covers: str = "[place]",
    choice: str = "opened",
    relies: str = "[signed]",
    sets: str = "{}",
    form: str = "[customer]",
    say: str = "",
) -> str:
    """Return the flow with a signature at its first step, and a step after it that may `say`."""
    flow = visit(
        "    say:", f"    items: {{{item}: {{needs: {needs}, covers: {covers}}}}}\n    say:"
    )
    way = f"{choice}: {{goto: after, needs: {relies}, set: {sets}}}"
    said = f"\n    say:\n      {say}" if say else ""
    after = f"  after:\n    title: After{said}\n    choices: {{on: {{goto: inside}}}}\n"
    flow = part(flow, "opened: {goto: inside}", way).replace("  inside:", f"{after}  inside:")
    return part(flow, "steps:\n", f"forms: {{sheet: {{fields: [place], sign: {form}}}}}\nsteps:\n")


WORDED, OWN = {"scripts_fr__cards": CARD_WORDS}, {"flows__cards": CARDS}
FLOW, SPEECH = "flows__visit", "scripts_fr__visit"
INNER = f"""{FLOW_HEAD}flow: inner
title: Inner
start: no
steps:
  only: {{title: Only, choices: {{a: {{goto: yes_end}}, b: {{goto: no_end}}}}}}
  yes_end: {{end: good}}
  no_end: {{end: bad}}
"""
RUNS = "extra:\n    title: Extra\n    run: inner\n    choices:\n      back: {goto: inside%s}"
INTERFACE = "# $schema=./interface.schema.json\nhome: {title: Home, count: '{n} cases'}\n"
WORDS = "# $schema=../flows/interface.schema.json\n"

ROWS = [
    # Files.
    Row("too-big", FLOW, "§a: b\n" + "#" * 1_000_001, "1000 kB"),
    Row("empty-file", FLOW, "§", "empty"),
    Row("empty-file", FLOW, "§# only a note\n", "empty"),
    Row("bad-yaml", FLOW, "flow: visit\nsteps: {a: b§: c}\n", "colon"),
    Row("bad-yaml", FLOW, "flow: visit\nsteps:\n§\ta: 1\n", "a tab"),
    Row("bad-yaml", FLOW, "title: 'open\n§", "quote"),
    Row("harmful-character", FLOW, visit("A visit", "A v§\u202eisit"), "U+202E"),
    Row("harmful-character", FLOW, visit("A visit", "A v§\x1bisit"), "U+001B"),
    Row("harmful-character", FLOW, visit("A visit", '§"A v\\u202eisit"'), "U+202E"),
    Row("anchor", FLOW, visit("A visit", "§&here A visit"), "&here"),
    Row("alias", FLOW, visit("A visit", "§*here"), "*here"),
    Row("merge-key", FLOW, fact("other: {§<<: {type: text}, type: text}"), "<<"),
    Row("tag", FLOW, visit("A visit", "§!!python/name:os.system x"), "python"),
    Row("duplicate-key", FLOW, visit("stages:", "§title: Again\nstages:"), "line 3"),
    Row("key-not-text", FLOW, VISIT + "§[a, b]: c\n", "plain word"),
    Row("many-documents", FLOW, VISIT + "§---\nflow: other\n", "---"),
    Row("too-deep", FLOW, "a: " + "[" * 19 + "§[" + "]" * 20 + "\n", "20 levels"),
    # Shapes.
    Row("wrong-shape", FLOW, visit("stages: [door]", "stages: §door"), '"stages" must be a list'),
    Row("unknown-key", FLOW, visit("title: Knock", "§titel: Knock"), '"titel"'),
    Row("comma-in-value", FLOW, choice("opened: {label: Yes, §he is, goto: inside}"), "quotes"),
    Row("missing-key", FLOW, choice("§opened: {label: Open}"), '"goto" is missing'),
    Row("no-value", FLOW, visit("title: A visit", "title:§"), "left empty"),
    Row("bad-id", FLOW, choice("§Is Open: {goto: inside}"), '"Is Open"'),
    Row("not-among", FLOW, visit("via: public", "via: §publik"), '"publik"'),
    Row("bad-duration", FLOW, choice("opened: {goto: inside, park: §15}"), "15m"),
    Row("bad-number", FLOW, fact("rent: {type: number, min: §1e999999}"), "1e999999"),
    Row("not-yes-no", FLOW, visit("stages:", "start: §nope\nstages:"), '"nope"'),
    Row("listed-twice", FLOW, visit("[place, customer]", "[place, §place]"), "twice"),
    # Names.
    Row("flow-name", FLOW, visit("flow: visit", "flow: §visits"), '"visits"'),
    Row("unknown-step", FLOW, choice("opened: {goto: §insid}"), '"insid"'),
    Row("unknown-stage", FLOW, visit("stage: door\n", "stage: §dor\n"), '"dor"'),
    Row("unknown-number", FLOW, call("[§hotline_fone]"), '"hotline_fone"'),
    Row("unknown-number", FLOW, call("[§support_link]"), '"support_link"'),
    Row("not-a-phone", FLOW, call("[hotline_phone, §place]"), '"place" is choice'),
    Row("not-a-phone", FLOW, call("{§at: {when: {place: home}}}"), '"at" is datetime'),
    Row("dial-in-public", FLOW, call("[§hotline_phone]", "public"), "another step"),
    Row("gate-on-itself", FLOW, call("{line: {when: {§line: {known: no}}}}"), '"line"'),
    Row("unknown-fact", FLOW, call("{line: {when: {§plaice: home}}}"), '"plaice"'),
    Row("listed-twice", FLOW, call("[line, §line]"), "twice"),
    Row("unknown-fact", FLOW, visit("[place, customer]", "[§plaice, customer]"), '"plaice"'),
    Row("unknown-shared", FLOW, fact("§chanel: {}"), "facts.yaml"),
    Row("unknown-flow", FLOW, step("extra: {run: §iner, choices: {x: {goto: inside}}}"), '"iner"'),
    Row("unknown-need", FLOW, choice("opened: {goto: inside, needs: [§plase]}"), '"plase"'),
    Row("unknown-field", FLOW, visit("steps:\n", "forms:\n  sheet: {fields: [§plase]}\nsteps:\n"),
        '"plase"'),
    Row("unknown-fact", FLOW, visit("steps:\n", "embargo: {via: [sms], until: [§plase]}\nsteps:\n"),
        '"plase"'),
    Row("unknown-moment", FLOW, visit("steps:\n", "deadlines:\n  soon: {within: 4h, from: §knok, "
        "until: inside}\nsteps:\n"), '"knok"'),
    Row("chosen-asked", FLOW, visit("facts:\n", "facts:\n  told: {type: yes_no, chosen: yes}\n")
        .replace("    facts: [place,", "    facts: [§told, place,", 1), '"told"'),
    Row("never-chosen", FLOW, visit("facts:\n", "facts:\n  §told: {type: yes_no, chosen: yes}\n"),
        '"told"'),
    Row("reserved-fact", FLOW, visit("facts:\n", "facts:\n  §result: {type: text}\n"), '"result"'),
    Row("id-clash", FLOW, visit("facts: [place,", "items: [§place]\n    facts: [place,"), "item"),
    Row("id-clash", FLOW, visit("    facts: [place,", "    wait: {id: §at, for: 5m}\n"
        "    facts: [place,"), "wait"),
    Row("fact-is-shared", FLOW, visit("channel: {}", "§channel: {type: text}"), "facts.yaml"),
    Row("narrow-only", FLOW, visit("channel: {}", "channel: {§personal: no}"), "personal"),
    # Facts.
    Row("no-options", FLOW, fact("§mood: {type: choice}"), '"mood"'),
    Row("odd-key", FLOW, fact("§mood: {type: text, unit: V}"), '"unit"'),
    Row("odd-key", FLOW, fact("§mood: {type: phone, plain: yes}"), '"plain"'),
    Row("odd-key", FLOW, fact("§marks: {rows: {at: date}, plain: yes}"), '"plain"'),
    Row("odd-key", FLOW, fact("§mood: {type: choice, options: [a], none: yes}"), '"none"'),
    Row("odd-key", FLOW, fact("§mood: {type: text, many: yes, none: yes}"), '"none"'),
    Row("plain-and-personal", FLOW, fact("§mood: {type: text, plain: yes, personal: yes}"),
        '"mood"'),
    Row("odd-range", FLOW, fact("rent: {type: number, min: §9, max: 1}"), "greater"),
    Row("derive-and-type", FLOW, fact("on_time: {type: §text, derive: not_after, of: [at, then]}\n"
        "  then: {type: datetime}"), "yes_no"),
    Row("derive-arguments", FLOW, fact("on_time: {derive: §not_after, of: [at]}"), "2 facts"),
    Row("derive-argument-kind", FLOW, fact("on_time: {derive: not_after, of: [at, §place]}"),
        '"place" is a choice'),
    Row("unknown-setting", FLOW, fact("§sms_by_sistem: {derive: setting}"), "yes-or-no"),
    Row("derive-cycle", FLOW, fact("§level: {derive: crisis_level, of: [level]}"), "itself"),
    Row("derived-fact", FLOW, fact("on_time: {derive: not_after, of: [at, then]}\n"
        "  then: {type: datetime}").replace("{goto: inside}", "{goto: inside, set: "
        "{§on_time: yes}}"), "derived"),
    Row("not-a-moment", FLOW, visit("    facts:", "    due: {before: §place, by: 5m}\n    facts:"),
        '"place" is a choice'),
    Row("bad-set", FLOW, choice("opened: {goto: inside, set: {place: §hom}}"), '"hom"'),
    Row("bad-set", FLOW, choice("opened: {goto: inside, set: {at: §soon}}"), '"soon"'),
    Row("set-many", FLOW, fact("all: {type: text, many: yes}").replace(
        "{goto: inside}", "{goto: inside, set: {§all: x}}"), '"all"'),
    # Moments.
    Row("odd-key", FLOW, fact("§since: {type: text, past: yes}"), '"past"'),
    Row("odd-key", FLOW, fact("§mood: {type: yes_no, future: yes}"), '"future"'),
    Row("odd-key", FLOW, fact("§rent: {type: number, not_before: at}"), '"not_before"'),
    Row("odd-key", FLOW, fact("§rent: {type: phone, not_after: at}"), '"not_after"'),
    Row("odd-key", FLOW, fact("marks: {rows: {§who: {type: text, past: yes}}}"), '"past"'),
    Row("unknown-fact", FLOW, fact("then: {type: datetime, not_before: §att}"), '"att"'),
    Row("unknown-fact", FLOW, fact("then: {type: date, not_after: §att}"), '"att"'),
    Row("not-a-moment", FLOW, fact("then: {type: datetime, not_before: §place}"), "a choice"),
    Row("not-a-moment", FLOW, fact("all: {type: date, many: yes}\n  then: {type: date, "
        "not_after: §all}"), "a list"),
    Row("past-and-future", FLOW, fact("§then: {type: date, past: yes, future: yes}"), '"then"'),
    Row("past-and-future", FLOW, fact("§calls: {rows: {on: {type: date, past: yes, future: yes}}}"),
        '"calls"'),
    Row("bound-circle", FLOW, fact("§then: {type: date, not_before: then}"), "then > then"),
    Row("bound-circle", FLOW, fact("§then: {type: date, not_before: at, not_after: at}"),
        "then > at > then"),
    Row("bound-circle", FLOW, fact("§then: {type: date, not_before: last}\n  next: {type: date, "
        "not_before: then}\n  last: {type: date, not_before: next}"), "then > last > next > then"),
    Row("bound-circle", FLOW, fact("§then: {type: date, not_after: next}\n  next: {type: date, "
        "not_after: then}"), "then > next > then"),
    Row("start-unbounded", FLOW, visit("steps:\n", "deadlines:\n  soon: {within: 4h, from: §at, "
        "until: inside}\nsteps:\n"), '"soon"'),
    Row("start-unbounded", FLOW, visit("    facts: [place,", "    due: {after: §at, by: 5m}\n"
        "    facts: [place,"), '"knock"'),
    # Gates.
    Row("when-personal", FLOW, choice("opened: {goto: inside, when: {§customer: Ann}}"), "known"),
    Row("when-value", FLOW, choice("opened: {goto: inside, when: {place: §hom}}"), '"hom"'),
    Row("when-no-options", FLOW, choice("opened: {goto: inside, when: {§at: x}}"), "datetime"),
    Row("when-empty", FLOW, choice("opened: {goto: inside, when: {§place: []}}"), "never matches"),
    Row("known-misplaced", FLOW, choice("opened: {goto: inside, when: {§known: place}}"), "fact:"),
    Row("result-without-run", FLOW, choice("opened: {goto: inside, when: {§result: x}}"), "runs"),
    Row("result-without-run", FLOW, step("extra: {then: {§x: inside}}"), "runs"),
    Row("when-value", FLOW, step("extra: {run: inner, then: {good: inside, §ugly: inside}}"),
        '"ugly"', {"flows__inner": INNER}),
    Row("unknown-step", FLOW, step("extra: {run: inner, then: {good: inside, bad: §insid}}"),
        '"insid"', {"flows__inner": INNER}),
    Row("result-unhandled", FLOW, step("§extra: {run: inner, then: {good: inside}}"), '"bad"',
        {"flows__inner": INNER}),
    Row("result-unhandled", FLOW, step(RUNS % ", when: {result: good}").replace(
        "  extra:", "  §extra:"), '"bad"', {"flows__inner": INNER}),
    Row("when-value", FLOW, step(RUNS % ", when: {result: [good, bad, §ugly]}"), '"ugly"',
        {"flows__inner": INNER}),
    Row("gate-on-itself", FLOW, visit("customer: {when: {channel: private}}",
        "customer: {needs: [§customer]}"), "itself"),
    # Consents.
    Row("unknown-fact", FLOW, consent(covers="[§plase]"), '"plase"'),
    Row("unknown-fact", FLOW, choice("opened: {goto: inside, needs: [place], covers: [§plase]}"),
        '"plase"'),
    Row("unknown-item", FLOW, consent(form="{customer: §sined}"), '"sined"'),
    Row("signs-nothing", FLOW, consent(covers="[]", form="{customer: §signed}"), '"signed"'),
    Row("signs-nothing", FLOW, consent(covers="[]", form="{agent: by_hand, who: [§signed]}"),
        '"signed"'),
    Row("not-covered", FLOW, fact("§fee: {type: number, matters: money}"), "money"),
    Row("covers-nothing-yet", FLOW, consent(item="§signed", needs="[]"), 'need "place"'),
    Row("covers-nothing-yet", FLOW, choice("§opened: {goto: inside, covers: [place]}"), "need"),
    Row("covers-nothing-yet", FLOW, choice("§opened: {goto: inside, when: {place: {known: no}}, "
        "covers: [place]}"), "need"),
    Row("consent-not-needed", FLOW, consent(item="§signed", relies="[place]"), '"signed"'),
    Row("consent-undone", FLOW, consent(choice="§opened", sets="{place: home}"), '"place"'),
    Row("said-unconsented", SPEECH, phrase("§'Ici : {place}.'"), '"signed"',
        {FLOW: consent(say="- {phrase: hello, via: call}")}),
    Row("never-asked-anew", FLOW, choice("opened: {goto: inside, needs: [place], "
        "covers: [§place]}"), '"place"'),
    Row("shared-covered", FLOW, choice("opened: {goto: inside, needs: [customer], "
        "covers: [§customer]}"), "another flow"),
    # Paths.
    Row("no-steps", FLOW, f"{FLOW_HEAD}flow: §visit\nsteps: {{}}\n", "needs steps"),
    Row("no-way-out", FLOW, step("§extra: {title: Stuck}"), "no choices"),
    Row("end-and-choices", FLOW, step("§extra: {end: x, choices: {x: {goto: inside}}}"), "as well"),
    Row("end-and-run", FLOW, step("§extra: {end: x, run: inner}"), "as well",
        {"flows__inner": INNER}),
    Row("unreachable", FLOW, visit("  inside:", "  §lost: {end: lost}\n  inside:"), "No choice"),
    Row("no-end-ahead", FLOW, step("§extra: {choices: {again: {goto: extra}}}"), "no end"),
    Row("run-cycle", FLOW, step(RUNS % "").replace("run: inner", "run: §inner"), "inner > visit",
        {"flows__inner": INNER.replace("title: Only,", "title: Only, run: visit,")}),
    Row("due-form", FLOW, visit("    facts:", "    §due: {before: at}\n    facts:"), "by: 5m"),
    Row("deadline-form", FLOW, visit("steps:\n", "deadlines:\n  §soon: {from: knock, "
        "until: inside}\nsteps:\n"), "within or every"),
    Row("reserved-choice", FLOW, choice("§back: {goto: inside}"), '"back"'),
    Row("abandoned-end", FLOW, visit("end: done", "end: §abandoned"), "abandoned"),
    Row("handed-over-end", FLOW, visit("end: done", "end: §handed_over"), "handed_over"),
    # Phrases.
    Row("bad-blank", SPEECH, phrase("§'Bonjour {Nom}'"), "{Nom}"),
    Row("unknown-blank", SPEECH, phrase("§'Bonjour {plac}'"), "{plac}"),
    Row("bad-part", SPEECH, phrase("§'A {at:our}'"), "{at:our}"),
    Row("part-of-no-moment", SPEECH, phrase("§'A {place:hour}'"), '"place" is a choice'),
    Row("personal-in-public", SPEECH, phrase("§'Bonjour {customer}'"), '"customer"'),
    Row("named-in-public", SPEECH, phrase("§'Merci à M. Dupont pour tout'"), '"M. Dupont"'),
    Row("post-too-long", SPEECH, phrase("§" + "mot " * 75), "299"),
    Row("unknown-phrase", SPEECH, script("phrases:", "§phrases:").replace("hello:", "hallo:"),
        '"hello"'),
    Row("unused-phrase", SPEECH, SCRIPT + "  §bye: {authority: proposed, text: Au revoir.}\n",
        '"bye"'),
    # Scripts.
    Row("no-script", FLOW, "§" + VISIT, "scripts_zh/visit.yaml",
        {"scripts_zh__facts": SHARED_SCRIPT}),
    Row("script-of-nothing", "scripts_fr__visits", "§" + SCRIPT, '"visits"'),
    Row("script-name", SPEECH, script("flow: visit", "flow: §visits"), '"visits"'),
    Row("missing-words", SPEECH, "§" + script("title: Une visite\n", ""), "title of the flow"),
    Row("missing-words", SPEECH, script("stages: {door: La porte}", "§stages: {}"), '"door"'),
    Row("missing-words", SPEECH, script("facts: {place: Lieu, ", "§facts: {"), '"place"'),
    Row("missing-words", SPEECH, script("{place: {home: Domicile, ", "{§place: {"), '"home"'),
    Row("missing-words", SPEECH, script("  knock: {title: Frapper, ", "  §knock: {"), "title of"),
    Row("missing-words", SPEECH, script("  knock: {title: Frapper, do: Frapper à la porte.,",
        "  §knock: {title: Frapper,"), "The do of"),
    Row("missing-words", SPEECH, script("  knock: {title: Frapper, do: Frapper à la porte., "
        "choices: {opened: Ouvert}", "  §knock: {title: Frapper, do: Ici."), '"opened"'),
    Row("missing-words", SPEECH, script("ends: {done: Fini}", "§ends: {}"), '"done"'),
    Row("missing-words", "scripts_fr__facts", SHARED_SCRIPT.replace("facts: {channel: Canal, ",
        "§facts: {"), '"channel"'),
    Row("unknown-words", SPEECH, script("{door: ", "{door: Porte, §dor: "), '"dor"'),
    Row("unknown-words", SPEECH, script("{opened: ", "{opened: Oui, §openned: "), '"openned"'),
    Row("unknown-words", FLOW, VISIT + "words: {ends: {§don: Done}}\n", '"don"'),
    Row("unknown-words", FLOW, VISIT + "words: {cues: {§nam: [Name]}}\n", '"nam"'),
    Row("not-retired", FLOW, VISIT + "retired: {§knock: {title: Knock}}\n", '"knock"'),
    Row("not-retired", FLOW, VISIT + "retired: {knock: {choices: {§opened: Open}}}\n", '"opened"'),
    Row("unknown-word", "scripts_fr__interface", WORDS + "home:\n  title: Accueil\n"
        "  count: '{n} dossiers'\n  §titel: Accueil\n", "home.titel",
        {"flows__interface": INTERFACE}),
    Row("missing-word", "scripts_fr__interface", "§" + WORDS + "home: {title: Accueil}\n",
        "home.count", {"flows__interface": INTERFACE}),
    Row("word-blanks", "scripts_fr__interface", WORDS + "home: {title: Accueil, count: §dossiers}",
        "{n}", {"flows__interface": INTERFACE}),
    Row("bad-format", "scripts_fr__interface", WORDS + "format: {date: §JJ/MM/AAAA}",
        "yyyy-MM-dd", {"flows__interface": INTERFACE.partition("home")[0]
        + "format: {date: yyyy-MM-dd}\n"}),
    Row("no-schema", FLOW, "§" + VISIT.removeprefix(FLOW_HEAD), "flow.schema.json"),
    Row("unused-stage", FLOW, visit("[door]", "[door, §yard]"), '"yard"'),
    # Cards and rules of wording.
    Row("no-script", "flows__cards", "§" + CARDS, "scripts_fr/cards.yaml"),
    Row("unknown-group", "flows__cards", part(CARDS, "group: types", "group: §type"), '"type"',
        WORDED),
    Row("unused-group", "flows__cards", part(CARDS, "{types: ", "{§talks: Talks, types: "),
        '"talks"', WORDED),
    Row("no-source", "flows__cards", part(CARDS, "authority: proposed",
        "authority: reference").replace("  calm:", "  §calm:"), '"calm"', WORDED),
    Row("not-among", "flows__cards", part(CARDS, "authority: proposed", "authority: §standard"),
        "reference, proposed", WORDED),
    Row("missing-key", "flows__cards", part(CARDS, "  loud:", "  §loud:").replace(
        "    title: Loud\n", ""), '"title" is missing', WORDED),
    Row("unknown-card", "scripts_fr__cards", part(CARD_WORDS, "  calm:", "  §calmer:"),
        '"calmer"', OWN),
    Row("unknown-group", "scripts_fr__cards", part(CARD_WORDS, "{types: ", "{§typs: "), '"typs"',
        OWN),
    Row("missing-words", "scripts_fr__cards", part(CARD_WORDS, "cards:\n", "§cards:\n").replace(
        "  calm: {title: Rester calme, advice: Respirez.}\n", ""), 'The card "calm"', OWN),
    Row("missing-words", "scripts_fr__cards", part(CARD_WORDS, "groups: {types: Clients, ",
        "§groups: {"), 'The group "types"', OWN),
    Row("missing-words", "scripts_fr__cards", part(CARD_WORDS, "  loud:", "  §loud:").replace(
        "signs: Il crie., ", ""), 'The signs of card "loud"', OWN),
    Row("unknown-key", "scripts_fr__cards", part(CARD_WORDS, "{title: Bruyant",
        "{§group: types, title: Bruyant"), '"group"', OWN),
    Row("no-source", "scripts_fr__guard", part(GUARD, "    source: 004.txt\n", "").replace(
        "  child_could:", "  §child_could:"), '"child_could"'),
    Row("empty-near", "scripts_fr__guard", part(GUARD, "[pardon, pardon]", "[]").replace(
        "  child_could:", "  §child_could:"), "always match"),
    Row("nothing-to-compare", "scripts_fr__guard", part(GUARD, "[pardon, pardon]",
        "[pardon, §'…']"), "no letter"),
    Row("nothing-to-compare", "scripts_fr__guard", part(GUARD,
        "says: Même un enfant saurait le faire", "says: §'!!'"), "no letter"),
    Row("nothing-to-compare", "scripts_fr__guard", part(GUARD, "[^si, pas un enfant]",
        "[^si, §$]"), "no letter"),
    *(Row("misplaced-mark", "scripts_fr__guard", part(GUARD, "[un enfant, saurait]", near),
          "out of place") for near in (
        "[un enfant, §^saurait]", "[§un enfant$, saurait]", "[§$un enfant, saurait]",
        "[un enfant, §saurait^]", "[un enfant, §sau$rait]", "[§＾un enfant, saurait]")),
    Row("misplaced-mark", "scripts_fr__guard", part(GUARD, "[^si, pas un enfant]",
        "[^si, §pas ^ un enfant]"), "pas ^ un enfant"),
    Row("listed-twice", "scripts_fr__guard", part(GUARD, "pas un enfant]", "§^si]"), '"^si"'),
    Row("not-among", "scripts_fr__guard", part(GUARD, "kind: phrase", "kind: §word"),
        "phrase, habit"),
    Row("missing-key", "scripts_fr__guard", part(GUARD, "    instead: Regardons ensemble.\n",
        "").replace("  child_could:", "  §child_could:"), '"instead" is missing'),
    Row("no-schema", "scripts_fr__guard", "§" + GUARD.partition("\n")[2], "guard.schema.json"),
]  # fmt: skip
ELSEWHERE = {"not-utf8", "unreadable", "flow-twice"}
OF_SETTINGS = {
    "bad-setting", "agent-twice", "unknown-agent", "placeholder", "unknown-term",
    "day-off-and-on", "holidays-end",
    "unknown-language", "unknown-command", "bad-key", "key-of-text", "key-clash",
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[f"{i}-{row.code}" for i, row in enumerate(ROWS)])
def test_a_mistake_is_reported_where_it_stands(row: Row, tmp_path: Path) -> None:
    text, line, column = place_of(row.text)
    root = written(tmp_path, **row.others, **{row.file: text})
    path = str(root / f"{row.file.replace('__', '/')}.yaml")
    found = [one for one in problems(root) if one.code == row.code and one.path == path]
    assert [(one.line, one.column) for one in found] == [(line, column)], problems(root)
    assert row.says in found[0].text


def test_every_code_has_a_row() -> None:
    of_training = {*TRAINING, "out-of-range"}
    assert {row.code for row in ROWS} | ELSEWHERE | OF_SETTINGS | of_training == set(RULES)


def test_the_small_content_has_no_problems(tmp_path: Path) -> None:
    assert problems(written(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "text", "guess"),
    [
        (FLOW, choice("opened: {goto: insid}"), "inside"),
        (FLOW, visit("via: public", "via: publik"), "public"),
        (FLOW, visit("title: Knock", "titel: Knock"), "title"),
        (FLOW, fact("chanel: {}"), "channel"),
        (FLOW, choice("opened: {goto: inside, when: {place: hom}}"), "home"),
        (FLOW, choice("Is Open: {goto: inside}"), "is_open"),
        (FLOW, consent(covers="[plase]"), "place"),
        (FLOW, consent(form="{customer: sined}"), "signed"),
        (SPEECH, phrase("'Bonjour {plac}'"), "place"),
        (SPEECH, phrase("'Bonjour {agent_nam}'"), "agent_name"),
        (SPEECH, script("hello:", "hallo:"), "hallo"),
        ("flows__cards", part(CARDS, "group: types", "group: type"), "types"),
        ("flows__cards", part(CARDS, "signs:", "sings:"), "signs"),
        ("scripts_fr__guard", part(GUARD, "kind: phrase", "kind: phrases"), "phrase"),
        ("scripts_fr__guard", part(GUARD, "instead:", "instaed:"), "instead"),
    ],
)
def test_a_slip_is_met_with_a_guess(file: str, text: str, guess: str, tmp_path: Path) -> None:
    found = [one for one in problems(written(tmp_path, **{file: text})) if one.guess]
    assert guess in {one.guess for one in found}
    assert f'Did you mean "{guess}"?' in " ".join(map(str, found))


def test_one_slip_in_a_goto_is_one_problem(tmp_path: Path) -> None:
    found = problems(written(tmp_path, flows__visit=choice("opened: {goto: insid}")))
    assert [one.code for one in found] == ["unknown-step"]


@pytest.mark.parametrize(
    "text",
    [
        consent(),
        consent(form="{customer: signed, agent: by_hand}"),
        consent(needs="[]").replace("needs: [], ", "when: {place: home}, "),
        consent(say="- {phrase: hello, via: call, needs: [signed]}"),
        consent(relies="[signed, place], covers: [place]").replace(
            "on: {goto: inside}", "on: {goto: inside}, once_more: {goto: knock}"
        ),
        consent(relies="[signed, place], covers: [place]").replace(
            "on: {goto: inside}", "on: {goto: inside, again: [place]}"
        ),
    ],
)
def test_a_consent_that_holds_is_no_problem(text: str, tmp_path: Path) -> None:
    root = written(tmp_path, flows__visit=text, scripts_fr__visit=phrase("'Ici : {place}.'"))
    codes = {code for code in CONSENTS if code in {one.code for one in problems(root)}}
    assert codes == set()


@pytest.mark.parametrize(
    "line",
    [
        "then: {type: datetime, past: yes, not_before: at}",
        "then: {type: date, not_before: at}\n  last: {type: datetime, not_before: then}",
        "then: {type: date, not_after: last}\n  last: {type: date, not_before: then}",
        "calls: {rows: {on: {type: date, past: yes}}}",
    ],
)
def test_bounds_that_can_be_held_are_no_problem(line: str, tmp_path: Path) -> None:
    root = written(tmp_path, flows__visit=fact(line))
    codes = {"odd-key", "unknown-fact", "not-a-moment", "past-and-future", "bound-circle"}
    assert not codes & {problem.code for problem in problems(root)}


@pytest.mark.parametrize("bound", ["past: yes", "future: yes", "chosen: yes", "not_after: then"])
def test_a_start_that_is_bounded_is_no_problem(bound: str, tmp_path: Path) -> None:
    text = visit("at: {type: datetime}", f"at: {{type: datetime, {bound}}}\n  then: {{type: date}}")
    text = text.replace(
        "steps:\n", "deadlines:\n  soon: {within: 4h, from: at, until: inside}\nsteps:\n"
    )
    root = written(tmp_path, flows__visit=text)
    assert "start-unbounded" not in {problem.code for problem in problems(root)}


def test_what_is_asked_anew_may_be_said_again(tmp_path: Path) -> None:
    text = consent(say="- {phrase: hello, via: call}")
    again = text.replace("goto: after,", "goto: after, again: [place],")
    root = written(tmp_path, flows__visit=again, scripts_fr__visit=phrase("'Ici : {place}.'"))
    assert "said-unconsented" not in {one.code for one in problems(root)}


def test_bytes_that_are_not_utf8_are_shown(tmp_path: Path) -> None:
    text = VISIT.encode().replace(b"A visit", b"A v\xe9sit")
    found = problems(written(tmp_path, flows__visit=text))
    assert [(one.code, one.line, one.column) for one in found] == [("not-utf8", 3, 11)]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    root = written(tmp_path)
    (root / "flows" / "folder.yaml").mkdir()
    assert [one.code for one in problems(root) if "folder" in one.path][:1] == ["unreadable"]


def test_of_two_files_with_one_flow_the_one_of_its_name_counts(tmp_path: Path) -> None:
    found = problems(written(tmp_path, flows__another=VISIT))
    assert [(one.code, Path(one.path).name) for one in found] == [("flow-twice", "another.yaml")]


def test_one_bad_file_never_hides_the_good_ones(tmp_path: Path) -> None:
    bad = choice("opened: {goto: insid}")
    found = problems(written(tmp_path, flows__broken="a: [", flows__visit=bad))
    assert {Path(one.path).name for one in found} >= {"broken.yaml", "visit.yaml"}


def test_all_mistakes_of_a_file_come_at_once(tmp_path: Path) -> None:
    text = FACTS.replace("personal: yes", "personal: maybe").replace("choice,", "chioce,")
    text = text.replace("options:", "optoins:")
    found = problems(written(tmp_path, flows__facts=text))
    codes = [one.code for one in found if one.path.endswith("flows/facts.yaml")]
    assert {"not-yes-no", "not-among", "unknown-key", "no-options"} <= set(codes)


def test_a_problem_prints_as_a_compiler_would() -> None:
    one = Problem("unknown-step", "flows/a.yaml", 3, 7, 'There is no step "x".', "y")
    shown = 'flows/a.yaml:3:7 unknown-step There is no step "x". Did you mean "y"?'
    assert str(one) == shown
    assert not one.warning


def test_a_guess_needs_some_likeness() -> None:
    assert nearest("zzz", ["home", "office"]) == ""
