"""Replies of the agent's own: what is kept, what is refused, and what is personal in them."""

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.entry_decisions import MAX_FLAGS, MAX_NOTE
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.privacy.hits import KINDS
from lenovo_desk.core.text import bare
from tests.core.machine import Machine

TRIAGE: Plain = {
    "flow": "triage",
    "facts": {
        "customer_name": {"personal": True, "shared": True},
        "title": {"type": "choice", "options": ["mister", "missis"], "personal": True},
        "phone": {"type": "phone", "personal": True},
        "mail": {"type": "email", "personal": True},
        "serial": {"type": "serial", "personal": True},
        "post": {"type": "url", "personal": True},
        "place": {"personal": True},
        "calls": {"rows": {"at": {"type": "datetime"}, "to": {"type": "phone"}}, "personal": True},
        "models": {"many": True, "personal": True},
        "colour": {},
        "ready": {"type": "yes_no"},
    },
    "steps": {
        "read": {
            "say": [
                {"phrase": "hello", "via": "public"},
                {"phrase": "later", "via": "private", "needs": ["ready"]},
                {"phrase": "hidden", "via": "private", "when": {"ready": ["yes"]}},
            ],
            "choices": {"on": {"goto": "over"}},
        },
        "over": {"end": "done"},
    },
}


@pytest.fixture
def machine() -> Machine:
    """A case at its first step."""
    return Machine({"triage": TRIAGE}, zone="Europe/Paris").begin()


def in_public(machine: Machine, text: str) -> str:
    """Return which fact a public reply gives away; empty for one that is accepted."""
    answer = machine.do(it.WriteReply(text, "public"))
    if isinstance(answer, Event):
        return ""
    assert answer.reasons[0].code == "personal_in_public"
    return answer.reasons[0].id


def test_a_reply_is_kept_in_its_very_words(machine: Machine) -> None:
    machine.do(it.DraftField("reply", "Good d"))
    machine.do(it.SwitchLanguage("fr"))
    machine.do(it.WriteReply(" Bonjour\x1b ! ", "public", "hello", ("b", "a", "b")))
    [reply] = machine.case.replies
    assert reply.text == "Bonjour !"
    assert (reply.via, reply.language, reply.phrase) == ("public", "fr", "hello")
    assert reply.flags == ("b", "a"), "each rule once"
    assert (reply.personal, reply.flow) == (False, "triage")
    assert not machine.case.drafts, "it is no draft any more"
    assert not machine.case.used, "it is no phrase that was used"
    assert machine.read_back() == machine.case


def test_a_note_keeps_what_it_was_flagged_for(machine: Machine) -> None:
    machine.do(it.AddNote("he said so", ("child_could",)))
    machine.do(it.AddNote("he rang off"))
    assert [note.flags for note in machine.case.notes] == [("child_could",), ()]


@pytest.mark.parametrize(
    ("intent", "code"),
    [
        (it.WriteReply("  \u200f", "private"), "empty"),
        (it.WriteReply("x" * (MAX_NOTE + 1), "private"), "too_long"),
        (it.WriteReply("hello", "call"), "not_written"),
        (it.WriteReply("hello", ""), "not_written"),
        (it.WriteReply("hello", "private", "nothing"), "unknown_phrase"),
        (it.WriteReply("hello", "private", "hidden"), "unknown_phrase"),
        (it.WriteReply("hello", "private", "later"), "needs_fact"),
    ],
)
def test_what_cannot_be_kept_is_refused(machine: Machine, intent: it.Intent, code: str) -> None:
    machine.record("ready", "no") if code == "unknown_phrase" else None
    assert machine.reason(intent) == code
    assert not machine.case.replies


def test_a_post_that_is_too_heavy_is_not_refused_for_networks_differ(machine: Machine) -> None:
    assert isinstance(machine.do(it.WriteReply("联想" * 200, "public")), Event)


def test_no_more_flags_are_kept_than_there_can_be_rules(machine: Machine) -> None:
    machine.do(it.WriteReply("hello", "private", "", tuple(str(n) for n in range(999))))
    assert len(machine.case.replies[0].flags) == MAX_FLAGS


PERSONAL = [
    ("customer_name", "Zoé L’Hermite", "Bonjour ZOE LHERMITE, merci", "name, accents and case"),
    ("customer_name", "王小明", "王小明您好", "three characters are a name"),
    ("customer_name", "李雷", "您好，李雷先生", "so are two"),
    ("customer_name", "Léa", "Merci Lea !", "a short first name as a word of its own"),
    ("mail", "zoe@example.com", "écrivez à Zoe@Example.com.", "a mail address"),
    ("serial", "PF3-ABCD1", "machine pf3 abcd1", "whatever stands between"),
    ("phone", "06 12 34 56 78", "au 0612345678", "a number without its blanks"),
    ("phone", "+33612345678", "au 06.12.34.56.78", "with and without the country code"),
    ("phone", "+86 138 0013 8000", "请拨打13800138000", "a Chinese number"),
    ("phone", "0612345678 poste 12", "au 06-12-34-56-78", "whatever the extension"),
    ("calls", "9h | 0612345678", "appelé au 06 12 34 56 78", "a cell of a row"),
    ("models", "ThinkPad T14; Yoga Slim", "votre Yoga Slim", "one of several values"),
    (
        "post",
        "https://x.com/zoe/status/12",
        "voir x.com/zoe/status/12",
        "a link in short",
    ),
    ("place", "三楼西侧", "我们到三楼西侧", "an address in Chinese"),
]


@pytest.mark.parametrize(("fact", "value", "text", "why"), PERSONAL, ids=[p[3] for p in PERSONAL])
def test_what_is_personal_is_not_said_in_public(
    machine: Machine, fact: str, value: str, text: str, why: str
) -> None:
    assert in_public(machine, text) in ("", *KINDS), "nothing is recorded yet"
    assert machine.record(fact, value)
    assert in_public(machine, text) == fact, why
    machine.do(it.WriteReply(text, "private"))
    assert machine.case.replies[-1].personal, "in private it is said, and known to be personal"


ORDINARY = [
    ("customer_name", "Anne", "Cette année encore", "a name inside a word"),
    ("customer_name", "Le", "Le dépôt est ouvert", "a name that is an article"),
    ("customer_name", "王", "国王的电脑", "one character"),
    ("title", "mister", "Dear mister", "an option points at nobody"),
    ("place", "没有", "没有问题", "two characters that are no name"),
    ("place", "2e", "au 2e étage", "two letters"),
    ("calls", "2026-11-18 9h | 0612345678", "le 2026-11-18", "a date"),
    ("colour", "bleu nuit", "un portable bleu nuit", "a fact that is not personal"),
]


@pytest.mark.parametrize(("fact", "value", "text", "why"), ORDINARY, ids=[o[3] for o in ORDINARY])
def test_an_ordinary_reply_goes_out(
    machine: Machine, fact: str, value: str, text: str, why: str
) -> None:
    assert machine.record(fact, value)
    assert in_public(machine, text) == "", why


def test_a_value_that_was_recorded_anew_is_still_personal(machine: Machine) -> None:
    machine.record("mail", "zoe@example.com")
    machine.record("mail", "zoe@example.fr")
    assert in_public(machine, "zoe@example.com") == "mail"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Même  un\nENFANT…", "memeunenfant"),
        ("您好，ＡＢＣ！", "你好abc"),
        ("cœur_à-cœur", "coeuracoeur"),
        ("，。！ —", ""),
    ],
)
def test_a_text_made_bare_has_its_letters_and_digits_alone(text: str, same: str) -> None:
    assert bare(text) == same


def test_the_settings_that_filled_blanks_are_named_with_the_exact_text(machine: Machine) -> None:
    machine.do(it.UseDesk("agent", "social", (("support_link", "https://a.example"),)))
    copied = machine.do(
        it.CopyPhrase(
            "hello", "en", "See https://a.example", "standard", blanks=("support_link", "ghost")
        )
    )
    assert isinstance(copied, Event)
    assert isinstance(copied.act, ev.PhraseCopied)
    assert copied.act.settings == ("support_link",)
    assert '"settings": ["support_link"]' in machine.lines[-1]
    for text, names in (
        ("We found https://a.example for you", ("support_link",)),
        ("We found nothing", ()),
    ):
        blanks = ("support_link", "ghost")
        written = machine.do(it.WriteReply(text, "private", "hello", blanks=blanks))
        assert isinstance(written, Event)
        assert isinstance(written.act, ev.ReplyWritten)
        assert written.act.settings == names
    assert '"settings"' not in machine.lines[-1]
    assert machine.case.replies[0].settings == ("support_link",)
    assert first_unlawful(machine.flows, machine.events) is None


def test_a_journal_in_which_another_agent_acts_than_the_one_at_the_desk_is_unlawful(
    machine: Machine,
) -> None:
    machine.do(it.ParkCase("lunch", "+1h"))
    machine.do(it.ResumeCase("luc"))
    machine.do(it.UseDesk("luc", "hotline", (("agent_name", "Luc"),)))
    machine.do(it.AddNote("back"))
    machine.do(it.AddNote("again"))
    assert [event.by for event in machine.events] == ["agent"] * 2 + ["luc"] * 4
    assert first_unlawful(machine.flows, machine.events) is None
    older = [event._replace(by="") for event in machine.events]
    assert first_unlawful(machine.flows, older) is None
    forged = [*machine.events[:-1], machine.events[-1]._replace(by="agent")]
    assert first_unlawful(machine.flows, forged) == len(forged)
