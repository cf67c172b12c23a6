"""Each intent has its decision and each act its fold: none is forgotten."""

from typing import get_args

from lenovo_desk.core.engine import engine, fold
from lenovo_desk.core.model.events import Act
from lenovo_desk.core.model.intents import Intent


def test_every_intent_has_a_decision() -> None:
    assert engine._DECISIONS.keys() == set(get_args(Intent))


def test_every_act_has_a_fold() -> None:
    assert fold._FOLDS.keys() == set(get_args(Act))
