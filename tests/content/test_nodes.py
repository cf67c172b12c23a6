"""YAML's traps are problems or plain text, never surprises and never crashes."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenovo_desk.content.compile.read_flows import Content, read_content
from lenovo_desk.content.folders import Source, load, shipped, sources
from lenovo_desk.content.formats.documents import ParsedFile, read_sheet
from lenovo_desk.content.yaml.problems import Report
from lenovo_desk.content.yaml.tree import Entries, Items, Node, Scalar, decode, parse_yaml
from tests.content.folder import VISIT


def tree(text: str) -> tuple[Node | None, list[str]]:
    """Return the tree of a text and the codes of its problems."""
    report = Report("x.yaml")
    return parse_yaml(text, report), [one.code for one in report.problems]


def plain(node: Node | None) -> object:
    """Return a tree as Python values."""
    if isinstance(node, Entries):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return node.text if node else None


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "12:30", "1e999999", "0x1F", "0777", "~", "null", "2026-11-22", "1_000", ".inf"],
)
def test_a_scalar_stays_the_text_it_is(written: str) -> None:
    assert plain(tree(f"a: {written}")[0]) == {"a": written}


def test_a_cloud_of_aliases_is_never_unfolded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}, *{old}]\n"
        for old, new in zip("abcdefg", "bcdefgh")  # noqa: B905
    )
    codes = tree(bomb)[1]
    assert set(codes) == {"anchor", "alias"}
    assert codes.count("alias") == 21


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 100_000])
def test_deep_nesting_stops_early(text: str) -> None:
    report = Report("x.yaml")
    assert parse_yaml(text, report) is None
    assert [one.code for one in report.problems] == ["too-deep"], report.problems


def test_windows_line_ends_and_a_byte_order_mark_are_welcome() -> None:
    report = Report("x.yaml")
    text = decode("\ufeffa: b\r\nc: d\r\n".encode(), report)
    assert text is not None
    assert plain(parse_yaml(text, report)) == {"a": "b", "c": "d"}
    assert not report.problems


def test_invisible_characters_are_reported_and_taken_out() -> None:
    node, codes = tree('a: "x\\u202ey\\x1b[0m"\nb: p\u2066q\nc: r\x07s\n')
    assert plain(node) == {"a": "xy[0m", "b": "pq", "c": "rs"}
    assert codes == ["harmful-character"] * 4


def test_french_spaces_and_chinese_text_are_no_problem() -> None:
    text = "a: Prêt\u202f? Oui\u00a0!\nb: 您好，我是工程师。"
    assert tree(text) == (tree(text)[0], [])


def test_a_scalar_knows_its_span() -> None:
    text = 'first: plain words # note\nsecond: "qu\\"oted"\nthird: {a: b}\n'
    node = tree(text)[0]
    assert isinstance(node, Entries)
    spans = [text[value.start : value.end] for _, value in node.entries]
    assert spans == ["plain words", '"qu\\"oted"', "{a: b}"]


def test_a_block_ends_with_its_last_value() -> None:
    text = "list:\n  - a\n  - b  # last\n\n# after\nnext: c\n"
    node = tree(text)[0]
    assert isinstance(node, Entries)
    value = node.entries[0][1]
    assert text[value.start : value.end] == "- a\n  - b"


def everything(data: bytes, folder: str = "flows", name: str = "visit") -> None:
    """Read bytes as each kind of file; nothing may be raised."""
    good = Source("flows", "facts", "flows/facts.yaml"), b"facts: {}\n"
    read_content([good, (Source(folder, name, f"{folder}/{name}.yaml"), data)])


PLACES = [
    ("flows", "visit"),
    ("flows", "facts"),
    ("flows", "interface"),
    ("scripts_fr", "visit"),
    ("scripts_fr", "facts"),
    ("scripts_fr", "interface"),
]


@given(st.binary(max_size=200), st.sampled_from(PLACES))
def test_no_bytes_raise(data: bytes, place: tuple[str, str]) -> None:
    everything(data, *place)


@given(st.text(max_size=200), st.sampled_from(PLACES))
def test_no_text_raises(text: str, place: tuple[str, str]) -> None:
    everything(text.encode("utf-8", "surrogatepass"), *place)


WORDS = [
    "flow", "facts", "steps", "visit", "when", "needs", "known", "result", "derive", "not_after",
    "of", "rows", "type", "choice", "options", "say", "phrase", "via", "public", "choices", "goto",
    "set", "run", "end", "due", "before", "by", "within", "5m", "wait", "id", "for", "deadlines",
    "from", "until", "words", "phrases", "text", "{a}", "yes", "", "~", "channel", "min", "max",
    "9",
]  # fmt: skip
SHAPELESS = st.recursive(
    st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4)
    ),
    max_leaves=25,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(WORDS), SHAPELESS, max_size=6), st.sampled_from(PLACES))
def test_no_arrangement_of_known_words_raises(value: object, place: tuple[str, str]) -> None:
    import json

    everything(json.dumps(value).encode(), *place)


REAL = [(source, load(source)) for source in sources([shipped()])]


@cache
def shipped_sheet(source: Source, data: bytes) -> ParsedFile:
    return read_sheet(source, data)


def sheet(source: Source, data: bytes | OSError) -> ParsedFile:
    """Return a parsed file; one that is as shipped was parsed once, with what was reported then."""
    if (source, data) not in REAL or isinstance(data, OSError):
        return read_sheet(source, data)
    parsed = shipped_sheet(source, data)
    report = Report(source.path)
    report.problems += parsed.report.problems
    return parsed._replace(report=report)


def read_again(files: list[tuple[Source, bytes | OSError]]) -> Content:
    """Return the content of files, of which only those that are not as shipped are parsed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lenovo_desk.content.compile.read_flows.read_sheet", sheet)
        return read_content(files)


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_mutation_of_a_real_file_raises(data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(REAL) - 1))
    source, original = REAL[index]
    assert isinstance(original, bytes)
    start = data.draw(st.integers(0, len(original)))
    length = data.draw(st.integers(0, 40))
    inserted = data.draw(st.binary(max_size=10) | st.sampled_from(WORDS).map(str.encode))
    changed = original[:start] + inserted + original[start + length :]
    read_again([*REAL[:index], (source, changed), *REAL[index + 1 :]])


@pytest.mark.slow
def test_after_all_mutations_the_real_files_read_as_if_alone() -> None:
    assert read_again(REAL) == read_content(REAL)


def test_lines_moved_about_raise_nothing(tmp_path: Path) -> None:
    lines = VISIT.splitlines(keepends=True)
    for first in range(len(lines)):
        for last in (first + 1, first + 3):
            everything("".join(lines[:first] + lines[last:]).encode())


def test_scalars_are_named_tuples_of_their_place() -> None:
    node = tree("a:\n  b: c\n")[0]
    assert isinstance(node, Entries)
    inner = node.entries[0][1]
    assert isinstance(inner, Entries)
    assert inner.entries[0][1] == Scalar("c", 2, 6, 8, 9, False)


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 1_000_000,
        b"stages: [" + b"x, " * 300_000 + b"x]",
        b"stages: [" + b", ".join(b"s%d" % i for i in range(100_000)) + b"]",
        b"flow: visit\nsteps:\n" + b"".join(b"  s%d: {end: x}\n" % i for i in range(40_000)),
        b"".join(b"k%d:\n" % i for i in range(100_000)),
        b"a: '" + b"{" * 900_000 + b"'",
    ],
    ids=["nothing", "same", "names", "steps", "keys", "braces"],
)
def test_a_huge_file_takes_seconds_not_hours(data: bytes) -> None:
    everything(data)
    everything(data, "scripts_fr")
