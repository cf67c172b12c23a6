"""What was stepped back from is not on the way that a stored document shows."""

import pytest

from lenovo_desk.core.standing_moves import standing_moves


def move(choice: str, at: int) -> dict[str, str]:
    return {"choice": choice, "at": f"2026-11-22T10:00:{at:02}+01:00"}


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("", ""),
        ("a1 b2", "a1 b2"),
        ("a1 <2", ""),
        ("a1 <2 b3", "b3"),
        ("a1 b2 <3 <4 c5", "c5"),
        ("a1 b2 )2 c3", "a1 b2 )2 c3"),
        ("a1 b2 )2 )2 <3 c4", "a1 c4"),
        ("a1 (2 b3 )4 <5 c6", "a1 (2 b3 c6"),
        ("<1 a2", "a2"),
    ],
)
def test_the_way_has_what_stands(path: str, way: str) -> None:
    moves = [move(text[0], int(text[1:])) for text in path.split()]
    assert standing_moves(moves) == [move(text[0], int(text[1:])) for text in way.split()]
