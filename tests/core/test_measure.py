"""Lengths are counted as the networks and the telephone companies count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.wording.message_length import Segments, post_weight, sms_segments


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Bonjour", 7),
        ("é", 1),
        ("e\u0301", 1),  # composed first
        ("’“”«»–—œ", 8),
        ("…", 2),
        ("€", 2),
        ("a\u202fb", 4),
        ("a\u00a0b", 3),
        ("中" * 140, 280),
        ("，。", 4),
        ("https://support.lenovo.com/fr/fr/a-very-long-address?x=1#y", 23),
        ("Voir https://lenovo.com.", 5 + 23 + 1),
        ("Voir lenovo.com/fr ici", 5 + 23 + 4),
        ("请看https://lenovo.com。", 4 + 23 + 2),
        ("camille@lenovo.com", 18),
        ("fin.Merci", 9),
        ("\U0001f600", 2),
        ("\U0001f44d\U0001f3fd", 2),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 2),
        ("\U0001f1eb\U0001f1f7", 2),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("12", 2),
    ],
)
def test_a_post_weighs_what_x_says(text: str, weight: int) -> None:
    assert post_weight(text) == weight


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("", Segments("GSM-7", 0, 0)),
        ("a" * 160, Segments("GSM-7", 160, 1)),
        ("a" * 161, Segments("GSM-7", 161, 2)),
        ("a" * 306, Segments("GSM-7", 306, 2)),
        ("a" * 307, Segments("GSM-7", 307, 3)),
        ("éèùìòÇÉÄÖÜñàß", Segments("GSM-7", 13, 1)),
        ("{}€", Segments("GSM-7", 6, 1)),
        ("ç", Segments("UCS-2", 1, 1)),
        ("l’heure", Segments("UCS-2", 7, 1)),
        ("您" * 70, Segments("UCS-2", 70, 1)),
        ("您" * 71, Segments("UCS-2", 71, 2)),
        ("\U0001f600" * 35, Segments("UCS-2", 70, 1)),
    ],
)
def test_a_short_message_is_cut_as_networks_cut_it(text: str, segments: Segments) -> None:
    assert sms_segments(text) == segments


def test_a_character_of_two_units_is_not_cut_in_two() -> None:
    assert sms_segments("a" * 152 + "€" + "a" * 151).count == 2
    assert sms_segments("a" * 152 + "€" + "a" * 152).count == 3
    assert sms_segments("\U0001f600" * 67).count == 3, "33 fit where 67 units are"


@given(st.text())
def test_every_text_has_a_length(text: str) -> None:
    assert post_weight(text) >= 0
    segments = sms_segments(text)
    assert segments.units >= 0
    assert (segments.count > 0) == (segments.units > 0)
