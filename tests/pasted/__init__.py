"""Tests of the room that reads pasted messages."""
