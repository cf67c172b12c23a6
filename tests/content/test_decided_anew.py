"""A decided fact that nothing ahead asks anew is warned of: stepping back is no way to decide."""

from pathlib import Path

import pytest

from tests.content.folder import VISIT, problems, written

DECIDES = "agreed: {goto: after, needs: [place], covers: [place]}"
STEPS = """  inside:
    stage: door
    title: Ask
    facts: [place]
    choices:
      %s
%s  after:
    stage: door
    title: After
    choices:
      %s
  end: {stage: door, title: Over, end: done}
"""


def flow(first: str = "", beside: str = "", ahead: str = "", step: str = "") -> str:
    """Return a flow that decides at its second step; `first` and `ahead` are the ways around it."""
    knock = f"opened: {{goto: inside{first}}}"
    ways = DECIDES + (f"\n      {beside}" if beside else "")
    head, _, _ = VISIT.replace("opened: {goto: inside}", knock).partition("  inside: {")
    return head + STEPS % (ways, step, ahead or "ends: {goto: end}")


def warned(root: Path, text: str) -> list[str]:
    """Return the decided facts that are warned of."""
    spots = problems(written(root, flows__visit=text, scripts_fr__visit=None))
    return [str(one).split('"')[1] for one in spots if one.code == "never-asked-anew"]


ELSEWHERE = "  side:\n    stage: door\n    title: Side\n    choices:\n      on: {goto: %s}\n"


@pytest.mark.parametrize(
    "text",
    [
        flow(),
        flow(first=", again: [place]"),
        flow(beside="other: {goto: end, again: [place]}"),
        flow(beside="other: {goto: side}", step=ELSEWHERE % "end, again: [place]"),
        flow(ahead="ends: {goto: end, again: [at]}"),
    ],
    ids=["nowhere", "before it", "beside it", "on another way", "another fact"],
)
def test_a_choice_that_only_a_step_back_leads_to_asks_nothing_anew(
    tmp_path: Path, text: str
) -> None:
    assert warned(tmp_path, text) == ["place"]


@pytest.mark.parametrize(
    "text",
    [
        flow(ahead="ends: {goto: end}\n      anew: {goto: after, again: [place]}"),
        flow(ahead="ends: {goto: end}\n      anew: {goto: inside}"),
        flow(ahead="ends: {goto: end}\n      anew: {goto: knock}"),
        flow(
            ahead="ends: {goto: end}\n      anew: {goto: side}",
            step=ELSEWHERE % "end, again: [place]",
        ),
    ],
    ids=["ahead", "back at its step", "back before it", "further ahead"],
)
def test_a_way_ahead_that_asks_it_anew_is_enough(tmp_path: Path, text: str) -> None:
    assert warned(tmp_path, text) == []
