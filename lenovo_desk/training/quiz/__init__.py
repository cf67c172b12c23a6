"""Sittings of a quiz and spaced repetition."""
